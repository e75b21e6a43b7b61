import { type Operation, phrase } from "./history.ts";

/** What a checker has seen, in words, and the operations that these words tell of. */
export interface Sentence {
  readonly text: string;
  readonly about: readonly Operation[];
}

/** A read or a write of a key; without an operation it is what was there before all of them. */
interface Access {
  readonly operation: Operation | null;
}

type Part = string | number | bigint | Operation | Access | Sentence;

/**
 * A sentence of text and of what it is about, such as `` say`${read} is older than ${write}` ``, so
 * that the words and the operations that a picture of the run shows are the same.
 */
export function say(words: TemplateStringsArray, ...parts: readonly Part[]): Sentence {
  const told = parts.map(tell);
  const text = words.reduce((all, word, place) => `${all}${told[place - 1]?.text ?? ""}${word}`);
  return { text, about: [...new Set(told.flatMap(({ about }) => about))] };
}

/** Several sentences as one, with a text in between. */
export function join(sentences: readonly Sentence[], between: string): Sentence {
  const about = [...new Set(sentences.flatMap((each) => each.about))];
  return { text: sentences.map(({ text }) => text).join(between), about };
}

function tell(part: Part): Sentence {
  if (typeof part !== "object") return { text: String(part), about: [] };
  if ("text" in part) return part;
  const operation = "operation" in part ? part.operation : part;
  if (operation === null) return { text: "the value before all writes", about: [] };
  return { text: phrase(operation), about: [operation] };
}
