// Original file: mapreduce.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CompleteRequest as _proctor_mapreduce_v1_CompleteRequest, CompleteRequest__Output as _proctor_mapreduce_v1_CompleteRequest__Output } from '../../../proctor/mapreduce/v1/CompleteRequest.ts';
import type { CompleteResponse as _proctor_mapreduce_v1_CompleteResponse, CompleteResponse__Output as _proctor_mapreduce_v1_CompleteResponse__Output } from '../../../proctor/mapreduce/v1/CompleteResponse.ts';
import type { FailRequest as _proctor_mapreduce_v1_FailRequest, FailRequest__Output as _proctor_mapreduce_v1_FailRequest__Output } from '../../../proctor/mapreduce/v1/FailRequest.ts';
import type { FailResponse as _proctor_mapreduce_v1_FailResponse, FailResponse__Output as _proctor_mapreduce_v1_FailResponse__Output } from '../../../proctor/mapreduce/v1/FailResponse.ts';
import type { HeartbeatRequest as _proctor_mapreduce_v1_HeartbeatRequest, HeartbeatRequest__Output as _proctor_mapreduce_v1_HeartbeatRequest__Output } from '../../../proctor/mapreduce/v1/HeartbeatRequest.ts';
import type { HeartbeatResponse as _proctor_mapreduce_v1_HeartbeatResponse, HeartbeatResponse__Output as _proctor_mapreduce_v1_HeartbeatResponse__Output } from '../../../proctor/mapreduce/v1/HeartbeatResponse.ts';
import type { NextTaskRequest as _proctor_mapreduce_v1_NextTaskRequest, NextTaskRequest__Output as _proctor_mapreduce_v1_NextTaskRequest__Output } from '../../../proctor/mapreduce/v1/NextTaskRequest.ts';
import type { NextTaskResponse as _proctor_mapreduce_v1_NextTaskResponse, NextTaskResponse__Output as _proctor_mapreduce_v1_NextTaskResponse__Output } from '../../../proctor/mapreduce/v1/NextTaskResponse.ts';
import type { RegisterRequest as _proctor_mapreduce_v1_RegisterRequest, RegisterRequest__Output as _proctor_mapreduce_v1_RegisterRequest__Output } from '../../../proctor/mapreduce/v1/RegisterRequest.ts';
import type { RegisterResponse as _proctor_mapreduce_v1_RegisterResponse, RegisterResponse__Output as _proctor_mapreduce_v1_RegisterResponse__Output } from '../../../proctor/mapreduce/v1/RegisterResponse.ts';
import type { StatusRequest as _proctor_mapreduce_v1_StatusRequest, StatusRequest__Output as _proctor_mapreduce_v1_StatusRequest__Output } from '../../../proctor/mapreduce/v1/StatusRequest.ts';
import type { StatusResponse as _proctor_mapreduce_v1_StatusResponse, StatusResponse__Output as _proctor_mapreduce_v1_StatusResponse__Output } from '../../../proctor/mapreduce/v1/StatusResponse.ts';

export interface MasterClient extends grpc.Client {
  Complete(argument: _proctor_mapreduce_v1_CompleteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_CompleteResponse__Output>): grpc.ClientUnaryCall;
  Complete(argument: _proctor_mapreduce_v1_CompleteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_mapreduce_v1_CompleteResponse__Output>): grpc.ClientUnaryCall;
  Complete(argument: _proctor_mapreduce_v1_CompleteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_CompleteResponse__Output>): grpc.ClientUnaryCall;
  Complete(argument: _proctor_mapreduce_v1_CompleteRequest, callback: grpc.requestCallback<_proctor_mapreduce_v1_CompleteResponse__Output>): grpc.ClientUnaryCall;
  complete(argument: _proctor_mapreduce_v1_CompleteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_CompleteResponse__Output>): grpc.ClientUnaryCall;
  complete(argument: _proctor_mapreduce_v1_CompleteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_mapreduce_v1_CompleteResponse__Output>): grpc.ClientUnaryCall;
  complete(argument: _proctor_mapreduce_v1_CompleteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_CompleteResponse__Output>): grpc.ClientUnaryCall;
  complete(argument: _proctor_mapreduce_v1_CompleteRequest, callback: grpc.requestCallback<_proctor_mapreduce_v1_CompleteResponse__Output>): grpc.ClientUnaryCall;
  
