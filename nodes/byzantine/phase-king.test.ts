import { expect, test } from "bun:test";
import type { Order } from "./order.ts";
import { PhaseKing } from "./phase-king.ts";
import { hold, saying } from "./testing/council.ts";

const create = (position: ConstructorParameters<typeof PhaseKing>[0]) => new PhaseKing(position);

test("loyal generals obey, by one message a pair in each exchange and one from each king", () => {
  let sent = 0;
  const machines = hold(create, {
    generals: 7,
    most: 2,
    betray: (_, __, speech) => {
      for (const said of speech.values()) sent += said.length;
      return speech;
    },
  });
  expect(machines.map((machine) => machine.decide())).toEqual(Array(7).fill("ATTACK"));
  expect(sent).toBe(6 + 3 * (2 * 7 * 6 + 6));
});

test("a traitor who is commander and first king is undone by the second king", () => {
  const machines = hold(create, {
    generals: 4,
    most: 1,
    betray: (speaker, _, speech) =>
      speaker === 0 ? saying(speech, (to) => (to === 1 ? "ATTACK" : "RETREAT")) : speech,
  });
  const decisions = machines.slice(1).map((machine) => machine.decide());
  expect(new Set(decisions).size).toBe(1);
});

test("what all loyal generals hold no king can change", () => {
  const machines = hold(create, {
    generals: 4,
    most: 1,
    // General 1 is loyal and obeys until it is his turn; general 0 is the first king.
    betray: (speaker, round, speech) =>
      speaker === 0 && round > 1 ? saying(speech, () => "RETREAT") : speech,
  });
  expect(machines.slice(1).map((machine) => machine.decide())).toEqual(Array(3).fill("ATTACK"));
});

test("nobody is left undecided, whatever is said or left out", () => {
  const words: readonly Order[] = ["ATTACK", "RETREAT", "UNDECIDED"];
  for (const [index, order] of words.entries()) {
    const machines = hold(create, {
      generals: 4,
      most: 1,
      betray: (speaker, round, speech) => {
        if (speaker !== 0) return speech;
        if (round % 3 === index) return new Map();
        return saying(speech, (to) => words[(to + round) % 3] ?? order);
      },
    });
    for (const machine of machines) expect(machine.decide()).not.toBe("UNDECIDED");
  }
});

test("a general speaks for himself alone", () => {
  const general = create({ self: 1, generals: 4, traitors: 1, order: "RETREAT" });
  general.hear(1, new Map([[0, [{ path: "2", order: "ATTACK", signatures: [] }]]]));
  expect(general.decide()).toBe("RETREAT");
  general.hear(1, new Map([[0, [{ path: "0", order: "ATTACK", signatures: [] }]]]));
  expect(general.decide()).toBe("ATTACK");
});
