/**
 * Calls as frames: on Bun a unary call of grpc-js costs 150 µs of processor time where it is served
 * and 250 µs where it is made, and a message on an open stream a fifth of that. So the unary calls
 * of one connection travel on one stream (`proto/host.proto`), with all frames of the same turn of
 * the event loop in one message. `frame-client.ts` and `frame-server.ts` are its two ends. Nodes,
 * and peers that don't know of it, see the same calls of gRPC as without it.
 */
import type { Request } from "../../proto/types/proctor/host/v1/Request.ts";
import type { Requests, Requests__Output } from "../../proto/types/proctor/host/v1/Requests.ts";
import type { Response } from "../../proto/types/proctor/host/v1/Response.ts";
import type { Responses, Responses__Output } from "../../proto/types/proctor/host/v1/Responses.ts";
import { RpcError } from "./rpc-error.ts";
import { loadRoot } from "./service.ts";

export const exchangePath = "/proctor.host.v1.Calls/Exchange";

/** A request or a response larger than this is refused with RESOURCE_EXHAUSTED. */
export const maxMessageBytes = 8 * 1024 * 1024;

/** Calls under way on one stream; further ones are refused with RESOURCE_EXHAUSTED. */
export const maxCalls = 10_000;

/** As long as a timer can wait. */
export const longestTimeoutMs = 2 ** 31 - 1;

export function tooMany(): RpcError {
  const details = `${maxCalls} calls are under way on this connection`;
  return new RpcError("RESOURCE_EXHAUSTED", details);
}

/** Frames of more than this together are not put into one message. */
export const fullMessageBytes = 256 * 1024;

/** The limit of grpc-js's messages: the largest response has a frame around it. */
export const maxWireBytes = maxMessageBytes + 1024;

/** More than a frame, or an entry of metadata, takes besides its text and its message. */
const overheadBytes = 64;

/** At least what a request takes on the wire. Paths and metadata are ASCII. */
export function requestBytes({ method = "", metadata = [], message = "" }: Request): number {
  let bytes = overheadBytes + method.length + message.length;
  for (const { key = "", value = "" } of metadata) {
    bytes += overheadBytes + key.length + value.length;
  }
  return bytes;
}

/** At least what a response takes on the wire, where a character may have three bytes. */
export function responseBytes({ details = "", message = "" }: Response): number {
  return overheadBytes + 3 * details.length + message.length;
}

/** The frames of each message; one that is too large beside others has a message of its own. */
export function messagesOf<Frame>(
  frames: Iterable<Frame>,
  bytesOf: (frame: Frame) => number,
): Frame[][] {
  const messages: Frame[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const frame of frames) {
    const more = bytesOf(frame);
    bytes += more;
    if (bytes <= fullMessageBytes) {
      messages.at(-1)?.push(frame);
    } else {
      messages.push([frame]);
      bytes = more;
    }
  }
  return messages;
}

const root = loadRoot("host");
const requestsType = root.lookupType("proctor.host.v1.Requests");
const responsesType = root.lookupType("proctor.host.v1.Responses");

/** Without protobufjs's conversions, which cost more than the rest and change nothing in frames. */
export const requestsCodec = {
  encode: (requests: Requests) => requestsType.encode(requests).finish() as Buffer,
  decode: (bytes: Buffer) => requestsType.decode(bytes) as unknown as Requests__Output,
};

export const responsesCodec = {
  encode: (responses: Responses) => responsesType.encode(responses).finish() as Buffer,
  decode: (bytes: Buffer) => responsesType.decode(bytes) as unknown as Responses__Output,
};
