/** The registry of the quorum protocol refuses sizes that don't fit, and chooses who is asked. */
import type { Operation } from "../../proto/types/proctor/filestore/v1/Operation.ts";
import { type Check, fail, pass } from "../check/verdict.ts";
import { exitCodes } from "../kit/exit-code.ts";
import { StartError } from "../kit/node-process.ts";
import type { FileStoreCluster } from "./file-store-cluster.ts";
import type { FileStoreContext, Protocol } from "./protocols.ts";

/** So many replicas are left out of all of them only where the choice is not random. */
const picks = 60;

export async function registryQuorums(
  context: FileStoreContext,
  store: FileStoreCluster,
  protocol: Protocol,
): Promise<void> {
  context.progress("quorums that do not meet, and which replicas a quorum has");
  context.check(await refusesBadSizes(context), await picksAtRandom(context, store, protocol));
}

/** Reads that can miss a write: two of the four replicas each. */
async function refusesBadSizes({ cluster }: FileStoreContext): Promise<Check> {
  const name = "the registry refuses bad quorum sizes";
  const sizes = { replicas: 4, readQuorum: 2, writeQuorum: 2 };
  const flags = { protocol: "quorum", ...sizes };
  try {
    await cluster.start({ id: "refusing", script: "nodes/filestore/registry.ts", flags });
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    const status = error.exit?.status;
    const said = error.message.split("\n").at(-1)?.trim() ?? "";
    return status === exitCodes.usage ? pass(name, said) : fail(name, error.message);
  }
  await cluster.node("refusing").stop();
  return fail(name, `it started with ${JSON.stringify(sizes)}`);
}

async function picksAtRandom(
  { options }: FileStoreContext,
  store: FileStoreCluster,
  protocol: Protocol,
): Promise<Check> {
  const name = "the registry picks quorums at random, of the size that is due";
  const due = new Map<Operation, number>([
    ["READ", Number(protocol.registryFlags["readQuorum"])],
    ["WRITE", protocol.writeQuorum],
    ["DELETE", protocol.writeQuorum],
  ]);
  const seen = new Set<string>();
  for (const [operation, size] of due) {
    const request = { operation, linearizable: false };
    const answers = await Promise.all(
      Array.from({ length: picks }, () => store.directory.registry.pickQuorum(request)),
    );
    for (const { members } of answers) {
      const ids = new Set(members.map(({ id }) => id));
      if (ids.size !== size) return fail(name, `${operation}: ${[...ids].join(" ")}, not ${size}`);
      seen.add([...ids].sort().join(" "));
    }
  }
  const evidence = `${seen.size} different ones in ${due.size * picks} answers`;
  return seen.size > 1 || options.replicas === protocol.writeQuorum
    ? pass(name, evidence)
    : fail(name, evidence);
}
