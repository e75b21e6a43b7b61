import { expect, test } from "bun:test";
import type { Message } from "./algorithm.ts";
import type { Seals } from "./seals.ts";
import { SignedMessages } from "./signed.ts";
import { hold, sealsOf } from "./testing/council.ts";

const blank = (order: Message["order"]): Message => ({ path: "", order, signatures: [] });

/** An order signed by these generals one after the other. */
function chain(seals: readonly Seals[], order: Message["order"], ...signers: number[]): Message {
  return signers.reduce(
    (message, signer) => (seals[signer] as Seals).sign(message, signer),
    blank(order),
  );
}

function lieutenant(self: number, generals: number, traitors: number, seals = sealsOf(generals)) {
  const position = { self, generals, traitors, order: "RETREAT" } as const;
  return { general: new SignedMessages(position, seals[self] as Seals), seals };
}

test("loyal generals obey, and each sends the order on once", () => {
  const seals = sealsOf(5);
  let sent = 0;
  const machines = hold((position) => new SignedMessages(position, seals[position.self] as Seals), {
    generals: 5,
    most: 2,
    betray: (_, __, speech) => {
      for (const said of speech.values()) sent += said.length;
      return speech;
    },
  });
  expect(machines.map((machine) => machine.decide())).toEqual(Array(5).fill("ATTACK"));
  expect(sent).toBe(4 * 4);
});

test("figure 5 of the paper: two generals find out a commander who gives two orders", () => {
  const seals = sealsOf(3);
  const machines = hold((position) => new SignedMessages(position, seals[position.self] as Seals), {
    generals: 3,
    most: 1,
    betray: (speaker, round, speech) =>
      speaker === 0 && round === 1
        ? new Map([
            [1, [chain(seals, "ATTACK", 0)]],
            [2, [chain(seals, "RETREAT", 0)]],
          ])
        : speech,
  });
  for (const machine of machines.slice(1)) {
    expect(machine.orders.size).toBe(2);
    expect(machine.decide()).toBe("RETREAT");
  }
});

test("an order counts only with as many different genuine signatures as rounds", () => {
  const { seals } = lieutenant(1, 5, 3);
  const good = chain(seals, "ATTACK", 0, 3, 2);
  const wrong: [string, Message][] = [
    ["another order", { ...good, order: "RETREAT" }],
    ["a signature short", { ...good, signatures: good.signatures.slice(1) }],
    ["too few", chain(seals, "ATTACK", 0, 2)],
    ["too many", chain(seals, "ATTACK", 0, 3, 4, 2)],
    ["one twice", chain(seals, "ATTACK", 0, 2, 2)],
    ["not from the commander", chain(seals, "ATTACK", 4, 3, 2)],
    ["not from the sender", chain(seals, "ATTACK", 0, 2, 3)],
    ["signed by the receiver", chain(seals, "ATTACK", 0, 1, 2)],
    ["names changed", { ...good, path: "042" }],
    ["a general that is not there", { ...good, path: "0z2" }],
    ["no signatures", { ...good, signatures: good.signatures.map(() => new Uint8Array(64)) }],
    ["of another campaign", chain(sealsOf(5, 2), "ATTACK", 0, 3, 2)],
    ["undecided", chain(seals, "UNDECIDED", 0, 3, 2)],
  ];
  for (const [name, message] of wrong) {
    const { general } = lieutenant(1, 5, 3, seals);
    general.hear(3, new Map([[2, [message]]]));
    expect([name, general.orders.size]).toEqual([name, 0]);
  }
  const { general } = lieutenant(1, 5, 3, seals);
  general.hear(3, new Map([[2, [good]]]));
  expect(general.decide()).toBe("ATTACK");
});

test("no more than two messages of one general are looked at, whatever he sends", () => {
  const { general, seals } = lieutenant(1, 4, 1);
  const junk = { path: "0", order: "RETREAT", signatures: [new Uint8Array(64)] } as const;
  const messages = [...Array(2).fill(junk), chain(seals, "ATTACK", 0)];
  general.hear(1, new Map([[0, messages]]));
  expect(general.orders.size).toBe(0);
});

test("without any order, and with two, a lieutenant retreats", () => {
  const { general, seals } = lieutenant(1, 4, 1);
  expect(general.decide()).toBe("RETREAT");
  general.hear(1, new Map([[0, [chain(seals, "ATTACK", 0), chain(seals, "RETREAT", 0)]]]));
  expect(general.votes()).toEqual({ attack: 1, retreat: 1 });
  expect(general.decide()).toBe("RETREAT");
});

test("nobody signs with a key that he does not have", () => {
  const { seals } = lieutenant(1, 4, 1);
  expect(() => seals[1]?.sign(blank("ATTACK"), 0)).toThrow("no key");
});
