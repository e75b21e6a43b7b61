/**
 * Mapping word by word without making strings. A word is a maximal run of letters, `/\p{L}+/gu`,
 * case kept. Where the application combines with `sum` or `distinct`, words and what was emitted
 * for them stay bytes and numbers (`word-table.ts`) until they are written.
 */
import type { Emit, MapFunction } from "./application.ts";
import type { WordToken } from "./word-token.ts";

export type Word = string | WordToken;
export type EmitWord = (word: Word, value: string | number) => void;
export type WordBody = (word: Word, name: string, emit: EmitWord) => void;

/** What `eachWord` adds to the function that it returns. */
export interface WordMap {
  readonly eachWord: WordBody;
}

/**
 * A map function that calls `body` for every word of its contents.
 * @param body must give `word` to `emit` before it returns, and not keep it
 */
export function eachWord(body: WordBody): MapFunction & WordMap {
  const map: MapFunction = (name, contents, emit) => {
    for (const [word] of contents.matchAll(/\p{L}+/gu)) body(word, name, asText(emit));
  };
  return Object.assign(map, { eachWord: body });
}

function asText(emit: Emit): EmitWord {
  return (word, value) => emit(String(word), String(value));
}

const separator = 0;
const asciiLetter = 1;
const beyondAscii = 2;

const kinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x80) return beyondAscii;
  return /[A-Za-z]/.test(String.fromCharCode(byte)) ? asciiLetter : separator;
});

/**
 * Calls `found` for every word from `start` to `end`.
 * @param bytes UTF-8; what stands at `end` and the 8 bytes from there are readable, and no word
 *   goes on there: it is a boundary of lines, or zeros follow
 * @param token is set to each word in turn
 */
export function scanWords(
  bytes: Uint8Array,
  start: number,
  end: number,
  token: WordToken,
  found: (token: WordToken) => void,
): void {
  token.open(bytes);
  for (let at = start; at < end; ) {
    const first = at;
    for (;;) {
      while (kinds[bytes[at] as number] === asciiLetter) at++;
      if (kinds[bytes[at] as number] !== beyondAscii) break;
      const length = letterLength(bytes, at);
      if (length === 0) break;
      at += length;
    }
    if (at > first) {
      token.set(first, at);
      found(token);
    }
    // What ended the word is not one byte of a letter, so no letter is torn apart here.
    at++;
    while (at < end && kinds[bytes[at] as number] === separator) at++;
  }
}

/** What is known of each code point: 0 nothing yet, 1 a letter, 2 none. */
const known = new Uint8Array(0x110000);

/** Bytes of the letter beyond ASCII that begins here; 0 when none does, or none that is UTF-8. */
function letterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  let codePoint = lead & (0xff >> (length + 1));
  for (let index = 1; index < length; index++) {
    const next = bytes[at + index] as number;
    if ((next & 0xc0) !== 0x80) return 0;
    codePoint = codePoint * 64 + (next & 0x3f);
  }
  // Each length has a least code point; anything below it has a shorter form and is not UTF-8.
  if (codePoint < (length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000)) return 0;
  if (codePoint > 0x10ffff) return 0;
  known[codePoint] ||= /\p{L}/u.test(String.fromCodePoint(codePoint)) ? 1 : 2;
  return known[codePoint] === 1 ? length : 0;
}
