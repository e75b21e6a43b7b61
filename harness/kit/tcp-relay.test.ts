import { afterAll, expect, test } from "bun:test";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { TcpRelay } from "./tcp-relay.ts";

/** Answers each piece with the same in capitals, and remembers what it heard. */
async function startShouter() {
  const heard: string[] = [];
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", (bytes) => {
      heard.push(bytes.toString());
      socket.write(bytes.toString().toUpperCase());
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  afterAll(() => server.close());
  return { address: `127.0.0.1:${port}`, heard };
}

async function call(relay: TcpRelay): Promise<Socket> {
  const [host = "", port = ""] = relay.address.split(":");
  const socket = connect(Number(port), host);
  socket.on("error", () => {});
  afterAll(() => socket.destroy());
  await once(socket, "connect");
  return socket;
}

/** What is answered first, or that the connection ended before. */
async function answerTo(socket: Socket, text: string): Promise<string> {
  const answered = once(socket, "data").then(([bytes]) => String(bytes));
  const ended = once(socket, "close").then(() => "ended");
  socket.write(text);
  return await Promise.race([answered, ended]);
}

async function start() {
  const shouter = await startShouter();
  const relay = await TcpRelay.start(shouter.address);
  afterAll(() => relay.close());
  return { ...shouter, relay };
}

test("relay: bytes pass both ways", async () => {
  const { relay, heard } = await start();
  expect(await answerTo(await call(relay), "hello")).toBe("HELLO");
  expect(heard).toEqual(["hello"]);
});

test("relay: a cut ends what is open and what is new, until it is mended", async () => {
  const { relay, heard } = await start();
  const open = await call(relay);
  expect(await answerTo(open, "before")).toBe("BEFORE");
  relay.cut();
  await once(open, "close");
  const [host = "", port = ""] = relay.address.split(":");
  const late = connect(Number(port), host);
  late.on("error", () => {});
  await once(late, "close");
  relay.mend();
  expect(await answerTo(await call(relay), "after")).toBe("AFTER");
  expect(heard).toEqual(["before", "after"]);
});

test("relay: with replies lost the node hears all and the caller nothing", async () => {
  const { relay, heard } = await start();
  const caller = await call(relay);
  expect(await answerTo(caller, "one")).toBe("ONE");
  relay.loseReplies();
  const lost = answerTo(caller, "two");
  while (heard.length < 2) await new Promise((resolve) => setImmediate(resolve));
  // Mending ends the old connections: had the reply passed, it would have come before that.
  relay.mend();
  expect(await lost).toBe("ended");
  expect(heard).toEqual(["one", "two"]);
});

test("relay: another aim is where new connections go", async () => {
  const { relay, heard } = await start();
  const other = await startShouter();
  relay.aim(other.address);
  expect(await answerTo(await call(relay), "there")).toBe("THERE");
  expect([heard, other.heard]).toEqual([[], ["there"]]);
});
