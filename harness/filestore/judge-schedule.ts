/**
 * Judges one simulated schedule of the file store by what its protocol promises, as its chapter
 * says (`nodes/filestore/README.md`), and by what only a simulation can see: every replica's state
 * at one moment after quiet.
 */
import type { FileObject } from "../../nodes/filestore/store.ts";
import type { ReplicaEntry } from "../check/convergence.ts";
import { type Event, isIndefinite, type Operation, pairOperations } from "../check/history.ts";
import { judgeFileStore } from "../check/judge-file-store.ts";
import { type FileAnswer, fileStore } from "../check/models/file-store.ts";
import type { FileStoreProtocol } from "../check/promises.ts";
import { type Check, fail, pass, undecided } from "../check/verdict.ts";
import type { Outcome } from "../sim/problem.ts";
import { deletionToBlame } from "./deletion-to-blame.ts";
import { heldByQuorum } from "./held-by-quorum.ts";
import { oneContent } from "./one-content.ts";
import { oneOrder } from "./one-order.ts";
import type { FinalState, StoreUnderTest } from "./simulation.ts";

/** A schedule has few operations, so that a search which takes longer will never end. */
const limits = { timeLimitMs: 4_000 };

/** @param replicas how many there must be in the end */
export function judgeSchedule(
  { protocol, consistency }: StoreUnderTest,
  { history, state }: Outcome<FinalState>,
  replicas: number,
): Check[] {
  if (state === undefined) return [undecided("final state", "it was never read")];
  const isQuorum = protocol === "quorum";
  const promised: FileStoreProtocol = isQuorum ? `quorum-${consistency}` : protocol;
  const told = [...history, ...state.reads];
  const events = isQuorum ? told.map(withoutVersionOfDeletion) : told;
  const quietAtMs = state.reads[0]?.time ?? 0;
  const finalStates = entriesOf(state, isQuorum);
  const operations = pairOperations(told);
  const checks = [
    ...judgeFileStore(promised, events, { quietAtMs, finalStates, limits }),
    isQuorum ? heldByQuorum(operations, state.held) : oneOrder(fileStore(), operations),
    oneContent(operations, state.held),
    deletionToBlame(operations),
    allAreThere(state, replicas),
  ];
  // What says nothing because nothing was done leaves no doubt.
  const nothingDone = !operations.some(isAcknowledgedWrite);
  return checks.filter(({ verdict }) => !(nothingDone && verdict === "UNDECIDED"));
}

function isAcknowledgedWrite(operation: Operation): boolean {
  if (operation.f !== "write" || isIndefinite(operation)) return false;
  return (operation.output as FileAnswer).status === "SUCCESS";
}

/**
 * A deletion has one version for all only under a primary. In the quorum protocol, a replica that
 * learns of it because the name was given away does not know the version, and a client that was
 * told of a newer version deletes again under one newer still.
 */
function withoutVersionOfDeletion(event: Event): Event {
  const isAnswer = event.type === "ok";
  if (!isAnswer) return event;
  const { version: _, ...rest } = event.value as FileAnswer;
  const isDeletion = event.f === "delete" || rest.status === "FILE ALREADY DELETED";
  return isDeletion ? { ...event, value: rest } : event;
}

function entriesOf({ held }: FinalState, isQuorum: boolean): Map<string, ReplicaEntry[]> {
  const entry = ({ uuid, name, content, version, deleted }: FileObject): ReplicaEntry => {
    if (!deleted) return { key: uuid, name, content, version, deleted };
    return { key: uuid, name: "", content: null, version: isQuorum ? "" : version, deleted };
  };
  return new Map([...held].map(([id, objects]) => [id, objects.map(entry)]));
}

/** Faults have healed, so every replica must be back. */
function allAreThere({ held }: FinalState, replicas: number): Check {
  const name = "all replicas are registered in the end";
  const ids = [...held.keys()].sort().join(", ") || "none";
  return held.size === replicas ? pass(name, ids) : fail(name, `only ${ids}`);
}
