import type { RungName } from "./ladder.ts";
import type { FileStoreOptions } from "./models/file-store.ts";

export type FileStoreProtocol =
  | "blocking"
  | "nonblocking"
  | "quorum-regular"
  | "quorum-linearizable";

/** The rungs that some protocol promises. */
export type PromisedRung = Extract<
  RungName,
  "linearizable" | "linearizable updates" | "regular" | "eventual"
>;

/** What a protocol of the file store promises, and how its histories are to be read. */
export interface FileStorePromise {
  readonly rungs: readonly PromisedRung[];
  readonly model: FileStoreOptions;
  /** All replicas hold the same in the end, and each only goes forward; else a quorum does. */
  readonly everyReplica: boolean;
  /** Before quiet, reads may be of any age. */
  readonly staleReads: boolean;
  /** See `refusalsMayApply`. */
  readonly refusalsMayApply: boolean;
  /** A write that meets a newer version tries again under another, and may be seen under both. */
  readonly writesRetry: boolean;
}

const primaryBackup = {
  model: {},
  everyReplica: true,
  refusalsMayApply: false,
  writesRetry: false,
} as const;

const quorum = {
  model: { tombstoneUnknown: true },
  everyReplica: false,
  staleReads: false,
} as const;

/**
 * - blocking: the primary orders all updates; reads are local, and during a write one backup may
 *   have it while another has not, so readers can see new then old.
 * - nonblocking: the same order of updates, which reach the backups in time.
 * - quorum, regular: the specification's flow; a read meets every acknowledged write, but nobody
 *   writes back what it read.
 * - quorum, linearizable: as if there were one copy. Regular is implied; it is judged too because
 *   what breaks it is a shorter story.
 */
export const FILE_STORE_PROMISES: Readonly<Record<FileStoreProtocol, FileStorePromise>> = {
  blocking: { ...primaryBackup, rungs: ["regular", "linearizable updates"], staleReads: false },
  nonblocking: { ...primaryBackup, rungs: ["eventual", "linearizable updates"], staleReads: true },
  "quorum-regular": { ...quorum, rungs: ["regular"], refusalsMayApply: true, writesRetry: true },
  "quorum-linearizable": {
    ...quorum,
    rungs: ["linearizable", "regular"],
    refusalsMayApply: false,
    writesRetry: false,
  },
};
