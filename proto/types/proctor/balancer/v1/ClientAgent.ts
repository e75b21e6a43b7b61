// Original file: balancer.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { DriveRequest as _proctor_balancer_v1_DriveRequest, DriveRequest__Output as _proctor_balancer_v1_DriveRequest__Output } from '../../../proctor/balancer/v1/DriveRequest.ts';
import type { DriveResponse as _proctor_balancer_v1_DriveResponse, DriveResponse__Output as _proctor_balancer_v1_DriveResponse__Output } from '../../../proctor/balancer/v1/DriveResponse.ts';

export interface ClientAgentClient extends grpc.Client {
  Drive(argument: _proctor_balancer_v1_DriveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_DriveResponse__Output>): grpc.ClientUnaryCall;
  Drive(argument: _proctor_balancer_v1_DriveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_balancer_v1_DriveResponse__Output>): grpc.ClientUnaryCall;
  Drive(argument: _proctor_balancer_v1_DriveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_DriveResponse__Output>): grpc.ClientUnaryCall;
  Drive(argument: _proctor_balancer_v1_DriveRequest, callback: grpc.requestCallback<_proctor_balancer_v1_DriveResponse__Output>): grpc.ClientUnaryCall;
  drive(argument: _proctor_balancer_v1_DriveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_DriveResponse__Output>): grpc.ClientUnaryCall;
  drive(argument: _proctor_balancer_v1_DriveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_balancer_v1_DriveResponse__Output>): grpc.ClientUnaryCall;
  drive(argument: _proctor_balancer_v1_DriveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_balancer_v1_DriveResponse__Output>): grpc.ClientUnaryCall;
  drive(argument: _proctor_balancer_v1_DriveRequest, callback: grpc.requestCallback<_proctor_balancer_v1_DriveResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface ClientAgentHandlers extends grpc.UntypedServiceImplementation {
  Drive: grpc.handleUnaryCall<_proctor_balancer_v1_DriveRequest__Output, _proctor_balancer_v1_DriveResponse>;
  
}

export interface ClientAgentDefinition extends grpc.ServiceDefinition {
  Drive: MethodDefinition<_proctor_balancer_v1_DriveRequest, _proctor_balancer_v1_DriveResponse, _proctor_balancer_v1_DriveRequest__Output, _proctor_balancer_v1_DriveResponse__Output>
}
