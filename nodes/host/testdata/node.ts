/**
 * A node for the tests of `runNode` and of what a client sees when its peer dies: `read` answers
 * at once, `write` tells on stderr that it runs and ends a while after SIGTERM, or never.
 */
import { flag } from "../flags.ts";
import { RpcError } from "../rpc-error.ts";
import { runNode } from "../run-node.ts";
import { implement } from "../service.ts";
import { Replica } from "../test-support.ts";

const stopping = Promise.withResolvers<void>();
process.once("SIGTERM", () => setTimeout(stopping.resolve, 50));

await runNode({
  role: "node",
  summary: "A node for tests.",
  flags: {
    behaviour: flag.choice("what it does", ["good", "refused", "broken", "hangs"], "good"),
    size: flag.integer("how many", { min: 1, max: 9, fallback: 3 }),
    leaseMs: flag.duration("how long", { minMs: 50, maxMs: 600, fallbackMs: 200 }),
  },
  problem: ({ size }) => (size % 2 === 0 ? `--size must be odd, but is ${size}.` : undefined),
  askAgain: ["size"],
  async start(host, { address, behaviour, size }) {
    if (behaviour === "refused") throw new RpcError("UNAVAILABLE", "the registry is not there");
    if (behaviour === "broken") throw new Error("an invariant is broken");
    if (behaviour === "hangs") {
      host.log.warn("starting");
      await new Promise(() => {});
    }
    return host.serve(address, [
      implement(Replica, {
        async read() {
          return { content: `${process.pid}`, version: `${size}` };
        },
        async write({ name }) {
          host.log.warn("writing");
          await (name === "until SIGTERM" ? stopping.promise : new Promise(() => {}));
          return { status: "written" };
        },
      }),
    ]);
  },
});
