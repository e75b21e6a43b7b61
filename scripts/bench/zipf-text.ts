/** Text of words as often as in a natural language (Zipf's law, exponent 1), from a seed. */
import { appendFile, open } from "node:fs/promises";
import type { Random } from "../../nodes/host/host.ts";
import { seededRandom } from "../../nodes/host/random.ts";

/** Different words: about as many as in a few hundred books. */
const vocabularySize = 50_000;
/** Ranks are drawn from a table of this size: exact enough for the rarest word. */
const tableSize = 1 << 20;
const wordsOfLine = 12;
const linesOfChunk = 400;

const syllables = [
  ...["ba", "re", "ti", "on", "ka", "lo", "mi", "nu", "se", "ther", "ing", "ed", "al", "tra", "o"],
  ...["a", "i", "pre", "con", "st", "ly", "er", "un", "de", "é", "ün", "für"],
];

/** Frequent words are short. */
function makeVocabulary(random: Random): string[] {
  const words = new Set<string>();
  while (words.size < vocabularySize) {
    const length = 1 + Math.floor(Math.log2(words.size + 2) / 5 + random.number() * 1.5);
    words.add(Array.from({ length }, () => random.pick(syllables)).join(""));
  }
  return [...words];
}

/** The rank of a word for each of equally probable numbers. */
function makeRanks(): Uint32Array {
  const ranks = new Uint32Array(tableSize);
  const total = Array.from({ length: vocabularySize }, (_, rank) => 1 / (rank + 1)).reduce(
    (sum, share) => sum + share,
  );
  let [rank, reached] = [0, 1];
  for (let place = 0; place < tableSize; place++) {
    while (reached < ((place + 0.5) / tableSize) * total && rank < vocabularySize - 1) {
      rank++;
      reached += 1 / (rank + 1);
    }
    ranks[place] = rank;
  }
  return ranks;
}

/** What is longer than this repeats itself. */
const freshBytes = 64 << 20;

/**
 * Writes such a text, synced, so that no later measurement pays for it.
 * @param sizeBytes at least; it ends with the line that reaches it
 */
export async function writeZipfText(path: string, sizeBytes: number, seed: number): Promise<void> {
  if (sizeBytes <= freshBytes) await writeFresh(path, sizeBytes, seed);
  else {
    await writeFresh(path, freshBytes, seed);
    const once = await Bun.file(path).bytes();
    for (let size = once.length; size < sizeBytes; size += once.length) {
      await appendFile(path, once.subarray(0, sizeBytes - size));
    }
  }
  await using file = await open(path);
  await file.sync();
}

async function writeFresh(path: string, sizeBytes: number, seed: number): Promise<void> {
  const random = seededRandom(seed, "zipf");
  const words = makeVocabulary(random);
  const ranks = makeRanks();
  const file = Bun.file(path).writer({ highWaterMark: 4 << 20 });
  for (let written = 0; written < sizeBytes; ) {
    let text = "";
    for (let line = 0; line < linesOfChunk && written + text.length < sizeBytes; line++) {
      for (let word = 0; word < wordsOfLine; word++) {
        text += words[ranks[random.integer(tableSize)] as number];
        text += word % 7 === 6 ? ", " : " ";
      }
      text += "\n";
    }
    written += Buffer.byteLength(text);
    file.write(text);
    await file.flush();
  }
  await file.end();
}
