import { type ClientHttp2Session, connect } from "node:http2";

/** The one connection from a proxy to its node, opened at the first call and after every loss. */
export class Upstream {
  readonly #address: string;
  #session: ClientHttp2Session | undefined;
  #opening: Promise<ClientHttp2Session> | undefined;

  /** @param address `host:port` */
  constructor(address: string) {
    this.#address = address;
  }

  /** @throws Error when nobody listens there: then nothing was sent */
  session(): Promise<ClientHttp2Session> {
    const session = this.#session;
    if (session !== undefined && !session.closed && !session.destroyed) {
      return Promise.resolve(session);
    }
    this.#opening ??= this.#open().finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  close(): void {
    this.#session?.destroy();
  }

  #open(): Promise<ClientHttp2Session> {
    return new Promise((resolve, reject) => {
      const session = connect(`http://${this.#address}`);
      this.#session = session;
      session.on("error", reject);
      session.on("close", () => reject(new Error("the connection was closed")));
      session.on("connect", () => resolve(session));
    });
  }
}
