/**
 * What simulated clients ask: few files and fewer names, so that creates, updates, deletes and
 * reads meet each other; contents are unique, so that a read tells which write it saw, and of
 * different lengths, so that an overwritten file that keeps its old end shows.
 */
import type { Random } from "../../nodes/host/host.ts";
import type { Operation } from "../sim/problem.ts";

const files = 10;
/** Fewer than files, so that some want the same name. */
const names = 6;

/** The uuids that clients use, all of them. */
export const uuids: readonly string[] = Array.from(
  { length: files },
  (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
);

export function drawOperation(random: Random, client: string): Operation {
  const index = random.integer(files);
  const key = uuids[index] ?? "";
  const kind = random.number();
  if (kind < 0.45) return { f: "read", key, value: null };
  if (kind < 0.55) return { f: "delete", key, value: null };
  // Now and then under the name of another file, which is refused or a second create.
  const name = `name-${(random.number() < 0.9 ? index : random.integer(files)) % names}.txt`;
  const content = `${client} ${random.uuid().slice(0, 1 + random.integer(36))}`;
  return { f: "write", key, value: { name, content: `${content} ${random.integer(2 ** 40)}` } };
}
