// Original file: balancer.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { PickRequest as _proctor_balancer_v1_PickRequest, PickRequest__Output as _proctor_balancer_v1_PickRequest__Output } from '../../../proctor/balancer/v1/PickRequest.ts';
import type { PickResponse as _proctor_balancer_v1_PickResponse, PickResponse__Output as _proctor_balancer_v1_PickResponse__Output } from '../../../proctor/balancer/v1/PickResponse.ts';

export interface BalancerClient extends grpc.Client {
  Pick(argument: _proctor_balancer_v1_PickRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_PickResponse__Output>): grpc.ClientUnaryCall;
  Pick(argument: _proctor_balancer_v1_PickRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_balancer_v1_PickResponse__Output>): grpc.ClientUnaryCall;
  Pick(argument: _proctor_balancer_v1_PickRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_PickResponse__Output>): grpc.ClientUnaryCall;
  Pick(argument: _proctor_balancer_v1_PickRequest, callback: grpc.requestCallback<_proctor_balancer_v1_PickResponse__Output>): grpc.ClientUnaryCall;
  pick(argument: _proctor_balancer_v1_PickRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_PickResponse__Output>): grpc.ClientUnaryCall;
  pick(argument: _proctor_balancer_v1_PickRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_balancer_v1_PickResponse__Output>): grpc.ClientUnaryCall;
  pick(argument: _proctor_balancer_v1_PickRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_PickResponse__Output>): grpc.ClientUnaryCall;
  pick(argument: _proctor_balancer_v1_PickRequest, callback: grpc.requestCallback<_proctor_balancer_v1_PickResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface BalancerHandlers extends grpc.UntypedServiceImplementation {
  Pick: grpc.handleUnaryCall<_proctor_balancer_v1_PickRequest__Output, _proctor_balancer_v1_PickResponse>;
  
}

export interface BalancerDefinition extends grpc.ServiceDefinition {
  Pick: MethodDefinition<_proctor_balancer_v1_PickRequest, _proctor_balancer_v1_PickResponse, _proctor_balancer_v1_PickRequest__Output, _proctor_balancer_v1_PickResponse__Output>
}
