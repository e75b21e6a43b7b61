/** What the tests of this folder share. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {
  ReplicaDefinition,
  ReplicaHandlers,
} from "../../proto/types/proctor/filestore/v1/Replica.ts";
import type { ServeOptions, Server } from "./host.ts";
import { createRealHost, type RealHost, type RealHostOptions } from "./real.ts";
import { RpcError } from "./rpc-error.ts";
import { type Client, defineService, type Handlers, implement } from "./service.ts";

/** A service with unary methods and a stream, as an example of any. */
export const Replica = defineService<ReplicaHandlers, ReplicaDefinition>(
  "filestore",
  "proctor.filestore.v1.Replica",
);

export const anyPort = "127.0.0.1:0";

/** A directory of its own that is gone with its `using`. */
export function temporaryDirectory(): { path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), "proctor-host-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Files by their names, in a folder that is made when needed. */
export function writeFiles(
  folder: string,
  contents: Readonly<Record<string, string | Uint8Array>>,
): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(contents))
    writeFileSync(join(folder, name), content);
}

/** The lines of a file whose last line has an end too. */
export function readLines(path: string): string[] {
  return readFileSync(path, "utf8").split("\n").slice(0, -1);
}

/** A host on a directory that is gone with its `using`, and its connections with it. */
export function testHost(options: Partial<RealHostOptions> = {}): RealHost & Disposable {
  const directory = temporaryDirectory();
  const host = createRealHost({
    id: "r1",
    dataDirectory: directory.path,
    logLevel: "silent",
    ...options,
  });
  const dispose = () => {
    host.close();
    directory[Symbol.dispose]();
  };
  return Object.assign(host, { [Symbol.dispose]: dispose });
}

/** A server in this process with a client of its own host; both end with `await using`. */
export interface Pair extends AsyncDisposable {
  readonly host: RealHost;
  readonly server: Server;
  readonly client: Client<typeof Replica>;
}

export async function servePair(
  handlers: Partial<Handlers<typeof Replica>>,
  serveOptions: ServeOptions = {},
  hostOptions: Partial<RealHostOptions> = {},
): Promise<Pair> {
  const host = testHost(hostOptions);
  const server = await host.serve(anyPort, [implement(Replica, handlers)], serveOptions);
  const client = host.connect(Replica, server.address);
  const dispose = async () => {
    await server.stop(0);
    host[Symbol.dispose]();
  };
  return { host, server, client, [Symbol.asyncDispose]: dispose };
}

/** The error of a call that fails. */
export async function failureOf(call: Promise<unknown>): Promise<RpcError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof RpcError) return error;
    throw error;
  }
  throw new Error("the call did not fail");
}

/** What an action throws. */
export function failureMessageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return String(error);
  }
  throw new Error("the action did not fail");
}

/** All that a stream brings. */
export async function collect<Item>(stream: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

/** Resolves once the condition holds; the test's own time limit bounds it. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await Bun.sleep(2);
}

/** Never resolves: a handler that hangs until its call is cancelled. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
