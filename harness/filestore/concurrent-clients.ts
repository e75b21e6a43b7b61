/** Several clients at once: who wins, and whether the replicas agree afterwards. */
import type { Check } from "../check/verdict.ts";
import type { Agent, FileStoreCluster } from "./file-store-cluster.ts";
import type { ClientAnswer } from "./judge.ts";
import type { FileStoreContext, Protocol } from "./protocols.ts";

const rounds = 10;
const operationsPerClient = 20;

export async function concurrentClients(
  context: FileStoreContext,
  protocol: Protocol,
  store: FileStoreCluster,
  agents: readonly Agent[],
): Promise<void> {
  context.progress(`${agents.length} clients create the same names at once`);
  context.check(await createSameNames(context, protocol, agents));
  context.progress(`${agents.length} clients write and read the same files at once`);
  const { uuids, written } = await writeAndRead(context, agents);
  const asked = protocol.asksSome ? await byQuorum(agents[0], uuids) : undefined;
  context.check(
    asked === undefined
      ? await replicasAgree(context, store, uuids)
      : quorumKnowsAll(asked, written),
  );
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

async function writeAndRead(context: FileStoreContext, agents: readonly Agent[]) {
  const uuids = Array.from({ length: 3 }, () => context.host.random.uuid());
  /** By uuid: every content that was written with success or an unknown outcome. */
  const written = new Map<string, Set<string>>(uuids.map((uuid) => [uuid, new Set()]));
  await Promise.all(
    agents.map(async (agent, index) => {
      const client = `c${index + 1}`;
      for (let number = 0; number < operationsPerClient; number++) {
        const uuid = context.host.random.pick(uuids);
        const name = `shared-${uuids.indexOf(uuid)}.txt`;
        const content = `${client} number ${number} ${"x".repeat(300)}`;
        if (context.host.random.integer(2) === 0) {
          await operation(context, client, "read", uuid, null, () => agent.read({ uuid }));
        } else {
          written.get(uuid)?.add(content);
          await operation(context, client, "write", uuid, { name, content }, () =>
            agent.write({ uuid, name, content }),
          );
        }
      }
    }),
  );
  return { uuids, written };
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

/** Primary-backup: after quiet all replicas hold the same. */
async function replicasAgree(
  context: FileStoreContext,
  store: FileStoreCluster,
  uuids: readonly string[],
): Promise<Check> {
  const deadlineMs = context.host.clock.monotonicMs() + 5_000;
  for (;;) {
    const { members } = await store.directory.replicas();
    const states = await Promise.all(members.map((member) => store.directory.listAt(member)));
    const differing = states.findIndex((state) => !Bun.deepEquals(state, states[0]));
    const complete = uuids.every((uuid) => states[0]?.some((object) => object.uuid === uuid));
    if (differing < 0 || context.host.clock.monotonicMs() > deadlineMs) {
      return {
        name: "after concurrent clients all replicas hold the same",
        verdict: differing < 0 && complete ? "PASS" : "FAIL",
        evidence:
          differing < 0
            ? `${states[0]?.length} objects at each of ${members.length} replicas`
            : `${members[differing]?.id} differs from ${members[0]?.id}`,
      };
    }
    await context.host.clock.sleep(10);
  }
}

async function byQuorum(agent: Agent | undefined, uuids: readonly string[]) {
  if (agent === undefined) throw new Error("there is no client");
  return Promise.all(uuids.map(async (uuid) => ({ uuid, ...(await agent.read({ uuid })) })));
}

/** Quorum: every file reads as one of the contents that were written to it, whole. */
function quorumKnowsAll(
  answers: readonly (ClientAnswer & { readonly uuid: string })[],
  written: ReadonlyMap<string, ReadonlySet<string>>,
): Check {
  const wrong = answers.find(
    ({ uuid, content }) => (written.get(uuid)?.size ?? 0) > 0 && !written.get(uuid)?.has(content),
  );
  return {
    name: "after concurrent clients a quorum reads a content that was written, whole",
    verdict: wrong === undefined ? "PASS" : "FAIL",
    evidence: wrong === undefined ? `${answers.length} files` : JSON.stringify(wrong),
  };
}
