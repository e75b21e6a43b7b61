/** What a process has used so far, from Linux's `/proc` (proc_pid_stat(5), proc_pid_status(5)). */
import { readFileSync } from "node:fs";

/** Linux reports processor time to programs in hundredths of a second on every architecture. */
const ticksPerSecond = 100;

/** Seconds of processor time, in user mode and in the kernel. */
export function processorSeconds(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is the program's name in brackets, which may contain spaces.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [user, system] = [fields[11], fields[12]].map(Number);
  return ((user ?? 0) + (system ?? 0)) / ticksPerSecond;
}

/** Mebibytes of memory that are present now. */
export function residentMiB(pid: number): number {
  const text = readFileSync(`/proc/${pid}/status`, "utf8");
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1];
  if (kibibytes === undefined) throw new Error(`process ${pid} has no memory of its own`);
  return Number(kibibytes) / 1_024;
}

/** Mebibytes of memory that were present at most; undefined when the process has ended. */
export function peakResidentMiB(pid: number): number | undefined {
  try {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kibibytes === undefined ? undefined : Number(kibibytes) / 1_024;
  } catch {
    return undefined;
  }
}

/**
 * Mebibytes of memory where a page that several processes share counts as a part for each, so that
 * the sum over processes is what they take together.
 */
export function proportionalMiB(pid: number): number {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  const kibibytes = /^Pss:\s+(\d+) kB$/m.exec(text)?.[1];
  if (kibibytes === undefined) throw new Error(`process ${pid} has no memory of its own`);
  return Number(kibibytes) / 1_024;
}

/** The share of one core that processes use together while nobody asks anything of them. */
export async function processorShare(pids: readonly number[], seconds: number): Promise<number> {
  const used = () => pids.reduce((sum, pid) => sum + processorSeconds(pid), 0);
  const before = used();
  await Bun.sleep(seconds * 1_000);
  return (used() - before) / seconds;
}
