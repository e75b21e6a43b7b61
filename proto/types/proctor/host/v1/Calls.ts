// Original file: host.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Requests as _proctor_host_v1_Requests, Requests__Output as _proctor_host_v1_Requests__Output } from '../../../proctor/host/v1/Requests.ts';
import type { Responses as _proctor_host_v1_Responses, Responses__Output as _proctor_host_v1_Responses__Output } from '../../../proctor/host/v1/Responses.ts';

export interface CallsClient extends grpc.Client {
  Exchange(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_proctor_host_v1_Requests, _proctor_host_v1_Responses__Output>;
  Exchange(options?: grpc.CallOptions): grpc.ClientDuplexStream<_proctor_host_v1_Requests, _proctor_host_v1_Responses__Output>;
  exchange(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_proctor_host_v1_Requests, _proctor_host_v1_Responses__Output>;
  exchange(options?: grpc.CallOptions): grpc.ClientDuplexStream<_proctor_host_v1_Requests, _proctor_host_v1_Responses__Output>;
  
}

export interface CallsHandlers extends grpc.UntypedServiceImplementation {
  Exchange: grpc.handleBidiStreamingCall<_proctor_host_v1_Requests__Output, _proctor_host_v1_Responses>;
  
}

export interface CallsDefinition extends grpc.ServiceDefinition {
  Exchange: MethodDefinition<_proctor_host_v1_Requests, _proctor_host_v1_Responses, _proctor_host_v1_Requests__Output, _proctor_host_v1_Responses__Output>
}
