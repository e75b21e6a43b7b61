// Original file: failover.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { DeleteRequest as _proctor_failover_v1_DeleteRequest, DeleteRequest__Output as _proctor_failover_v1_DeleteRequest__Output } from '../../../proctor/failover/v1/DeleteRequest.ts';
import type { GetRequest as _proctor_failover_v1_GetRequest, GetRequest__Output as _proctor_failover_v1_GetRequest__Output } from '../../../proctor/failover/v1/GetRequest.ts';
import type { GetResponse as _proctor_failover_v1_GetResponse, GetResponse__Output as _proctor_failover_v1_GetResponse__Output } from '../../../proctor/failover/v1/GetResponse.ts';
import type { PutRequest as _proctor_failover_v1_PutRequest, PutRequest__Output as _proctor_failover_v1_PutRequest__Output } from '../../../proctor/failover/v1/PutRequest.ts';
import type { ScanRequest as _proctor_failover_v1_ScanRequest, ScanRequest__Output as _proctor_failover_v1_ScanRequest__Output } from '../../../proctor/failover/v1/ScanRequest.ts';
import type { ScanResponse as _proctor_failover_v1_ScanResponse, ScanResponse__Output as _proctor_failover_v1_ScanResponse__Output } from '../../../proctor/failover/v1/ScanResponse.ts';
import type { StatusRequest as _proctor_failover_v1_StatusRequest, StatusRequest__Output as _proctor_failover_v1_StatusRequest__Output } from '../../../proctor/failover/v1/StatusRequest.ts';
import type { StatusResponse as _proctor_failover_v1_StatusResponse, StatusResponse__Output as _proctor_failover_v1_StatusResponse__Output } from '../../../proctor/failover/v1/StatusResponse.ts';
import type { WriteResponse as _proctor_failover_v1_WriteResponse, WriteResponse__Output as _proctor_failover_v1_WriteResponse__Output } from '../../../proctor/failover/v1/WriteResponse.ts';

