/**
 * Measures the look-aside load balancer: response times of every policy in every scenario beside
 * join-shortest-queue, queries a second, and what asking costs; with `--peer nginx` the same
 * backends and clients by way of nginx instead. Ends with exit 0 when all is measured and written
 * as CSV, pages and graphs; 1 when a call did not do its work; 64 on bad usage; 69 without nginx or
 * h2load. It says of each target whether it was reached.
 *
 * Copy: `bun run scripts/bench/balancer.ts`, `bun run scripts/bench/balancer.ts --peer nginx`
 */
import { scenariosOf } from "../../harness/balancer/scenarios.ts";
import { policyNames } from "../../nodes/balancer/policies.ts";
import { flag, type Options } from "../../nodes/host/flags.ts";
import { measurePicks } from "./balancer-picks.ts";
import { measurePolicies, type PolicyRow } from "./balancer-policies.ts";
import { compareThroughput } from "./balancer-throughput.ts";
import { typicalRows } from "./balancer-typical.ts";
import { type Bench, listOf, MissingPeerError, runBenchmark } from "./bench-command.ts";
import { comparisonTable } from "./comparison.ts";
import { hasH2load } from "./h2load.ts";
import { provenance } from "./machine.ts";
import { count, markdownTable, milliseconds } from "./markdown.ts";
import { hasNginx, nginxVersion } from "./nginx.ts";
import { writeRaw, writeResult } from "./result-files.ts";
import { noiseOf, noisyMark, noisyNote, summarize } from "./statistics.ts";

const scenarioNames = scenariosOf(12).map(({ name }) => name);

const flags = {
  peer: flag.choice("measure against this one instead", ["none", "nginx"], "none"),
  policies: listOf(flag.choice("policies", policyNames), policyNames),
  scenarios: listOf(flag.choice("scenarios", scenarioNames), scenarioNames),
  shares: listOf(
    flag.integer("load, in percent of what can be done", { min: 1, max: 200 }),
    [50, 80, 95],
  ),
  backends: flag.integer("how many", { min: 6, max: 100, fallback: 12 }),
  clients: flag.integer("callers at once where they call again at once", {
    min: 1,
    max: 10_000,
    fallback: 100,
  }),
  agents: flag.integer("client processes", { min: 1, max: 16, fallback: 4 }),
  reuse: flag.integer("calls for which one answer is used", { min: 1, max: 1_000, fallback: 4 }),
};

type BalancerOptions = Options<typeof flags>;

/** Where throughput is all that counts, an answer is used for so many calls, and for so long. */
const muchReuse = { reuse: 1_000, lifetimeMs: 200 };
/** After so long under load a process has compiled what it runs often. */
const compileSeconds = 4;

async function reportPolicies(bench: Bench, options: BalancerOptions): Promise<string> {
  const { smoke, directory, output, command, progress } = bench;
  const { seconds = smoke ? 0.3 : 1, repeats = smoke ? 1 : 3 } = bench;
  const { policies, agents, reuse } = options;
  const chosen = scenariosOf(options.backends).filter(({ name }) => {
    return options.scenarios.includes(name);
  });
  const scenarios = smoke ? chosen.slice(0, 2) : chosen;
  const shares = smoke ? options.shares.slice(0, 1) : options.shares;
  const plan = {
    scenarios,
    policies,
    shares,
    seconds,
    repeats,
    agents,
    reuse,
    seed: seedOf(command),
  };
  const warmUpSeconds = smoke ? 0.1 : compileSeconds;
  const results = await measurePolicies({ ...plan, directory, warmUpSeconds }, progress);
  const source = await provenance(command);
  const others = { backends: results.backends, times: results.times, responses: results.responses };
  for (const [name, rows] of Object.entries(others)) {
    await writeRaw(output, { name, provenance: source, rows });
  }
  return writeResult(output, {
    name: "policies",
    provenance: source,
    rows: results.rows,
    table: policyTable(results.rows),
    notes: [
      `${options.backends} backends of 4 slots, tasks of 40 ms in the mean, an open loop of`,
      `Poisson arrivals from ${agents} client processes, ${seconds} s each after 0.5 s that are`,
      `not counted; medians over repeats (${repeats}), each with other arrivals. An answer of the`,
      `balancer is used for up to ${reuse} calls or 50 ms. Times`,
      "count from when a call was due. The same arrivals, and the same work, for every policy of a",
      "scenario at a load; `shortest queue` is join-shortest-queue with perfect knowledge and no",
      "network, simulated over the same arrivals by the policy code of least_load; `simulated` is",
      "the policy itself in that simulation. Fairness is Jain's index of the work done in",
      "proportion to what each backend can do; `busiest` the mean utilization of the backend that",
      "had most; the balancer's processor time holds the backends' reports too.",
      noisyNote,
    ],
  });
}

/** The seed stands in the command that does it all again. */
function seedOf(command: string): number {
  return Number(/--seed (\d+)/.exec(command)?.[1] ?? 0);
}

