// Original file: filestore.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ClientAnswer as _proctor_filestore_v1_ClientAnswer, ClientAnswer__Output as _proctor_filestore_v1_ClientAnswer__Output } from '../../../proctor/filestore/v1/ClientAnswer.ts';
import type { DeleteRequest as _proctor_filestore_v1_DeleteRequest, DeleteRequest__Output as _proctor_filestore_v1_DeleteRequest__Output } from '../../../proctor/filestore/v1/DeleteRequest.ts';
import type { ReadAtRequest as _proctor_filestore_v1_ReadAtRequest, ReadAtRequest__Output as _proctor_filestore_v1_ReadAtRequest__Output } from '../../../proctor/filestore/v1/ReadAtRequest.ts';
import type { ReadRequest as _proctor_filestore_v1_ReadRequest, ReadRequest__Output as _proctor_filestore_v1_ReadRequest__Output } from '../../../proctor/filestore/v1/ReadRequest.ts';
import type { WriteRequest as _proctor_filestore_v1_WriteRequest, WriteRequest__Output as _proctor_filestore_v1_WriteRequest__Output } from '../../../proctor/filestore/v1/WriteRequest.ts';

export interface ClientClient extends grpc.Client {
  Delete(argument: _proctor_filestore_v1_DeleteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  Delete(argument: _proctor_filestore_v1_DeleteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  Delete(argument: _proctor_filestore_v1_DeleteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  Delete(argument: _proctor_filestore_v1_DeleteRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  delete(argument: _proctor_filestore_v1_DeleteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  delete(argument: _proctor_filestore_v1_DeleteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  delete(argument: _proctor_filestore_v1_DeleteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  delete(argument: _proctor_filestore_v1_DeleteRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  
  Read(argument: _proctor_filestore_v1_ReadRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  Read(argument: _proctor_filestore_v1_ReadRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  Read(argument: _proctor_filestore_v1_ReadRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  Read(argument: _proctor_filestore_v1_ReadRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  read(argument: _proctor_filestore_v1_ReadRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  read(argument: _proctor_filestore_v1_ReadRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  read(argument: _proctor_filestore_v1_ReadRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  read(argument: _proctor_filestore_v1_ReadRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  
  ReadAt(argument: _proctor_filestore_v1_ReadAtRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  ReadAt(argument: _proctor_filestore_v1_ReadAtRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  ReadAt(argument: _proctor_filestore_v1_ReadAtRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  ReadAt(argument: _proctor_filestore_v1_ReadAtRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  readAt(argument: _proctor_filestore_v1_ReadAtRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  readAt(argument: _proctor_filestore_v1_ReadAtRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  readAt(argument: _proctor_filestore_v1_ReadAtRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  readAt(argument: _proctor_filestore_v1_ReadAtRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  
  Write(argument: _proctor_filestore_v1_WriteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  Write(argument: _proctor_filestore_v1_WriteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  Write(argument: _proctor_filestore_v1_WriteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  Write(argument: _proctor_filestore_v1_WriteRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  write(argument: _proctor_filestore_v1_WriteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  write(argument: _proctor_filestore_v1_WriteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  write(argument: _proctor_filestore_v1_WriteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  write(argument: _proctor_filestore_v1_WriteRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ClientAnswer__Output>): grpc.ClientUnaryCall;
  
}

export interface ClientHandlers extends grpc.UntypedServiceImplementation {
  Delete: grpc.handleUnaryCall<_proctor_filestore_v1_DeleteRequest__Output, _proctor_filestore_v1_ClientAnswer>;
  
  Read: grpc.handleUnaryCall<_proctor_filestore_v1_ReadRequest__Output, _proctor_filestore_v1_ClientAnswer>;
  
  ReadAt: grpc.handleUnaryCall<_proctor_filestore_v1_ReadAtRequest__Output, _proctor_filestore_v1_ClientAnswer>;
  
  Write: grpc.handleUnaryCall<_proctor_filestore_v1_WriteRequest__Output, _proctor_filestore_v1_ClientAnswer>;
  
}

export interface ClientDefinition extends grpc.ServiceDefinition {
  Delete: MethodDefinition<_proctor_filestore_v1_DeleteRequest, _proctor_filestore_v1_ClientAnswer, _proctor_filestore_v1_DeleteRequest__Output, _proctor_filestore_v1_ClientAnswer__Output>
  Read: MethodDefinition<_proctor_filestore_v1_ReadRequest, _proctor_filestore_v1_ClientAnswer, _proctor_filestore_v1_ReadRequest__Output, _proctor_filestore_v1_ClientAnswer__Output>
  ReadAt: MethodDefinition<_proctor_filestore_v1_ReadAtRequest, _proctor_filestore_v1_ClientAnswer, _proctor_filestore_v1_ReadAtRequest__Output, _proctor_filestore_v1_ClientAnswer__Output>
  Write: MethodDefinition<_proctor_filestore_v1_WriteRequest, _proctor_filestore_v1_ClientAnswer, _proctor_filestore_v1_WriteRequest__Output, _proctor_filestore_v1_ClientAnswer__Output>
}
