// Original file: balancer.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ComputeRequest as _proctor_balancer_v1_ComputeRequest, ComputeRequest__Output as _proctor_balancer_v1_ComputeRequest__Output } from '../../../proctor/balancer/v1/ComputeRequest.ts';
import type { ComputeResponse as _proctor_balancer_v1_ComputeResponse, ComputeResponse__Output as _proctor_balancer_v1_ComputeResponse__Output } from '../../../proctor/balancer/v1/ComputeResponse.ts';

export interface BackendClient extends grpc.Client {
  Compute(argument: _proctor_balancer_v1_ComputeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_ComputeResponse__Output>): grpc.ClientUnaryCall;
  Compute(argument: _proctor_balancer_v1_ComputeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_balancer_v1_ComputeResponse__Output>): grpc.ClientUnaryCall;
  Compute(argument: _proctor_balancer_v1_ComputeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_ComputeResponse__Output>): grpc.ClientUnaryCall;
  Compute(argument: _proctor_balancer_v1_ComputeRequest, callback: grpc.requestCallback<_proctor_balancer_v1_ComputeResponse__Output>): grpc.ClientUnaryCall;
  compute(argument: _proctor_balancer_v1_ComputeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_ComputeResponse__Output>): grpc.ClientUnaryCall;
  compute(argument: _proctor_balancer_v1_ComputeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_balancer_v1_ComputeResponse__Output>): grpc.ClientUnaryCall;
  compute(argument: _proctor_balancer_v1_ComputeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_ComputeResponse__Output>): grpc.ClientUnaryCall;
  compute(argument: _proctor_balancer_v1_ComputeRequest, callback: grpc.requestCallback<_proctor_balancer_v1_ComputeResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface BackendHandlers extends grpc.UntypedServiceImplementation {
  Compute: grpc.handleUnaryCall<_proctor_balancer_v1_ComputeRequest__Output, _proctor_balancer_v1_ComputeResponse>;
  
}

export interface BackendDefinition extends grpc.ServiceDefinition {
  Compute: MethodDefinition<_proctor_balancer_v1_ComputeRequest, _proctor_balancer_v1_ComputeResponse, _proctor_balancer_v1_ComputeRequest__Output, _proctor_balancer_v1_ComputeResponse__Output>
}
