/** The real host: grpc-js, the file system, the operating system's clocks and randomness. */
import { logVerbosity, setLogVerbosity } from "@grpc/grpc-js";
import { CallTrace } from "./call-trace.ts";
import { systemClock } from "./clock.ts";
import { directoryDisk } from "./disk.ts";
import { Connections } from "./grpc-client.ts";
import { serveGrpc } from "./grpc-server.ts";
import type { Host, Log } from "./host.ts";
import { jsonLog, type LogLevel } from "./log.ts";
import { openPostgres } from "./postgres.ts";
import { seededRandom, systemRandom } from "./random.ts";
import { type Credentials, plaintext } from "./tls.ts";

export interface RealHostOptions {
  readonly id: string;
  /** The node's own directory; made when it is not there. */
  readonly dataDirectory: string;
  /** Without one, randomness comes from the operating system. */
  readonly seed?: number | undefined;
  readonly logLevel?: LogLevel;
  /** Where log lines are added; stderr without one. */
  readonly logFile?: string;
  readonly credentials?: Credentials;
  /** Limit of calls that name none, in milliseconds. Default 5,000. */
  readonly callTimeoutMs?: number;
}

/** A host and the end of its connections, which a process leaves to its exit. */
export interface RealHost extends Host {
  close(): void;
}

// Standard error carries the node's own log, and grpc-js's words reach the callers as errors.
setLogVerbosity(logVerbosity.NONE);

export function createRealHost(options: RealHostOptions): RealHost {
  const { id, seed, dataDirectory, credentials = plaintext, logLevel = "info" } = options;
  const system = systemRandom();
  const log = jsonLog(id, logLevel, options.logFile);
  const trace = CallTrace.open(id);
  const connections = new Connections({ id, timeoutMs: options.callTimeoutMs, credentials, trace });
  const renewal = credentials.tls ? setInterval(renewing(credentials, log), renewalMs) : undefined;
  renewal?.unref();
  return {
    id,
    incarnation: system.uuid(),
    clock: systemClock(log),
    random: seed === undefined ? system : { ...seededRandom(seed, id), secret: system.secret },
    disk: directoryDisk(dataDirectory),
    log,
    serve: (address, implementations, serveOptions = {}) => {
      const traced = trace === undefined ? [] : [trace.interceptor()];
      const interceptors = [...traced, ...(serveOptions.interceptors ?? [])];
      return serveGrpc(address, implementations, credentials, { ...serveOptions, interceptors });
    },
    connect: (service, address, interceptors) => connections.client(service, address, interceptors),
    reach: (address, waitMs) => connections.reach(address, waitMs),
    openShared: (url) => openPostgres(url, id, options.callTimeoutMs),
    close: () => {
      clearInterval(renewal);
      connections.close();
    },
  };
}

/** Between two looks at the files of the certificates, which are good for days. */
const renewalMs = 1_000;

/** Takes over certificates that were renewed; what is wrong with new ones is logged once. */
function renewing(credentials: Credentials, log: Log): () => void {
  let problem = "";
  return () => {
    try {
      const serial = credentials.renew();
      if (serial !== undefined) log.info("certificate renewed", { serial });
      problem = "";
    } catch (error) {
      const { message } = error as Error;
      if (message !== problem) log.warn("certificate not renewed", { error: message });
      problem = message;
    }
  };
}
