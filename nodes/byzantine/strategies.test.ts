import { expect, test } from "bun:test";
import { seededRandom } from "../host/random.ts";
import type { Message, Position } from "./algorithm.ts";
import type { Turn } from "./conduct.ts";
import { OralMessages } from "./oral.ts";
import type { Seals } from "./seals.ts";
import { SignedMessages } from "./signed.ts";
import { strategies } from "./strategies.ts";
import { isTape } from "./tape.ts";
import { sealsOf } from "./testing/council.ts";
import { Voice } from "./voice.ts";

const position: Position = { self: 0, generals: 4, traitors: 1, order: "ATTACK" };

function turnOf(algorithm: Turn["algorithm"], own: Position, round: number): Turn {
  const speech = algorithm.speak(round);
  const tell = () => {};
  return { round, position: own, algorithm, speech, remainingMs: 1, roundMs: 1, tell };
}

/** What a strategy says as commander of four, by the general who is told. */
function said(strategy: string, tape = "a"): Map<number, string[]> {
  const voice = new Voice(turnOf(new OralMessages(position), position, 1), [0]);
  const random = seededRandom(1, "traitor");
  const sayings = strategies.get(strategy)?.(voice, {
    random,
    conspiracy: 1,
    tape,
    topicsBefore: 0,
  });
  const words = (sayings ?? []).map(({ to, message, late }) => {
    return [to, `${message.path} ${message.order}${late ? " late" : ""}`] as const;
  });
  const byReceiver = Map.groupBy(words, ([to]) => to);
  return new Map([...byReceiver].map(([to, all]) => [to, all.map(([, word]) => word)]));
}

test("each strategy does what its name says", () => {
  expect(said("silent").size).toBe(0);
  expect([...said("flip").values()].flat()).toEqual(Array(3).fill("0 RETREAT"));
  expect([...said("late").values()].flat()).toEqual(Array(3).fill("0 ATTACK late"));
  expect([...said("split").values()].flat().sort()).toEqual(["0 ATTACK", "0 RETREAT", "0 RETREAT"]);
  expect(new Set([...said("collude").values()].flat()).size).toBe(2);
  const forged = [...said("forge").values()].flat();
  expect(forged.some((word) => !word.startsWith("0 "))).toBe(true);
  expect(new Set(forged).size).toBeGreaterThan(3);
});

test("a tape says what is on it, letter by letter, and begins again", () => {
  const words = said("tape", "ab");
  expect(words.get(1)).toEqual(["0 ATTACK"]);
  expect(words.get(2)).toEqual(["0 ATTACK", "0 RETREAT"]);
  expect(words.get(3)).toEqual(["0 ATTACK"]);
  expect([...said("tape", "-l-")]).toEqual([[2, ["0 ATTACK late"]]]);
  expect(isTape("arub-l")).toBe(true);
  for (const tape of ["", "x", "a b"]) expect(isTape(tape)).toBe(false);
});

test("a traitor signs for accomplices, and for nobody else", () => {
  const seals = sealsOf(5);
  const own = { self: 2, generals: 5, traitors: 2, order: "RETREAT" } as const;
  const machine = new SignedMessages(own, seals[2] as Seals);
  const blank: Message = { path: "", order: "ATTACK", signatures: [] };
  const [commander] = seals as [Seals];
  machine.hear(1, new Map([[0, [commander.sign(blank, 0)]]]));
  const voice = new Voice(turnOf(machine, own, 2), [2]);
  const topic = { to: 1, honest: { path: "02", order: "ATTACK", signatures: [] } as Message };
  expect(voice.say(topic, "ATTACK")?.path).toBe("02");
  expect(voice.say(topic, "RETREAT")).toBeUndefined();
  expect(new Voice(turnOf(machine, own, 3), [2]).say(topic, "ATTACK")).toBeUndefined();
});
