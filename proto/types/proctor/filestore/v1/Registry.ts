// Original file: filestore.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { DeregisterRequest as _proctor_filestore_v1_DeregisterRequest, DeregisterRequest__Output as _proctor_filestore_v1_DeregisterRequest__Output } from '../../../proctor/filestore/v1/DeregisterRequest.ts';
import type { DeregisterResponse as _proctor_filestore_v1_DeregisterResponse, DeregisterResponse__Output as _proctor_filestore_v1_DeregisterResponse__Output } from '../../../proctor/filestore/v1/DeregisterResponse.ts';
import type { HeartbeatRequest as _proctor_filestore_v1_HeartbeatRequest, HeartbeatRequest__Output as _proctor_filestore_v1_HeartbeatRequest__Output } from '../../../proctor/filestore/v1/HeartbeatRequest.ts';
import type { HeartbeatResponse as _proctor_filestore_v1_HeartbeatResponse, HeartbeatResponse__Output as _proctor_filestore_v1_HeartbeatResponse__Output } from '../../../proctor/filestore/v1/HeartbeatResponse.ts';
import type { ListReplicasRequest as _proctor_filestore_v1_ListReplicasRequest, ListReplicasRequest__Output as _proctor_filestore_v1_ListReplicasRequest__Output } from '../../../proctor/filestore/v1/ListReplicasRequest.ts';
import type { ListReplicasResponse as _proctor_filestore_v1_ListReplicasResponse, ListReplicasResponse__Output as _proctor_filestore_v1_ListReplicasResponse__Output } from '../../../proctor/filestore/v1/ListReplicasResponse.ts';
import type { PickQuorumRequest as _proctor_filestore_v1_PickQuorumRequest, PickQuorumRequest__Output as _proctor_filestore_v1_PickQuorumRequest__Output } from '../../../proctor/filestore/v1/PickQuorumRequest.ts';
import type { PickQuorumResponse as _proctor_filestore_v1_PickQuorumResponse, PickQuorumResponse__Output as _proctor_filestore_v1_PickQuorumResponse__Output } from '../../../proctor/filestore/v1/PickQuorumResponse.ts';
import type { RegisterRequest as _proctor_filestore_v1_RegisterRequest, RegisterRequest__Output as _proctor_filestore_v1_RegisterRequest__Output } from '../../../proctor/filestore/v1/RegisterRequest.ts';
import type { RegisterResponse as _proctor_filestore_v1_RegisterResponse, RegisterResponse__Output as _proctor_filestore_v1_RegisterResponse__Output } from '../../../proctor/filestore/v1/RegisterResponse.ts';

export interface RegistryClient extends grpc.Client {
  Deregister(argument: _proctor_filestore_v1_DeregisterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_DeregisterResponse__Output>): grpc.ClientUnaryCall;
  Deregister(argument: _proctor_filestore_v1_DeregisterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_DeregisterResponse__Output>): grpc.ClientUnaryCall;
  Deregister(argument: _proctor_filestore_v1_DeregisterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_DeregisterResponse__Output>): grpc.ClientUnaryCall;
  Deregister(argument: _proctor_filestore_v1_DeregisterRequest, callback: grpc.requestCallback<_proctor_filestore_v1_DeregisterResponse__Output>): grpc.ClientUnaryCall;
  deregister(argument: _proctor_filestore_v1_DeregisterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_DeregisterResponse__Output>): grpc.ClientUnaryCall;
  deregister(argument: _proctor_filestore_v1_DeregisterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_DeregisterResponse__Output>): grpc.ClientUnaryCall;
  deregister(argument: _proctor_filestore_v1_DeregisterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_DeregisterResponse__Output>): grpc.ClientUnaryCall;
  deregister(argument: _proctor_filestore_v1_DeregisterRequest, callback: grpc.requestCallback<_proctor_filestore_v1_DeregisterResponse__Output>): grpc.ClientUnaryCall;
  
