import { expect, test } from "bun:test";
import { join } from "node:path";
import { temporaryDirectory } from "../../harness/kit/test-support.ts";
import { Primary, Registry } from "./protocol.ts";
import { failureOf, TestCluster } from "./testing/cluster.ts";

const root = join(import.meta.dir, "../..");

/** Runs a node that is to end by itself, and tells how. */
async function run(script: string, ...flags: string[]) {
  const command = [process.execPath, `nodes/filestore/${script}.ts`, ...flags];
  const child = Bun.spawn(command, { cwd: root, stdin: "ignore", stdout: "pipe", stderr: "pipe" });
  const [exitCode, stderr] = await Promise.all([child.exited, new Response(child.stderr).text()]);
  return { exitCode, stderr: stderr.trim() };
}

test("a registry with sizes that can't work ends with 64 and says why", async () => {
  const quorum = ["--id", "g", "--protocol", "quorum", "--replicas", "5"];
  const outcome = await run("registry", ...quorum, "--read-quorum", "2", "--write-quorum", "3");
  expect(outcome).toEqual({
    exitCode: 64,
    stderr: "N_r + N_w = 5 must be greater than N = 5, or a read can miss a write.",
  });
});

test("a replica whose registry is not there ends with 69 and names it", async () => {
  using directory = temporaryDirectory();
  const flags = ["--id", "r1", "--registry", "127.0.0.1:1", "--join-timeout-ms", "200"];
  for (const script of ["replica-blocking", "replica-quorum"]) {
    const outcome = await run(script, ...flags, "--data-dir", join(directory.path, script));
    expect(outcome.exitCode).toBe(69);
    const sentence = outcome.stderr.split("\n").at(-1);
    expect(sentence).toStartWith("no registry answers at 127.0.0.1:1");
  }
});

test("the registry tells everybody who is there, and who is the primary", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, { protocol: "blocking" });
  const { members, primary, protocol } = await cluster.directory.replicas();
  expect(protocol).toBe("primary-backup");
  expect(members.map(({ id }) => id)).toEqual(["r1", "r2", "r3"]);
  expect(members.map(({ id, address }) => cluster.address(id) === address)).toEqual([
    true,
    true,
    true,
  ]);
  expect(primary?.id).toBe("r1");
  const registry = cluster.host.connect(Registry, cluster.address("registry"));
  const member = { id: "r9", address: "127.0.0.1:9", incarnation: 1 };
  expect((await registry.register({ member })).primary).toMatchObject({
    id: "r1",
    address: cluster.address("r1"),
  });
});

test("empty messages to the registry are refused and change nothing", async () => {
  using directory = temporaryDirectory();
  await using cluster = await TestCluster.start(directory.path, {
    protocol: "blocking",
    replicas: 1,
  });
  const registry = cluster.host.connect(Registry, cluster.address("registry"));
  expect((await failureOf(registry.register({}))).code).toBe("INVALID_ARGUMENT");
  expect((await failureOf(registry.register({ member: {} }))).code).toBe("INVALID_ARGUMENT");
  expect((await failureOf(registry.heartbeat({}))).code).toBe("NOT_FOUND");
  expect((await failureOf(registry.pickQuorum({}))).code).toBe("FAILED_PRECONDITION");
  await registry.deregister({});
  expect((await registry.listReplicas({})).members).toHaveLength(1);
  const primary = cluster.host.connect(Primary, cluster.address("r1"));
  await primary.updateMembers({});
  expect(await cluster.replica("r1").write({})).toMatchObject({ status: "NOT A UUID" });
});
