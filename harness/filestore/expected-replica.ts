/**
 * What one replica must hold and answer, by the specification's table alone: written down here a
 * second time, on purpose, so that the nodes are not judged by their own code.
 */

export interface ExpectedFile {
  readonly name: string;
  readonly content: string;
  readonly version: string;
  readonly deleted: boolean;
}

/** What a read must answer. */
export interface ExpectedRead {
  readonly status: string;
  readonly name: string;
  readonly content: string;
  readonly version: string;
}

const nothing = { name: "", content: "", version: "" };

export class ExpectedReplica {
  readonly #files = new Map<string, ExpectedFile>();
  readonly #keepsUnknownTombstones: boolean;

  /** @param keepsUnknownTombstones as the quorum protocol has it */
  constructor(keepsUnknownTombstones: boolean) {
    this.#keepsUnknownTombstones = keepsUnknownTombstones;
  }

  /** Applies a write that was made under this version; returns the status that is due. */
  write(uuid: string, name: string, content: string, version: string): string {
    const known = this.#files.get(uuid);
    if (known?.deleted) return "DELETED FILE CANNOT BE UPDATED";
    if (known === undefined && this.#isTaken(name)) return "FILE WITH THE SAME NAME ALREADY EXISTS";
    if (known !== undefined && known.name !== name) return "FILE CANNOT BE RENAMED";
    this.#files.set(uuid, { name, content, version, deleted: false });
    return "SUCCESS";
  }

  delete(uuid: string, version: string): string {
    const known = this.#files.get(uuid);
    if (known?.deleted) return "FILE ALREADY DELETED";
    if (known === undefined && !this.#keepsUnknownTombstones) return "FILE DOES NOT EXIST";
    this.#files.set(uuid, { name: "", content: "", version, deleted: true });
    return "SUCCESS";
  }

  read(uuid: string): ExpectedRead {
    const known = this.#files.get(uuid);
    if (known === undefined) return { status: "FILE DOES NOT EXIST", ...nothing };
    const { name, content, version, deleted } = known;
    if (deleted) return { status: "FILE ALREADY DELETED", ...nothing, version };
    return { status: "SUCCESS", name, content, version };
  }

  #isTaken(name: string): boolean {
    return [...this.#files.values()].some((file) => !file.deleted && file.name === name);
  }
}