  Fail(argument: _proctor_mapreduce_v1_FailRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_FailResponse__Output>): grpc.ClientUnaryCall;
  Fail(argument: _proctor_mapreduce_v1_FailRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_mapreduce_v1_FailResponse__Output>): grpc.ClientUnaryCall;
  Fail(argument: _proctor_mapreduce_v1_FailRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_FailResponse__Output>): grpc.ClientUnaryCall;
  Fail(argument: _proctor_mapreduce_v1_FailRequest, callback: grpc.requestCallback<_proctor_mapreduce_v1_FailResponse__Output>): grpc.ClientUnaryCall;
  fail(argument: _proctor_mapreduce_v1_FailRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_FailResponse__Output>): grpc.ClientUnaryCall;
  fail(argument: _proctor_mapreduce_v1_FailRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_mapreduce_v1_FailResponse__Output>): grpc.ClientUnaryCall;
  fail(argument: _proctor_mapreduce_v1_FailRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_FailResponse__Output>): grpc.ClientUnaryCall;
  fail(argument: _proctor_mapreduce_v1_FailRequest, callback: grpc.requestCallback<_proctor_mapreduce_v1_FailResponse__Output>): grpc.ClientUnaryCall;
  
  Heartbeat(argument: _proctor_mapreduce_v1_HeartbeatRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  Heartbeat(argument: _proctor_mapreduce_v1_HeartbeatRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_mapreduce_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  Heartbeat(argument: _proctor_mapreduce_v1_HeartbeatRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  Heartbeat(argument: _proctor_mapreduce_v1_HeartbeatRequest, callback: grpc.requestCallback<_proctor_mapreduce_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _proctor_mapreduce_v1_HeartbeatRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _proctor_mapreduce_v1_HeartbeatRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_mapreduce_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _proctor_mapreduce_v1_HeartbeatRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _proctor_mapreduce_v1_HeartbeatRequest, callback: grpc.requestCallback<_proctor_mapreduce_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  
  NextTask(argument: _proctor_mapreduce_v1_NextTaskRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_NextTaskResponse__Output>): grpc.ClientUnaryCall;
  NextTask(argument: _proctor_mapreduce_v1_NextTaskRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_mapreduce_v1_NextTaskResponse__Output>): grpc.ClientUnaryCall;
  NextTask(argument: _proctor_mapreduce_v1_NextTaskRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_NextTaskResponse__Output>): grpc.ClientUnaryCall;
  NextTask(argument: _proctor_mapreduce_v1_NextTaskRequest, callback: grpc.requestCallback<_proctor_mapreduce_v1_NextTaskResponse__Output>): grpc.ClientUnaryCall;
  nextTask(argument: _proctor_mapreduce_v1_NextTaskRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_NextTaskResponse__Output>): grpc.ClientUnaryCall;
  nextTask(argument: _proctor_mapreduce_v1_NextTaskRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_mapreduce_v1_NextTaskResponse__Output>): grpc.ClientUnaryCall;
  nextTask(argument: _proctor_mapreduce_v1_NextTaskRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_NextTaskResponse__Output>): grpc.ClientUnaryCall;
  nextTask(argument: _proctor_mapreduce_v1_NextTaskRequest, callback: grpc.requestCallback<_proctor_mapreduce_v1_NextTaskResponse__Output>): grpc.ClientUnaryCall;
  
  Register(argument: _proctor_mapreduce_v1_RegisterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  Register(argument: _proctor_mapreduce_v1_RegisterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_mapreduce_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  Register(argument: _proctor_mapreduce_v1_RegisterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  Register(argument: _proctor_mapreduce_v1_RegisterRequest, callback: grpc.requestCallback<_proctor_mapreduce_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  register(argument: _proctor_mapreduce_v1_RegisterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  register(argument: _proctor_mapreduce_v1_RegisterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_mapreduce_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  register(argument: _proctor_mapreduce_v1_RegisterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  register(argument: _proctor_mapreduce_v1_RegisterRequest, callback: grpc.requestCallback<_proctor_mapreduce_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  
  Status(argument: _proctor_mapreduce_v1_StatusRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_StatusResponse__Output>): grpc.ClientUnaryCall;
  Status(argument: _proctor_mapreduce_v1_StatusRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_mapreduce_v1_StatusResponse__Output>): grpc.ClientUnaryCall;
  Status(argument: _proctor_mapreduce_v1_StatusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_StatusResponse__Output>): grpc.ClientUnaryCall;
  Status(argument: _proctor_mapreduce_v1_StatusRequest, callback: grpc.requestCallback<_proctor_mapreduce_v1_StatusResponse__Output>): grpc.ClientUnaryCall;
  status(argument: _proctor_mapreduce_v1_StatusRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_StatusResponse__Output>): grpc.ClientUnaryCall;
  status(argument: _proctor_mapreduce_v1_StatusRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_mapreduce_v1_StatusResponse__Output>): grpc.ClientUnaryCall;
  status(argument: _proctor_mapreduce_v1_StatusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_mapreduce_v1_StatusResponse__Output>): grpc.ClientUnaryCall;
  status(argument: _proctor_mapreduce_v1_StatusRequest, callback: grpc.requestCallback<_proctor_mapreduce_v1_StatusResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface MasterHandlers extends grpc.UntypedServiceImplementation {
  Complete: grpc.handleUnaryCall<_proctor_mapreduce_v1_CompleteRequest__Output, _proctor_mapreduce_v1_CompleteResponse>;
  
  Fail: grpc.handleUnaryCall<_proctor_mapreduce_v1_FailRequest__Output, _proctor_mapreduce_v1_FailResponse>;
  
  Heartbeat: grpc.handleUnaryCall<_proctor_mapreduce_v1_HeartbeatRequest__Output, _proctor_mapreduce_v1_HeartbeatResponse>;
  
  NextTask: grpc.handleUnaryCall<_proctor_mapreduce_v1_NextTaskRequest__Output, _proctor_mapreduce_v1_NextTaskResponse>;
  
  Register: grpc.handleUnaryCall<_proctor_mapreduce_v1_RegisterRequest__Output, _proctor_mapreduce_v1_RegisterResponse>;
  
  Status: grpc.handleUnaryCall<_proctor_mapreduce_v1_StatusRequest__Output, _proctor_mapreduce_v1_StatusResponse>;
  
}

export interface MasterDefinition extends grpc.ServiceDefinition {
  Complete: MethodDefinition<_proctor_mapreduce_v1_CompleteRequest, _proctor_mapreduce_v1_CompleteResponse, _proctor_mapreduce_v1_CompleteRequest__Output, _proctor_mapreduce_v1_CompleteResponse__Output>
  Fail: MethodDefinition<_proctor_mapreduce_v1_FailRequest, _proctor_mapreduce_v1_FailResponse, _proctor_mapreduce_v1_FailRequest__Output, _proctor_mapreduce_v1_FailResponse__Output>
  Heartbeat: MethodDefinition<_proctor_mapreduce_v1_HeartbeatRequest, _proctor_mapreduce_v1_HeartbeatResponse, _proctor_mapreduce_v1_HeartbeatRequest__Output, _proctor_mapreduce_v1_HeartbeatResponse__Output>
  NextTask: MethodDefinition<_proctor_mapreduce_v1_NextTaskRequest, _proctor_mapreduce_v1_NextTaskResponse, _proctor_mapreduce_v1_NextTaskRequest__Output, _proctor_mapreduce_v1_NextTaskResponse__Output>
  Register: MethodDefinition<_proctor_mapreduce_v1_RegisterRequest, _proctor_mapreduce_v1_RegisterResponse, _proctor_mapreduce_v1_RegisterRequest__Output, _proctor_mapreduce_v1_RegisterResponse__Output>
  Status: MethodDefinition<_proctor_mapreduce_v1_StatusRequest, _proctor_mapreduce_v1_StatusResponse, _proctor_mapreduce_v1_StatusRequest__Output, _proctor_mapreduce_v1_StatusResponse__Output>
}
