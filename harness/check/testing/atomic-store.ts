import fc from "fast-check";
import type { Event } from "../history.ts";
import type { FileAnswer } from "../models/file-store.ts";

interface Request {
  readonly f: "write" | "read" | "delete";
  readonly uuid: string;
  readonly name: string;
  readonly content: string;
  /** Whether its client hears the answer; if not, it may take effect long after. */
  readonly isAnswered: boolean;
}

interface Client {
  process: string;
  request: Request | undefined;
  answer: FileAnswer | undefined;
}

/** Who moves next, and how; one move invokes, one takes effect, one returns. */
interface Turn {
  readonly client: number;
  readonly f: Request["f"];
  readonly uuid: number;
  readonly name: number;
  readonly isAnswered: boolean;
}

const CLIENTS = 3;

/** Histories of clients of a file store of which there is but one copy, so that all is right. */
export function atomicHistory(turns: number): fc.Arbitrary<Event[]> {
  const turn = fc.record({
    client: fc.nat(CLIENTS - 1),
    f: fc.constantFrom("write" as const, "write" as const, "read" as const, "delete" as const),
    uuid: fc.nat(2),
    name: fc.nat(2),
    isAnswered: fc.integer({ min: 1, max: 8 }).map((eighth) => eighth > 1),
  });
  return fc.array(turn, { minLength: 1, maxLength: turns, size: "max" }).map(played);
}

function played(turns: readonly Turn[]): Event[] {
  const store = new AtomicStore();
  const events: Event[] = [];
  const clients = Array.from({ length: CLIENTS }, (_, n): Client => {
    return { process: `c${n}`, request: undefined, answer: undefined };
  });
  for (const [time, { client, uuid, name, ...turn }] of turns.entries()) {
    const at = clients[client] as Client;
    const { process, request } = at;
    if (request === undefined) {
      at.request = { ...turn, uuid: `u${uuid}`, name: `n${name}`, content: `content ${time}` };
      const { f, uuid: key, name: wanted, content } = at.request;
      const value = f === "write" ? { name: wanted, content } : null;
      events.push({ time, process, type: "invoke", f, key, value });
    } else if (!request.isAnswered) {
      store.later(request);
      events.push({ time, process, type: "info", f: request.f, key: request.uuid, value: "lost" });
      Object.assign(at, { process: `${process}'`, request: undefined });
    } else if (at.answer === undefined) {
      at.answer = store.apply(request);
    } else {
      const { f, uuid: key } = request;
      events.push({ time, process, type: "ok", f, key, value: at.answer });
      Object.assign(at, { request: undefined, answer: undefined });
    }
    if (turn.f === "read") store.applyOneLate();
  }
  return events;
}

class AtomicStore {
  readonly #files = new Map<string, { name: string; content: string; version: string }>();
  readonly #late: Request[] = [];
  #writes = 0;

  later(request: Request): void {
    this.#late.push(request);
  }

  applyOneLate(): void {
    const request = this.#late.shift();
    if (request !== undefined) this.apply(request);
  }

  apply({ f, uuid, name, content }: Request): FileAnswer {
    const file = this.#files.get(uuid);
    const isDeleted = file?.name === "";
    if (f === "read") {
      if (file === undefined) return { status: "FILE DOES NOT EXIST" };
      if (isDeleted) return { status: "FILE ALREADY DELETED", version: file.version };
      return { status: "SUCCESS", ...file };
    }
    if (f === "delete") {
      if (file === undefined) return { status: "FILE DOES NOT EXIST" };
      if (isDeleted) return { status: "FILE ALREADY DELETED" };
      return this.#put(uuid, "", "");
    }
    if (isDeleted) return { status: "DELETED FILE CANNOT BE UPDATED" };
    if (file !== undefined && file.name !== name) return { status: "FILE CANNOT BE RENAMED" };
    const isTaken = [...this.#files.values()].some((each) => each.name === name);
    if (file === undefined && isTaken) return { status: "FILE WITH THE SAME NAME ALREADY EXISTS" };
    return this.#put(uuid, name, content);
  }

  #put(uuid: string, name: string, content: string): FileAnswer {
    this.#writes += 1;
    const version = String(this.#writes).padStart(6, "0");
    this.#files.set(uuid, { name, content, version });
    return { status: "SUCCESS", version };
  }
}
