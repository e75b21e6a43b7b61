/** A name server that knows one name, by its SRV records (RFC 1035, RFC 2782), on loopback. */
import { createSocket, type Socket } from "node:dgram";

const typeSrv = 33;
const classInternet = 1;
/** Seconds that an answer is good for: whoever asks again wants to know. */
const timeToLive = 1;

export class NameServer implements Disposable {
  /** `host:port` */
  readonly address: string;
  readonly #socket: Socket;
  readonly #name: string;
  #targets: readonly string[] = [];

  private constructor(socket: Socket, name: string) {
    this.#socket = socket;
    this.#name = name;
    this.address = `127.0.0.1:${socket.address().port}`;
    socket.on("message", (query, { port, address }) => {
      const answer = this.#answer(query);
      if (answer !== undefined) socket.send(answer, port, address);
    });
  }

  /** @param name such as `_balancer._tcp.example` */
  static async start(name: string): Promise<NameServer> {
    const socket = createSocket("udp4");
    await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
    return new NameServer(socket, name);
  }

  /** What the name stands for from now on, `host:port` each, in the order of preference. */
  set(targets: readonly string[]): void {
    this.#targets = targets;
  }

  [Symbol.dispose](): void {
    this.#socket.close();
  }

  #answer(query: Buffer): Buffer | undefined {
    const end = query.indexOf(0, 12) + 5;
    if (query.length < end || end < 17) return undefined;
    const question = query.subarray(12, end);
    const asked = namedIn(question).toLowerCase();
    const type = question.readUInt16BE(question.length - 4);
    const known = asked === this.#name.toLowerCase();
    const records = known && type === typeSrv ? this.#targets.map(toRecord) : [];
    const head = Buffer.alloc(12);
    query.copy(head, 0, 0, 2);
    // A response by the name's authority; code 3 says that there is no such name.
    head.writeUInt16BE(0x8400 | (known ? 0 : 3), 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(records.length, 6);
    return Buffer.concat([head, question, ...records]);
  }
}

/** The labels of a question with dots between them. */
function namedIn(question: Buffer): string {
  const labels: string[] = [];
  for (let at = 0; question[at] !== 0; ) {
    const length = question[at] ?? 0;
    labels.push(question.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return labels.join(".");
}

function toRecord(target: string, priority: number): Buffer {
  const colon = target.lastIndexOf(":");
  const labels = target
    .slice(0, colon)
    .split(".")
    .map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`, "latin1"));
  const name = Buffer.concat([...labels, Buffer.from([0])]);
  const fields = Buffer.alloc(18);
  // The record's name is that of the question, which begins at byte 12.
  fields.writeUInt16BE(0xc00c, 0);
  fields.writeUInt16BE(typeSrv, 2);
  fields.writeUInt16BE(classInternet, 4);
  fields.writeUInt32BE(timeToLive, 6);
  fields.writeUInt16BE(6 + name.length, 10);
  fields.writeUInt16BE(priority, 12);
  fields.writeUInt16BE(0, 14);
  fields.writeUInt16BE(Number(target.slice(colon + 1)), 16);
  return Buffer.concat([fields, name]);
}
