/**
 * The scenario table of the specification ("Possible Scenarios" of READ, WRITE and DELETE): what
 * an operation's outcome is by what a replica knows of the uuid and the name.
 */
import { type Status, status } from "./status.ts";

/** What is known of a uuid. */
export interface Known {
  readonly name: string;
  /** The uuid stays in the map after its file was deleted. */
  readonly deleted: boolean;
}

/** SUCCESS: create or overwrite. */
export function outcomeOfWrite(known: Known | undefined, name: string, nameTaken: boolean): Status {
  if (known === undefined) return nameTaken ? status.sameName : status.success;
  if (known.deleted) return status.deletedNotUpdated;
  return known.name === name ? status.success : status.notRenamed;
}

/** SUCCESS: remove the file and keep the uuid. */
export function outcomeOfDelete(known: Known | undefined): Status {
  if (known === undefined) return status.doesNotExist;
  return known.deleted ? status.alreadyDeleted : status.success;
}

/**
 * Quorum: a replica that never heard of the uuid keeps a tombstone, so that N_w replicas know of
 * the deletion.
 */
export function outcomeOfQuorumDelete(known: Known | undefined): Status {
  return known?.deleted ? status.alreadyDeleted : status.success;
}

/** SUCCESS: answer name, content and version. */
export function outcomeOfRead(known: Known | undefined, fileExists: boolean): Status {
  if (known === undefined) return status.doesNotExist;
  return known.deleted || !fileExists ? status.alreadyDeleted : status.success;
}
