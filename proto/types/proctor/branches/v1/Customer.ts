// Original file: branches.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { PerformRequest as _proctor_branches_v1_PerformRequest, PerformRequest__Output as _proctor_branches_v1_PerformRequest__Output } from '../../../proctor/branches/v1/PerformRequest.ts';
import type { PerformResponse as _proctor_branches_v1_PerformResponse, PerformResponse__Output as _proctor_branches_v1_PerformResponse__Output } from '../../../proctor/branches/v1/PerformResponse.ts';

export interface CustomerClient extends grpc.Client {
  Perform(argument: _proctor_branches_v1_PerformRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_PerformResponse__Output>): grpc.ClientUnaryCall;
  Perform(argument: _proctor_branches_v1_PerformRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_branches_v1_PerformResponse__Output>): grpc.ClientUnaryCall;
  Perform(argument: _proctor_branches_v1_PerformRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_PerformResponse__Output>): grpc.ClientUnaryCall;
  Perform(argument: _proctor_branches_v1_PerformRequest, callback: grpc.requestCallback<_proctor_branches_v1_PerformResponse__Output>): grpc.ClientUnaryCall;
  perform(argument: _proctor_branches_v1_PerformRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_PerformResponse__Output>): grpc.ClientUnaryCall;
  perform(argument: _proctor_branches_v1_PerformRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_branches_v1_PerformResponse__Output>): grpc.ClientUnaryCall;
  perform(argument: _proctor_branches_v1_PerformRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_PerformResponse__Output>): grpc.ClientUnaryCall;
  perform(argument: _proctor_branches_v1_PerformRequest, callback: grpc.requestCallback<_proctor_branches_v1_PerformResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface CustomerHandlers extends grpc.UntypedServiceImplementation {
  Perform: grpc.handleUnaryCall<_proctor_branches_v1_PerformRequest__Output, _proctor_branches_v1_PerformResponse>;
  
}

export interface CustomerDefinition extends grpc.ServiceDefinition {
  Perform: MethodDefinition<_proctor_branches_v1_PerformRequest, _proctor_branches_v1_PerformResponse, _proctor_branches_v1_PerformRequest__Output, _proctor_branches_v1_PerformResponse__Output>
}
