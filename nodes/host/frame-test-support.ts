/** Streams of frames whose other end is the test's own, for what no node of ours does. */
import {
  type ClientDuplexStream,
  Client as GrpcClient,
  Server as GrpcServer,
  type ServerDuplexStream,
  type ServiceError,
  type UntypedHandleCall,
} from "@grpc/grpc-js";
import { exchangePath, requestsCodec, responsesCodec } from "./frames.ts";
import type { Method } from "./service.ts";
import { Replica, testHost } from "./test-support.ts";
import { plaintext } from "./tls.ts";

const asItIs = (bytes: Buffer) => bytes;

export const readMethod = Replica.methods.get("read") as Method;

type Answering = ServerDuplexStream<ReturnType<typeof requestsCodec.decode>, Buffer>;

/** A server that does with a stream of frames what the test says, and `read` as a plain call. */
export async function serveFrames(exchange: (stream: Answering) => void) {
  const server = new GrpcServer();
  const opened: Answering[] = [];
  const onStream = (stream: Answering) => {
    opened.push(stream);
    stream.on("error", () => {});
    exchange(stream);
  };
  server.register(
    exchangePath,
    onStream as UntypedHandleCall,
    asItIs,
    requestsCodec.decode,
    "bidi",
  );
  let plainCalls = 0;
  const read = (_call: object, answer: (error: null, response: object) => void) => {
    plainCalls += 1;
    answer(null, { content: "plain" });
  };
  const { path, encodeResponse, decodeRequest } = readMethod;
  server.register(path, read as UntypedHandleCall, encodeResponse, decodeRequest, "unary");
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", plaintext.server, (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  const host = testHost();
  const address = `127.0.0.1:${port}`;
  return {
    address,
    client: host.connect(Replica, address),
    opened,
    plainCalls: () => plainCalls,
    [Symbol.dispose]() {
      host[Symbol.dispose]();
      server.forceShutdown();
    },
  };
}

type Calling = ClientDuplexStream<Buffer, ReturnType<typeof responsesCodec.decode>>;

/** A stream of frames to a node, with all that came back on it. */
export function openFrames(address: string) {
  const client = new GrpcClient(address, plaintext.client);
  const stream: Calling = client.makeBidiStreamRequest(exchangePath, asItIs, responsesCodec.decode);
  const received: ReturnType<typeof responsesCodec.decode>["responses"] = [];
  const ended = Promise.withResolvers<ServiceError | undefined>();
  stream.on("data", ({ responses }) => received.push(...responses));
  stream.on("error", (error: ServiceError) => ended.resolve(error));
  stream.on("end", () => ended.resolve(undefined));
  return {
    stream,
    received,
    /** The error with which the node ended the stream, if there is one. */
    ended: ended.promise,
    send: (requests: Parameters<typeof requestsCodec.encode>[0]) =>
      stream.write(requestsCodec.encode(requests)),
    [Symbol.dispose]() {
      stream.cancel();
      client.close();
    },
  };
}

/** The frame of a call of `read`. */
export function readFrame(id: number, uuid = "") {
  const message = readMethod.encodeRequest({ uuid });
  return { id, method: readMethod.path, timeoutMs: 5_000, message };
}
