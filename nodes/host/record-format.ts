/**
 * How an append log lays its records out: length and CRC-32, 4 bytes each, little-endian, then the
 * record. What a crash tore off at the end is recognised and cut.
 */
import { crc32 } from "node:zlib";

const headerBytes = 8;

export function encodeRecord(record: Uint8Array): Uint8Array {
  const framed = new Uint8Array(headerBytes + record.length);
  const view = new DataView(framed.buffer);
  view.setUint32(0, record.length, true);
  view.setUint32(4, crc32(record), true);
  framed.set(record, headerBytes);
  return framed;
}

/** All whole records from the first on, and how many bytes they take. */
export function decodeRecords(bytes: Uint8Array): {
  readonly records: Uint8Array[];
  readonly length: number;
} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records: Uint8Array[] = [];
  let position = 0;
  while (position + headerBytes <= bytes.length) {
    const end = position + headerBytes + view.getUint32(position, true);
    if (end > bytes.length) break;
    const record = bytes.slice(position + headerBytes, end);
    if (crc32(record) !== view.getUint32(position + 4, true)) break;
    records.push(record);
    position = end;
  }
  return { records, length: position };
}
