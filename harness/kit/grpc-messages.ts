/** How gRPC puts messages on a stream of HTTP/2: a byte for whether compressed, four of length. */

import { constants, type Http2Stream } from "node:http2";

const headBytes = 5;

export function framed(message: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(headBytes + message.length);
  bytes.writeUInt8(0, 0);
  bytes.writeUInt32BE(message.length, 1);
  bytes.set(message, headBytes);
  return bytes;
}

/** Cuts what comes on a stream into its messages. */
export class MessageSplitter {
  readonly #maxBytes: number;
  #rest: Buffer = Buffer.alloc(0);

  /** @param maxBytes of a message */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /**
   * @returns the messages that are whole with this chunk
   * @throws Error on a message that is compressed or too large
   */
  split(chunk: Buffer): Buffer[] {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const messages: Buffer[] = [];
    while (this.#rest.length >= headBytes) {
      const length = this.#rest.readUInt32BE(1);
      if (this.#rest[0] !== 0) throw new Error("a message on a stream of frames is compressed");
      if (length > this.#maxBytes) throw new Error(`a message of ${length} bytes`);
      if (this.#rest.length < headBytes + length) break;
      messages.push(this.#rest.subarray(headBytes, headBytes + length));
      this.#rest = this.#rest.subarray(headBytes + length);
    }
    return messages;
  }
}

/** Reads what came on a stream, and closes the stream when it is not what it should be. */
export function orClose(stream: Http2Stream, read: () => void): void {
  try {
    read();
  } catch {
    stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  }
}
