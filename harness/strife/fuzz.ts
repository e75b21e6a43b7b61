/**
 * Sends the gateway messages that nobody would send: random fields, random bytes, broken encodings,
 * frames of noise, with and without a session. None of them orders a payment that could be made, so
 * that afterwards every account must hold what it held.
 */
import { Client, credentials, Metadata, type ServiceError } from "@grpc/grpc-js";
import { exchangePath } from "../../nodes/host/frames.ts";
import type { Random } from "../../nodes/host/host.ts";
import { statusName } from "../../nodes/host/rpc-error.ts";
import type { Method } from "../../nodes/host/service.ts";
import { Coordinator, Gateway } from "../../nodes/strife/protocol.ts";

export interface Target {
  readonly address: string;
  /** A client's certificate with its key, and the authority, in PEM. */
  readonly certificate: { readonly ca: string; readonly cert: string; readonly key: string };
  /** The token of a session of that client. */
  readonly token: string;
  /** One of its own accounts, and one of another user. */
  readonly own: string;
  readonly other: string;
}

/** What is sent, and how. */
interface Message {
  readonly path: string;
  readonly bytes: Buffer;
  readonly token: string;
  readonly framed: boolean;
}

/** Messages under way at once. */
const atOnce = 16;
const timeoutMs = 20_000;

/** @returns how often each answer came, such as `INVALID_ARGUMENT` */
export async function fuzzGateway(
  target: Target,
  random: Random,
  count: number,
): Promise<Map<string, number>> {
  const { ca, key, cert } = target.certificate;
  const [authority, secret, shown] = [ca, key, cert].map((text) => Buffer.from(text));
  const client = new Client(target.address, credentials.createSsl(authority, secret, shown), {
    "grpc.ssl_target_name_override": "localhost",
  });
  const answers = new Map<string, number>();
  let left = count;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      const answer = await send(client, drawMessage(target, random));
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  client.close();
  return answers;
}

/** Answers that say that the gateway broke, or did not answer at all. */
export function faultsAmong(answers: ReadonlyMap<string, number>): string[] {
  const faults = ["UNKNOWN", "INTERNAL", "UNAVAILABLE", "DEADLINE_EXCEEDED", "DATA_LOSS"];
  return faults.filter((fault) => answers.has(fault));
}

const asItIs = (bytes: Buffer) => bytes;

function send(client: Client, { path, bytes, token, framed }: Message): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const metadata = new Metadata();
  if (token !== "") metadata.set("authorization", `Bearer ${token}`);
  const options = { deadline: Date.now() + timeoutMs };
  if (framed) {
    const stream = client.makeBidiStreamRequest(path, asItIs, asItIs, metadata, options);
    stream.on("error", () => {}).on("data", () => stream.end());
    stream.on("status", ({ code, details }) => resolve(named(code, details)));
    stream.write(bytes);
    stream.end();
  } else {
    client.makeUnaryRequest(path, asItIs, asItIs, bytes, metadata, options, (error) =>
      resolve(error === null ? "OK" : named(error.code, (error as ServiceError).details)),
    );
  }
  return promise;
}

/** What can't be decoded is INTERNAL by gRPC's own rules; any other is a mistake of the gateway. */
function named(code: number, details: string): string {
  const name = statusName(code);
  return name === "INTERNAL" && /deserializ/.test(details) ? "not decodable" : name;
}

const methods = [...Gateway.methods.values(), ...Coordinator.methods.values()];
const logOut = Gateway.methods.get("logOut") as Method;
const pay = Gateway.methods.get("pay") as Method;

function drawMessage(target: Target, random: Random): Message {
  const method = random.pick(methods);
  const kind = random.integer(10);
  if (kind === 0) return { path: exchangePath, bytes: noise(random), token: "", framed: true };
  // A session that is logged out could not be tried any more.
  const tokens = ["", random.secret(), "x".repeat(random.integer(3_000))];
  const token = method === logOut ? random.pick(tokens) : random.pick([...tokens, target.token]);
  const message = { path: method.path, token, framed: false };
  if (kind === 1) return { ...message, bytes: noise(random) };
  if (kind < 4) return { ...message, token: "", bytes: broken(badOrder(target, random), random) };
  if (kind < 7) {
    const bytes = pay.encodeRequest(badOrder(target, random));
    return { ...message, path: pay.path, token: target.token, bytes };
  }
  return { ...message, bytes: method.encodeRequest(randomFields(target, random)) };
}

function noise(random: Random): Buffer {
  const bytes = Buffer.from(Uint8Array.from({ length: 200 }, () => random.integer(256)));
  const cut = bytes.subarray(0, random.integer(bytes.length));
  return random.integer(10) === 0 ? Buffer.concat(Array(random.integer(500)).fill(cut)) : cut;
}

/** An order with bytes changed, cut off or doubled. */
function broken(order: object, random: Random): Buffer {
  const bytes = Buffer.from(pay.encodeRequest(order));
  for (let change = random.integer(8); change >= 0; change -= 1) {
    if (bytes.length > 0) bytes[random.integer(bytes.length)] = random.integer(256);
  }
  const cut = bytes.subarray(0, random.integer(bytes.length + 1));
  return random.pick([bytes, cut, Buffer.concat([bytes, cut])]);
}

/** An order in which one thing at least can't be, whatever else is in it. */
function badOrder({ own, other }: Target, random: Random): object {
  const order = { key: keyOf(random), payer: own, payee: other, amount: "1" };
  const faults: object[] = [
    { amount: amountOf(random) },
    { payee: textOf(random) },
    { payee: own },
    { payee: "south/999999" },
    { payee: "nowhere/1" },
    { payer: other, payee: own },
    { payer: textOf(random) },
    { key: random.pick(["", "k".repeat(random.integer(200_000)), textOf(random)]) },
  ];
  return { ...order, ...random.pick(faults) };
}

/** Zero, negative, or more than anybody has. */
function amountOf(random: Random): string {
  const near = 2n ** 63n - 1n - BigInt(random.integer(1_000));
  const beyond = 2n ** BigInt(46 + random.integer(17));
  return `${random.pick([0n, -near - 1n, -BigInt(random.integer(1_000)), near, beyond])}`;
}

/** A key as it should be: what is wrong with the order is something else. */
function keyOf(random: Random): string {
  const uuid = random.uuid();
  return `${uuid.slice(0, 14)}7${uuid.slice(15)}`;
}

function textOf(random: Random): string {
  const alphabets = ["abc", "0/-.:", "\u0000\n\u2028", "äß漢🜁", "%27;DROP TABLE payment--", "../"];
  const alphabet = [...random.pick(alphabets)];
  const text = Array.from({ length: random.integer(40) }, () => random.pick(alphabet)).join("");
  return random.integer(20) === 0 ? text.repeat(random.integer(1_000)) : text;
}

/** Fields of any request; an encoder takes those that its message has. */
function randomFields(target: Target, random: Random): object {
  const text = () => random.pick([textOf(random), target.own, target.other, "root", "alice"]);
  const texts = () => Array(random.integer(150)).fill(text());
  return {
    ...badOrder(target, random),
    user: text(),
    password: textOf(random),
    role: random.pick(["client", "admin", textOf(random)]),
    account: text(),
    accounts: texts(),
    owner: text(),
    balance: amountOf(random),
    limit: random.pick([0, 1, 1_000, 1_001, 2 ** 32 - 1]),
    transactions: texts(),
  };
}
