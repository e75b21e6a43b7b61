// Original file: byzantine.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { BribeRequest as _proctor_byzantine_v1_BribeRequest, BribeRequest__Output as _proctor_byzantine_v1_BribeRequest__Output } from '../../../proctor/byzantine/v1/BribeRequest.ts';
import type { BribeResponse as _proctor_byzantine_v1_BribeResponse, BribeResponse__Output as _proctor_byzantine_v1_BribeResponse__Output } from '../../../proctor/byzantine/v1/BribeResponse.ts';

export interface TraitorClient extends grpc.Client {
  Bribe(argument: _proctor_byzantine_v1_BribeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_BribeResponse__Output>): grpc.ClientUnaryCall;
  Bribe(argument: _proctor_byzantine_v1_BribeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_byzantine_v1_BribeResponse__Output>): grpc.ClientUnaryCall;
  Bribe(argument: _proctor_byzantine_v1_BribeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_BribeResponse__Output>): grpc.ClientUnaryCall;
  Bribe(argument: _proctor_byzantine_v1_BribeRequest, callback: grpc.requestCallback<_proctor_byzantine_v1_BribeResponse__Output>): grpc.ClientUnaryCall;
  bribe(argument: _proctor_byzantine_v1_BribeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_BribeResponse__Output>): grpc.ClientUnaryCall;
  bribe(argument: _proctor_byzantine_v1_BribeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_byzantine_v1_BribeResponse__Output>): grpc.ClientUnaryCall;
  bribe(argument: _proctor_byzantine_v1_BribeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_BribeResponse__Output>): grpc.ClientUnaryCall;
  bribe(argument: _proctor_byzantine_v1_BribeRequest, callback: grpc.requestCallback<_proctor_byzantine_v1_BribeResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface TraitorHandlers extends grpc.UntypedServiceImplementation {
  Bribe: grpc.handleUnaryCall<_proctor_byzantine_v1_BribeRequest__Output, _proctor_byzantine_v1_BribeResponse>;
  
}

export interface TraitorDefinition extends grpc.ServiceDefinition {
  Bribe: MethodDefinition<_proctor_byzantine_v1_BribeRequest, _proctor_byzantine_v1_BribeResponse, _proctor_byzantine_v1_BribeRequest__Output, _proctor_byzantine_v1_BribeResponse__Output>
}
