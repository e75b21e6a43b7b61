/** The real host: grpc-js, the file system, the operating system's clocks and randomness. */
import { logVerbosity, setLogVerbosity } from "@grpc/grpc-js";
import { systemClock } from "./clock.ts";
import { directoryDisk } from "./disk.ts";
import { Connections } from "./grpc-client.ts";
import { serveGrpc } from "./grpc-server.ts";
import type { Host } from "./host.ts";
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
  const log = jsonLog(id, logLevel);
  const connections = new Connections({ id, timeoutMs: options.callTimeoutMs, credentials });
  return {
    id,
    incarnation: systemRandom().uuid(),
    clock: systemClock(log),
    random: seed === undefined ? systemRandom() : seededRandom(seed, id),
    disk: directoryDisk(dataDirectory),
    log,
    serve: (address, implementations, serveOptions = {}) =>
      serveGrpc(address, implementations, credentials, serveOptions),
    connect: (service, address) => connections.client(service, address),
    openShared: (url) => openPostgres(url, id, options.callTimeoutMs),
    close: () => connections.close(),
  };
}
