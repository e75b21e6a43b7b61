/** Judges one simulated schedule: what clients were answered, and what is listed in the end. */
import { isIndefinite, type Operation, pairOperations } from "../check/history.ts";
import { say } from "../check/sentence.ts";
import { type Check, fail, pass, undecided } from "../check/verdict.ts";
import type { Outcome } from "../sim/problem.ts";
import { backends } from "./simulated-nodes.ts";
import type { FinalState } from "./simulation.ts";
import { answerOf } from "./stage.ts";

interface Named {
  readonly id: string;
  readonly address: string;
  readonly calls: number;
}

export function judgeSchedule({ history, state }: Outcome<FinalState>): Check[] {
  const operations = pairOperations(history);
  return [computes(operations), names(operations), listsAll(state)];
}

const answeredAs = (operations: readonly Operation[], f: string) =>
  operations.filter((operation) => operation.f === f && !isIndefinite(operation));

function computes(operations: readonly Operation[]): Check {
  const name = "every result is right";
  const answered = answeredAs(operations, "compute");
  const wrong = answered.find(({ input, output }) => {
    const { task, size } = input as { readonly task: string; readonly size: number };
    return (output as { readonly result: string }).result !== answerOf(task, size);
  });
  if (wrong === undefined) return pass(name, `${answered.length} results`);
  return fail(name, say`a wrong answer: ${wrong}`);
}

/** As many calls as were asked for, each at a backend that exists, none twice. */
function names(operations: readonly Operation[]): Check {
  const name = "every answer names different backends, for all calls";
  const answered = answeredAs(operations, "pick");
  const wrong = answered.find(({ input, output }) => {
    const named = output as readonly Named[];
    const calls = named.reduce((sum, choice) => sum + choice.calls, 0);
    const ids = new Set(named.map(({ id }) => id));
    const exist = named.every(
      ({ id, address }) => backends.includes(id) && address === `${id}:7000`,
    );
    return !exist || ids.size !== named.length || calls !== (input as Named).calls;
  });
  if (wrong === undefined) return pass(name, `${answered.length} answers`);
  return fail(name, say`a wrong answer: ${wrong}`);
}

/** All faults have healed: everybody is there, once, and has reported. */
function listsAll(state: FinalState | undefined): Check {
  const name = "in the end each balancer lists each backend once, with its load";
  if (state === undefined) return undecided(name, "the lists were never read");
  for (const [balancer, listed] of state) {
    const ids = listed.map(({ backend }) => backend?.id ?? "").sort();
    if (!Bun.deepEquals(ids, [...backends])) return fail(name, `${balancer} lists ${ids}`);
    const silent = listed.find(({ load }) => load === null);
    if (silent !== undefined) return fail(name, `${silent.backend?.id} has not reported`);
  }
  return pass(name, `${backends.length} backends at ${state.size} balancers`);
}
