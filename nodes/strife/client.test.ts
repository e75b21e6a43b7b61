import { afterAll, beforeAll, expect, test } from "bun:test";
import { join } from "node:path";
import { ensureCertificates } from "../../harness/kit/certificates.ts";
import { until } from "../host/test-support.ts";
import { Town } from "./testing/town.ts";

const client = join(import.meta.dir, "client.ts");

let town: Town;
beforeAll(async () => {
  town = await Town.open(ensureCertificates, { sessionMs: 3_600_000 });
});
afterAll(async () => {
  await town[Symbol.asyncDispose]();
});

/** The client as its user starts it; in a terminal of its own where that is asked for. */
function start(user: string, command: string, { terminal = false } = {}) {
  const flags = ["--id", user, "--tls", "mutual", "--certs", town.certificates];
  const where = ["--gateway", town.address("gateway"), "--probe", "200ms"];
  const words = [process.execPath, client, ...flags, ...where, ...command.split(" ")];
  const inTerminal = ["script", "-qec", words.join(" "), "/dev/null"];
  const child = Bun.spawn(terminal ? inTerminal : words, {
    cwd: town.folder,
    stdin: "pipe",
    stdout: "pipe",
    stderr: "pipe",
  });
  let text = "";
  let read = 0;
  const follow = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => {
    for await (const chunk of stream.pipeThrough(new TextDecoderStream())) text += chunk;
  };
  const ended = Promise.all([follow(child.stdout), follow(child.stderr), child.exited]);
  return {
    type: (line: string) => {
      child.stdin.write(`${line}\n`);
      child.stdin.flush();
    },
    /** Waits for words that come after those that were seen before. */
    async sees(words: string) {
      await until(() => text.indexOf(words, read) >= 0 || child.exitCode !== null);
      const place = text.indexOf(words, read);
      if (place < 0) throw new Error(`ended without ${words}: ${text.slice(read)}`);
      read = place + words.length;
    },
    all: () => text,
    async ends() {
      child.stdin.end();
      await ended;
      return child.exitCode;
    },
    [Symbol.dispose]: () => child.kill("SIGKILL"),
  };
}

test("a user registers, logs in, pays, goes offline and comes back, in one shell", async () => {
  using shell = start("carol", "shell");
  shell.type("register south/4");
  await shell.sees("password: ");
  shell.type("carol-secret");
  await shell.sees("registered carol");
  shell.type("balance south/4");
  await shell.sees("Password of carol");
  shell.type("a wrong one");
  await shell.sees("UNAUTHENTICATED");
  shell.type("login");
  await shell.sees("password: ");
  shell.type("carol-secret");
  await shell.sees("logged in as carol");
  shell.type("balance south/4");
  await shell.sees("south/4: 70, of which 70 available");
  shell.type("pay south/4 north/1 5");
  await shell.sees("paid: south/4 → north/1 5");
  shell.type("pay south/4 north/1 -5");
  await shell.sees("INVALID_ARGUMENT");
  await town.stop("gateway");
  shell.type("pay south/4 north/1 6");
  await shell.sees("queued as");
  shell.type("pay south/4 north/1 6000");
  await shell.sees("queued as");
  shell.type("queue");
  await shell.sees("waiting: south/4 → north/1 6 ");
  await shell.sees("waiting: south/4 → north/1 6000 ");
  await town.startGateway();
  await shell.sees("paid: south/4 → north/1 6 ");
  await shell.sees("refused (there is not enough money in the account): south/4 → north/1 6000");
  shell.type("history");
  await shell.sees("south/4 → north/1  6000  refused");
  await shell.sees("south/4 → north/1  5  committed");
  shell.type("nonsense");
  await shell.sees("There is no command nonsense.");
  shell.type("logout");
  await shell.sees("logged out");
  shell.type("exit");
  expect(await shell.ends()).toBe(0);
}, 20_000);

test("a session that has ended asks for the password, and what waits is sent then", async () => {
  using first = start("bob", "login");
  first.type("bob-secret");
  expect(await first.ends()).toBe(0);
  await town.stop("gateway");
  using shell = start("bob", "shell");
  shell.type("pay south/2 north/1 7");
  await shell.sees("queued as");
  const gateway = await town.host("gateway").disk.openDatabase("gateway.sqlite");
  gateway.run("DELETE FROM session");
  gateway.close();
  await town.startGateway();
  await shell.sees("there is no session, and payments wait: 1. Password of bob: ");
  shell.type("bob-secret");
  await shell.sees("logged in as bob");
  await shell.sees("paid: south/2 → north/1 7");
  shell.type("exit");
  expect(await shell.ends()).toBe(0);
}, 20_000);

test.if(Bun.which("script") !== null)(
  "a terminal never shows a password",
  async () => {
    using shell = start("alice", "shell", { terminal: true });
    await shell.sees("shell");
    shell.type("login");
    await shell.sees("password: ");
    shell.type("alice-secret");
    await shell.sees("logged in as alice");
    shell.type("balance north/1");
    await shell.sees("north/1: ");
    shell.type("exit");
    expect(await shell.ends()).toBe(0);
    expect(shell.all()).not.toContain("alice-secret");
    // What is no password is shown as it is typed.
    expect(shell.all()).toContain("balance north/1\r\n");

    using balance = start("alice", "balance north/1", { terminal: true });
    await balance.sees("north/1: ");
    expect(await balance.ends()).toBe(0);
  },
  20_000,
);

test("one command after another: log in, pay, be refused, ask without a session", async () => {
  const run = async (command: string, input = "") => {
    using process = start("alice", command);
    if (input !== "") process.type(input);
    const code = await process.ends();
    return [code, process.all()] as const;
  };
  expect((await run("login", "alice-secret"))[0]).toBe(0);
  const [paid, said] = await run("pay north/1 south/2 1");
  expect([paid, said]).toEqual([0, expect.stringContaining("paid: north/1 → south/2 1")]);
  expect((await run("pay north/1 south/99 1"))[0]).toBe(1);
  expect((await run("logout"))[0]).toBe(0);
  const [code, sentence] = await run("balance north/1");
  expect([code, sentence]).toEqual([69, expect.stringContaining("UNAUTHENTICATED")]);
}, 20_000);
