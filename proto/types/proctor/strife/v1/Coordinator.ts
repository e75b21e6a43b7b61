// Original file: strife.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ResolveRequest as _proctor_strife_v1_ResolveRequest, ResolveRequest__Output as _proctor_strife_v1_ResolveRequest__Output } from '../../../proctor/strife/v1/ResolveRequest.ts';
import type { ResolveResponse as _proctor_strife_v1_ResolveResponse, ResolveResponse__Output as _proctor_strife_v1_ResolveResponse__Output } from '../../../proctor/strife/v1/ResolveResponse.ts';

export interface CoordinatorClient extends grpc.Client {
  Resolve(argument: _proctor_strife_v1_ResolveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_ResolveResponse__Output>): grpc.ClientUnaryCall;
  Resolve(argument: _proctor_strife_v1_ResolveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_ResolveResponse__Output>): grpc.ClientUnaryCall;
  Resolve(argument: _proctor_strife_v1_ResolveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_ResolveResponse__Output>): grpc.ClientUnaryCall;
  Resolve(argument: _proctor_strife_v1_ResolveRequest, callback: grpc.requestCallback<_proctor_strife_v1_ResolveResponse__Output>): grpc.ClientUnaryCall;
  resolve(argument: _proctor_strife_v1_ResolveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_ResolveResponse__Output>): grpc.ClientUnaryCall;
  resolve(argument: _proctor_strife_v1_ResolveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_ResolveResponse__Output>): grpc.ClientUnaryCall;
  resolve(argument: _proctor_strife_v1_ResolveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_ResolveResponse__Output>): grpc.ClientUnaryCall;
  resolve(argument: _proctor_strife_v1_ResolveRequest, callback: grpc.requestCallback<_proctor_strife_v1_ResolveResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface CoordinatorHandlers extends grpc.UntypedServiceImplementation {
  Resolve: grpc.handleUnaryCall<_proctor_strife_v1_ResolveRequest__Output, _proctor_strife_v1_ResolveResponse>;
  
}

export interface CoordinatorDefinition extends grpc.ServiceDefinition {
  Resolve: MethodDefinition<_proctor_strife_v1_ResolveRequest, _proctor_strife_v1_ResolveResponse, _proctor_strife_v1_ResolveRequest__Output, _proctor_strife_v1_ResolveResponse__Output>
}
