/** Counts how often each word occurs: one line a word, `word count`. */
import { sum } from "../application.ts";
import { eachWord } from "../words.ts";

export const map = eachWord((word, _name, emit) => emit(word, 1));
export const combine = sum;
export const reduce = sum;
