/** Ports for programs that others know before they start, or that can't choose their own. */
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tryFileLock } from "../../nodes/host/file-lock.ts";
import { systemRandom } from "../../nodes/host/random.ts";

/**
 * Below the ports that systems give to outgoing connections (32768 and up on Linux, 49152 on
 * others): none of those takes the port of a node that is down and will come back.
 */
const lowest = 20_000;
const blockPorts = 200;
const blocks = 63;

/** The ports that this process alone gives out, in turns, for as long as it lives. */
interface Block {
  readonly first: number;
  readonly lock: Disposable;
  next: number;
}

let own: Block | undefined;

/** So many different ports at which nobody listens. @throws Error when there are none */
export function freePorts(count: number): number[] {
  own ??= claimBlock();
  const listeners: Bun.TCPSocketListener[] = [];
  try {
    for (let tries = 0; listeners.length < count; tries++) {
      if (tries === blockPorts) throw new Error(`there are no ${count} free ports`);
      const port = own.first + own.next;
      own.next = (own.next + 1) % blockPorts;
      try {
        listeners.push(Bun.listen({ hostname: "127.0.0.1", port, socket: { data() {} } }));
      } catch {
        // Taken: another one will do.
      }
    }
    return listeners.map(({ port }) => port);
  } finally {
    for (const listener of listeners) listener.stop(true);
  }
}

/**
 * Another process may hold ports at which nobody listens, of nodes that it has killed and will
 * revive. So each process takes a block of ports by a lock that ends with it.
 */
function claimBlock(): Block {
  const directory = join(tmpdir(), `proctor-ports-${process.getuid?.() ?? "all"}`);
  mkdirSync(directory, { recursive: true });
  const numbers = Array.from({ length: blocks }, (_, number) => number);
  for (const number of systemRandom().shuffle(numbers)) {
    const lock = tryFileLock(join(directory, `${number}`));
    if (lock !== undefined) return { first: lowest + number * blockPorts, lock, next: 0 };
  }
  throw new Error(`${blocks} processes hold all ports for nodes: end some of them`);
}
