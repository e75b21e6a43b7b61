// Original file: filestore.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ReplicateRequest as _proctor_filestore_v1_ReplicateRequest, ReplicateRequest__Output as _proctor_filestore_v1_ReplicateRequest__Output } from '../../../proctor/filestore/v1/ReplicateRequest.ts';
import type { ReplicateResponse as _proctor_filestore_v1_ReplicateResponse, ReplicateResponse__Output as _proctor_filestore_v1_ReplicateResponse__Output } from '../../../proctor/filestore/v1/ReplicateResponse.ts';

export interface BackupClient extends grpc.Client {
  Replicate(argument: _proctor_filestore_v1_ReplicateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ReplicateResponse__Output>): grpc.ClientUnaryCall;
  Replicate(argument: _proctor_filestore_v1_ReplicateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ReplicateResponse__Output>): grpc.ClientUnaryCall;
  Replicate(argument: _proctor_filestore_v1_ReplicateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ReplicateResponse__Output>): grpc.ClientUnaryCall;
  Replicate(argument: _proctor_filestore_v1_ReplicateRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ReplicateResponse__Output>): grpc.ClientUnaryCall;
  replicate(argument: _proctor_filestore_v1_ReplicateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ReplicateResponse__Output>): grpc.ClientUnaryCall;
  replicate(argument: _proctor_filestore_v1_ReplicateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ReplicateResponse__Output>): grpc.ClientUnaryCall;
  replicate(argument: _proctor_filestore_v1_ReplicateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ReplicateResponse__Output>): grpc.ClientUnaryCall;
  replicate(argument: _proctor_filestore_v1_ReplicateRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ReplicateResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface BackupHandlers extends grpc.UntypedServiceImplementation {
  Replicate: grpc.handleUnaryCall<_proctor_filestore_v1_ReplicateRequest__Output, _proctor_filestore_v1_ReplicateResponse>;
  
}

export interface BackupDefinition extends grpc.ServiceDefinition {
  Replicate: MethodDefinition<_proctor_filestore_v1_ReplicateRequest, _proctor_filestore_v1_ReplicateResponse, _proctor_filestore_v1_ReplicateRequest__Output, _proctor_filestore_v1_ReplicateResponse__Output>
}
