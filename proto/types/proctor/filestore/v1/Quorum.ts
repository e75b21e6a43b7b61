// Original file: filestore.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { FenceRequest as _proctor_filestore_v1_FenceRequest, FenceRequest__Output as _proctor_filestore_v1_FenceRequest__Output } from '../../../proctor/filestore/v1/FenceRequest.ts';
import type { FenceResponse as _proctor_filestore_v1_FenceResponse, FenceResponse__Output as _proctor_filestore_v1_FenceResponse__Output } from '../../../proctor/filestore/v1/FenceResponse.ts';
import type { InstallRequest as _proctor_filestore_v1_InstallRequest, InstallRequest__Output as _proctor_filestore_v1_InstallRequest__Output } from '../../../proctor/filestore/v1/InstallRequest.ts';
import type { InstallResponse as _proctor_filestore_v1_InstallResponse, InstallResponse__Output as _proctor_filestore_v1_InstallResponse__Output } from '../../../proctor/filestore/v1/InstallResponse.ts';
import type { ReleaseRequest as _proctor_filestore_v1_ReleaseRequest, ReleaseRequest__Output as _proctor_filestore_v1_ReleaseRequest__Output } from '../../../proctor/filestore/v1/ReleaseRequest.ts';
import type { ReleaseResponse as _proctor_filestore_v1_ReleaseResponse, ReleaseResponse__Output as _proctor_filestore_v1_ReleaseResponse__Output } from '../../../proctor/filestore/v1/ReleaseResponse.ts';
import type { ReserveRequest as _proctor_filestore_v1_ReserveRequest, ReserveRequest__Output as _proctor_filestore_v1_ReserveRequest__Output } from '../../../proctor/filestore/v1/ReserveRequest.ts';
import type { ReserveResponse as _proctor_filestore_v1_ReserveResponse, ReserveResponse__Output as _proctor_filestore_v1_ReserveResponse__Output } from '../../../proctor/filestore/v1/ReserveResponse.ts';

export interface QuorumClient extends grpc.Client {
  Fence(argument: _proctor_filestore_v1_FenceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  Fence(argument: _proctor_filestore_v1_FenceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  Fence(argument: _proctor_filestore_v1_FenceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  Fence(argument: _proctor_filestore_v1_FenceRequest, callback: grpc.requestCallback<_proctor_filestore_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  fence(argument: _proctor_filestore_v1_FenceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  fence(argument: _proctor_filestore_v1_FenceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  fence(argument: _proctor_filestore_v1_FenceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  fence(argument: _proctor_filestore_v1_FenceRequest, callback: grpc.requestCallback<_proctor_filestore_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  
  Install(argument: _proctor_filestore_v1_InstallRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_InstallResponse__Output>): grpc.ClientUnaryCall;
  Install(argument: _proctor_filestore_v1_InstallRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_InstallResponse__Output>): grpc.ClientUnaryCall;
  Install(argument: _proctor_filestore_v1_InstallRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_InstallResponse__Output>): grpc.ClientUnaryCall;
  Install(argument: _proctor_filestore_v1_InstallRequest, callback: grpc.requestCallback<_proctor_filestore_v1_InstallResponse__Output>): grpc.ClientUnaryCall;
  install(argument: _proctor_filestore_v1_InstallRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_InstallResponse__Output>): grpc.ClientUnaryCall;
  install(argument: _proctor_filestore_v1_InstallRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_InstallResponse__Output>): grpc.ClientUnaryCall;
  install(argument: _proctor_filestore_v1_InstallRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_InstallResponse__Output>): grpc.ClientUnaryCall;
  install(argument: _proctor_filestore_v1_InstallRequest, callback: grpc.requestCallback<_proctor_filestore_v1_InstallResponse__Output>): grpc.ClientUnaryCall;
  
  Release(argument: _proctor_filestore_v1_ReleaseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  Release(argument: _proctor_filestore_v1_ReleaseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  Release(argument: _proctor_filestore_v1_ReleaseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  Release(argument: _proctor_filestore_v1_ReleaseRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  release(argument: _proctor_filestore_v1_ReleaseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  release(argument: _proctor_filestore_v1_ReleaseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  release(argument: _proctor_filestore_v1_ReleaseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  release(argument: _proctor_filestore_v1_ReleaseRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  
  Reserve(argument: _proctor_filestore_v1_ReserveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  Reserve(argument: _proctor_filestore_v1_ReserveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  Reserve(argument: _proctor_filestore_v1_ReserveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  Reserve(argument: _proctor_filestore_v1_ReserveRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  reserve(argument: _proctor_filestore_v1_ReserveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  reserve(argument: _proctor_filestore_v1_ReserveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  reserve(argument: _proctor_filestore_v1_ReserveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  reserve(argument: _proctor_filestore_v1_ReserveRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ReserveResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface QuorumHandlers extends grpc.UntypedServiceImplementation {
  Fence: grpc.handleUnaryCall<_proctor_filestore_v1_FenceRequest__Output, _proctor_filestore_v1_FenceResponse>;
  
  Install: grpc.handleUnaryCall<_proctor_filestore_v1_InstallRequest__Output, _proctor_filestore_v1_InstallResponse>;
  
  Release: grpc.handleUnaryCall<_proctor_filestore_v1_ReleaseRequest__Output, _proctor_filestore_v1_ReleaseResponse>;
  
  Reserve: grpc.handleUnaryCall<_proctor_filestore_v1_ReserveRequest__Output, _proctor_filestore_v1_ReserveResponse>;
  
}

export interface QuorumDefinition extends grpc.ServiceDefinition {
  Fence: MethodDefinition<_proctor_filestore_v1_FenceRequest, _proctor_filestore_v1_FenceResponse, _proctor_filestore_v1_FenceRequest__Output, _proctor_filestore_v1_FenceResponse__Output>
  Install: MethodDefinition<_proctor_filestore_v1_InstallRequest, _proctor_filestore_v1_InstallResponse, _proctor_filestore_v1_InstallRequest__Output, _proctor_filestore_v1_InstallResponse__Output>
  Release: MethodDefinition<_proctor_filestore_v1_ReleaseRequest, _proctor_filestore_v1_ReleaseResponse, _proctor_filestore_v1_ReleaseRequest__Output, _proctor_filestore_v1_ReleaseResponse__Output>
  Reserve: MethodDefinition<_proctor_filestore_v1_ReserveRequest, _proctor_filestore_v1_ReserveResponse, _proctor_filestore_v1_ReserveRequest__Output, _proctor_filestore_v1_ReserveResponse__Output>
}
