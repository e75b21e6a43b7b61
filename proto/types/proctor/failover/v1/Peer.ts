// Original file: failover.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AwaitCommitRequest as _proctor_failover_v1_AwaitCommitRequest, AwaitCommitRequest__Output as _proctor_failover_v1_AwaitCommitRequest__Output } from '../../../proctor/failover/v1/AwaitCommitRequest.ts';
import type { AwaitCommitResponse as _proctor_failover_v1_AwaitCommitResponse, AwaitCommitResponse__Output as _proctor_failover_v1_AwaitCommitResponse__Output } from '../../../proctor/failover/v1/AwaitCommitResponse.ts';
import type { ForwardRequest as _proctor_failover_v1_ForwardRequest, ForwardRequest__Output as _proctor_failover_v1_ForwardRequest__Output } from '../../../proctor/failover/v1/ForwardRequest.ts';
import type { ForwardResponse as _proctor_failover_v1_ForwardResponse, ForwardResponse__Output as _proctor_failover_v1_ForwardResponse__Output } from '../../../proctor/failover/v1/ForwardResponse.ts';
import type { HeartbeatRequest as _proctor_failover_v1_HeartbeatRequest, HeartbeatRequest__Output as _proctor_failover_v1_HeartbeatRequest__Output } from '../../../proctor/failover/v1/HeartbeatRequest.ts';
import type { HeartbeatResponse as _proctor_failover_v1_HeartbeatResponse, HeartbeatResponse__Output as _proctor_failover_v1_HeartbeatResponse__Output } from '../../../proctor/failover/v1/HeartbeatResponse.ts';
import type { PromiseRequest as _proctor_failover_v1_PromiseRequest, PromiseRequest__Output as _proctor_failover_v1_PromiseRequest__Output } from '../../../proctor/failover/v1/PromiseRequest.ts';
import type { PromiseResponse as _proctor_failover_v1_PromiseResponse, PromiseResponse__Output as _proctor_failover_v1_PromiseResponse__Output } from '../../../proctor/failover/v1/PromiseResponse.ts';
import type { ReplicateRequest as _proctor_failover_v1_ReplicateRequest, ReplicateRequest__Output as _proctor_failover_v1_ReplicateRequest__Output } from '../../../proctor/failover/v1/ReplicateRequest.ts';
import type { ReplicateResponse as _proctor_failover_v1_ReplicateResponse, ReplicateResponse__Output as _proctor_failover_v1_ReplicateResponse__Output } from '../../../proctor/failover/v1/ReplicateResponse.ts';
import type { State as _proctor_failover_v1_State, State__Output as _proctor_failover_v1_State__Output } from '../../../proctor/failover/v1/State.ts';
import type { SurveyRequest as _proctor_failover_v1_SurveyRequest, SurveyRequest__Output as _proctor_failover_v1_SurveyRequest__Output } from '../../../proctor/failover/v1/SurveyRequest.ts';

export interface PeerClient extends grpc.Client {
  AwaitCommit(argument: _proctor_failover_v1_AwaitCommitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_AwaitCommitResponse__Output>): grpc.ClientUnaryCall;
  AwaitCommit(argument: _proctor_failover_v1_AwaitCommitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_AwaitCommitResponse__Output>): grpc.ClientUnaryCall;
  AwaitCommit(argument: _proctor_failover_v1_AwaitCommitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_AwaitCommitResponse__Output>): grpc.ClientUnaryCall;
  AwaitCommit(argument: _proctor_failover_v1_AwaitCommitRequest, callback: grpc.requestCallback<_proctor_failover_v1_AwaitCommitResponse__Output>): grpc.ClientUnaryCall;
  awaitCommit(argument: _proctor_failover_v1_AwaitCommitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_AwaitCommitResponse__Output>): grpc.ClientUnaryCall;
  awaitCommit(argument: _proctor_failover_v1_AwaitCommitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_AwaitCommitResponse__Output>): grpc.ClientUnaryCall;
  awaitCommit(argument: _proctor_failover_v1_AwaitCommitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_AwaitCommitResponse__Output>): grpc.ClientUnaryCall;
  awaitCommit(argument: _proctor_failover_v1_AwaitCommitRequest, callback: grpc.requestCallback<_proctor_failover_v1_AwaitCommitResponse__Output>): grpc.ClientUnaryCall;
  
