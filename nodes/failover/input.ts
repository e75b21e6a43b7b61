/**
 * What a key, a value and the name of a write may be: the limits of the `kv739` interface. The
 * brackets, the comma and the line's end are refused because trace files are made of them.
 */

/** Bytes of UTF-8. */
const maxKeyBytes = 128;
const maxValueBytes = 2_048;
const maxClientBytes = 64;

/** Not printable, or with a meaning in trace files. Unassigned characters are let through. */
const forbidden = /[[\],\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Why this is no key, or undefined when it is one. */
export function keyProblem(key: string): string | undefined {
  return key === "" ? "a key must not be empty" : textProblem("a key", key, maxKeyBytes);
}

/** Why this is no value, or undefined when it is one. The empty value is one. */
export function valueProblem(value: string): string | undefined {
  return textProblem("a value", value, maxValueBytes);
}

/** Why a write can't be told from others, or undefined when it can. */
export function nameProblem(client: string, number: number): string | undefined {
  if (client === "") return "a write must name its client";
  if (!Number.isSafeInteger(number) || number < 1) return "a write's number must be 1 or more";
  return textProblem("a client's name", client, maxClientBytes);
}

function textProblem(what: string, text: string, maxBytes: number): string | undefined {
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes) return `${what} has at most ${maxBytes} bytes, but this has ${bytes}`;
  const found = forbidden.exec(text)?.[0];
  if (found === undefined) return undefined;
  const allowed = `${what} has printable characters other than [ ] and comma`;
  return `${allowed}, but this has ${JSON.stringify(found)}`;
}
