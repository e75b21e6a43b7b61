/**
 * What a traitor is able to say in one turn. Of oral messages and the phase king's that is
 * anything. Of signed ones only what can be made of genuine signatures: those that it was told, and
 * those of its accomplices (Lamport, Shostak, Pease 1982, section 4).
 */
import { commander, type Message } from "./algorithm.ts";
import type { Turn } from "./conduct.ts";
import type { Order } from "./order.ts";
import { commanderLetter, letterOf } from "./path.ts";
import { SignedMessages } from "./signed.ts";

/** One thing that could be said to one general. */
export interface Topic {
  readonly to: number;
  /** What a loyal general says of it. */
  readonly honest: Message;
}

export class Voice {
  readonly turn: Turn;
  /** The numbers of all traitors. */
  readonly accomplices: readonly number[];
  readonly topics: readonly Topic[];

  constructor(turn: Turn, accomplices: readonly number[]) {
    this.turn = turn;
    this.accomplices = accomplices;
    const signed = turn.algorithm instanceof SignedMessages;
    this.topics = [...turn.speech].flatMap(([to, messages]) => {
      // Who signs may have an order to tell that a loyal general has told before.
      const said = signed && messages.length === 0 ? [blank(turn)] : messages;
      return said.map((honest) => ({ to, honest }));
    });
  }

  /** The message that says this; undefined where signatures are missing. */
  say({ to, honest }: Topic, order: Order): Message | undefined {
    const { algorithm } = this.turn;
    if (algorithm instanceof SignedMessages) return this.#sign(algorithm, to, order);
    return { ...honest, order };
  }

  /** The same, with signatures too few for this round where there are no more. */
  sayShort(topic: Topic, order: Order): Message | undefined {
    const { algorithm } = this.turn;
    if (!(algorithm instanceof SignedMessages)) return undefined;
    return this.#sign(algorithm, topic.to, order, "any");
  }

  /** A chain as long as the round, of what was heard, accomplices' signatures and the own one. */
  #sign(
    { orders, seals }: SignedMessages,
    to: number,
    order: Order,
    length: "round" | "any" = "round",
  ): Message | undefined {
    const { round, position } = this.turn;
    const nothing = { path: "", order, signatures: [] };
    let message = orders.get(order) ?? nothing;
    const signers = this.accomplices.filter((each) => each !== position.self && each !== to);
    for (const signer of signers) {
      const isStart = message.path.length === 0;
      if (message.path.length === round - 1) break;
      if (isStart === (signer === commander) && !message.path.includes(letterOf(signer))) {
        message = seals.sign(message, signer);
      }
    }
    const { path } = message;
    const isLongEnough = path.length === round - 1 || length === "any";
    const begins =
      path.startsWith(commanderLetter) || (path.length === 0 && position.self === commander);
    const fits = isLongEnough && begins && !path.includes(letterOf(to));
    return fits ? seals.sign(message, position.self) : undefined;
  }
}

/** What stands for a signed message where a loyal general has none to send. */
function blank({ position: { self } }: Turn): Message {
  const path = self === commander ? commanderLetter : commanderLetter + letterOf(self);
  return { path, order: "RETREAT", signatures: [] };
}
