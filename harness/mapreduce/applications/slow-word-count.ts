/** Counts words, slowly: there is time to kill a worker in the middle of a task. */

import { sum } from "../../../nodes/mapreduce/application.ts";
import { eachWord } from "../../../nodes/mapreduce/words.ts";

const words = eachWord((word, _name, emit) => emit(word, 1));

export function map(name: string, contents: string, emit: (key: string, value: string) => void) {
  Bun.sleepSync(60);
  words(name, contents, emit);
}

export function reduce(word: string, counts: IteratorObject<string>): string {
  Bun.sleepSync(1);
  return sum(word, counts);
}