  Forward(argument: _proctor_failover_v1_ForwardRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_ForwardResponse__Output>): grpc.ClientUnaryCall;
  Forward(argument: _proctor_failover_v1_ForwardRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_ForwardResponse__Output>): grpc.ClientUnaryCall;
  Forward(argument: _proctor_failover_v1_ForwardRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_ForwardResponse__Output>): grpc.ClientUnaryCall;
  Forward(argument: _proctor_failover_v1_ForwardRequest, callback: grpc.requestCallback<_proctor_failover_v1_ForwardResponse__Output>): grpc.ClientUnaryCall;
  forward(argument: _proctor_failover_v1_ForwardRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_ForwardResponse__Output>): grpc.ClientUnaryCall;
  forward(argument: _proctor_failover_v1_ForwardRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_ForwardResponse__Output>): grpc.ClientUnaryCall;
  forward(argument: _proctor_failover_v1_ForwardRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_ForwardResponse__Output>): grpc.ClientUnaryCall;
  forward(argument: _proctor_failover_v1_ForwardRequest, callback: grpc.requestCallback<_proctor_failover_v1_ForwardResponse__Output>): grpc.ClientUnaryCall;
  
  Heartbeat(argument: _proctor_failover_v1_HeartbeatRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  Heartbeat(argument: _proctor_failover_v1_HeartbeatRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  Heartbeat(argument: _proctor_failover_v1_HeartbeatRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  Heartbeat(argument: _proctor_failover_v1_HeartbeatRequest, callback: grpc.requestCallback<_proctor_failover_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _proctor_failover_v1_HeartbeatRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _proctor_failover_v1_HeartbeatRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _proctor_failover_v1_HeartbeatRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _proctor_failover_v1_HeartbeatRequest, callback: grpc.requestCallback<_proctor_failover_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  
  Promise(argument: _proctor_failover_v1_PromiseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_PromiseResponse__Output>): grpc.ClientUnaryCall;
  Promise(argument: _proctor_failover_v1_PromiseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_PromiseResponse__Output>): grpc.ClientUnaryCall;
  Promise(argument: _proctor_failover_v1_PromiseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_PromiseResponse__Output>): grpc.ClientUnaryCall;
  Promise(argument: _proctor_failover_v1_PromiseRequest, callback: grpc.requestCallback<_proctor_failover_v1_PromiseResponse__Output>): grpc.ClientUnaryCall;
  promise(argument: _proctor_failover_v1_PromiseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_PromiseResponse__Output>): grpc.ClientUnaryCall;
  promise(argument: _proctor_failover_v1_PromiseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_PromiseResponse__Output>): grpc.ClientUnaryCall;
  promise(argument: _proctor_failover_v1_PromiseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_PromiseResponse__Output>): grpc.ClientUnaryCall;
  promise(argument: _proctor_failover_v1_PromiseRequest, callback: grpc.requestCallback<_proctor_failover_v1_PromiseResponse__Output>): grpc.ClientUnaryCall;
  
  Replicate(argument: _proctor_failover_v1_ReplicateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_ReplicateResponse__Output>): grpc.ClientUnaryCall;
  Replicate(argument: _proctor_failover_v1_ReplicateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_ReplicateResponse__Output>): grpc.ClientUnaryCall;
  Replicate(argument: _proctor_failover_v1_ReplicateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_ReplicateResponse__Output>): grpc.ClientUnaryCall;
  Replicate(argument: _proctor_failover_v1_ReplicateRequest, callback: grpc.requestCallback<_proctor_failover_v1_ReplicateResponse__Output>): grpc.ClientUnaryCall;
  replicate(argument: _proctor_failover_v1_ReplicateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_ReplicateResponse__Output>): grpc.ClientUnaryCall;
  replicate(argument: _proctor_failover_v1_ReplicateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_ReplicateResponse__Output>): grpc.ClientUnaryCall;
  replicate(argument: _proctor_failover_v1_ReplicateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_ReplicateResponse__Output>): grpc.ClientUnaryCall;
  replicate(argument: _proctor_failover_v1_ReplicateRequest, callback: grpc.requestCallback<_proctor_failover_v1_ReplicateResponse__Output>): grpc.ClientUnaryCall;
  
  Survey(argument: _proctor_failover_v1_SurveyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_State__Output>): grpc.ClientUnaryCall;
  Survey(argument: _proctor_failover_v1_SurveyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_State__Output>): grpc.ClientUnaryCall;
  Survey(argument: _proctor_failover_v1_SurveyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_State__Output>): grpc.ClientUnaryCall;
  Survey(argument: _proctor_failover_v1_SurveyRequest, callback: grpc.requestCallback<_proctor_failover_v1_State__Output>): grpc.ClientUnaryCall;
  survey(argument: _proctor_failover_v1_SurveyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_State__Output>): grpc.ClientUnaryCall;
  survey(argument: _proctor_failover_v1_SurveyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_State__Output>): grpc.ClientUnaryCall;
  survey(argument: _proctor_failover_v1_SurveyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_State__Output>): grpc.ClientUnaryCall;
  survey(argument: _proctor_failover_v1_SurveyRequest, callback: grpc.requestCallback<_proctor_failover_v1_State__Output>): grpc.ClientUnaryCall;
  
}

export interface PeerHandlers extends grpc.UntypedServiceImplementation {
  AwaitCommit: grpc.handleUnaryCall<_proctor_failover_v1_AwaitCommitRequest__Output, _proctor_failover_v1_AwaitCommitResponse>;
  
  Forward: grpc.handleUnaryCall<_proctor_failover_v1_ForwardRequest__Output, _proctor_failover_v1_ForwardResponse>;
  
  Heartbeat: grpc.handleUnaryCall<_proctor_failover_v1_HeartbeatRequest__Output, _proctor_failover_v1_HeartbeatResponse>;
  
  Promise: grpc.handleUnaryCall<_proctor_failover_v1_PromiseRequest__Output, _proctor_failover_v1_PromiseResponse>;
  
  Replicate: grpc.handleUnaryCall<_proctor_failover_v1_ReplicateRequest__Output, _proctor_failover_v1_ReplicateResponse>;
  
  Survey: grpc.handleUnaryCall<_proctor_failover_v1_SurveyRequest__Output, _proctor_failover_v1_State>;
  
}

export interface PeerDefinition extends grpc.ServiceDefinition {
  AwaitCommit: MethodDefinition<_proctor_failover_v1_AwaitCommitRequest, _proctor_failover_v1_AwaitCommitResponse, _proctor_failover_v1_AwaitCommitRequest__Output, _proctor_failover_v1_AwaitCommitResponse__Output>
  Forward: MethodDefinition<_proctor_failover_v1_ForwardRequest, _proctor_failover_v1_ForwardResponse, _proctor_failover_v1_ForwardRequest__Output, _proctor_failover_v1_ForwardResponse__Output>
  Heartbeat: MethodDefinition<_proctor_failover_v1_HeartbeatRequest, _proctor_failover_v1_HeartbeatResponse, _proctor_failover_v1_HeartbeatRequest__Output, _proctor_failover_v1_HeartbeatResponse__Output>
  Promise: MethodDefinition<_proctor_failover_v1_PromiseRequest, _proctor_failover_v1_PromiseResponse, _proctor_failover_v1_PromiseRequest__Output, _proctor_failover_v1_PromiseResponse__Output>
  Replicate: MethodDefinition<_proctor_failover_v1_ReplicateRequest, _proctor_failover_v1_ReplicateResponse, _proctor_failover_v1_ReplicateRequest__Output, _proctor_failover_v1_ReplicateResponse__Output>
  Survey: MethodDefinition<_proctor_failover_v1_SurveyRequest, _proctor_failover_v1_State, _proctor_failover_v1_SurveyRequest__Output, _proctor_failover_v1_State__Output>
}
