/**
 * The same application without any of our machinery, as a reference: each file whole, one map for
 * all keys, in memory. For inputs that fit there.
 */
import { readFile } from "node:fs/promises";
import { findInputs } from "../../nodes/host/job-files.ts";
import { loadApplication } from "../../nodes/mapreduce/application.ts";

/** Lines of the output, without their ends, by key. */
export type Output = ReadonlyMap<string, string>;

/** @param application its path */
export async function runSequentially(application: string, inputs: string): Promise<Output> {
  const { map, reduce } = await loadApplication(application);
  const pairs = new Map<string, string[]>();
  for (const { name, path } of findInputs(inputs)) {
    map(name, await readFile(path, "utf8"), (key, value) => {
      const values = pairs.get(key);
      if (values === undefined) pairs.set(key, [String(value)]);
      else values.push(String(value));
    });
  }
  const output = new Map<string, string>();
  for (const [key, values] of pairs) {
    const result = reduce(key, values.values());
    if (result !== undefined) output.set(key, `${escaped(key)} ${escaped(String(result))}`);
  }
  return output;
}

const escapes = new Map([
  ["\\", "\\\\"],
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\r", "\\r"],
]);

function escaped(text: string): string {
  return text.replaceAll(/[\\\t\n\r]/g, (character) => escapes.get(character) ?? character);
}
