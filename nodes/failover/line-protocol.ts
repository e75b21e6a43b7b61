/**
 * The store by lines of text: a request a line, and its answer. A line that is no request, and an
 * operation that fails, are answered by a line that begins with `ERROR`, and the next one is read.
 */
import { RpcError } from "../host/rpc-error.ts";
import type { FailoverClient } from "./failover-client.ts";

const usage =
  "PUT key value, SWAP key value, GET key, DELETE key, SCAN first last or STOP, in capitals; " +
  "a key has no spaces";

/** A word, and in `PUT` and `SWAP` a value to the end of the line, which may have spaces. */
const requests = /^(?:(PUT|SWAP) (\S+) (.*)|(GET|DELETE) (\S+)|(SCAN) (\S+) (\S+)|(STOP))$/;

/** Answers each line until `STOP` or the end of the input. */
export async function serveLines(
  client: FailoverClient,
  lines: AsyncIterable<string>,
  print: (line: string) => void,
): Promise<void> {
  for await (const line of lines) {
    const [, write, key = "", value = "", read, readKey = "", scan, first = "", last = "", stop] =
      requests.exec(line) ?? [];
    try {
      if (stop !== undefined) return print(stop);
      if (write !== undefined) print(await answerWrite(client, write, key, value));
      else if (read !== undefined) print(await answerKey(client, read, readKey));
      else if (scan !== undefined) await answerScan(client, first, last, print);
      else print(`ERROR ${JSON.stringify(line.slice(0, 80))} is not one of ${usage}`);
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      const known = error.definite ? "nothing was changed" : "whether it happened is not known";
      print(`ERROR ${error.code}: ${error.details} (${known})`);
    }
  }
}

async function answerWrite(
  client: FailoverClient,
  command: string,
  key: string,
  value: string,
): Promise<string> {
  const old = await client.put(key, value);
  return `${command} ${key} ${command === "SWAP" ? (old ?? "null") : foundOrNot(old)}`;
}

async function answerKey(client: FailoverClient, command: string, key: string): Promise<string> {
  if (command === "DELETE") return `DELETE ${key} ${foundOrNot(await client.delete(key))}`;
  return `GET ${key} ${(await client.get(key)) ?? "null"}`;
}

async function answerScan(
  client: FailoverClient,
  first: string,
  last: string,
  print: (line: string) => void,
): Promise<void> {
  const pairs = await client.scan(first, last);
  print(`SCAN ${first} ${last} BEGIN`);
  for (const { key, value } of pairs) print(`  ${key} ${value}`);
  print("SCAN END");
}

function foundOrNot(old: string | undefined): string {
  return old === undefined ? "not_found" : "found";
}
