/** Looks for secrets in all that the processes and clients of a run have logged. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Check, fail, pass, undecided } from "../check/verdict.ts";

/**
 * What must be in no log: private keys, and hashes of passwords besides the secrets that are given.
 * @param secrets by what they are, such as a password or a token
 * @param certificates the directory with the private keys
 */
export async function findSecrets(
  logs: string,
  certificates: string,
  secrets: ReadonlyMap<string, string>,
): Promise<Check> {
  const name = "no password, token or private key is in any log";
  const sought = new Map([...secrets, ["a password's hash", "$argon2id$"]]);
  for (const file of (await readdir(certificates)).filter((each) => each.endsWith(".key"))) {
    const [, line = ""] = (await Bun.file(join(certificates, file)).text()).split("\n");
    sought.set(`the key ${file}`, line);
  }
  const files = (await readdir(logs)).filter((each) => each.endsWith(".log"));
  let lines = 0;
  for (const file of files) {
    const text = await Bun.file(join(logs, file)).text();
    lines += text.split("\n").length - 1;
    for (const [what, secret] of sought) {
      if (secret !== "" && text.includes(secret)) return fail(name, `${what} is in ${file}`);
    }
  }
  const evidence = `${sought.size} secrets in ${lines} lines of ${files.length} logs`;
  return (lines > 0 ? pass : undecided)(name, evidence);
}
