/** Tells in which files each word occurs: one line a word, `word [file, file, …]`. */
import { distinct } from "../application.ts";
import { eachWord } from "../words.ts";

export const map = eachWord((word, name, emit) => emit(word, name));
export const combine = distinct;

/** Each file once, in the order of their names' bytes. */
export function reduce(_word: string, names: IteratorObject<string>): string {
  const files = [...new Set(names)].sort((one, other) =>
    Buffer.compare(Buffer.from(one), Buffer.from(other)),
  );
  return `[${files.join(", ")}]`;
}
