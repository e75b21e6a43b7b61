/**
 * How traitors betray. A strategy says what becomes of a traitor's turn to speak; it sees what
 * traitors know, and never what loyal generals have not said. The tests need each to be harmful
 * where harm is possible: a tame traitor makes every algorithm look right.
 */
import { seededRandom } from "../host/random.ts";
import { commander, type Message, otherGenerals } from "./algorithm.ts";
import type { Order } from "./order.ts";
import { commanderLetter, letterOf, type Path } from "./path.ts";
import { opposite, type Saying, type Scheme, say } from "./saying.ts";
import { SignedMessages } from "./signed.ts";
import { playTape } from "./tape.ts";
import type { Voice } from "./voice.ts";

type Strategy = (voice: Voice, scheme: Scheme) => readonly Saying[];

/** Tells nobody anything. */
const silent: Strategy = () => [];

/** Says the opposite of everything. */
const flip: Strategy = (voice) =>
  voice.topics.flatMap((topic) => say(voice, topic, opposite(topic.honest.order)));

/** Tells every other loyal general to attack, and the rest to retreat. */
const split: Strategy = (voice) => {
  const loyal = [...voice.turn.speech.keys()].filter((to) => !voice.accomplices.includes(to));
  return voice.topics.flatMap((topic) => {
    const attacks = loyal.indexOf(topic.to) % 2 !== 0;
    return say(voice, topic, attacks ? "ATTACK" : "RETREAT");
  });
};

/** Says the truth when it is too late. */
const late: Strategy = (voice) =>
  voice.topics.flatMap((topic) => say(voice, topic, topic.honest.order, true));

/** Says anything, nothing, two things or too late. */
const random: Strategy = (voice, scheme) =>
  voice.topics.flatMap((topic) => {
    const one = scheme.random.pick(["ATTACK", "RETREAT"] as const);
    const act = scheme.random.integer(8);
    if (act === 0) return [];
    if (act === 1) return say(voice, topic, one, true);
    if (act === 2) return [...say(voice, topic, one), ...say(voice, topic, opposite(one))];
    return say(voice, topic, one);
  });

/**
 * All traitors push the same half of the loyal generals to attack and the other to retreat. With
 * signatures they keep an order back, pass it among themselves, and tell it to one loyal general in
 * the last round for which they have signatures, and to another general the other order with too
 * few in the very last.
 */
const collude: Strategy = (voice, { conspiracy }) => {
  const { position, algorithm, round } = voice.turn;
  const others = otherGenerals({ ...position, self: commander });
  const loyal = others.filter((general) => !voice.accomplices.includes(general));
  const lots = seededRandom(conspiracy, "camps");
  const camps = lots.shuffle(loyal);
  const first = lots.pick(["ATTACK", "RETREAT"] as const);
  return voice.topics.flatMap((topic) => {
    const place = camps.indexOf(topic.to);
    if (!(algorithm instanceof SignedMessages)) {
      return say(voice, topic, 2 * place < camps.length ? first : opposite(first));
    }
    if (place === 0 && round === voice.accomplices.length) return say(voice, topic, "ATTACK");
    if (place !== 1 || round < algorithm.rounds) return [];
    const message = voice.sayShort(topic, "RETREAT");
    return message === undefined ? [] : [{ to: topic.to, message, late: false }];
  });
};

/**
 * Speaks in other generals' names, on paths that can't be, with signatures that are none, and says
 * the same thing twice, differently.
 */
const forge: Strategy = (voice, scheme) =>
  voice.topics.flatMap(({ to, honest }) => {
    const { self, generals } = voice.turn.position;
    const order = opposite(honest.order);
    const others = otherGenerals({ self, generals }).filter((general) => general !== to);
    const name = letterOf(scheme.random.pick([...others, generals]));
    const own = letterOf(self);
    const before = honest.path.slice(0, -1);
    const forged = [
      withPath(honest, order, before + name),
      withPath(honest, order, honest.path + own),
      withPath(honest, order, before + letterOf(to) + own),
      withPath(honest, order, (commanderLetter + name + own).slice(-honest.path.length)),
      { ...honest, order },
      honest,
    ];
    return scheme.random.shuffle(forged).map((message) => ({ to, message, late: false }));
  });

export const strategies: ReadonlyMap<string, Strategy> = new Map(
  Object.entries({ silent, random, flip, split, collude, late, forge, tape: playTape }),
);

/** With the signatures stretched to the path, so that only a check of each finds it out. */
function withPath({ signatures }: Message, order: Order, path: Path): Message {
  const stretched = [...path].map((_, index) => signatures[index] ?? new Uint8Array(64));
  return { path, order, signatures: signatures.length > 0 ? stretched : [] };
}
