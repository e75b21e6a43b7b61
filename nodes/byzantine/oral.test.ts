import { expect, test } from "bun:test";
import { OralMessages } from "./oral.ts";
import type { Order } from "./order.ts";
import { hold, saying } from "./testing/council.ts";

const create = (position: ConstructorParameters<typeof OralMessages>[0]) =>
  new OralMessages(position);
const lieutenant = (self: number, generals: number, traitors: number) =>
  create({ self, generals, traitors, order: "RETREAT" });
const word = (path: string, order: Order) => ({ path, order, signatures: [] });

test("loyal generals obey, by as many messages as the paper's recursion makes", () => {
  for (const [generals, most, messages] of [
    [4, 1, 9],
    [7, 2, 156],
    [10, 3, 3609],
  ] as const) {
    let sent = 0;
    const machines = hold(create, {
      generals,
      most,
      betray: (_, __, speech) => {
        for (const said of speech.values()) sent += said.length;
        return speech;
      },
    });
    expect(machines.map((machine) => machine.decide())).toEqual(Array(generals).fill("ATTACK"));
    expect(sent).toBe(messages);
  }
});

test("figure 3 of the paper: a traitorous lieutenant keeps nobody from obeying", () => {
  const machines = hold(create, {
    generals: 4,
    most: 1,
    betray: (speaker, _, speech) => (speaker === 3 ? saying(speech, () => "RETREAT") : speech),
  });
  expect(machines.slice(1, 3).map((machine) => machine.decide())).toEqual(["ATTACK", "ATTACK"]);
});

test("figure 4: lieutenants of a traitorous commander come to the same majority", () => {
  const told = ["ATTACK", "RETREAT", "ATTACK"] as const;
  const machines = hold(create, {
    generals: 4,
    most: 1,
    betray: (speaker, _, speech) =>
      speaker === 0 ? saying(speech, (to) => told[to - 1] ?? "RETREAT") : speech,
  });
  const lieutenants = machines.slice(1);
  expect(lieutenants.map((machine) => machine.decide())).toEqual(["ATTACK", "ATTACK", "ATTACK"]);
  expect(lieutenants.map((machine) => machine.votes())).toEqual(
    Array(3).fill({ attack: 2, retreat: 1 }),
  );
});

test("a majority is taken at each branch, not over all that was told", () => {
  // 1 was told to attack by the commander, 2 and 3; all others say of everybody that he retreats.
  const general = lieutenant(1, 7, 2);
  general.hear(1, new Map([[0, [word("0", "ATTACK")]]]));
  const others = [2, 3, 4, 5, 6];
  const first = others.map((other): [number, ReturnType<typeof word>[]] => [
    other,
    [word(`0${other}`, other <= 4 ? "ATTACK" : "RETREAT")],
  ]);
  general.hear(2, new Map(first));
  const second = others.map((other): [number, ReturnType<typeof word>[]] => {
    const rest = others.filter((each) => each !== other);
    const lie = other >= 5 ? "RETREAT" : undefined;
    return [
      other,
      rest.map((each) => word(`0${each}${other}`, lie ?? (each <= 4 ? "ATTACK" : "RETREAT"))),
    ];
  });
  general.hear(3, new Map(second));
  expect(general.votes()).toEqual({ attack: 4, retreat: 2 });
  expect(general.decide()).toBe("ATTACK");
});

test("a tie, silence and what is no order all stand for retreat", () => {
  const general = lieutenant(1, 3, 1);
  expect(general.decide()).toBe("RETREAT");
  general.hear(1, new Map([[0, [word("0", "UNDECIDED"), word("0", "ATTACK")]]]));
  expect(general.votes()).toEqual({ attack: 1, retreat: 1 });
  expect(general.decide()).toBe("RETREAT");
  expect(general.beliefs()[1]).toMatchObject({ path: "02", told: false, order: "RETREAT" });
});

test("a word on a path that is not the sender's, or that can't be, is nobody's", () => {
  for (const path of ["", "0", "2", "03", "01", "00", "12", "022", "0z", "032", "02 "]) {
    const general = lieutenant(1, 4, 1);
    general.hear(2, new Map([[2, [word(path, "ATTACK")]]]));
    expect(general.beliefs().filter(({ told }) => told)).toEqual([]);
  }
});

test("of two words on one path the first counts", () => {
  const general = lieutenant(1, 4, 1);
  general.hear(1, new Map([[0, [word("0", "ATTACK"), word("0", "RETREAT")]]]));
  expect(general.beliefs()[0]?.order).toBe("ATTACK");
});

test("nobody on a path is told of it again, and the commander never", () => {
  const general = lieutenant(1, 7, 2);
  for (const [to, messages] of general.speak(3)) {
    expect(messages.length).toBe(4);
    for (const { path } of messages) expect(path).not.toContain(String(to));
  }
  expect([...general.speak(2).keys()]).toEqual([2, 3, 4, 5, 6]);
});
