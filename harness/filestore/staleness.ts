/** How old a backup of the non-blocking protocol is, and when it has caught up. */
import type { RealHost } from "../../nodes/host/real.ts";
import type { ExpectedRead } from "./expected-replica.ts";
import { type ClientAnswer, isDue } from "./judge.ts";

/** A backup that is this late is judged by what it answers then. */
const patienceMs = 5_000;
const betweenReadsMs = 2;

/** Reads again and again until the answer is the due one. */
export async function readUntilCaughtUp(
  host: RealHost,
  read: () => Promise<ClientAnswer>,
  due: ExpectedRead,
  changedAtMs: number,
): Promise<{ answer: ClientAnswer; staleForMs: number }> {
  const deadlineMs = host.clock.monotonicMs() + patienceMs;
  let answer = await read();
  let stale = false;
  while (!isDue(answer, due) && host.clock.monotonicMs() < deadlineMs) {
    stale = true;
    await host.clock.sleep(betweenReadsMs);
    answer = await read();
  }
  return { answer, staleForMs: stale ? host.clock.monotonicMs() - changedAtMs : 0 };
}
