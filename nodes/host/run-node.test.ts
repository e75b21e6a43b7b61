import { expect, test } from "bun:test";
import { bunProblem } from "./run-node.ts";
import { startProcess, startReady, testNodeCommand } from "./test-process.ts";
import { failureOf, Replica, temporaryDirectory, testHost } from "./test-support.ts";

/** How a process with these flags ends by itself. */
async function run(flags: readonly string[]) {
  using directory = temporaryDirectory();
  await using node = startProcess(directory.path, flags);
  const code = await node.ends();
  return { code, ...node.output };
}

test("READY is the first line on stdout, with the id and the address that came to be", async () => {
  using directory = temporaryDirectory();
  const { node, address } = await startReady(directory.path);
  await using _ = node;
  expect(node.output.stdout).toBe(`READY n1 ${address}\n`);
  expect(address).toMatch(/^127\.0\.0\.1:[1-9]\d*$/);
});

const badFlags: readonly (readonly [string, string[], RegExp])[] = [
  ["no id", [], /^Required option '--id <NAME>' not specified\. See --help\.\n$/],
  ["a bad id", ["--id", "../r1"], /^Option '--id <NAME>' .* but is "..\/r1"\. .*\n$/],
  ["an unknown flag", ["--id", "n1", "--sed", "1"], /^Unknown option '--sed'.* See --help\.\n$/],
  ["a bad value", ["--id", "n1", "--size", "x"], /^Option '--size <N>'.* "x"\. See --help\.\n$/],
  ["an argument", ["--id", "n1", "extra"], /^Too many arguments.* See --help\.\n$/],
  ["flags that don't fit", ["--id", "n1", "--size", "4"], /^--size must be odd, but is 4\.\n$/],
  [
    "certificates that are not there",
    ["--id", "n1", "--tls", "server", "--certs", "/dev/null"],
    /^--certs can't be used/,
  ],
];

for (const [what, flags, sentence] of badFlags) {
  test(`${what}: exit 64 and one sentence on stderr`, async () => {
    const { code, stdout, stderr } = await run(flags);
    expect(stderr).toMatch(sentence);
    expect({ code, stdout, lines: stderr.split("\n").length }).toEqual({
      code: 64,
      stdout: "",
      lines: 2,
    });
  });
}

test("a data directory that can't be made: exit 64 and one sentence", async () => {
  await using node = startProcess("/dev/null/data", ["--id", "n1"]);
  expect(await node.ends()).toBe(64);
  expect(node.output.stderr).toMatch(/^--data-dir can't be used: ENOTDIR.*\n$/);
});

test("a registry that is not there: exit 69 and its sentence alone", async () => {
  const { code, stderr } = await run(["--id", "n1", "--behaviour", "refused"]);
  expect({ code, stderr }).toEqual({ code: 69, stderr: "the registry is not there\n" });
});

test("a port that is taken: exit 69 and one sentence with the address", async () => {
  using directory = temporaryDirectory();
  const { node, address } = await startReady(directory.path);
  await using _ = node;
  const { code, stderr } = await run(["--id", "n2", "--address", address]);
  expect(code).toBe(69);
  expect(stderr).toMatch(new RegExp(`^can't listen on ${address}: .*\n$`));
});

test("a data directory in use: exit 69; free again after the user was killed", async () => {
  using directory = temporaryDirectory();
  const first = await startReady(directory.path);
  await using _first = first.node;
  {
    await using second = startProcess(directory.path, ["--id", "n2"]);
    expect(await second.ends()).toBe(69);
    expect(second.output.stderr).toBe(
      `another node is running on the data directory ${directory.path}\n`,
    );
  }
  first.node.process.kill("SIGKILL");
  await first.node.ends();
  const third = await startReady(directory.path);
  await using _third = third.node;
});

test("a defect at the start: exit 70 with its stack", async () => {
  const { code, stderr } = await run(["--id", "n1", "--behaviour", "broken"]);
  expect(code).toBe(70);
  expect(stderr).toMatch(/^Error: an invariant is broken\n +at /);
});

test("--help: exit 0, each flag with its unit and its default or that it is required", async () => {
  const { code, stdout, stderr } = await run(["--help"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/--id <NAME> .*\(required\)/);
  expect(stdout).toMatch(/--lease <TIME> .*\(50ms to 600ms\) \(default: 200ms\)/);
  expect(stdout).toMatch(/--size <N> .*\(1 to 9\) \(default: 3\)/);
});

test("SIGTERM: running calls finish, new ones are refused, exit 0", async () => {
  using directory = temporaryDirectory();
  using host = testHost();
  const { node, address } = await startReady(directory.path);
  await using _ = node;
  const client = host.connect(Replica, address);
  const running = client.write({ name: "until SIGTERM" });
  await node.prints(/"writing"/);
  node.process.kill("SIGTERM");
  expect((await running).status).toBe("written");
  expect(await node.ends()).toBe(0);
  expect((await failureOf(client.read({}))).code).toBe("UNAVAILABLE");
});

test("SIGTERM: a call that never ends does not hold the node up for ever", async () => {
  using directory = temporaryDirectory();
  using host = testHost();
  const { node, address } = await startReady(directory.path);
  await using _ = node;
  const running = failureOf(host.connect(Replica, address).write({}, { timeoutMs: 60_000 }));
  await node.prints(/"writing"/);
  node.process.kill("SIGTERM");
  expect(await node.ends()).toBe(0);
  expect((await running).definite).toBe(false);
});

test("SIGTERM before READY ends a node that waits for something, exit 0", async () => {
  using directory = temporaryDirectory();
  const flags = ["--id", "n1", "--behaviour", "hangs"];
  await using node = startProcess(directory.path, flags);
  await node.prints(/"starting"/);
  node.process.kill("SIGTERM");
  expect(await node.ends()).toBe(0);
  expect(node.output.stdout).toBe("");
});

test("stderr carries the log, one JSON object a line", async () => {
  using directory = temporaryDirectory();
  const { node } = await startReady(directory.path);
  await using _ = node;
  node.process.kill("SIGTERM");
  await node.ends();
  const lines = node.output.stderr.trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: "info", node: "n1", msg: "stopping", reason: "SIGTERM" }),
  ]);
});

test("flags that don't fit are asked for again on a terminal until they do", async () => {
  using directory = temporaryDirectory();
  let screen = "";
  const answers = ["four", "6", "7"];
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  await using terminal = new Bun.Terminal({
    data(_terminal, chunk) {
      const text = new TextDecoder().decode(chunk);
      screen += text;
      if (text.includes("--size N: ")) terminal.write(`${answers.shift()}\r`);
      if (text.includes("READY")) resolve();
    },
  });
  const command = testNodeCommand(directory.path, ["--id", "n1", "--size", "4"]);
  const child = Bun.spawn(command, { terminal });
  await ready;
  child.kill("SIGTERM");
  expect(await child.exited).toBe(0);
  expect(screen).toContain("--size must be odd, but is 4.");
  expect(screen).toContain('--size must be a whole number, 1 to 9, but is "four".');
  expect(screen).toContain("--size must be odd, but is 6.");
  expect(answers).toEqual([]);
});

test("a Bun that leaks TLS buffers is refused", () => {
  for (const version of ["1.4.2", "1.4.0", "1.3.14", "0.9.0"]) {
    expect(bunProblem(version)).toBe(`Bun ${version} is too old: at least 1.4.3 is needed.`);
  }
  for (const version of ["1.4.3", "1.4.5", "1.5.0", "2.0.0"]) {
    expect(bunProblem(version)).toBeUndefined();
  }
});
