/**
 * Passes bytes on between callers and one node, whatever they are, also those of TLS: a wire that
 * can be cut, and that can lose all that is answered.
 */

import type { AddressInfo } from "node:net";
import { connect, createServer, type Server, type Socket } from "node:net";

export class TcpRelay {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** `host:port` of the node. */
  #target: string;
  #cut = false;
  #losesReplies = false;

  private constructor(target: string) {
    this.#target = target;
    this.#server = createServer((socket) => this.#relay(socket));
  }

  /** Listens on a port that the system chooses. */
  static async start(target: string): Promise<TcpRelay> {
    const relay = new TcpRelay(target);
    await new Promise<void>((resolve) => relay.#server.listen(0, "127.0.0.1", resolve));
    return relay;
  }

  /** `host:port` to tell callers. */
  get address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Where the node is from now on. */
  aim(target: string): void {
    this.#target = target;
  }

  /** Breaks all connections, and every new one at once. */
  cut(): void {
    this.#cut = true;
    this.#hangUp();
  }

  /** From now on nothing that the node answers arrives. */
  loseReplies(): void {
    this.#losesReplies = true;
  }

  /** All passes again, on new connections. */
  mend(): void {
    this.#hangUp();
    this.#cut = false;
    this.#losesReplies = false;
  }

  close(): void {
    this.#server.close();
    this.#hangUp();
  }

  #hangUp(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #relay(caller: Socket): void {
    const [host = "", port = ""] = this.#target.split(":");
    if (this.#cut) {
      caller.destroy();
      return;
    }
    const node = connect(Number(port), host);
    for (const [from, to] of [
      [caller, node],
      [node, caller],
    ] as const) {
      this.#sockets.add(from);
      from.on("data", (bytes) => {
        if (from === node && this.#losesReplies) return;
        if (!to.destroyed) to.write(bytes);
      });
      from.on("error", () => {});
      from.on("close", () => {
        this.#sockets.delete(from);
        to.destroy();
      });
    }
  }
}
