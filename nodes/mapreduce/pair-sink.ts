/** Whoever takes pairs, key by key in the order of the keys' bytes. */
export interface PairSink {
  pair(
    key: Uint8Array,
    keyStart: number,
    keyEnd: number,
    value: Uint8Array,
    valueStart: number,
    valueEnd: number,
  ): void;
}
