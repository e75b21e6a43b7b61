/** A word in a buffer of bytes, with what finds it quickly in a table. */

const decoder = new TextDecoder();
/** Cut an integer of 4 bytes, read in little-endian order, to its first bytes. */
const masks = Int32Array.of(0, 0xff, 0xffff, 0xffffff, -1);

export class WordToken {
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;
  /** The first four bytes, and the four after them, as integers; zeros beyond the end. */
  low = 0;
  high = 0;
  hash = 0;
  #view: DataView = new DataView(this.bytes.buffer);

  /** All words that are set from now on are in these bytes. */
  open(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** @param end at least 8 bytes before the end of the bytes */
  set(start: number, end: number): void {
    const length = end - start;
    let low = this.#view.getInt32(start, true);
    let high = 0;
    if (length < 4) low &= masks[length] as number;
    else {
      high = this.#view.getInt32(start + 4, true);
      if (length < 8) high &= masks[length - 4] as number;
    }
    let hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b) ^ length;
    for (let at = start + 8; at < end; at++) {
      hash = Math.imul(hash ^ (this.bytes[at] as number), 0x01000193);
    }
    this.start = start;
    this.end = end;
    this.low = low;
    this.high = high;
    this.hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  }

  toString(): string {
    return decoder.decode(this.bytes.subarray(this.start, this.end));
  }
}
