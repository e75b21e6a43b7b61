/** Keeps what a job was and what became of its tasks, so that a restarted master goes on. */
import type { AppendLog, Disk } from "../host/host.ts";
import type { JobEvent } from "./job-events.ts";
import type { JobDescription, Piece } from "./protocol.ts";

/** How the job began; the inputs are divided once. */
export interface JobBeginning {
  readonly description: JobDescription;
  readonly pieces: readonly (readonly Piece[])[];
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
}

/** What a master begins with: a job of its own making, or the one that it was at. */
export interface OpenedJournal {
  readonly journal: JobJournal;
  readonly beginning: JobBeginning;
  readonly events: readonly JobEvent[];
}

const encode = (entry: unknown) => new TextEncoder().encode(JSON.stringify(entry));
const decode = (record: Uint8Array) => JSON.parse(new TextDecoder().decode(record));

export class JobJournal {
  readonly #log: AppendLog | undefined;

  private constructor(log: AppendLog | undefined) {
    this.#log = log;
  }

  /** @param begin makes a new job, where the journal has none */
  static async open(
    disk: Disk,
    durable: boolean,
    begin: () => JobBeginning,
  ): Promise<OpenedJournal> {
    if (!durable) return { journal: new JobJournal(undefined), beginning: begin(), events: [] };
    const log = await disk.openLog("job");
    const [first, ...others] = (await log.records()).map(decode);
    const journal = new JobJournal(log);
    if (first !== undefined) return { journal, beginning: first, events: others };
    const beginning = begin();
    log.append(encode(beginning));
    await log.sync();
    return { journal, beginning, events: [] };
  }

  append(event: JobEvent): void {
    this.#log?.append(encode(event));
  }

  /** Nobody is told of what is not durable. */
  async sync(): Promise<void> {
    await this.#log?.sync();
  }
}
