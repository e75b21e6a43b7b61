/** Payments of Strife against the same transfers over a pair of PostgreSQL servers. */
import { join } from "node:path";
import { SQL } from "bun";
import { Cluster } from "../../harness/kit/cluster.ts";
import { hasPostgres, PostgresServer, postgresVersion } from "../../harness/kit/postgres.ts";
import { type Bench, MissingPeerError } from "./bench-command.ts";
import { type ComparisonRow, type Contest, compare, comparisonTable } from "./comparison.ts";
import type { LoadProcesses } from "./load-processes.ts";
import { provenance } from "./machine.ts";
import { writeResult } from "./result-files.ts";
import { summarize } from "./statistics.ts";
import { type PairLoadOptions, pairAccounts } from "./strife-peer-load.ts";
import { BenchTown } from "./strife-town.ts";

const peer = "PostgreSQL";
const opening = 1_000_000_000;
/** A client has one of each server, and some are kept back for the superuser. */
const settings = { max_connections: 600, max_prepared_transactions: 600 };

/** @throws MissingPeerError without PostgreSQL */
export async function reportPair(bench: Bench, clients: readonly number[]) {
  if (!hasPostgres) throw new MissingPeerError("PostgreSQL is needed: apt install postgresql");
  const { smoke, loads, directory, output, command, progress } = bench;
  const { seconds = smoke ? 0.3 : 2, repeats: rounds = smoke ? 1 : 5 } = bench;
  await using cluster = new Cluster(join(directory, "pair"), {});
  const starting = BenchTown.start({ banks: 2, directory: join(directory, "pair"), cluster });
  const start = (name: string) =>
    PostgresServer.start(join(directory, "logs", `${name}.log`), settings);
  await using servers = new AsyncDisposableStack();
  const [town, north, south] = await Promise.all([starting, start("north"), start("south")]);
  for (const server of [north, south]) servers.use(server);
  const urls = [north.url(), south.url()] as const;
  for (const url of urls) await makeTables(url);
  await loads.open("pair", "strife-peer-load.ts", { urls } satisfies PairLoadOptions);
  await loads.open("strife", "strife-load.ts", town.load);
  const contests = clients.map((lanes) => contest(loads, lanes));
  const options = { peer, rounds, seconds, warmUpSeconds: seconds };
  const rows = await compare(contests, options, progress);
  await checkPair(urls, await loads.verify("pair"));
  await town.check();
  town.close();
  for (const load of ["pair", "strife"]) await loads.close(load);
  const page = await writeResult(output, {
    name: "postgres",
    provenance: await provenance(command, [await postgresVersion()]),
    rows,
    table: comparisonTable(rows, peer),
    notes: [
      `Medians over rounds (${rounds}, each of ${seconds} s); a ratio is of the two runs of one`,
      "round, then the median. Both systems are up all the time and take turns, on this machine,",
      "with the same load processes, which are the clients. The peer is two servers with",
      "PostgreSQL's own settings (`synchronous_commit = on`, `fsync = on`), and transfers are by",
      "`PREPARE TRANSACTION` from Bun's client, with a connection for each client and server. It",
      "does less: its clients coordinate by themselves, without TLS, keys, users, rights and logs.",
      "Afterwards both systems held what had been paid.",
    ],
  });
  return { rows, page };
}

function contest(loads: LoadProcesses, lanes: number): Contest {
  const measure = (load: string, kind: string) => async (seconds: number) => {
    const result = await loads.run({ load, kind, lanes, durationMs: 1_000 * seconds });
    const { operations, errors, firstError, elapsedMs, latenciesMs } = result;
    if (errors > 0) throw new Error(`${errors} of ${load} failed: ${firstError}`);
    return { operations, seconds: elapsedMs / 1_000, latenciesMs };
  };
  const name = lanes === 1 ? "1 client" : `${lanes} clients`;
  return { name, peer: measure("pair", "transfer"), ours: measure("strife", "spread") };
}

/** Our payments a second over the peer's, the median of rounds; undefined if not measured. */
export function pairRatio(rows: readonly ComparisonRow[], clients: number): number | undefined {
  const rates = (isPeer: boolean) =>
    rows
      .filter(({ work, system }) => work === `${clients} clients` && (system === peer) === isPeer)
      .map(({ per_second }) => per_second);
  const theirs = rates(true);
  const ratios = rates(false).map((rate, round) => rate / (theirs[round] ?? Number.NaN));
  return ratios.length === 0 ? undefined : summarize(ratios).median;
}

async function makeTables(url: string): Promise<void> {
  await using sql = new SQL({ url, max: 1 });
  await sql`CREATE TABLE account (number integer PRIMARY KEY, balance bigint NOT NULL
    CHECK (balance >= 0))`;
  await sql`CREATE TABLE transfer (id text PRIMARY KEY, account integer NOT NULL,
    amount bigint NOT NULL)`;
  await sql`CREATE TABLE decision (id text PRIMARY KEY)`;
  await sql`INSERT INTO account SELECT number, ${opening}
    FROM generate_series(0, ${pairAccounts - 1}) AS number`;
}

/** @throws Error when the servers do not hold what was paid */
async function checkPair(urls: readonly string[], paid: number): Promise<void> {
  let total = 0;
  for (const url of urls) {
    await using sql = new SQL({ url, max: 1 });
    const [held] = await sql`SELECT sum(balance)::text AS balance,
      (SELECT count(*)::integer FROM transfer) AS transfers,
      (SELECT count(*)::integer FROM pg_prepared_xacts) AS open FROM account`;
    if (held.transfers !== paid || held.open !== 0) {
      throw new Error(`${paid} were paid, but a server holds ${JSON.stringify(held)}`);
    }
    total += Number(held.balance);
  }
  const made = total - urls.length * pairAccounts * opening;
  if (made !== 0) throw new Error(`the pair of servers made ${made}`);
}
