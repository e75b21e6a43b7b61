/** Counts words, and fails at each line with the word `stone`. */
import { sum } from "../../../nodes/mapreduce/application.ts";

export function map(_name: string, contents: string, emit: (key: string, value: string) => void) {
  for (const [word] of contents.matchAll(/\p{L}+/gu)) {
    emit(word, "1");
    if (word === "stone") throw new Error("a stone in the mill");
  }
}

export const combine = sum;
export const reduce = sum;
