/**
 * How an append log lays its records out: length and checksum, 4 bytes each, little-endian, then
 * the record. The checksum is the CRC-32 of length and record, so that zeros, with which a file
 * system may fill what a crash left unwritten, are no record.
 */
import { crc32 } from "node:zlib";

const lengthBytes = 4;
const headerBytes = 8;

export function encodeRecord(record: Uint8Array): Uint8Array {
  const framed = new Uint8Array(headerBytes + record.length);
  const view = new DataView(framed.buffer);
  view.setUint32(0, record.length, true);
  framed.set(record, headerBytes);
  view.setUint32(lengthBytes, checksum(framed), true);
  return framed;
}

/** Of one framed record, whatever its checksum field holds. */
function checksum(framed: Uint8Array): number {
  return crc32(framed.subarray(headerBytes), crc32(framed.subarray(0, lengthBytes)));
}

/**
 * All whole records from the first on, and how many bytes they take. What follows the first that
 * is not whole is given up: a crash may leave later pages of a file written and earlier ones not.
 */
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
    const framed = bytes.slice(position, end);
    if (checksum(framed) !== view.getUint32(position + lengthBytes, true)) break;
    records.push(framed.subarray(headerBytes));
    position = end;
  }
  return { records, length: position };
}
