// Original file: mapreduce.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { FetchRequest as _proctor_mapreduce_v1_FetchRequest, FetchRequest__Output as _proctor_mapreduce_v1_FetchRequest__Output } from '../../../proctor/mapreduce/v1/FetchRequest.ts';
import type { FetchResponse as _proctor_mapreduce_v1_FetchResponse, FetchResponse__Output as _proctor_mapreduce_v1_FetchResponse__Output } from '../../../proctor/mapreduce/v1/FetchResponse.ts';

export interface MapperClient extends grpc.Client {
  Fetch(argument: _proctor_mapreduce_v1_FetchRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_mapreduce_v1_FetchResponse__Output>;
  Fetch(argument: _proctor_mapreduce_v1_FetchRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_mapreduce_v1_FetchResponse__Output>;
  fetch(argument: _proctor_mapreduce_v1_FetchRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_mapreduce_v1_FetchResponse__Output>;
  fetch(argument: _proctor_mapreduce_v1_FetchRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_mapreduce_v1_FetchResponse__Output>;
  
}

export interface MapperHandlers extends grpc.UntypedServiceImplementation {
  Fetch: grpc.handleServerStreamingCall<_proctor_mapreduce_v1_FetchRequest__Output, _proctor_mapreduce_v1_FetchResponse>;
  
}

export interface MapperDefinition extends grpc.ServiceDefinition {
  Fetch: MethodDefinition<_proctor_mapreduce_v1_FetchRequest, _proctor_mapreduce_v1_FetchResponse, _proctor_mapreduce_v1_FetchRequest__Output, _proctor_mapreduce_v1_FetchResponse__Output>
}
