import { expect, test } from "bun:test";
import { startReady } from "./test-process.ts";
import { failureOf, Replica, temporaryDirectory, testHost, until } from "./test-support.ts";

test("a peer that is killed while it works leaves its call UNAVAILABLE, indefinitely", async () => {
  using directory = temporaryDirectory();
  using host = testHost();
  const { node, address } = await startReady(directory.path);
  await using _ = node;
  const client = host.connect(Replica, address);
  const failure = failureOf(client.write({}, { timeoutMs: 60_000 }));
  await node.prints(/"writing"/);
  node.process.kill("SIGKILL");
  expect(await failure).toMatchObject({ code: "UNAVAILABLE", definite: false });
  await node.ends();
  expect(await failureOf(client.read({}))).toMatchObject({ code: "UNAVAILABLE", definite: true });
});

test("a peer that is stopped lets its calls run into their deadline, indefinitely", async () => {
  using directory = temporaryDirectory();
  using host = testHost();
  const { node, address } = await startReady(directory.path);
  await using _ = node;
  const client = host.connect(Replica, address);
  await client.read({});
  node.process.kill("SIGSTOP");
  const failure = await failureOf(client.read({}, { timeoutMs: 100 }));
  expect(failure).toMatchObject({ code: "DEADLINE_EXCEEDED", definite: false });
  node.process.kill("SIGCONT");
  expect((await client.read({})).content).toBe(String(node.process.pid));
});

test("a peer that comes back on its port is found again by calls that go on asking", async () => {
  using directory = temporaryDirectory();
  using host = testHost();
  const first = await startReady(directory.path);
  await using _first = first.node;
  const client = host.connect(Replica, first.address);
  await client.read({});
  first.node.process.kill("SIGKILL");
  await first.node.ends();
  // The first call may still meet the old connection, and then nobody knows what became of it.
  await until(async () => (await failureOf(client.read({}))).definite);

  const second = await startReady(directory.path, "--address", first.address);
  await using _second = second.node;
  let answer: { readonly content: string } | undefined;
  await until(async () => {
    answer = await client.read({}).catch(() => undefined);
    return answer !== undefined;
  });
  expect(answer?.content).toBe(String(second.node.process.pid));
});
