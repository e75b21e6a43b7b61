import { afterAll, expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http2";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countedCalls, sizedCalls } from "./checked-h2load.ts";
import { hasH2load } from "./h2load.ts";

const directory = await mkdtemp(join(tmpdir(), "proctor-h2load-"));
afterAll(() => rm(directory, { recursive: true }));
const withH2load = test.if(hasH2load);

let served = 0;
let bodyOf = (_call: number) => "0123456789";
const server = createServer((_request, response) => {
  served += 1;
  response.end(bodyOf(served));
}).listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
afterAll(() => server.close());

const { port } = server.address() as AddressInfo;
const target = { address: `127.0.0.1:${port}`, path: "/a.B/C", message: new Uint8Array([1]) };
const load = { targets: [target, target], shape: { connections: 2, streams: 2 }, directory };

withH2load("checked h2load: what was answered and what happened agree", async () => {
  const work = await countedCalls(load, async () => served)(0.1);
  expect(work.operations).toBeGreaterThan(0);
  expect(work.operations).toBeLessThanOrEqual(served);
  expect(work.latenciesMs).toHaveLength(work.operations);
});

withH2load("checked h2load: an HTTP 200 that did nothing, or too much, fails the run", async () => {
  await expect(countedCalls(load, async () => 0)(0.1)).rejects.toThrow("but 0 happened");
  await expect(countedCalls(load, async () => 3 * served)(0.1)).rejects.toThrow("happened");
});

withH2load(
  "checked h2load: answers that are too short, or not all alike, fail the run",
  async () => {
    expect((await sizedCalls(load, 10)(0.1)).operations).toBeGreaterThan(0);
    await expect(sizedCalls(load, 11)(0.1)).rejects.toThrow("11 at least");
    const from = served + 500;
    bodyOf = (call) => (call > from ? "short" : "0123456789");
    await expect(sizedCalls(load, 6)(1)).rejects.toThrow("answers of /a.B/C had");
  },
);
