import { HistoryError, isIndefinite, type Operation } from "../history.ts";
import type { Access, Accesses, Model } from "../model.ts";

/** What a key (uuid) holds: a file, or the mark that there was one. Absent: never heard of. */
interface Entry {
  /** Null when deleted. */
  readonly name: string | null;
  readonly content: string | null;
  /** Unknown when the operation that made the entry has an unknown outcome, or did not say. */
  readonly version?: string | undefined;
}

type State = ReadonlyMap<string, Entry>;

/** What the store answered. Names, contents and versions are absent on a refusal. */
export interface FileAnswer {
  readonly status: string;
  readonly name?: string | null;
  readonly content?: string | null;
  readonly version?: string | null;
}

/** Refusals of the request itself: they say nothing about the state and change nothing. */
const REQUEST_REFUSED = new Set(["NAME NOT ALLOWED", "CONTENT TOO LARGE", "NOT A UUID"]);

export interface FileStoreOptions {
  /** The quorum protocol: a delete of an unknown uuid succeeds and leaves a tombstone. */
  readonly tombstoneUnknown?: boolean;
}

/**
 * The replicated file store as one copy: uuid → (name, content), where no two live files have one
 * name. `write`: input `{name, content}`; `read` and `delete`: no input; the output of each is a
 * `FileAnswer`. Refusals are answers, and legal only in the states that call for them.
 */
export function fileStore(options: FileStoreOptions = {}): Model<State> {
  const tombstoneUnknown = options.tombstoneUnknown ?? false;
  return {
    name: "file-store",
    operations: ["write", "read", "delete"],
    reads: ["read"],
    initial: new Map(),
    unwritten: "never written",
    partition: partitionByUuidAndName,
    stateKey,
    accesses,
    step(state, operation) {
      if (saysNothing(operation)) return state;
      const uuid = uuidOf(operation);
      if (operation.f === "read") return stepRead(state, uuid, operation);
      const [status, entry] =
        operation.f === "write"
          ? writeOutcome(state, uuid, operation)
          : deleteOutcome(state.get(uuid), operation, tombstoneUnknown);
      if (!isIndefinite(operation) && answerOf(operation).status !== status) return undefined;
      return entry === undefined ? state : new Map(state).set(uuid, entry);
    },
  };
}

function stepRead(state: State, uuid: string, operation: Operation): State | undefined {
  const entry = state.get(uuid);
  const { status, name, content, version } = answerOf(operation);
  const fits = entry !== undefined && fitsVersion(entry, version);
  const legal =
    entry === undefined
      ? status === "FILE DOES NOT EXIST"
      : entry.name === null
        ? status === "FILE ALREADY DELETED" && fits
        : status === "SUCCESS" && name === entry.name && content === entry.content && fits;
  return legal ? state : undefined;
}

function fitsVersion(entry: Entry, version: string | null | undefined): boolean {
  return entry.version === undefined || !version || entry.version === version;
}

type Outcome = readonly [status: string, entry?: Entry];

function writeOutcome(state: State, uuid: string, operation: Operation): Outcome {
  const { name, content } = writeInput(operation);
  const old = state.get(uuid);
  if (old !== undefined && old.name === null) return ["DELETED FILE CANNOT BE UPDATED"];
  if (old !== undefined && old.name !== name) return ["FILE CANNOT BE RENAMED"];
  if (old === undefined && [...state.values()].some((entry) => entry.name === name)) {
    return ["FILE WITH THE SAME NAME ALREADY EXISTS"];
  }
  return ["SUCCESS", { name, content, version: versionOf(operation) }];
}

function deleteOutcome(
  old: Entry | undefined,
  operation: Operation,
  tombstoneUnknown: boolean,
): Outcome {
  if (old === undefined && !tombstoneUnknown) return ["FILE DOES NOT EXIST"];
  if (old?.name === null) return ["FILE ALREADY DELETED"];
  return ["SUCCESS", { name: null, content: null, version: versionOf(operation) }];
}

/** Refusals that depend on the uuid alone, whatever name the write gave. */
const REFUSED_FOR_UUID = new Set(["FILE CANNOT BE RENAMED", "DELETED FILE CANNOT BE UPDATED"]);

/** Uuids that may have been written under one name can refuse each other, so they stay together. */
function partitionByUuidAndName(operations: readonly Operation[]): Operation[][] {
  const parent = new Map<string, string>();
  const root = (node: string): string => {
    let top = node;
    for (let up = parent.get(top); up !== undefined; up = parent.get(top)) top = up;
    return top;
  };
  const telling = operations.filter((operation) => !saysNothing(operation));
  for (const operation of telling) {
    if (operation.f !== "write") continue;
    if (!isIndefinite(operation) && REFUSED_FOR_UUID.has(answerOf(operation).status)) continue;
    const uuid = root(`uuid ${uuidOf(operation)}`);
    const name = root(`name ${writeInput(operation).name}`);
    if (uuid !== name) parent.set(uuid, name);
  }
  return [...Map.groupBy(telling, (each) => root(`uuid ${uuidOf(each)}`)).values()];
}

function saysNothing(operation: Operation): boolean {
  if (isIndefinite(operation)) return operation.f === "read";
  return REQUEST_REFUSED.has(answerOf(operation).status);
}

/** A uuid as a register: its values are the names and contents written to it, and `deleted`. */
function accesses(operation: Operation): Accesses {
  if (saysNothing(operation)) return {};
  const wrote = operation.f === "write" ? live(writeInput(operation)) : DELETED;
  if (isIndefinite(operation)) return { wrote };
  const { status, name, content, version } = answerOf(operation);
  const versioned = (access: Access) => (version ? { ...access, version } : access);
  if (status === "SUCCESS") {
    return operation.f === "read"
      ? { read: versioned(live({ name, content })) }
      : { wrote: versioned(wrote) };
  }
  if (status === "FILE ALREADY DELETED") return { read: versioned(DELETED) };
  if (status === "DELETED FILE CANNOT BE UPDATED") return { read: DELETED };
  if (status === "FILE DOES NOT EXIST" || status === "FILE WITH THE SAME NAME ALREADY EXISTS") {
    return { read: { value: "never written" } };
  }
  return {};
}

const DELETED: Access = { value: "deleted" };

function live({ name, content }: { name?: unknown; content?: unknown }): Access {
  return { value: `file ${JSON.stringify([name ?? null, content ?? null])}` };
}

function versionOf(operation: Operation): string | undefined {
  return isIndefinite(operation) ? undefined : (answerOf(operation).version ?? undefined);
}

function answerOf(operation: Operation): FileAnswer {
  const output = operation.output as FileAnswer | null | undefined;
  if (typeof output?.status === "string") return output;
  throw new HistoryError(`the answer to a ${operation.f} has no status: ${JSON.stringify(output)}`);
}

function writeInput(operation: Operation): { name: string; content: string } {
  const input = operation.input as { name?: unknown; content?: unknown } | null;
  if (typeof input?.name === "string" && typeof input.content === "string") {
    return { name: input.name, content: input.content };
  }
  throw new HistoryError(`the input of a write must be {name, content}: ${JSON.stringify(input)}`);
}

function uuidOf(operation: Operation): string {
  if (operation.key !== null) return operation.key;
  throw new HistoryError(`a ${operation.f} of the file store needs a uuid as its key`);
}

function stateKey(state: State): string {
  const entries = [...state].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(entries.map(([uuid, e]) => [uuid, e.name, e.content, e.version ?? null]));
}
