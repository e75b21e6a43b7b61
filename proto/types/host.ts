import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { CallsClient as _proctor_host_v1_CallsClient, CallsDefinition as _proctor_host_v1_CallsDefinition } from './proctor/host/v1/Calls.ts';
import type { MetadataEntry as _proctor_host_v1_MetadataEntry, MetadataEntry__Output as _proctor_host_v1_MetadataEntry__Output } from './proctor/host/v1/MetadataEntry.ts';
import type { Request as _proctor_host_v1_Request, Request__Output as _proctor_host_v1_Request__Output } from './proctor/host/v1/Request.ts';
import type { Requests as _proctor_host_v1_Requests, Requests__Output as _proctor_host_v1_Requests__Output } from './proctor/host/v1/Requests.ts';
import type { Response as _proctor_host_v1_Response, Response__Output as _proctor_host_v1_Response__Output } from './proctor/host/v1/Response.ts';
import type { Responses as _proctor_host_v1_Responses, Responses__Output as _proctor_host_v1_Responses__Output } from './proctor/host/v1/Responses.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  proctor: {
    host: {
      v1: {
        Calls: SubtypeConstructor<typeof grpc.Client, _proctor_host_v1_CallsClient> & { service: _proctor_host_v1_CallsDefinition }
        MetadataEntry: MessageTypeDefinition<_proctor_host_v1_MetadataEntry, _proctor_host_v1_MetadataEntry__Output>
        Request: MessageTypeDefinition<_proctor_host_v1_Request, _proctor_host_v1_Request__Output>
        Requests: MessageTypeDefinition<_proctor_host_v1_Requests, _proctor_host_v1_Requests__Output>
        Response: MessageTypeDefinition<_proctor_host_v1_Response, _proctor_host_v1_Response__Output>
        Responses: MessageTypeDefinition<_proctor_host_v1_Responses, _proctor_host_v1_Responses__Output>
      }
    }
  }
}

