/**
 * A proxy in front of one node. It speaks HTTP/2 as gRPC does and passes unary and server-streaming
 * calls on byte for byte: paths, metadata, deadlines, messages and trailers. It knows the method
 * from the path and the caller from its metadata, never the messages, so it serves any system. Of
 * calls that travel as frames it knows the same (`proxy-frames.ts`).
 * What befalls a call is decided by its `Traffic`. To lose a message is to be silent, as a network
 * is: the caller learns of it by its deadline.
 */
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  constants,
  createServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import type { AddressInfo } from "node:net";
import { exchangePath, maxWireBytes } from "../../nodes/host/frames.ts";
import { callerKey } from "../../nodes/host/grpc-call.ts";
import type { CallFault, ProxiedCall, Traffic } from "./proxied-call.ts";
import { relayFrames } from "./proxy-frames.ts";
import { notConnected, relayReply, unavailable } from "./proxy-reply.ts";
import { Upstream } from "./proxy-upstream.ts";

/** With the five bytes that gRPC puts in front of a message. */
const maxRequestBytes = maxWireBytes + 5;

export class NodeProxy {
  readonly id: string;
  readonly #traffic: Traffic;
  readonly #server: Http2Server;
  readonly #sessions = new Set<ServerHttp2Session>();
  #upstream: Upstream | undefined;
  /** Of its own, as the callers' are (`nodes/host/grpc-client.ts`). */
  #frames: Upstream | undefined;

  private constructor(id: string, traffic: Traffic) {
    this.id = id;
    this.#traffic = traffic;
    this.#server = createServer();
    this.#server.on("session", (session) => {
      this.#sessions.add(session);
      session.on("close", () => this.#sessions.delete(session));
      session.on("error", () => {});
    });
    this.#server.on("stream", (stream, headers) => {
      void this.#serve(stream as ServerHttp2Stream, headers);
    });
  }

  /** Listens in front of the node of this id, on a port that the system chooses. */
  static async start(id: string, traffic: Traffic): Promise<NodeProxy> {
    const proxy = new NodeProxy(id, traffic);
    await new Promise<void>((resolve, reject) => {
      proxy.#server.once("error", reject);
      proxy.#server.listen(0, "127.0.0.1", resolve);
    });
    return proxy;
  }

  /** `host:port` to tell others. */
  get address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Where the node itself listens. Until this is known, callers are told that nobody is there. */
  aim(address: string): void {
    this.#upstream?.close();
    this.#upstream = new Upstream(address);
    this.#frames?.close();
    this.#frames = new Upstream(address);
  }

  /** Breaks all connections. */
  close(): void {
    this.#server.close();
    for (const session of this.#sessions) session.destroy();
    this.#upstream?.close();
    this.#frames?.close();
  }

  async #serve(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): Promise<void> {
    stream.on("error", () => {});
    if (headers[":path"] === exchangePath) {
      const route = { to: this.id, traffic: this.#traffic, upstream: () => this.#frames };
      relayFrames(stream, headers, route);
      return;
    }
    const request = await wholeRequest(stream);
    if (request === undefined) return;
    const call: ProxiedCall = {
      method: String(headers[":path"]).split("/").at(-1) ?? "",
      from: String(headers[callerKey] ?? "unknown"),
      to: this.id,
    };
    const fault = this.#traffic.faultOf(call);
    if (fault?.kind === "delay") await Bun.sleep(fault.delayMs);
    if (fault?.kind === "lose-request" || !this.#traffic.passes(call, "request")) return;
    await this.#forward(call, fault, stream, { headers, body: request });
  }

  /** Resolves when the node has answered or is gone. */
  async #forward(
    call: ProxiedCall,
    fault: CallFault | undefined,
    stream: ServerHttp2Stream,
    request: Request,
  ): Promise<void> {
    let session: ClientHttp2Session;
    let upstream: ClientHttp2Stream;
    try {
      if (this.#upstream === undefined) throw new Error("the node has not been started");
      session = await this.#upstream.session();
      upstream = send(session, request);
    } catch (error) {
      const hears = !stream.closed && this.#traffic.passes(call, "reply");
      if (hears) stream.respond(...unavailable(notConnected(error)));
      return;
    }
    this.#traffic.began(call);
    if (fault?.kind === "duplicate") setTimeout(sendCopy, fault.delayMs, session, request);
    // To destroy the session would be a message: the caller would be told of an internal error.
    if (fault?.kind === "cut") stream.session?.socket.resetAndDestroy();
    const loses = fault?.kind === "lose-reply" || fault?.kind === "cut";
    if (!loses) this.#passCancellation(call, stream, upstream);
    const passes = () => !loses && this.#traffic.passes(call, "reply");
    await relayReply(upstream, stream, passes, fault?.kind === "duplicate");
    this.#traffic.ended(call);
  }

  /** A caller that gives up tells the node so, if that message gets through. */
  #passCancellation(call: ProxiedCall, stream: ServerHttp2Stream, upstream: ClientHttp2Stream) {
    stream.on("close", () => {
      if (!upstream.closed && this.#traffic.passes(call, "request")) {
        upstream.close(constants.NGHTTP2_CANCEL);
      }
    });
  }
}

interface Request {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function send(session: ClientHttp2Session, { headers, body }: Request): ClientHttp2Stream {
  const stream = session.request({ ...headers } as OutgoingHttpHeaders);
  stream.on("error", () => {});
  stream.end(body);
  return stream;
}

/** Sends a request once more; nobody waits for the answer. */
function sendCopy(session: ClientHttp2Session, request: Request): void {
  if (!session.closed && !session.destroyed) send(session, request).resume();
}

/** Undefined when the caller goes away before, or sends more than any message may be. */
function wholeRequest(stream: ServerHttp2Stream): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    stream.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > maxRequestBytes) stream.close(constants.NGHTTP2_ENHANCE_YOUR_CALM);
    });
    stream.on("end", () => resolve(Buffer.concat(chunks)));
    stream.on("close", () => resolve(undefined));
  });
}
