// Original file: filestore.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { DeleteRequest as _proctor_filestore_v1_DeleteRequest, DeleteRequest__Output as _proctor_filestore_v1_DeleteRequest__Output } from '../../../proctor/filestore/v1/DeleteRequest.ts';
import type { DeleteResponse as _proctor_filestore_v1_DeleteResponse, DeleteResponse__Output as _proctor_filestore_v1_DeleteResponse__Output } from '../../../proctor/filestore/v1/DeleteResponse.ts';
import type { ListRequest as _proctor_filestore_v1_ListRequest, ListRequest__Output as _proctor_filestore_v1_ListRequest__Output } from '../../../proctor/filestore/v1/ListRequest.ts';
import type { ListResponse as _proctor_filestore_v1_ListResponse, ListResponse__Output as _proctor_filestore_v1_ListResponse__Output } from '../../../proctor/filestore/v1/ListResponse.ts';
import type { ReadRequest as _proctor_filestore_v1_ReadRequest, ReadRequest__Output as _proctor_filestore_v1_ReadRequest__Output } from '../../../proctor/filestore/v1/ReadRequest.ts';
import type { ReadResponse as _proctor_filestore_v1_ReadResponse, ReadResponse__Output as _proctor_filestore_v1_ReadResponse__Output } from '../../../proctor/filestore/v1/ReadResponse.ts';
import type { WriteRequest as _proctor_filestore_v1_WriteRequest, WriteRequest__Output as _proctor_filestore_v1_WriteRequest__Output } from '../../../proctor/filestore/v1/WriteRequest.ts';
import type { WriteResponse as _proctor_filestore_v1_WriteResponse, WriteResponse__Output as _proctor_filestore_v1_WriteResponse__Output } from '../../../proctor/filestore/v1/WriteResponse.ts';

export interface ReplicaClient extends grpc.Client {
  Delete(argument: _proctor_filestore_v1_DeleteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_DeleteResponse__Output>): grpc.ClientUnaryCall;
  Delete(argument: _proctor_filestore_v1_DeleteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_DeleteResponse__Output>): grpc.ClientUnaryCall;
  Delete(argument: _proctor_filestore_v1_DeleteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_DeleteResponse__Output>): grpc.ClientUnaryCall;
  Delete(argument: _proctor_filestore_v1_DeleteRequest, callback: grpc.requestCallback<_proctor_filestore_v1_DeleteResponse__Output>): grpc.ClientUnaryCall;
  delete(argument: _proctor_filestore_v1_DeleteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_DeleteResponse__Output>): grpc.ClientUnaryCall;
  delete(argument: _proctor_filestore_v1_DeleteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_DeleteResponse__Output>): grpc.ClientUnaryCall;
  delete(argument: _proctor_filestore_v1_DeleteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_DeleteResponse__Output>): grpc.ClientUnaryCall;
  delete(argument: _proctor_filestore_v1_DeleteRequest, callback: grpc.requestCallback<_proctor_filestore_v1_DeleteResponse__Output>): grpc.ClientUnaryCall;
  
  List(argument: _proctor_filestore_v1_ListRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_filestore_v1_ListResponse__Output>;
  List(argument: _proctor_filestore_v1_ListRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_filestore_v1_ListResponse__Output>;
  list(argument: _proctor_filestore_v1_ListRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_filestore_v1_ListResponse__Output>;
  list(argument: _proctor_filestore_v1_ListRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_filestore_v1_ListResponse__Output>;
  
  Read(argument: _proctor_filestore_v1_ReadRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  Read(argument: _proctor_filestore_v1_ReadRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  Read(argument: _proctor_filestore_v1_ReadRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  Read(argument: _proctor_filestore_v1_ReadRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  read(argument: _proctor_filestore_v1_ReadRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  read(argument: _proctor_filestore_v1_ReadRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  read(argument: _proctor_filestore_v1_ReadRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  read(argument: _proctor_filestore_v1_ReadRequest, callback: grpc.requestCallback<_proctor_filestore_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  
  Write(argument: _proctor_filestore_v1_WriteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  Write(argument: _proctor_filestore_v1_WriteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  Write(argument: _proctor_filestore_v1_WriteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  Write(argument: _proctor_filestore_v1_WriteRequest, callback: grpc.requestCallback<_proctor_filestore_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  write(argument: _proctor_filestore_v1_WriteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  write(argument: _proctor_filestore_v1_WriteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_filestore_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  write(argument: _proctor_filestore_v1_WriteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_filestore_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  write(argument: _proctor_filestore_v1_WriteRequest, callback: grpc.requestCallback<_proctor_filestore_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface ReplicaHandlers extends grpc.UntypedServiceImplementation {
  Delete: grpc.handleUnaryCall<_proctor_filestore_v1_DeleteRequest__Output, _proctor_filestore_v1_DeleteResponse>;
  
  List: grpc.handleServerStreamingCall<_proctor_filestore_v1_ListRequest__Output, _proctor_filestore_v1_ListResponse>;
  
  Read: grpc.handleUnaryCall<_proctor_filestore_v1_ReadRequest__Output, _proctor_filestore_v1_ReadResponse>;
  
  Write: grpc.handleUnaryCall<_proctor_filestore_v1_WriteRequest__Output, _proctor_filestore_v1_WriteResponse>;
  
}

export interface ReplicaDefinition extends grpc.ServiceDefinition {
  Delete: MethodDefinition<_proctor_filestore_v1_DeleteRequest, _proctor_filestore_v1_DeleteResponse, _proctor_filestore_v1_DeleteRequest__Output, _proctor_filestore_v1_DeleteResponse__Output>
  List: MethodDefinition<_proctor_filestore_v1_ListRequest, _proctor_filestore_v1_ListResponse, _proctor_filestore_v1_ListRequest__Output, _proctor_filestore_v1_ListResponse__Output>
  Read: MethodDefinition<_proctor_filestore_v1_ReadRequest, _proctor_filestore_v1_ReadResponse, _proctor_filestore_v1_ReadRequest__Output, _proctor_filestore_v1_ReadResponse__Output>
  Write: MethodDefinition<_proctor_filestore_v1_WriteRequest, _proctor_filestore_v1_WriteResponse, _proctor_filestore_v1_WriteRequest__Output, _proctor_filestore_v1_WriteResponse__Output>
}
