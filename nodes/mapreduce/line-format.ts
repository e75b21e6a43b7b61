/**
 * One pair a line: the key, a tab, the value. Within both, a backslash stands as `\\`, a tab as
 * `\t`, a line feed as `\n` and a carriage return as `\r`; so any text makes one line, and a line
 * says exactly one pair.
 */
const [tab, lineFeed, carriageReturn, backslash] = [0x09, 0x0a, 0x0d, 0x5c] as const;
const [letterT, letterN, letterR] = [0x74, 0x6e, 0x72] as const;

export const separatorByte = tab;
export const endByte = lineFeed;

/** How a byte stands after a backslash; 0 for a byte that stands for itself. */
const escapes = new Uint8Array(256);
escapes[tab] = letterT;
escapes[lineFeed] = letterN;
escapes[carriageReturn] = letterR;
escapes[backslash] = backslash;

const originals = new Uint8Array(256);
for (const [byte, letter] of escapes.entries()) if (letter !== 0) originals[letter] = byte;

/**
 * Writes text, escaped, to `target` from `at` on, which has room for twice as much.
 * @returns where it ends
 */
export function escapeInto(
  target: Uint8Array,
  at: number,
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  let to = at;
  for (let from = start; from < end; from++) {
    const byte = bytes[from] as number;
    const letter = escapes[byte] as number;
    if (letter !== 0) {
      target[to++] = backslash;
      target[to++] = letter;
    } else target[to++] = byte;
  }
  return to;
}

/**
 * Undoes `escapeInto`.
 * @returns where it ends in `target`
 * @throws Error on a backslash that stands before nothing known: the file is damaged
 */
export function unescapeInto(
  target: Uint8Array,
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  let to = 0;
  for (let from = start; from < end; from++) {
    const byte = bytes[from] as number;
    if (byte !== backslash) {
      target[to++] = byte;
      continue;
    }
    const original = from + 1 < end ? originals[bytes[++from] as number] : 0;
    if (original === undefined || original === 0) throw new Error("not an escaped text");
    target[to++] = original;
  }
  return to;
}

export function hasEscape(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === backslash) return true;
  return false;
}
