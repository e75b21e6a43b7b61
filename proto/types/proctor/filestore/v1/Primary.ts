// Original file: filestore.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ForwardRequest as _proctor_filestore_v1_ForwardRequest, ForwardRequest__Output as _proctor_filestore_v1_ForwardRequest__Output } from '../../../proctor/filestore/v1/ForwardRequest.ts';
import type { ForwardResponse as _proctor_filestore_v1_ForwardResponse, ForwardResponse__Output as _proctor_filestore_v1_ForwardResponse__Output } from '../../../proctor/filestore/v1/ForwardResponse.ts';
import type { UpdateMembersRequest as _proctor_filestore_v1_UpdateMembersRequest, UpdateMembersRequest__Output as _proctor_filestore_v1_UpdateMembersRequest__Output } from '../../../proctor/filestore/v1/UpdateMembersRequest.ts';
import type { UpdateMembersResponse as _proctor_filestore_v1_UpdateMembersResponse, UpdateMembersResponse__Output as _proctor_filestore_v1_UpdateMembersResponse__Output } from '../../../proctor/filestore/v1/UpdateMembersResponse.ts';

export interface PrimaryClient extends grpc.Client {
  Forward(argument: _proctor_filestore_v1_ForwardRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ForwardResponse__Output>): grpc.ClientUnaryCall;
  Forward(argument: _proctor_filestore_v1_ForwardRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ForwardResponse__Output>): grpc.ClientUnaryCall;
  Forward(argument: _proctor_filestore_v1_ForwardRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ForwardResponse__Output>): grpc.ClientUnaryCall;
  Forward(argument: _proctor_filestore_v1_ForwardRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ForwardResponse__Output>): grpc.ClientUnaryCall;
  forward(argument: _proctor_filestore_v1_ForwardRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ForwardResponse__Output>): grpc.ClientUnaryCall;
  forward(argument: _proctor_filestore_v1_ForwardRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ForwardResponse__Output>): grpc.ClientUnaryCall;
  forward(argument: _proctor_filestore_v1_ForwardRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ForwardResponse__Output>): grpc.ClientUnaryCall;
  forward(argument: _proctor_filestore_v1_ForwardRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ForwardResponse__Output>): grpc.ClientUnaryCall;
  
  UpdateMembers(argument: _proctor_filestore_v1_UpdateMembersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_UpdateMembersResponse__Output>): grpc.ClientUnaryCall;
  UpdateMembers(argument: _proctor_filestore_v1_UpdateMembersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_UpdateMembersResponse__Output>): grpc.ClientUnaryCall;
  UpdateMembers(argument: _proctor_filestore_v1_UpdateMembersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_UpdateMembersResponse__Output>): grpc.ClientUnaryCall;
  UpdateMembers(argument: _proctor_filestore_v1_UpdateMembersRequest, callback: grpc.requestCallback<_proctor_filestore_v1_UpdateMembersResponse__Output>): grpc.ClientUnaryCall;
  updateMembers(argument: _proctor_filestore_v1_UpdateMembersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_UpdateMembersResponse__Output>): grpc.ClientUnaryCall;
  updateMembers(argument: _proctor_filestore_v1_UpdateMembersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_UpdateMembersResponse__Output>): grpc.ClientUnaryCall;
  updateMembers(argument: _proctor_filestore_v1_UpdateMembersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_UpdateMembersResponse__Output>): grpc.ClientUnaryCall;
  updateMembers(argument: _proctor_filestore_v1_UpdateMembersRequest, callback: grpc.requestCallback<_proctor_filestore_v1_UpdateMembersResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface PrimaryHandlers extends grpc.UntypedServiceImplementation {
  Forward: grpc.handleUnaryCall<_proctor_filestore_v1_ForwardRequest__Output, _proctor_filestore_v1_ForwardResponse>;
  
  UpdateMembers: grpc.handleUnaryCall<_proctor_filestore_v1_UpdateMembersRequest__Output, _proctor_filestore_v1_UpdateMembersResponse>;
  
}

export interface PrimaryDefinition extends grpc.ServiceDefinition {
  Forward: MethodDefinition<_proctor_filestore_v1_ForwardRequest, _proctor_filestore_v1_ForwardResponse, _proctor_filestore_v1_ForwardRequest__Output, _proctor_filestore_v1_ForwardResponse__Output>
  UpdateMembers: MethodDefinition<_proctor_filestore_v1_UpdateMembersRequest, _proctor_filestore_v1_UpdateMembersResponse, _proctor_filestore_v1_UpdateMembersRequest__Output, _proctor_filestore_v1_UpdateMembersResponse__Output>
}
