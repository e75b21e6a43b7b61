// Original file: balancer.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ListBackendsRequest as _proctor_balancer_v1_ListBackendsRequest, ListBackendsRequest__Output as _proctor_balancer_v1_ListBackendsRequest__Output } from '../../../proctor/balancer/v1/ListBackendsRequest.ts';
import type { ListBackendsResponse as _proctor_balancer_v1_ListBackendsResponse, ListBackendsResponse__Output as _proctor_balancer_v1_ListBackendsResponse__Output } from '../../../proctor/balancer/v1/ListBackendsResponse.ts';
import type { SetPolicyRequest as _proctor_balancer_v1_SetPolicyRequest, SetPolicyRequest__Output as _proctor_balancer_v1_SetPolicyRequest__Output } from '../../../proctor/balancer/v1/SetPolicyRequest.ts';
import type { SetPolicyResponse as _proctor_balancer_v1_SetPolicyResponse, SetPolicyResponse__Output as _proctor_balancer_v1_SetPolicyResponse__Output } from '../../../proctor/balancer/v1/SetPolicyResponse.ts';

export interface AdminClient extends grpc.Client {
  ListBackends(argument: _proctor_balancer_v1_ListBackendsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_ListBackendsResponse__Output>): grpc.ClientUnaryCall;
  ListBackends(argument: _proctor_balancer_v1_ListBackendsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_balancer_v1_ListBackendsResponse__Output>): grpc.ClientUnaryCall;
  ListBackends(argument: _proctor_balancer_v1_ListBackendsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_ListBackendsResponse__Output>): grpc.ClientUnaryCall;
  ListBackends(argument: _proctor_balancer_v1_ListBackendsRequest, callback: grpc.requestCallback<_proctor_balancer_v1_ListBackendsResponse__Output>): grpc.ClientUnaryCall;
  listBackends(argument: _proctor_balancer_v1_ListBackendsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_ListBackendsResponse__Output>): grpc.ClientUnaryCall;
  listBackends(argument: _proctor_balancer_v1_ListBackendsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_balancer_v1_ListBackendsResponse__Output>): grpc.ClientUnaryCall;
  listBackends(argument: _proctor_balancer_v1_ListBackendsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_ListBackendsResponse__Output>): grpc.ClientUnaryCall;
  listBackends(argument: _proctor_balancer_v1_ListBackendsRequest, callback: grpc.requestCallback<_proctor_balancer_v1_ListBackendsResponse__Output>): grpc.ClientUnaryCall;
  
  SetPolicy(argument: _proctor_balancer_v1_SetPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_SetPolicyResponse__Output>): grpc.ClientUnaryCall;
  SetPolicy(argument: _proctor_balancer_v1_SetPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_balancer_v1_SetPolicyResponse__Output>): grpc.ClientUnaryCall;
  SetPolicy(argument: _proctor_balancer_v1_SetPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_SetPolicyResponse__Output>): grpc.ClientUnaryCall;
  SetPolicy(argument: _proctor_balancer_v1_SetPolicyRequest, callback: grpc.requestCallback<_proctor_balancer_v1_SetPolicyResponse__Output>): grpc.ClientUnaryCall;
  setPolicy(argument: _proctor_balancer_v1_SetPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_SetPolicyResponse__Output>): grpc.ClientUnaryCall;
  setPolicy(argument: _proctor_balancer_v1_SetPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_balancer_v1_SetPolicyResponse__Output>): grpc.ClientUnaryCall;
  setPolicy(argument: _proctor_balancer_v1_SetPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_SetPolicyResponse__Output>): grpc.ClientUnaryCall;
  setPolicy(argument: _proctor_balancer_v1_SetPolicyRequest, callback: grpc.requestCallback<_proctor_balancer_v1_SetPolicyResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface AdminHandlers extends grpc.UntypedServiceImplementation {
  ListBackends: grpc.handleUnaryCall<_proctor_balancer_v1_ListBackendsRequest__Output, _proctor_balancer_v1_ListBackendsResponse>;
  
  SetPolicy: grpc.handleUnaryCall<_proctor_balancer_v1_SetPolicyRequest__Output, _proctor_balancer_v1_SetPolicyResponse>;
  
}

export interface AdminDefinition extends grpc.ServiceDefinition {
  ListBackends: MethodDefinition<_proctor_balancer_v1_ListBackendsRequest, _proctor_balancer_v1_ListBackendsResponse, _proctor_balancer_v1_ListBackendsRequest__Output, _proctor_balancer_v1_ListBackendsResponse__Output>
  SetPolicy: MethodDefinition<_proctor_balancer_v1_SetPolicyRequest, _proctor_balancer_v1_SetPolicyResponse, _proctor_balancer_v1_SetPolicyRequest__Output, _proctor_balancer_v1_SetPolicyResponse__Output>
}
