/** A running call of grpc-js as a node sees it. Everything is worked out only when asked for. */
import type { Call, CallStatus, Identity } from "./host.ts";
import { type StatusName, statusCodes, statusName } from "./rpc-error.ts";

/** What both grpc-js's server calls and its server interceptors offer. */
export interface Transport {
  getPeer(): string;
  getDeadline(): Date | number;
  getAuthContext(): AuthContext;
}

export interface AuthContext {
  readonly sslPeerCertificate?: PeerCertificate;
}

/** What of grpc-js's metadata is looked at. */
export interface Headers {
  getMap(): Record<string, string | Buffer>;
}

/** The status of a call as grpc-js passes it around. */
interface Ending {
  readonly code?: number | null | undefined;
  readonly details?: string | null | undefined;
}

interface PeerCertificate {
  readonly subject?: { readonly CN?: string | string[]; readonly OU?: string | string[] };
  readonly subjectaltname?: string | undefined;
}

/** In the trailers of an error: whether the call certainly had no effect. */
export const definiteKey = "proctor-definite";

/** In the metadata of every call: the id of the node that makes it. For logs and proxies only. */
export const callerKey = "proctor-node";

/** The name of a status, and its details; those of OK are empty. */
export function statusOf({ code, details }: Ending): [code: StatusName, details: string] {
  const name = statusName(code ?? statusCodes.OK);
  return [name, name === "OK" ? "" : (details ?? "")];
}

export class GrpcCall implements Call {
  readonly method: string;
  readonly startedMs = performance.now();
  readonly #transport: Transport;
  readonly #metadata: Headers;
  #identity: { readonly shown: Identity | undefined } | undefined;
  #entries: ReadonlyMap<string, string> | undefined;
  #abort: AbortController | undefined;
  #cancelled = false;
  #answered = false;

  constructor(method: string, transport: Transport, metadata: Headers) {
    this.method = method;
    this.#transport = transport;
    this.#metadata = metadata;
  }

  get peer(): string {
    return this.#transport.getPeer();
  }

  get identity(): Identity | undefined {
    this.#identity ??= { shown: identityIn(this.#transport.getAuthContext()) };
    return this.#identity.shown;
  }

  get metadata(): ReadonlyMap<string, string> {
    this.#entries ??= new Map(
      Object.entries(this.#metadata.getMap()).map(([key, value]) => [key, value.toString()]),
    );
    return this.#entries;
  }

  remainingMs(): number {
    return Number(this.#transport.getDeadline()) - Date.now();
  }

  get signal(): AbortSignal {
    this.#abort ??= new AbortController();
    if (this.#cancelled) this.#abort.abort();
    return this.#abort.signal;
  }

  /** Nobody waits for its answer any more. */
  get cancelled(): boolean {
    return this.#cancelled;
  }

  /** The handler is done: what grpc-js calls a cancellation from now on is only the end. */
  answered(): void {
    this.#answered = true;
  }

  cancel(): void {
    if (this.#answered) return;
    this.#cancelled = true;
    this.#abort?.abort();
  }

  /** How the call ended, as interceptors see it. */
  outcome(status: Ending): CallStatus {
    const [code, details] = statusOf(status);
    return { code, details, durationMs: performance.now() - this.startedMs };
  }
}

function identityIn({ sslPeerCertificate: certificate }: AuthContext): Identity | undefined {
  const name = certificate?.subject?.CN;
  if (typeof name !== "string") return undefined;
  const alternatives = certificate?.subjectaltname?.split(", ") ?? [];
  const dns = alternatives.filter((entry) => entry.startsWith("DNS:"));
  const alternativeNames = dns.map((entry) => entry.slice("DNS:".length));
  const role = certificate?.subject?.OU;
  return { name, alternativeNames, ...(typeof role === "string" ? { role } : {}) };
}
