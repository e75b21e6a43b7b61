/** etcd's key-value service for our own clients, from `etcd.proto` beside this file. */
import { join } from "node:path";
import type { handleUnaryCall } from "@grpc/grpc-js";
import { loadSync, type MethodDefinition, type ServiceDefinition } from "@grpc/proto-loader";
import type { Service } from "../../nodes/host/service.ts";

interface Header {
  readonly revision: string;
}
interface RangeRequest {
  readonly key: Uint8Array;
  readonly serializable?: boolean;
}
interface RangeResponse {
  readonly header: Header;
  readonly kvs?: readonly { readonly value: Uint8Array }[];
}
interface PutRequest {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}
interface PutResponse {
  readonly header: Header;
}

interface Handlers {
  readonly Range: handleUnaryCall<RangeRequest, RangeResponse>;
  readonly Put: handleUnaryCall<PutRequest, PutResponse>;
}
interface Definition {
  readonly Range: MethodDefinition<RangeRequest, RangeResponse, RangeRequest, RangeResponse>;
  readonly Put: MethodDefinition<PutRequest, PutResponse, PutRequest, PutResponse>;
}

const name = "etcdserverpb.KV";
// What is not set stays out, so that an answer that is encoded again has its length on the wire.
const loaded = loadSync(join(import.meta.dir, "etcd.proto"), { longs: String, keepCase: true });

export const EtcdKv: Service<Handlers, Definition> = {
  name,
  file: "etcd",
  methods: new Map(
    Object.entries(loaded[name] as ServiceDefinition).map(([methodName, method]) => [
      methodName.toLowerCase(),
      {
        name: methodName,
        path: method.path,
        responseStream: false,
        encodeRequest: method.requestSerialize,
        decodeRequest: method.requestDeserialize,
        encodeResponse: method.responseSerialize,
        decodeResponse: method.responseDeserialize,
      },
    ]),
  ),
};
