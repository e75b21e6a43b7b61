/** The way back through a proxy: headers, messages and trailers of a node's answer. */
import {
  type ClientHttp2Stream,
  constants,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type ServerHttp2Stream,
  type ServerStreamResponseOptions,
} from "node:http2";
import { statusCodes } from "../../nodes/host/rpc-error.ts";

/**
 * Passes an answer on as it comes. From the first part on that does not pass, the caller hears
 * nothing more; the node is listened to until its end all the same.
 * @returns when the node has ended the call or has gone
 */
export function relayReply(
  upstream: ClientHttp2Stream,
  stream: ServerHttp2Stream,
  passes: () => boolean,
): Promise<void> {
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
    if (whole) trailers = headers;
    const options = whole ? { endStream: true } : { waitForTrailers: true };
    deliver(() => stream.respond(headers as OutgoingHttpHeaders, options));
  });
  stream.on("wantTrailers", () => stream.sendTrailers(trailers ?? dropped));
  upstream.on("trailers", (received) => {
    trailers = received;
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

/** What the trailers say when the node went away in the middle of its answer. */
const dropped = statusOf("Connection dropped");

function statusOf(details: string): OutgoingHttpHeaders {
  return { "grpc-status": String(statusCodes.UNAVAILABLE), "grpc-message": details };
}

/** The whole answer of a proxy whose node is not there, for `stream.respond`. */
export function unavailable(
  details: string,
): [headers: OutgoingHttpHeaders, options: ServerStreamResponseOptions] {
  const headers = { ":status": 200, "content-type": "application/grpc", ...statusOf(details) };
  return [headers, { endStream: true }];
}
