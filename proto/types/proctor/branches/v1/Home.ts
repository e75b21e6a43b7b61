// Original file: branches.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ExecuteRequest as _proctor_branches_v1_ExecuteRequest, ExecuteRequest__Output as _proctor_branches_v1_ExecuteRequest__Output } from '../../../proctor/branches/v1/ExecuteRequest.ts';
import type { ExecuteResponse as _proctor_branches_v1_ExecuteResponse, ExecuteResponse__Output as _proctor_branches_v1_ExecuteResponse__Output } from '../../../proctor/branches/v1/ExecuteResponse.ts';

export interface HomeClient extends grpc.Client {
  Execute(argument: _proctor_branches_v1_ExecuteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_ExecuteResponse__Output>): grpc.ClientUnaryCall;
  Execute(argument: _proctor_branches_v1_ExecuteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_branches_v1_ExecuteResponse__Output>): grpc.ClientUnaryCall;
  Execute(argument: _proctor_branches_v1_ExecuteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_ExecuteResponse__Output>): grpc.ClientUnaryCall;
  Execute(argument: _proctor_branches_v1_ExecuteRequest, callback: grpc.requestCallback<_proctor_branches_v1_ExecuteResponse__Output>): grpc.ClientUnaryCall;
  execute(argument: _proctor_branches_v1_ExecuteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_ExecuteResponse__Output>): grpc.ClientUnaryCall;
  execute(argument: _proctor_branches_v1_ExecuteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_branches_v1_ExecuteResponse__Output>): grpc.ClientUnaryCall;
  execute(argument: _proctor_branches_v1_ExecuteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_ExecuteResponse__Output>): grpc.ClientUnaryCall;
  execute(argument: _proctor_branches_v1_ExecuteRequest, callback: grpc.requestCallback<_proctor_branches_v1_ExecuteResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface HomeHandlers extends grpc.UntypedServiceImplementation {
  Execute: grpc.handleUnaryCall<_proctor_branches_v1_ExecuteRequest__Output, _proctor_branches_v1_ExecuteResponse>;
  
}

export interface HomeDefinition extends grpc.ServiceDefinition {
  Execute: MethodDefinition<_proctor_branches_v1_ExecuteRequest, _proctor_branches_v1_ExecuteResponse, _proctor_branches_v1_ExecuteRequest__Output, _proctor_branches_v1_ExecuteResponse__Output>
}
