/** The tasks that backends do: real computations, each with one right answer for each size. */
import { createHash } from "node:crypto";
import { RpcError } from "../host/rpc-error.ts";

export interface Task {
  /** What the size stands for. */
  readonly size: string;
  /** Larger ones are refused: they would keep a slot for more than some seconds. */
  readonly most: number;
  /** The answer as text. */
  readonly run: (size: number) => string;
}

export const tasks: ReadonlyMap<string, Task> = new Map([
  ["primes", { size: "count the primes up to this", most: 20_000_000, run: countPrimes }],
  ["fibonacci", { size: "index of the Fibonacci number", most: 50_000, run: fibonacci }],
  ["matrix", { size: "rows of two square matrices", most: 600, run: matrixProduct }],
  ["sha256", { size: "length of the chain of hashes", most: 2_000_000, run: hashChain }],
]);

/** The task whose service time is only emulated: it keeps a slot busy and computes nothing. */
export const emulated = "emulate";

/** In microseconds: ten seconds. */
const emulatedAtMost = 10_000_000;

/** @throws RpcError INVALID_ARGUMENT when there is no such task, or it is too large */
export function checkTask(task: string, size: number): void {
  const most = task === emulated ? emulatedAtMost : tasks.get(task)?.most;
  if (most === undefined) {
    const known = [...tasks.keys(), emulated].join(", ");
    throw new RpcError("INVALID_ARGUMENT", `the task must be one of ${known}, but is "${task}"`);
  }
  if (Number.isSafeInteger(size) && size >= 0 && size <= most) return;
  throw new RpcError("INVALID_ARGUMENT", `${task} takes a size of 0 to ${most}, not ${size}`);
}

/** The sieve of Eratosthenes. */
function countPrimes(limit: number): string {
  const composite = new Uint8Array(limit + 1);
  let count = 0;
  for (let candidate = 2; candidate <= limit; candidate += 1) {
    if (composite[candidate] === 1) continue;
    count += 1;
    for (let multiple = candidate ** 2; multiple <= limit; multiple += candidate) {
      composite[multiple] = 1;
    }
  }
  return `${count}`;
}

/** The Fibonacci number itself, by additions. */
function fibonacci(index: number): string {
  let [last, next] = [0n, 1n];
  for (let step = 0; step < index; step += 1) [last, next] = [next, last + next];
  return `${last}`;
}

/** The sum of all elements of A B, where A has i + 2 j and B has i - j in row i and column j. */
function matrixProduct(rows: number): string {
  let sum = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < rows; column += 1) {
      for (let inner = 0; inner < rows; inner += 1) sum += (row + 2 * inner) * (inner - column);
    }
  }
  return `${sum}`;
}

/** SHA-256 of the last hash, again and again, beginning with nothing. */
function hashChain(length: number): string {
  let hash: Uint8Array = new Uint8Array();
  for (let link = 0; link < length; link += 1) hash = createHash("sha256").update(hash).digest();
  return Buffer.from(hash).toString("hex");
}
