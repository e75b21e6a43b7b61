/**
 * The calls of one stream of frames (`nodes/host/frames.ts`) on their way through a proxy: each
 * meets its own faults, as a plain call does. Frames wait here without bound but that of the
 * callers, who have no more than so many calls under way.
 */
import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerHttp2Stream } from "node:http2";
import { maxWireBytes, requestsCodec, responsesCodec } from "../../nodes/host/frames.ts";
import { callerKey } from "../../nodes/host/grpc-call.ts";
import { statusCodes } from "../../nodes/host/rpc-error.ts";
import type { Request__Output } from "../../proto/types/proctor/host/v1/Request.ts";
import type { Response } from "../../proto/types/proctor/host/v1/Response.ts";
import { framed, MessageSplitter, orClose } from "./grpc-messages.ts";
import type { ProxiedCall, Traffic } from "./proxied-call.ts";
import { NodeFrames } from "./proxy-node-frames.ts";
import { notConnected } from "./proxy-reply.ts";
import type { Upstream } from "./proxy-upstream.ts";

/** Between whom, and under which traffic. */
export interface FrameRoute {
  readonly to: string;
  readonly traffic: Traffic;
  /** Undefined until it is known where the node is. */
  readonly upstream: () => Upstream | undefined;
}

/** Relays until the caller leaves and nothing of what it called is expected any more. */
export function relayFrames(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  route: FrameRoute,
): void {
  const relay = new FrameRelay(stream, headers, route);
  const splitter = new MessageSplitter(maxWireBytes);
  const receive = (message: Buffer) => relay.receive(message);
  stream.on("data", (chunk: Buffer) => orClose(stream, () => splitter.split(chunk).map(receive)));
  stream.on("close", () => relay.left());
}

class FrameRelay {
  readonly #stream: ServerHttp2Stream;
  readonly #headers: IncomingHttpHeaders;
  readonly #route: FrameRoute;
  /** Tells the node that the call of this id is given up. */
  readonly #cancels = new Map<number, () => void>();
  #node: Promise<NodeFrames> | undefined;
  /** Calls and copies that are still to be sent or to be answered. */
  #expected = 0;
  #trailers: OutgoingHttpHeaders = { "grpc-status": statusCodes.OK };

  constructor(stream: ServerHttp2Stream, headers: IncomingHttpHeaders, route: FrameRoute) {
    this.#stream = stream;
    this.#headers = headers;
    this.#route = route;
    stream.on("wantTrailers", () => stream.sendTrailers(this.#trailers));
  }

  receive(message: Buffer): void {
    const { requests, cancelled } = requestsCodec.decode(message);
    for (const request of requests) void this.#expecting(this.#relay(request));
    for (const id of cancelled) this.#cancels.get(id)?.();
  }

  /** The caller has gone away, and with it whoever waits for its calls. */
  left(): void {
    for (const cancel of this.#cancels.values()) cancel();
    void this.#expecting(Promise.resolve());
  }

  async #expecting(work: Promise<void>): Promise<void> {
    this.#expected += 1;
    await work;
    this.#expected -= 1;
    if (this.#expected > 0 || !this.#stream.closed) return;
    (await this.#node?.catch(() => undefined))?.close();
  }

  async #relay(request: Request__Output): Promise<void> {
    const { traffic, to } = this.#route;
    const method = request.method.split("/").at(-1) ?? "";
    const call = { method, from: String(this.#headers[callerKey] ?? "unknown"), to };
    const fault = traffic.faultOf(call);
    if (fault?.kind === "delay") await Bun.sleep(fault.delayMs);
    if (fault?.kind === "lose-request" || !traffic.passes(call, "request")) return;
    let node: NodeFrames;
    try {
      node = await this.#openNode();
    } catch (error) {
      const code = statusCodes.UNAVAILABLE;
      const refusal = { id: request.id, code, details: notConnected(error), definite: true };
      if (traffic.passes(call, "reply")) this.#send(refusal);
      return;
    }
    traffic.began(call);
    const { id, answer } = node.call(request);
    const doubled = fault?.kind === "duplicate";
    if (doubled) void this.#expecting(sendCopy(node, request, fault.delayMs));
    // To destroy the session would be a message: the caller would be told of an internal error.
    if (fault?.kind === "cut") this.#stream.session?.socket.resetAndDestroy();
    const loses = fault?.kind === "lose-reply" || fault?.kind === "cut";
    if (!loses) this.#cancels.set(request.id, () => this.#passCancellation(call, node, id));
    const response = await answer;
    this.#cancels.delete(request.id);
    traffic.ended(call);
    if (loses || !traffic.passes(call, "reply")) return;
    if (response !== undefined) {
      this.#send({ ...(doubled ? inDoubt(response) : response), id: request.id });
    } else if (node.refusal !== undefined) {
      this.#refuse(node.refusal);
    }
  }

  #openNode(): Promise<NodeFrames> {
    const earlier = this.#node;
    const open = async () => {
      const node = await earlier?.catch(() => undefined);
      if (node?.open) return node;
      const upstream = this.#route.upstream();
      if (upstream === undefined) throw new Error("the node has not been started");
      return NodeFrames.open(upstream, this.#headers);
    };
    this.#node = open();
    return this.#node;
  }

  #passCancellation(call: ProxiedCall, node: NodeFrames, id: number): void {
    if (this.#route.traffic.passes(call, "request")) node.cancel(id);
  }

  #send(response: Response): void {
    if (this.#stream.closed || this.#stream.destroyed || this.#stream.writableEnded) return;
    this.#respond();
    this.#stream.write(framed(responsesCodec.encode({ responses: [response] })));
  }

  /** The node does not know frames, so that its callers must call it plainly. */
  #refuse(refusal: IncomingHttpHeaders): void {
    if (this.#stream.closed || this.#stream.destroyed || this.#stream.writableEnded) return;
    this.#trailers = {
      "grpc-status": refusal["grpc-status"],
      "grpc-message": String(refusal["grpc-message"] ?? ""),
    };
    this.#respond();
    this.#stream.end();
  }

  #respond(): void {
    if (this.#stream.headersSent) return;
    const headers = { ":status": 200, "content-type": "application/grpc" };
    this.#stream.respond(headers, { waitForTrailers: true });
  }
}

/** Nobody waits for the answer to the copy. */
async function sendCopy(node: NodeFrames, request: Request__Output, delayMs: number) {
  await Bun.sleep(delayMs);
  await node.call(request).answer;
}

/** The other copy may yet be executed, so no refusal of this one is definite. */
function inDoubt(response: Response): Response {
  return response.code === statusCodes.OK ? response : { ...response, definite: false };
}
