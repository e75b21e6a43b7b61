/**
 * A gateway or a bank that kills itself at a step: the same program as ever on a host that counts
 * (`stepping-host.ts`). Each step is written to the log. The harness starts it; ends by itself at
 * the step, or on SIGTERM.
 *
 *   bun harness/strife/crashing-node.ts --role bank --crash-at 3 --id north --tls mutual \
 *     --setup inputs/strife/accounts.json
 */
import { flag } from "../../nodes/host/flags.ts";
import type { Host } from "../../nodes/host/host.ts";
import { type CommonOptions, runNode } from "../../nodes/host/run-node.ts";
import { bankFlags, startBank } from "../../nodes/strife/bank.ts";
import { gatewayFlags, startGateway } from "../../nodes/strife/gateway.ts";
import { steppingHost } from "./stepping-host.ts";

const flags = {
  ...bankFlags,
  ...gatewayFlags,
  banks: flag.optional(gatewayFlags.banks),
  role: flag.choice("what it is", ["bank", "gateway"]),
  crashAt: flag.integer("the step at which it kills itself; 0 for none", {
    min: 0,
    max: 1_000_000,
    fallback: 0,
  }),
  countFrom: flag.text("STEP", "the step that is number 1; by default the first of all", ""),
};

/** The harness's own looks, and questions that come by the clock, are no steps of a payment. */
const uncounted = /audit|listKeys|resolve/i;

function crashing(host: Host, crashAt: number, countFrom: string): Host {
  let steps = 0;
  return steppingHost(host, (step) => {
    if (uncounted.test(step)) return undefined;
    if (steps === 0 && countFrom !== "" && step !== countFrom) return undefined;
    steps += 1;
    host.log.info("step", { number: steps, step });
    if (steps === crashAt) process.kill(process.pid, "SIGKILL");
    return undefined;
  });
}

await runNode({
  role: "crashing-node",
  summary: "A node of Strife that kills itself at a step.",
  flags,
  start: (host, options) => {
    const node = crashing(host, options.crashAt, options.countFrom);
    const common: CommonOptions = options;
    return options.role === "bank"
      ? startBank(node, { ...options, ...common })
      : startGateway(node, { ...options, banks: options.banks ?? new Map() });
  },
});
