/** The other branches, as this one has heard of them; the book keeps them. */
import type { Member__Output } from "../../proto/types/proctor/branches/v1/Member.ts";
import type { Book } from "./book.ts";

export interface Member {
  readonly id: number;
  readonly address: string;
  /** Counts this branch's starts: what an earlier one said is out of date. */
  readonly start: number;
}

export class Members {
  readonly #book: Book;
  readonly #members = new Map<number, Member>();

  constructor(book: Book) {
    this.#book = book;
    for (const record of book.records) {
      if (record.kind === "member") this.#members.set(record.member.id, record.member);
    }
  }

  get all(): readonly Member[] {
    return [...this.#members.values()];
  }

  /** Tells whether this is news: a branch that was not known, or a later start of one. */
  note(member: Member): boolean {
    const known = this.#members.get(member.id);
    if (known !== undefined && known.start >= member.start) return false;
    this.#members.set(member.id, member);
    this.#book.write({ kind: "member", member });
    return true;
  }
}

/** From the wire, where 64-bit numbers are text. */
export function readMember({ id, address, start }: Member__Output): Member {
  return { id: Number(id), address, start: Number(start) };
}
