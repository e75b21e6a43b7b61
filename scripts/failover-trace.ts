/**
 * Prints a trace for the fail-over store: `init`, gets and puts, `shutdown`, a line each. The same
 * seed gives the same trace. Ends with exit 0, or 64 on bad usage.
 * Copy: `bun scripts/failover-trace.ts --operations 1000 --spread hot --seed 7 > trace.txt`
 */
import { generateTrace, mixes, spreads } from "../harness/failover/trace-generator.ts";
import { showOperation } from "../nodes/failover/trace.ts";
import { exitCodes } from "../nodes/host/exit-codes.ts";
import { flag, parseFlags, UsageError } from "../nodes/host/flags.ts";
import { seededRandom } from "../nodes/host/random.ts";

const flags = {
  operations: flag.integer("how many gets and puts", { min: 1, max: 10_000_000, fallback: 1_000 }),
  keys: flag.integer("how many keys to choose from", { min: 1, max: 1_000_000, fallback: 500 }),
  mix: flag.choice("which operations; mixed: each half of the time", mixes, "mixed"),
  spread: flag.choice("hot: a tenth of the keys takes 90 %", spreads, "uniform"),
  servers: flag.integer("how many, for the init", { min: 1, max: 1_000, fallback: 10 }),
  basePort: flag.integer("of the first server, for the init", {
    min: 1,
    max: 65_535,
    fallback: 9_090,
  }),
  seed: flag.integer("of all that is random", { min: 0, max: 2 ** 32 - 1, fallback: 1 }),
};

try {
  const summary = "Prints a trace for the fail-over store.";
  const options = parseFlags("bun scripts/failover-trace.ts", summary, flags, Bun.argv.slice(2));
  const { basePort, servers, seed } = options;
  const trace = [
    { f: "init", basePort, count: servers } as const,
    ...generateTrace(seededRandom(seed, "trace"), options),
    { f: "shutdown" } as const,
  ];
  await Bun.write(Bun.stdout, `${trace.map(showOperation).join("\n")}\n`);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = exitCodes.usage;
}
