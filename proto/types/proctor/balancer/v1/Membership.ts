// Original file: balancer.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { DeregisterRequest as _proctor_balancer_v1_DeregisterRequest, DeregisterRequest__Output as _proctor_balancer_v1_DeregisterRequest__Output } from '../../../proctor/balancer/v1/DeregisterRequest.ts';
import type { DeregisterResponse as _proctor_balancer_v1_DeregisterResponse, DeregisterResponse__Output as _proctor_balancer_v1_DeregisterResponse__Output } from '../../../proctor/balancer/v1/DeregisterResponse.ts';
import type { RegisterRequest as _proctor_balancer_v1_RegisterRequest, RegisterRequest__Output as _proctor_balancer_v1_RegisterRequest__Output } from '../../../proctor/balancer/v1/RegisterRequest.ts';
import type { RegisterResponse as _proctor_balancer_v1_RegisterResponse, RegisterResponse__Output as _proctor_balancer_v1_RegisterResponse__Output } from '../../../proctor/balancer/v1/RegisterResponse.ts';
import type { ReportRequest as _proctor_balancer_v1_ReportRequest, ReportRequest__Output as _proctor_balancer_v1_ReportRequest__Output } from '../../../proctor/balancer/v1/ReportRequest.ts';
import type { ReportResponse as _proctor_balancer_v1_ReportResponse, ReportResponse__Output as _proctor_balancer_v1_ReportResponse__Output } from '../../../proctor/balancer/v1/ReportResponse.ts';

export interface MembershipClient extends grpc.Client {
  Deregister(argument: _proctor_balancer_v1_DeregisterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_DeregisterResponse__Output>): grpc.ClientUnaryCall;
  Deregister(argument: _proctor_balancer_v1_DeregisterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_balancer_v1_DeregisterResponse__Output>): grpc.ClientUnaryCall;
  Deregister(argument: _proctor_balancer_v1_DeregisterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_DeregisterResponse__Output>): grpc.ClientUnaryCall;
  Deregister(argument: _proctor_balancer_v1_DeregisterRequest, callback: grpc.requestCallback<_proctor_balancer_v1_DeregisterResponse__Output>): grpc.ClientUnaryCall;
  deregister(argument: _proctor_balancer_v1_DeregisterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_DeregisterResponse__Output>): grpc.ClientUnaryCall;
  deregister(argument: _proctor_balancer_v1_DeregisterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_balancer_v1_DeregisterResponse__Output>): grpc.ClientUnaryCall;
  deregister(argument: _proctor_balancer_v1_DeregisterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_DeregisterResponse__Output>): grpc.ClientUnaryCall;
  deregister(argument: _proctor_balancer_v1_DeregisterRequest, callback: grpc.requestCallback<_proctor_balancer_v1_DeregisterResponse__Output>): grpc.ClientUnaryCall;
  
  Register(argument: _proctor_balancer_v1_RegisterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  Register(argument: _proctor_balancer_v1_RegisterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_balancer_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  Register(argument: _proctor_balancer_v1_RegisterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  Register(argument: _proctor_balancer_v1_RegisterRequest, callback: grpc.requestCallback<_proctor_balancer_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  register(argument: _proctor_balancer_v1_RegisterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  register(argument: _proctor_balancer_v1_RegisterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_balancer_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  register(argument: _proctor_balancer_v1_RegisterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  register(argument: _proctor_balancer_v1_RegisterRequest, callback: grpc.requestCallback<_proctor_balancer_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  
  Report(argument: _proctor_balancer_v1_ReportRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_ReportResponse__Output>): grpc.ClientUnaryCall;
  Report(argument: _proctor_balancer_v1_ReportRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_balancer_v1_ReportResponse__Output>): grpc.ClientUnaryCall;
  Report(argument: _proctor_balancer_v1_ReportRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_ReportResponse__Output>): grpc.ClientUnaryCall;
  Report(argument: _proctor_balancer_v1_ReportRequest, callback: grpc.requestCallback<_proctor_balancer_v1_ReportResponse__Output>): grpc.ClientUnaryCall;
  report(argument: _proctor_balancer_v1_ReportRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_ReportResponse__Output>): grpc.ClientUnaryCall;
  report(argument: _proctor_balancer_v1_ReportRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_balancer_v1_ReportResponse__Output>): grpc.ClientUnaryCall;
  report(argument: _proctor_balancer_v1_ReportRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_ReportResponse__Output>): grpc.ClientUnaryCall;
  report(argument: _proctor_balancer_v1_ReportRequest, callback: grpc.requestCallback<_proctor_balancer_v1_ReportResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface MembershipHandlers extends grpc.UntypedServiceImplementation {
  Deregister: grpc.handleUnaryCall<_proctor_balancer_v1_DeregisterRequest__Output, _proctor_balancer_v1_DeregisterResponse>;
  
  Register: grpc.handleUnaryCall<_proctor_balancer_v1_RegisterRequest__Output, _proctor_balancer_v1_RegisterResponse>;
  
  Report: grpc.handleUnaryCall<_proctor_balancer_v1_ReportRequest__Output, _proctor_balancer_v1_ReportResponse>;
  
}

export interface MembershipDefinition extends grpc.ServiceDefinition {
  Deregister: MethodDefinition<_proctor_balancer_v1_DeregisterRequest, _proctor_balancer_v1_DeregisterResponse, _proctor_balancer_v1_DeregisterRequest__Output, _proctor_balancer_v1_DeregisterResponse__Output>
  Register: MethodDefinition<_proctor_balancer_v1_RegisterRequest, _proctor_balancer_v1_RegisterResponse, _proctor_balancer_v1_RegisterRequest__Output, _proctor_balancer_v1_RegisterResponse__Output>
  Report: MethodDefinition<_proctor_balancer_v1_ReportRequest, _proctor_balancer_v1_ReportResponse, _proctor_balancer_v1_ReportRequest__Output, _proctor_balancer_v1_ReportResponse__Output>
}
