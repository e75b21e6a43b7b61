import fc from "fast-check";
import type { Event } from "../history.ts";

/** What one client does, without when: the answers are random, so most histories are wrong. */
export interface Plan {
  readonly f: string;
  readonly key: string;
  readonly input: unknown;
  readonly output: unknown;
  readonly ending: "ok" | "fail" | "info" | "open";
}

const CLIENTS = 3;

/**
 * Histories of up to `size` operations of three clients, with any interleaving and any ending. A
 * client whose outcome stays unknown goes on under a new name.
 */
export function randomHistory(
  plan: fc.Arbitrary<Omit<Plan, "ending">>,
  size: number,
): fc.Arbitrary<Event[]> {
  const ending: fc.Arbitrary<Plan["ending"]> = fc.oneof(
    { weight: 6, arbitrary: fc.constant("ok" as const) },
    { weight: 2, arbitrary: fc.constantFrom("fail" as const, "info" as const, "open" as const) },
  );
  const planned = fc.tuple(plan, ending).map(([what, ends]) => ({ ...what, ending: ends }));
  const plans = fc.array(planned, { minLength: 1, maxLength: size, size: "max" });
  const turns = fc.array(fc.nat(CLIENTS - 1), { minLength: size * 4, maxLength: size * 4 });
  return fc.tuple(plans, turns).map(([all, order]) => interleaved(all, order));
}

/** Each turn lets one client invoke its next operation, or complete the one it has invoked. */
function interleaved(plans: readonly Plan[], turns: readonly number[]): Event[] {
  const events: Event[] = [];
  const waiting = [...plans];
  const open = new Map<number, Plan>();
  const lives = new Map<number, number>();
  for (const client of turns) {
    const life = lives.get(client) ?? 0;
    const process = `c${client}.${life}`;
    const time = events.length;
    const current = open.get(client);
    if (current === undefined) {
      const next = waiting.shift();
      if (next === undefined) continue;
      open.set(client, next);
      events.push({ time, process, type: "invoke", f: next.f, key: next.key, value: next.input });
      continue;
    }
    open.delete(client);
    const { f, key, ending, output } = current;
    if (ending === "info" || ending === "open") lives.set(client, life + 1);
    if (ending === "open") continue;
    const value = ending === "ok" ? output : ending;
    events.push({ time, process, type: ending, f, key, value });
  }
  return events;
}