  Heartbeat(argument: _proctor_filestore_v1_HeartbeatRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  Heartbeat(argument: _proctor_filestore_v1_HeartbeatRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  Heartbeat(argument: _proctor_filestore_v1_HeartbeatRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  Heartbeat(argument: _proctor_filestore_v1_HeartbeatRequest, callback: grpc.requestCallback<_proctor_filestore_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _proctor_filestore_v1_HeartbeatRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _proctor_filestore_v1_HeartbeatRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _proctor_filestore_v1_HeartbeatRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _proctor_filestore_v1_HeartbeatRequest, callback: grpc.requestCallback<_proctor_filestore_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  
  ListReplicas(argument: _proctor_filestore_v1_ListReplicasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ListReplicasResponse__Output>): grpc.ClientUnaryCall;
  ListReplicas(argument: _proctor_filestore_v1_ListReplicasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ListReplicasResponse__Output>): grpc.ClientUnaryCall;
  ListReplicas(argument: _proctor_filestore_v1_ListReplicasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ListReplicasResponse__Output>): grpc.ClientUnaryCall;
  ListReplicas(argument: _proctor_filestore_v1_ListReplicasRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ListReplicasResponse__Output>): grpc.ClientUnaryCall;
  listReplicas(argument: _proctor_filestore_v1_ListReplicasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ListReplicasResponse__Output>): grpc.ClientUnaryCall;
  listReplicas(argument: _proctor_filestore_v1_ListReplicasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ListReplicasResponse__Output>): grpc.ClientUnaryCall;
  listReplicas(argument: _proctor_filestore_v1_ListReplicasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ListReplicasResponse__Output>): grpc.ClientUnaryCall;
  listReplicas(argument: _proctor_filestore_v1_ListReplicasRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ListReplicasResponse__Output>): grpc.ClientUnaryCall;
  
  PickQuorum(argument: _proctor_filestore_v1_PickQuorumRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_PickQuorumResponse__Output>): grpc.ClientUnaryCall;
  PickQuorum(argument: _proctor_filestore_v1_PickQuorumRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_PickQuorumResponse__Output>): grpc.ClientUnaryCall;
  PickQuorum(argument: _proctor_filestore_v1_PickQuorumRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_PickQuorumResponse__Output>): grpc.ClientUnaryCall;
  PickQuorum(argument: _proctor_filestore_v1_PickQuorumRequest, callback: grpc.requestCallback<_proctor_filestore_v1_PickQuorumResponse__Output>): grpc.ClientUnaryCall;
  pickQuorum(argument: _proctor_filestore_v1_PickQuorumRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_PickQuorumResponse__Output>): grpc.ClientUnaryCall;
  pickQuorum(argument: _proctor_filestore_v1_PickQuorumRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_PickQuorumResponse__Output>): grpc.ClientUnaryCall;
  pickQuorum(argument: _proctor_filestore_v1_PickQuorumRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_PickQuorumResponse__Output>): grpc.ClientUnaryCall;
  pickQuorum(argument: _proctor_filestore_v1_PickQuorumRequest, callback: grpc.requestCallback<_proctor_filestore_v1_PickQuorumResponse__Output>): grpc.ClientUnaryCall;
  
  Register(argument: _proctor_filestore_v1_RegisterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  Register(argument: _proctor_filestore_v1_RegisterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  Register(argument: _proctor_filestore_v1_RegisterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  Register(argument: _proctor_filestore_v1_RegisterRequest, callback: grpc.requestCallback<_proctor_filestore_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  register(argument: _proctor_filestore_v1_RegisterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  register(argument: _proctor_filestore_v1_RegisterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  register(argument: _proctor_filestore_v1_RegisterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  register(argument: _proctor_filestore_v1_RegisterRequest, callback: grpc.requestCallback<_proctor_filestore_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface RegistryHandlers extends grpc.UntypedServiceImplementation {
  Deregister: grpc.handleUnaryCall<_proctor_filestore_v1_DeregisterRequest__Output, _proctor_filestore_v1_DeregisterResponse>;
  
  Heartbeat: grpc.handleUnaryCall<_proctor_filestore_v1_HeartbeatRequest__Output, _proctor_filestore_v1_HeartbeatResponse>;
  
  ListReplicas: grpc.handleUnaryCall<_proctor_filestore_v1_ListReplicasRequest__Output, _proctor_filestore_v1_ListReplicasResponse>;
  
  PickQuorum: grpc.handleUnaryCall<_proctor_filestore_v1_PickQuorumRequest__Output, _proctor_filestore_v1_PickQuorumResponse>;
  
  Register: grpc.handleUnaryCall<_proctor_filestore_v1_RegisterRequest__Output, _proctor_filestore_v1_RegisterResponse>;
  
}

export interface RegistryDefinition extends grpc.ServiceDefinition {
  Deregister: MethodDefinition<_proctor_filestore_v1_DeregisterRequest, _proctor_filestore_v1_DeregisterResponse, _proctor_filestore_v1_DeregisterRequest__Output, _proctor_filestore_v1_DeregisterResponse__Output>
  Heartbeat: MethodDefinition<_proctor_filestore_v1_HeartbeatRequest, _proctor_filestore_v1_HeartbeatResponse, _proctor_filestore_v1_HeartbeatRequest__Output, _proctor_filestore_v1_HeartbeatResponse__Output>
  ListReplicas: MethodDefinition<_proctor_filestore_v1_ListReplicasRequest, _proctor_filestore_v1_ListReplicasResponse, _proctor_filestore_v1_ListReplicasRequest__Output, _proctor_filestore_v1_ListReplicasResponse__Output>
  PickQuorum: MethodDefinition<_proctor_filestore_v1_PickQuorumRequest, _proctor_filestore_v1_PickQuorumResponse, _proctor_filestore_v1_PickQuorumRequest__Output, _proctor_filestore_v1_PickQuorumResponse__Output>
  Register: MethodDefinition<_proctor_filestore_v1_RegisterRequest, _proctor_filestore_v1_RegisterResponse, _proctor_filestore_v1_RegisterRequest__Output, _proctor_filestore_v1_RegisterResponse__Output>
}
