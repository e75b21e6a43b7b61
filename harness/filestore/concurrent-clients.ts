/** Several clients at once: who wins, and whether the replicas agree afterwards. */
import { judgeFileStore } from "../check/judge-file-store.ts";
import type { Check } from "../check/verdict.ts";
import type { Agent, FileStoreCluster } from "./file-store-cluster.ts";
import type { ClientAnswer } from "./judge.ts";
import type { FileStoreContext, Protocol } from "./protocols.ts";
import { type ReplicaStates, replicaStates } from "./replica-states.ts";

const rounds = 10;
const operationsPerClient = 20;
/** Replicas that don't agree after this time are judged as they are. */
const patienceMs = 5_000;
const betweenLooksMs = 10;

export async function concurrentClients(
  context: FileStoreContext,
  protocol: Protocol,
  store: FileStoreCluster,
  agents: readonly Agent[],
): Promise<void> {
  context.progress(`${agents.length} clients create the same names at once`);
  context.check(await createSameNames(context, protocol, agents));
  context.progress(`${agents.length} clients write and read the same files at once`);
  await writeAndRead(context, agents);
  context.progress("judging the history");
  const finalStates = await statesAfterQuiet(context, protocol, store);
  const quietAtMs = performance.now();
  const { events } = context.recorder;
  context.check(...judgeFileStore(protocol.promise, events, { quietAtMs, finalStates }));
}

async function createSameNames(
  context: FileStoreContext,
  protocol: Protocol,
  agents: readonly Agent[],
): Promise<Check> {
  const winners: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const name = `contested-${round}.txt`;
    const answers = await Promise.all(
      agents.map((agent, index) => {
        const uuid = context.host.random.uuid();
        const content = `c${index + 1} in round ${round}`;
        return operation(context, `c${index + 1}`, "write", uuid, { name, content }, () =>
          agent.write({ uuid, name, content }),
        );
      }),
    );
    winners.push(answers.filter(({ status }) => status === "SUCCESS").length);
  }
  const due = protocol.oneCreateWins ? "exactly one" : "at most one";
  const least = protocol.oneCreateWins ? 1 : 0;
  return {
    name: `of ${agents.length} clients that create one name at once, ${due} succeeds`,
    verdict: winners.every((count) => count >= least && count <= 1) ? "PASS" : "FAIL",
    evidence: `${rounds} rounds, winners in each: ${winners.join(", ")}`,
  };
}

async function writeAndRead(context: FileStoreContext, agents: readonly Agent[]): Promise<void> {
  const { random } = context.host;
  const uuids = Array.from({ length: 3 }, () => random.uuid());
  await Promise.all(
    agents.map(async (agent, index) => {
      const client = `c${index + 1}`;
      for (let number = 0; number < operationsPerClient; number++) {
        const uuid = random.pick(uuids);
        const name = `shared-${uuids.indexOf(uuid)}.txt`;
        const content = `${client} number ${number} ${"x".repeat(300)}`;
        await (random.integer(2) === 0
          ? operation(context, client, "read", uuid, null, () => agent.read({ uuid }))
          : operation(context, client, "write", uuid, { name, content }, () =>
              agent.write({ uuid, name, content }),
            ));
      }
    }),
  );
}

function operation(
  context: FileStoreContext,
  process: string,
  f: string,
  key: string,
  value: unknown,
  body: () => Promise<ClientAnswer>,
): Promise<ClientAnswer> {
  return context.recorder.operation({ process, f, key, value }, body);
}

/** What every replica holds; waits, within limits, until replicas that must agree do. */
async function statesAfterQuiet(
  context: FileStoreContext,
  protocol: Protocol,
  store: FileStoreCluster,
): Promise<ReplicaStates["states"]> {
  const { clock } = context.host;
  const deadlineMs = clock.monotonicMs() + patienceMs;
  for (;;) {
    const { states } = await replicaStates(store.directory);
    const [first, ...others] = states.values();
    const agree = protocol.asksSome || others.every((other) => Bun.deepEquals(other, first));
    if (agree || clock.monotonicMs() > deadlineMs) return states;
    await clock.sleep(betweenLooksMs);
  }
}