export interface StoreClient extends grpc.Client {
  Delete(argument: _proctor_failover_v1_DeleteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  Delete(argument: _proctor_failover_v1_DeleteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  Delete(argument: _proctor_failover_v1_DeleteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  Delete(argument: _proctor_failover_v1_DeleteRequest, callback: grpc.requestCallback<_proctor_failover_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  delete(argument: _proctor_failover_v1_DeleteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  delete(argument: _proctor_failover_v1_DeleteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  delete(argument: _proctor_failover_v1_DeleteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  delete(argument: _proctor_failover_v1_DeleteRequest, callback: grpc.requestCallback<_proctor_failover_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  
  Get(argument: _proctor_failover_v1_GetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_GetResponse__Output>): grpc.ClientUnaryCall;
  Get(argument: _proctor_failover_v1_GetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_GetResponse__Output>): grpc.ClientUnaryCall;
  Get(argument: _proctor_failover_v1_GetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_GetResponse__Output>): grpc.ClientUnaryCall;
  Get(argument: _proctor_failover_v1_GetRequest, callback: grpc.requestCallback<_proctor_failover_v1_GetResponse__Output>): grpc.ClientUnaryCall;
  get(argument: _proctor_failover_v1_GetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_GetResponse__Output>): grpc.ClientUnaryCall;
  get(argument: _proctor_failover_v1_GetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_GetResponse__Output>): grpc.ClientUnaryCall;
  get(argument: _proctor_failover_v1_GetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_GetResponse__Output>): grpc.ClientUnaryCall;
  get(argument: _proctor_failover_v1_GetRequest, callback: grpc.requestCallback<_proctor_failover_v1_GetResponse__Output>): grpc.ClientUnaryCall;
  
  Put(argument: _proctor_failover_v1_PutRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  Put(argument: _proctor_failover_v1_PutRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  Put(argument: _proctor_failover_v1_PutRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  Put(argument: _proctor_failover_v1_PutRequest, callback: grpc.requestCallback<_proctor_failover_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  put(argument: _proctor_failover_v1_PutRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  put(argument: _proctor_failover_v1_PutRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  put(argument: _proctor_failover_v1_PutRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  put(argument: _proctor_failover_v1_PutRequest, callback: grpc.requestCallback<_proctor_failover_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  
  Scan(argument: _proctor_failover_v1_ScanRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_failover_v1_ScanResponse__Output>;
  Scan(argument: _proctor_failover_v1_ScanRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_failover_v1_ScanResponse__Output>;
  scan(argument: _proctor_failover_v1_ScanRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_failover_v1_ScanResponse__Output>;
  scan(argument: _proctor_failover_v1_ScanRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_failover_v1_ScanResponse__Output>;
  
  Status(argument: _proctor_failover_v1_StatusRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_StatusResponse__Output>): grpc.ClientUnaryCall;
  Status(argument: _proctor_failover_v1_StatusRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_StatusResponse__Output>): grpc.ClientUnaryCall;
  Status(argument: _proctor_failover_v1_StatusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_StatusResponse__Output>): grpc.ClientUnaryCall;
  Status(argument: _proctor_failover_v1_StatusRequest, callback: grpc.requestCallback<_proctor_failover_v1_StatusResponse__Output>): grpc.ClientUnaryCall;
  status(argument: _proctor_failover_v1_StatusRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_StatusResponse__Output>): grpc.ClientUnaryCall;
  status(argument: _proctor_failover_v1_StatusRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_failover_v1_StatusResponse__Output>): grpc.ClientUnaryCall;
  status(argument: _proctor_failover_v1_StatusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_failover_v1_StatusResponse__Output>): grpc.ClientUnaryCall;
  status(argument: _proctor_failover_v1_StatusRequest, callback: grpc.requestCallback<_proctor_failover_v1_StatusResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface StoreHandlers extends grpc.UntypedServiceImplementation {
  Delete: grpc.handleUnaryCall<_proctor_failover_v1_DeleteRequest__Output, _proctor_failover_v1_WriteResponse>;
  
  Get: grpc.handleUnaryCall<_proctor_failover_v1_GetRequest__Output, _proctor_failover_v1_GetResponse>;
  
  Put: grpc.handleUnaryCall<_proctor_failover_v1_PutRequest__Output, _proctor_failover_v1_WriteResponse>;
  
  Scan: grpc.handleServerStreamingCall<_proctor_failover_v1_ScanRequest__Output, _proctor_failover_v1_ScanResponse>;
  
  Status: grpc.handleUnaryCall<_proctor_failover_v1_StatusRequest__Output, _proctor_failover_v1_StatusResponse>;
  
}

export interface StoreDefinition extends grpc.ServiceDefinition {
  Delete: MethodDefinition<_proctor_failover_v1_DeleteRequest, _proctor_failover_v1_WriteResponse, _proctor_failover_v1_DeleteRequest__Output, _proctor_failover_v1_WriteResponse__Output>
  Get: MethodDefinition<_proctor_failover_v1_GetRequest, _proctor_failover_v1_GetResponse, _proctor_failover_v1_GetRequest__Output, _proctor_failover_v1_GetResponse__Output>
  Put: MethodDefinition<_proctor_failover_v1_PutRequest, _proctor_failover_v1_WriteResponse, _proctor_failover_v1_PutRequest__Output, _proctor_failover_v1_WriteResponse__Output>
  Scan: MethodDefinition<_proctor_failover_v1_ScanRequest, _proctor_failover_v1_ScanResponse, _proctor_failover_v1_ScanRequest__Output, _proctor_failover_v1_ScanResponse__Output>
  Status: MethodDefinition<_proctor_failover_v1_StatusRequest, _proctor_failover_v1_StatusResponse, _proctor_failover_v1_StatusRequest__Output, _proctor_failover_v1_StatusResponse__Output>
}
