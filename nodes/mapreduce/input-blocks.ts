/**
 * Reads a piece of an input in blocks of whole lines. Where a line is longer than a block, it is
 * cut at white space, and where there is none it makes a larger block: never within a word.
 */
import { SharedFile } from "../host/job-files.ts";
import type { Piece } from "./protocol.ts";

const blockBytes = 1 << 20;
/** A file without any white space for so long is refused. */
const longestBlockBytes = 64 << 20;
/** `scanWords` looks so far beyond the end, and finds zeros there at the end of a file. */
const padding = 8;

export interface Block {
  readonly bytes: Uint8Array;
  /** Where it begins and ends in `bytes`, until the next block is asked for. */
  readonly start: number;
  readonly end: number;
  /** Where it begins in the file. */
  readonly position: number;
}

const lineFeed = 0x0a;
const isSpace = (byte: number | undefined) =>
  byte !== undefined && (byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));

/**
 * The blocks of a piece, its ends moved to the next boundary. An empty file is one empty block.
 * @throws Error when the file is gone or shorter than it was
 */
export function* readBlocks(piece: Piece): Generator<Block> {
  using file = SharedFile.open(piece.path);
  if (file === undefined || file.sizeBytes < piece.size) {
    throw new Error(`the input ${piece.path} is no longer what it was`);
  }
  let buffer = new Uint8Array(blockBytes + padding);
  let position = boundaryAfter(file, piece.start, piece.size);
  const end = boundaryAfter(file, piece.end, piece.size);
  if (piece.size === 0) yield { bytes: buffer, start: 0, end: 0, position: 0 };
  while (position < end) {
    const wanted = Math.min(buffer.length - padding, end - position);
    const read = file.read(buffer.subarray(0, wanted), position);
    if (read < wanted) throw new Error(`the input ${piece.path} is no longer what it was`);
    buffer.fill(0, read, read + padding);
    const length = position + read === end ? read : lastBoundary(buffer, read);
    if (length > 0) {
      yield { bytes: buffer, start: 0, end: length, position };
      position += length;
    } else if (buffer.length > longestBlockBytes) {
      throw new Error(`${piece.name} has no white space within ${read} bytes from ${position}`);
    } else buffer = new Uint8Array(2 * (buffer.length - padding) + padding);
  }
}

/** The lines of a block, each with its end. */
export function* linesOf(block: Block): Generator<Block> {
  for (let { start } = block; start < block.end; ) {
    const found = block.bytes.indexOf(lineFeed, start);
    const end = found === -1 || found >= block.end ? block.end : found + 1;
    yield { ...block, start, end, position: block.position + start - block.start };
    start = end;
  }
}

/** Behind the last line feed among the first bytes, else the last white space; 0 without any. */
function lastBoundary(bytes: Uint8Array, length: number): number {
  const line = bytes.lastIndexOf(lineFeed, length - 1);
  if (line !== -1) return line + 1;
  let at = length;
  while (at > 0 && !isSpace(bytes[at - 1])) at--;
  return at;
}

/** How far a line is looked for; a longer one is cut at white space. */
const longestLine = 1 << 16;

/**
 * Where a cut at `offset` really is: at `offset` itself if a line begins there, else behind the
 * next line feed or at the end of the file; in a long line, behind the next white space.
 */
function boundaryAfter(file: SharedFile, offset: number, size: number): number {
  if (offset === 0 || offset >= size) return offset;
  const ahead = new Uint8Array(longestLine);
  // From the byte before, so that a cut between two lines stays.
  for (let from = offset - 1; from < size; from += ahead.length) {
    const bytes = ahead.subarray(0, Math.min(file.read(ahead, from), size - from));
    const line = from < offset ? bytes.indexOf(lineFeed) : -1;
    if (line === -1 && from < offset && from + bytes.length === size) return size;
    const found = line === -1 ? bytes.findIndex(isSpace) : line;
    if (found !== -1) return from + found + 1;
  }
  return size;
}
