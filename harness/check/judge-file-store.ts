import { convergence } from "./convergence.ts";
import { Deadline, withinTime } from "./deadline.ts";
import { eventual } from "./eventual.ts";
import { deletedStaysDeleted, oneFileAName, replicasGoForward } from "./file-invariants.ts";
import { type FinalStates, finalReads, newestOfAll } from "./final-state.ts";
import { type Event, type Operation, pairOperations } from "./history.ts";
import { linearizable } from "./linearizability.ts";
import { fileStore } from "./models/file-store.ts";
import { refusalsMayApply } from "./models/refusals.ts";
import {
  FILE_STORE_PROMISES,
  type FileStorePromise,
  type FileStoreProtocol,
  type PromisedRung,
} from "./promises.ts";
import { registerView } from "./register-view.ts";
import { regular } from "./regular.ts";
import { DEFAULT_LIMITS, type Limits } from "./search.ts";
import { stalenessByNode } from "./staleness.ts";
import { type Check, pass, undecided } from "./verdict.ts";
import { versionOrder } from "./version-order.ts";

export interface FileStoreJudgement {
  /** From when on (history's milliseconds) nothing was under way and all was healed. */
  readonly quietAtMs?: number;
  /** What each replica held after that, if it was asked. */
  readonly finalStates?: FinalStates;
  /** The time is for all promised rungs together. */
  readonly limits?: Limits;
}

/**
 * Judges a run of the file store by what its protocol promises: the rungs, the order of versions,
 * what holds whatever the rung, and the final states. Under quorum, reads at one `node` are left
 * out: one replica alone promises nothing. UNDECIDED where something could not be seen.
 * @throws HistoryError when the events are no history of a file store
 */
export function judgeFileStore(
  protocol: FileStoreProtocol,
  events: readonly Event[],
  judgement: FileStoreJudgement = {},
): Check[] {
  const promise = FILE_STORE_PROMISES[protocol];
  const { finalStates } = judgement;
  const operations = operationsOf(promise, events);
  const time = Math.max(judgement.quietAtMs ?? 0, events.at(-1)?.time ?? 0);
  const held = finalStates && (promise.everyReplica ? finalStates : newestOfAll(finalStates));
  const last = held ? finalReads(held, operations, { place: events.length, time }) : [];
  const quietAtMs = judgement.quietAtMs ?? (held === undefined ? undefined : time);
  const all = [...operations, ...last];
  const model = fileStore(promise.model);
  const judge = rungJudge(promise, operations, all, quietAtMs, judgement.limits);
  return [
    ...promise.rungs.map(judge),
    versionOrder(model, all, { writesRetry: promise.writesRetry }),
    deletedStaysDeleted(all, promise.staleReads ? (quietAtMs ?? Number.POSITIVE_INFINITY) : 0),
    oneFileAName(operations),
    ...(promise.everyReplica ? [replicasGoForward(all)] : []),
    ...(finalStates && promise.everyReplica ? [convergence(finalStates)] : []),
    ...(held ? [finalStateAgrees(promise, operations, last, judgement.limits)] : []),
    ...(promise.staleReads ? staleness(promise, operations) : []),
  ];
}

function operationsOf(promise: FileStorePromise, events: readonly Event[]): Operation[] {
  const paired = pairOperations(events);
  const operations = promise.refusalsMayApply ? refusalsMayApply(paired) : paired;
  if (promise.everyReplica) return operations;
  return operations.filter((each) => each.f !== "read" || each.node === undefined);
}

/** Each rung has its share of the time. Eventual counts the final states among its last reads. */
function rungJudge(
  promise: FileStorePromise,
  operations: readonly Operation[],
  all: readonly Operation[],
  quietAtMs: number | undefined,
  given: Limits = {},
): (rung: PromisedRung) => Check {
  const model = fileStore(promise.model);
  const { timeLimitMs } = { ...DEFAULT_LIMITS, ...given };
  const limits = { ...given, timeLimitMs: timeLimitMs / promise.rungs.length };
  const updates = () => operations.filter(({ f }) => !model.reads.includes(f));
  const judges: Record<PromisedRung, (deadline: Deadline) => Check> = {
    linearizable: () => linearizable(model, operations, limits),
    "linearizable updates": () => linearizable(model, updates(), limits),
    regular: (deadline) => regular(registerView(model, operations, deadline) ?? [], limits),
    eventual: (deadline) => eventual(registerView(model, all, deadline) ?? [], quietAtMs, limits),
  };
  return (rung) => {
    const deadline = new Deadline(limits.timeLimitMs);
    return withinTime(rung, deadline, () => ({ ...judges[rung](deadline), name: rung }));
  };
}

/** Nothing acknowledged is lost in the end, and whatever is held was written by somebody. */
function finalStateAgrees(
  promise: FileStorePromise,
  operations: readonly Operation[],
  last: readonly Operation[],
  limits?: Limits,
): Check {
  const name = "the final state agrees with the history";
  if (last.length === 0) return undecided(name, "there is no file in the history");
  const updates = operations.filter((each) => each.f !== "read");
  const views = registerView(fileStore(promise.model), [...updates, ...last]) ?? [];
  const judged = regular(views, limits);
  const { verdict, evidence } = judged;
  if (verdict === "UNDECIDED") return undecided(name, evidence);
  if (verdict === "FAIL") return { ...judged, name };
  return pass(name, `${last.length} entries are last or concurrent writes`);
}

/** For information: it breaks no promise. */
function staleness(promise: FileStorePromise, operations: readonly Operation[]): Check[] {
  const views = registerView(fileStore(promise.model), operations) ?? [];
  const rows = stalenessByNode(views).map(
    ({ node, reads, staleReads, versionsBehind, behindMs }) =>
      `${node}: ${staleReads} of ${reads} reads, at most ${versionsBehind.max} versions and ` +
      `${behindMs.max.toFixed(1)} ms behind`,
  );
  return rows.length === 0 ? [] : [pass("stale reads, for information", rows.join("; "))];
}
