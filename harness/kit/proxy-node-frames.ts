/** A proxy's end of a stream of frames (`nodes/host/frames.ts`) to its node. */
import {
  type ClientHttp2Stream,
  constants,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
} from "node:http2";
import { maxWireBytes, requestsCodec, responsesCodec } from "../../nodes/host/frames.ts";
import { statusCodes } from "../../nodes/host/rpc-error.ts";
import type { Request__Output } from "../../proto/types/proctor/host/v1/Request.ts";
import type { Response } from "../../proto/types/proctor/host/v1/Response.ts";
import { framed, MessageSplitter, orClose } from "./grpc-messages.ts";
import type { Upstream } from "./proxy-upstream.ts";

export class NodeFrames {
  readonly #stream: ClientHttp2Stream;
  readonly #answers = new Map<number, (answer: Response | undefined) => void>();
  #lastId = 0;
  #open = true;
  /** Where the status is: the trailers, or the headers of an answer without messages. */
  #status: IncomingHttpHeaders = {};

  private constructor(stream: ClientHttp2Stream) {
    this.#stream = stream;
    const splitter = new MessageSplitter(maxWireBytes);
    stream.on("error", () => {});
    stream.on("response", (headers) => {
      this.#status = headers;
    });
    stream.on("trailers", (trailers) => {
      this.#status = trailers;
    });
    const receive = (message: Buffer) => this.#receive(message);
    stream.on("data", (chunk: Buffer) => orClose(stream, () => splitter.split(chunk).map(receive)));
    // This side of the stream would stay open by itself.
    stream.on("end", () => stream.close());
    stream.on("close", () => this.#end());
  }

  /**
   * @param headers of the caller's stream, which the node sees as they are
   * @throws Error when nobody listens there
   */
  static async open(upstream: Upstream, headers: IncomingHttpHeaders): Promise<NodeFrames> {
    const session = await upstream.session();
    return new NodeFrames(session.request({ ...headers } as OutgoingHttpHeaders));
  }

  /** Whether the node takes further calls on it. */
  get open(): boolean {
    return this.#open;
  }

  /** How the node said that it does not know frames, if it did. */
  get refusal(): IncomingHttpHeaders | undefined {
    const unimplemented = this.#status["grpc-status"] === String(statusCodes.UNIMPLEMENTED);
    return unimplemented ? this.#status : undefined;
  }

  /**
   * @returns the id under which the node knows the call, and its answer: under that id, whether
   *   the node gave it or has gone; undefined when it was cancelled or is refused
   */
  call(request: Request__Output): { id: number; answer: Promise<Response | undefined> } {
    const { promise, resolve } = Promise.withResolvers<Response | undefined>();
    this.#lastId += 1;
    const id = this.#lastId;
    if (this.#stream.closed) resolve(this.#lost(id));
    else this.#answers.set(id, resolve);
    this.#write(requestsCodec.encode({ requests: [{ ...request, id }] }));
    return { id, answer: promise };
  }

  cancel(id: number): void {
    this.#settle(id, undefined);
    this.#write(requestsCodec.encode({ cancelled: [id] }));
  }

  close(): void {
    this.#stream.close(constants.NGHTTP2_CANCEL);
  }

  #write(message: Buffer): void {
    if (!this.#stream.closed && !this.#stream.destroyed) this.#stream.write(framed(message));
  }

  #receive(message: Buffer): void {
    const { responses, stopping } = responsesCodec.decode(message);
    if (stopping) this.#open = false;
    for (const response of responses) this.#settle(response.id, response);
  }

  #settle(id: number, answer: Response | undefined): void {
    this.#answers.get(id)?.(answer);
    this.#answers.delete(id);
  }

  #end(): void {
    this.#open = false;
    for (const id of this.#answers.keys()) {
      this.#settle(id, this.refusal === undefined ? this.#lost(id) : undefined);
    }
  }

  /** In order: the node has answered all that it began. */
  #lost(id: number): Response {
    const definite = this.#status["grpc-status"] === String(statusCodes.OK);
    const details = definite ? "the node has stopped" : "Connection dropped";
    return { id, code: statusCodes.UNAVAILABLE, details, definite };
  }
}
