import { expect, test } from "bun:test";
import { testHost } from "../host/test-support.ts";
import { FailoverClient } from "./failover-client.ts";
import { serveLines } from "./line-protocol.ts";
import { FakeServers } from "./testing/fake-servers.ts";

async function answersTo(servers: FakeServers, lines: readonly string[]): Promise<string[]> {
  using host = testHost({ id: "c1" });
  const patience = { tryMs: 100, operationMs: 200 };
  const client = new FailoverClient(host, servers.addresses, patience);
  const answers: string[] = [];
  const input = (async function* () {
    yield* lines;
  })();
  await serveLines(client, input, (line) => answers.push(line));
  return answers;
}

test("each request has the answer of the line protocol, in order, until STOP", async () => {
  await using servers = await FakeServers.start(2);
  const answers = await answersTo(servers, [
    ...["PUT a 1", "PUT a 2", "SWAP a 3", "SWAP b with spaces", "GET a", "GET c"],
    ...["SCAN a z", "DELETE a", "DELETE a", "SCAN a a", "STOP", "GET b"],
  ]);
  expect(answers).toEqual([
    ...["PUT a not_found", "PUT a found", "SWAP a 2", "SWAP b null", "GET a 3", "GET c null"],
    ...["SCAN a z BEGIN", "  a 3", "  b with spaces", "SCAN END"],
    ...["DELETE a found", "DELETE a not_found", "SCAN a a BEGIN", "SCAN END", "STOP"],
  ]);
});

test("a line that is no request gets one ERROR line, and the next one is served", async () => {
  await using servers = await FakeServers.start(1);
  const bad = [
    "",
    "get a",
    "GET",
    "GET a b",
    "PUT a",
    "SCAN a",
    "STOP now",
    "\u0000",
    "x".repeat(500),
  ];
  const answers = await answersTo(servers, [...bad, "PUT a 1"]);
  expect(answers).toHaveLength(bad.length + 1);
  for (const answer of answers.slice(0, -1)) {
    expect(answer).toMatch(/^ERROR ".*" is not one of PUT key value, /);
    expect(answer.length).toBeLessThan(250);
  }
  expect(answers.at(-1)).toBe("PUT a not_found");
});

test("what is refused or fails gets one ERROR line that says whether it happened", async () => {
  await using servers = await FakeServers.start(1);
  servers.fate(0, "lost", ...Array(100).fill("down"));
  const [refused, lost, end] = await answersTo(servers, ["PUT [a] 1", "PUT a 1"]);
  expect(refused).toMatch(/^ERROR INVALID_ARGUMENT: a key .* \(nothing was changed\)$/);
  expect(lost).toMatch(/^ERROR UNAVAILABLE: .* \(whether it happened is not known\)$/);
  expect(end).toBeUndefined();
});
