/** Ports for nodes whose peers know them before they start. */
import { systemRandom } from "../../nodes/host/random.ts";

/**
 * Below the ports that systems give to outgoing connections (32768 and up on Linux, 49152 on
 * others): none of those takes the port of a node that is down and will come back.
 */
const lowest = 20_000;
const highest = 32_700;

/** So many different `127.0.0.1:port` that nobody listens at. @throws Error when there are none */
export function freeAddresses(count: number): string[] {
  const random = systemRandom();
  const listeners: Bun.TCPSocketListener[] = [];
  try {
    for (let tries = 0; listeners.length < count; tries++) {
      if (tries > 10 * count + 100) throw new Error(`there are no ${count} free ports`);
      const port = lowest + random.integer(highest - lowest);
      try {
        listeners.push(Bun.listen({ hostname: "127.0.0.1", port, socket: { data() {} } }));
      } catch {
        // Taken: another one will do.
      }
    }
    return listeners.map(({ port }) => `127.0.0.1:${port}`);
  } finally {
    for (const listener of listeners) listener.stop(true);
  }
}
