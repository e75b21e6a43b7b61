/**
 * Whether the time stamps of a run are Lamport's (Lamport 1978, "Time, Clocks, and the Ordering of
 * Events in a Distributed System"): every receive is matched with its send and is later than it,
 * and the events of one process have different, growing times.
 */
import { type Check, fail, pass } from "./verdict.ts";

/** One event of one process: it sent a message or received one. */
export interface StampedEvent {
  /** Such as `branch 2`. */
  readonly process: string;
  readonly clock: number;
  readonly sent: boolean;
  /** Names the message, the same on both sides, such as `request 3 of customer 2`. */
  readonly message: string;
  /** The process that sent it. */
  readonly from: string;
}

export interface HappensBeforeOptions {
  /** The events of each process stand in the order in which they happened. */
  readonly ordered: boolean;
  /** Nothing was lost: what was sent by one and to another known process was received. */
  readonly complete: boolean;
}

/**
 * Judges the events of the processes that are known; what others sent can't be looked up.
 * @param processes whose events are all here
 */
export function happensBefore(
  events: readonly StampedEvent[],
  processes: ReadonlySet<string>,
  options: HappensBeforeOptions,
): Check[] {
  return [laterThanItsSend(events, processes, options), timesOfAProcess(events, options)];
}

/** IR2: a receive is later than the send of the same message. */
function laterThanItsSend(
  events: readonly StampedEvent[],
  processes: ReadonlySet<string>,
  { complete }: HappensBeforeOptions,
): Check {
  const name = "a receive is later than its send";
  const problems: string[] = [];
  let matched = 0;
  const messages = Map.groupBy(events, ({ message }) => message);
  for (const [message, copies] of messages) {
    // Messages with one name are told apart by their order.
    const sends = copies.filter(({ sent }) => sent).sort(byClock);
    const receives = copies.filter(({ sent }) => !sent).sort(byClock);
    for (const [place, receive] of receives.entries()) {
      const send = sends[place];
      if (send !== undefined && receive.clock > send.clock) matched += 1;
      else if (send !== undefined) {
        problems.push(
          `${message} is received by ${receive.process} at ${receive.clock}, ` +
            `and was sent by ${send.process} at ${send.clock}`,
        );
      } else if (processes.has(receive.from)) {
        problems.push(
          `${message} is received by ${receive.process}, and ${receive.from} sent none`,
        );
      }
    }
    if (complete && sends.length > receives.length && receives.length > 0) {
      problems.push(`${message} was sent ${sends.length} times, received ${receives.length} times`);
    }
  }
  return verdict(name, problems, `${matched} receives, each with its send`);
}

/** IR1: the clock ticks between any two events of a process. */
function timesOfAProcess(
  events: readonly StampedEvent[],
  { ordered }: HappensBeforeOptions,
): Check {
  const name = "no two events of a process share a time";
  const problems: string[] = [];
  for (const [process, own] of Map.groupBy(events, (event) => event.process)) {
    const inOrder = ordered ? own : own.toSorted(byClock);
    for (const [place, event] of inOrder.entries()) {
      const before = inOrder[place - 1];
      if (before === undefined || before.clock < event.clock) continue;
      const order = before.clock === event.clock ? "both have" : "goes back from";
      const times = before.clock === event.clock ? "" : ` to ${event.clock}`;
      problems.push(
        `${process}: ${before.message}, then ${event.message}: ${order} ${before.clock}${times}`,
      );
    }
  }
  return verdict(name, problems, `${events.length} events`);
}

function verdict(name: string, problems: readonly string[], evidence: string): Check {
  const [first] = problems;
  if (first === undefined) return pass(name, evidence);
  return fail(name, problems.length === 1 ? first : `${first} (and ${problems.length - 1} more)`);
}

function byClock(one: StampedEvent, other: StampedEvent): number {
  return one.clock - other.clock;
}
