/**
 * Judges one simulated schedule of the file store by what its protocol promises, as its chapter
 * says (`nodes/filestore/README.md`).
 */
import type { FileObject } from "../../nodes/filestore/store.ts";
import { convergence, type ReplicaEntry } from "../check/convergence.ts";
import { eventual } from "../check/eventual.ts";
import {
  type Event,
  isIndefinite,
  type Operation,
  pairOperations,
  phrase,
} from "../check/history.ts";
import { linearizable } from "../check/linearizability.ts";
import type { Model } from "../check/model.ts";
import { type FileAnswer, fileStore } from "../check/models/file-store.ts";
import { registerView } from "../check/register-view.ts";
import { regular } from "../check/regular.ts";
import { type Check, fail, pass, undecided } from "../check/verdict.ts";
import { versionOrder } from "../check/version-order.ts";
import type { Outcome } from "../sim/problem.ts";
import { oneContent } from "./one-content.ts";
import { oneOrder } from "./one-order.ts";
import type { FinalState, StoreUnderTest } from "./simulation.ts";

const limits = { timeLimitMs: 2_000 };

export function judgeSchedule(store: StoreUnderTest, outcome: Outcome<FinalState>): Check[] {
  const { history, state } = outcome;
  if (state === undefined) return [undecided("final state", "it was never read")];
  const quietAtMs = state.reads[0]?.time ?? 0;
  const events = [...history, ...state.reads];
  if (store.protocol === "quorum") return judgeQuorum(store, events, state);
  const model = fileStore();
  const operations = pairOperations(events);
  const updates = operations.filter(({ f }) => f !== "read");
  const views = registerView(model, operations) ?? [];
  const promised = store.protocol === "blocking" ? regular(views) : oneOrder(model, operations);
  return [
    promised,
    eventual(views, quietAtMs),
    { ...linearizable(model, updates, limits), name: "linearizable updates" },
    versions(model, operations),
    oneContent(operations, state.held),
    convergence(entriesOf(state)),
    allAreThere(state),
  ];
}

function judgeQuorum(
  { consistency }: StoreUnderTest,
  events: readonly Event[],
  state: FinalState,
): Check[] {
  const model = fileStore({ tombstoneUnknown: true });
  const operations = pairOperations(consistency === "regular" ? withDoubt(events) : events);
  const views = registerView(model, operations) ?? [];
  const updates = operations.filter(({ f }) => f !== "read");
  return [
    ...(consistency === "regular"
      ? [regular(views), { ...linearizable(model, updates, limits), name: "linearizable updates" }]
      : [linearizable(model, operations, limits)]),
    versions(model, (consistency === "regular" ? updates : operations).map(withoutDeletions)),
    oneContent(operations, state.held),
    heldByWriteQuorum(operations, state),
    allAreThere(state),
  ];
}

/**
 * The specification's own flow: replicas that did not refuse a write keep it, so that a refused
 * write may have happened. (The histories of other protocols know that it did not.)
 */
function withDoubt(events: readonly Event[]): Event[] {
  const renamed = new Map<string, number>();
  return events.map((event) => {
    const turn = renamed.get(event.process) ?? 0;
    const process = turn === 0 ? event.process : `${event.process}+${turn}`;
    const refused =
      event.type === "ok" && event.f !== "read" && (event.value as FileAnswer).status !== "SUCCESS";
    if (!refused) return { ...event, process };
    renamed.set(event.process, turn + 1);
    return { ...event, process, type: "info" };
  });
}

/** A schedule in which nothing was written says nothing of versions. */
function versions(model: Model<unknown>, operations: readonly Operation[]): Check {
  const check = versionOrder(model, operations);
  return check.verdict === "UNDECIDED" ? pass(check.name, "nothing was written") : check;
}

/**
 * A deletion has one version for all only under a primary. In the quorum protocol, a replica that
 * learns of it because the name was given away does not know the version, and a client that was
 * told of a newer version deletes (or writes) again under one newer still.
 */
function withoutDeletions(operation: Operation): Operation {
  const answer = operation.output as FileAnswer | undefined;
  if (answer === undefined) return operation;
  const { version: _, ...rest } = answer;
  const isDeletion = operation.f === "delete" || answer.status === "FILE ALREADY DELETED";
  return isDeletion ? { ...operation, output: rest } : operation;
}

/** Faults have healed, so every replica must be back. */
function allAreThere({ held }: FinalState): Check {
  const name = "all replicas are registered in the end";
  const ids = [...held.keys()].sort().join(", ");
  return held.size === 3 ? pass(name, ids) : fail(name, `only ${ids}`);
}

function entriesOf({ held }: FinalState): Map<string, ReplicaEntry[]> {
  const entry = ({ uuid, name, content, version, deleted }: FileObject) => {
    return { key: uuid, name, content: deleted ? null : content, version, deleted };
  };
  return new Map([...held].map(([id, objects]) => [id, objects.map(entry)]));
}

const writeQuorum = 2;

/** What was acknowledged is at N_w replicas, unless something newer or a tombstone is there. */
function heldByWriteQuorum(operations: readonly Operation[], { held }: FinalState): Check {
  const name = "each update is held by N_w replicas";
  for (const operation of operations) {
    if (operation.f === "read" || isIndefinite(operation)) continue;
    const { status, version } = operation.output as FileAnswer;
    if (status !== "SUCCESS" || typeof version !== "string") continue;
    const holders = [...held].filter(([, objects]) => {
      const object = objects.find(({ uuid }) => uuid === operation.key);
      if (object === undefined) return false;
      return object.deleted || (operation.f === "write" && object.version >= version);
    });
    if (holders.length >= writeQuorum) continue;
    const ids = holders.map(([id]) => id).join(", ") || "none";
    return fail(name, `${ids} of ${writeQuorum} hold ${phrase(operation)}`);
  }
  return pass(name, `${operations.length} operations`);
}
