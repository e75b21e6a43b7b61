/**
 * A traitor that does as it is told, letter by letter: all tapes of one length are all behaviours,
 * and a search for the worst behaviour is a search for a tape.
 */
import { type Saying, type Scheme, say } from "./saying.ts";
import type { Topic, Voice } from "./voice.ts";

/** What a traitor can do about one topic. */
const letters = new Map<string, (voice: Voice, topic: Topic) => Saying[]>([
  ["a", (voice, topic) => say(voice, topic, "ATTACK")],
  ["r", (voice, topic) => say(voice, topic, "RETREAT")],
  ["u", (voice, topic) => say(voice, topic, "UNDECIDED")],
  // Two things at once: with signatures both are to be heeded, else the first.
  ["b", (voice, topic) => [...say(voice, topic, "ATTACK"), ...say(voice, topic, "RETREAT")]],
  ["l", (voice, topic) => say(voice, topic, "ATTACK", true)],
  ["-", () => []],
]);

/** Whether each letter of a tape means something. */
export function isTape(tape: string): boolean {
  return tape !== "" && [...tape].every((letter) => letters.has(letter));
}

/**
 * A letter a topic, in the order of rounds; a tape that is too short begins again. All traitors
 * have the same tape, and each begins at a part of his own.
 */
export function playTape(voice: Voice, scheme: Scheme): Saying[] {
  const { turn, accomplices, topics } = voice;
  const { tape, topicsBefore } = scheme;
  const part = Math.max(accomplices.indexOf(turn.position.self), 0) / accomplices.length;
  const start = Math.floor(tape.length * part) + topicsBefore;
  return topics.flatMap((topic, index) => {
    const letter = tape[(start + index) % tape.length] ?? "-";
    return letters.get(letter)?.(voice, topic) ?? [];
  });
}
