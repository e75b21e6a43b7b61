/** The way back through a proxy: headers, messages and trailers of a node's answer. */
import {
  type ClientHttp2Stream,
  constants,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type ServerHttp2Stream,
  type ServerStreamResponseOptions,
} from "node:http2";
import { definiteKey } from "../../nodes/host/grpc-call.ts";
import { statusCodes } from "../../nodes/host/rpc-error.ts";

/**
 * Passes an answer on as it comes. From the first part on that does not pass, the caller hears
 * nothing more; the node is listened to until its end all the same.
 * @param doubled another copy of the request may yet be executed, so no refusal of this one is
 *   definite
 * @returns when the node has ended the call or has gone
 */
export function relayReply(
  upstream: ClientHttp2Stream,
  stream: ServerHttp2Stream,
  passes: () => boolean,
  doubled = false,
): Promise<void> {
  const amend = doubled ? withDoubt : (headers: IncomingHttpHeaders) => headers;
  let lost = false;
  const deliver = (act: () => void) => {
    lost ||= !passes();
    if (!lost && !stream.closed && !stream.destroyed) act();
  };
  let trailers: IncomingHttpHeaders | undefined;
  let answered = false;
  upstream.on("response", (headers, flags) => {
    answered = true;
    const whole = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
    if (whole) trailers = amend(headers);
    const options = whole ? { endStream: true } : { waitForTrailers: true };
    const passed = whole ? amend(headers) : headers;
    deliver(() => stream.respond(passed as OutgoingHttpHeaders, options));
  });
  stream.on("wantTrailers", () => stream.sendTrailers(trailers ?? dropped));
  upstream.on("trailers", (received) => {
    trailers = amend(received);
  });
  upstream.on("data", (chunk: Buffer) => {
    deliver(() => {
      if (stream.write(chunk)) return;
      upstream.pause();
      const resume = () => upstream.resume();
      stream.once("drain", resume).once("close", resume);
    });
  });
  upstream.on("end", () => deliver(() => answered && stream.end()));
  return new Promise((resolve) => {
    upstream.on("close", () => {
      if (!answered) deliver(() => stream.respond(...unavailable("Connection dropped")));
      else if (!stream.writableEnded) deliver(() => stream.end());
      resolve();
    });
  });
}

/** A refusal that says of itself that the call had no effect must not say so any more. */
function withDoubt(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return headers["grpc-status"] === "0" ? headers : { ...headers, [definiteKey]: "false" };
}

/** What the trailers say when the node went away in the middle of its answer. */
const dropped = statusOf("Connection dropped");

function statusOf(details: string): OutgoingHttpHeaders {
  return { "grpc-status": String(statusCodes.UNAVAILABLE), "grpc-message": details };
}

/** In grpc-js's words for a request that never left, so that callers know that for certain. */
export function notConnected(error: unknown): string {
  return `No connection established. Last error: ${(error as Error).message}`;
}

/** The whole answer of a proxy whose node is not there, for `stream.respond`. */
export function unavailable(
  details: string,
): [headers: OutgoingHttpHeaders, options: ServerStreamResponseOptions] {
  const headers = { ":status": 200, "content-type": "application/grpc", ...statusOf(details) };
  return [headers, { endStream: true }];
}