/** A mark where the p99 is noisy over the repeats. */
function noisy(rows: readonly PolicyRow[], { scenario, share_percent, policy }: PolicyRow): string {
  const own = rows.filter((row) => {
    return (
      row.scenario === scenario && row.share_percent === share_percent && row.policy === policy
    );
  });
  return noiseOf(summarize(own.map((row) => row.p99_ms))) === "noisy" ? ` ${noisyMark}` : "";
}

function policyTable(rows: readonly PolicyRow[]): string {
  const head = ["scenario", "load %", "policy", "a second", "errors", "p50 ms", "p90 ms", "p99 ms"];
  head.push(
    "p99.9 ms",
    "simulated p99",
    "shortest queue p99",
    "fairness",
    "busiest",
    "balancer µs",
  );
  const lines = typicalRows(rows).map((row) => [
    row.scenario,
    `${row.share_percent}`,
    row.policy,
    count(row.per_second),
    `${row.errors}`,
    ...[row.p50_ms, row.p90_ms].map(milliseconds),
    milliseconds(row.p99_ms) + noisy(rows, row),
    milliseconds(row.p999_ms),
    milliseconds(row.simulated_p99_ms),
    milliseconds(row.shortest_queue_p99_ms),
    row.fairness.toFixed(2),
    row.busiest.toFixed(2),
    `${row.balancer_us}`,
  ]);
  return markdownTable({ head, rows: lines });
}

async function reportPicks(bench: Bench, options: BalancerOptions): Promise<string> {
  bench.progress("queries a second");
  const [equal] = scenariosOf(options.backends);
  const rows = await measurePicks({
    backends: equal?.backends ?? [],
    policies: options.policies,
    seconds: bench.seconds ?? (bench.smoke ? 0.2 : 2),
    directory: bench.directory,
  });
  const head = ["policy", "queries a second", "p50 ms", "p99 ms", "balancer µs a query"];
  const lines = rows.map((row) => [
    row.policy,
    count(row.per_second),
    milliseconds(row.p50_ms),
    milliseconds(row.p99_ms),
    `${row.balancer_us}`,
  ]);
  return writeResult(bench.output, {
    name: "picks",
    provenance: await provenance(bench.command),
    rows,
    table: markdownTable({ head, rows: lines }),
    notes: [
      `One balancer with ${options.backends} backends that report, asked by h2load over 4`,
      "connections, 64 queries under way; each query was counted by the call that it handed out.",
    ],
  });
}

async function reportThroughput(
  bench: Bench,
  options: BalancerOptions,
  peer: "direct" | "nginx",
): Promise<string> {
  const { smoke } = bench;
  const { seconds = smoke ? 0.2 : 2, repeats: rounds = smoke ? 1 : 5 } = bench;
  const [equal] = scenariosOf(options.backends);
  const { clients, agents } = options;
  const warmUpSeconds = smoke ? seconds : compileSeconds;
  const times = { rounds, seconds, warmUpSeconds };
  const sizes = { clients, agents, ...muchReuse, seed: seedOf(bench.command), ...times };
  const backends = equal?.backends ?? [];
  const { directory, progress } = bench;
  const rows = await compareThroughput({ ...sizes, backends, directory }, peer, progress);
  const versions = peer === "nginx" ? [await nginxVersion()] : [];
  const what =
    peer === "nginx"
      ? "Peer: every call through nginx, `grpc_pass` to the backend with `least_conn`; each call " +
        "goes by itself there, or nginx could not balance it, while clients that call backends " +
        "themselves send calls to one backend as frames of one stream."
      : "Peer: clients that know the backends and take turns at them, and ask nobody.";
  return writeResult(bench.output, {
    name: peer === "nginx" ? "nginx" : "reuse",
    provenance: await provenance(bench.command, versions),
    rows,
    table: comparisonTable(rows, peer),
    notes: [
      `${what} Ours: an answer of the balancer is used for up to ${muchReuse.reuse} calls or`,
      `${muchReuse.lifetimeMs} ms.`,
      `${clients} callers in ${agents} processes, closed loop, tasks that are nothing but the`,
      `call, the same ${options.backends} backends; rounds (${rounds}, each of ${seconds} s) in`,
      "turns.",
    ],
  });
}

if (import.meta.main) {
  await runBenchmark({
    name: "balancer",
    summary: "Measures the look-aside load balancer.",
    flags,
    async run(bench, options) {
      if (options.peer === "nginx") {
        if (!hasNginx) throw new MissingPeerError("nginx is needed: apt install nginx");
        console.log(await reportThroughput(bench, options, "nginx"));
        return;
      }
      if (!hasH2load) throw new MissingPeerError("h2load is needed: apt install nghttp2-client");
      console.log(await reportPicks(bench, options));
      console.log(await reportThroughput(bench, options, "direct"));
      console.log(await reportPolicies(bench, options));
    },
  });
}
