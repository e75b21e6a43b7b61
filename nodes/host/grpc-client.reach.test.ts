import { expect, test } from "bun:test";
import { freePorts } from "../../harness/kit/free-ports.ts";
import { implement } from "./service.ts";
import { Replica, testHost, until } from "./test-support.ts";

test("a peer that is there is reached, one that is not is not, and one that comes is", async () => {
  using server = testHost();
  using client = testHost({ id: "c1" });
  const [port] = freePorts(1);
  const address = `127.0.0.1:${port}`;
  expect(await client.reach(address, 0)).toBe(false);
  expect(await client.reach(address, 100)).toBe(false);
  const coming = client.reach(address, 60_000);
  const read = implement(Replica, { read: async () => ({ content: "here" }) });
  const running = await server.serve(address, [read]);
  expect(await coming).toBe(true);
  expect(await client.reach(address, 0)).toBe(true);
  await client.connect(Replica, address).read({});
  await running.stop(0);
  await until(async () => !(await client.reach(address, 0)));
  const back = client.reach(address, 60_000);
  const again = await server.serve(address, [read]);
  expect(await back).toBe(true);
  await again.stop(0);
});
