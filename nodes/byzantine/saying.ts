/** What a traitor says, and what it has to choose by. */
import type { Random } from "../host/host.ts";
import type { Message } from "./algorithm.ts";
import type { Order } from "./order.ts";
import type { Topic, Voice } from "./voice.ts";

/** One message of a traitor to one general. */
export interface Saying {
  readonly to: number;
  readonly message: Message;
  /** Whether it is held back until the round is over. */
  readonly late: boolean;
}

/** What a traitor has beside its voice. */
export interface Scheme {
  /** The traitor's own randomness. */
  readonly random: Random;
  /** What all traitors have agreed on. */
  readonly conspiracy: number;
  /** Strategy `tape`: what to do, a letter a topic. */
  readonly tape: string;
  /** Topics of earlier rounds of this campaign. */
  readonly topicsBefore: number;
}

/** A message of this order, if the traitor can make one. */
export function say(voice: Voice, topic: Topic, order: Order, late = false): Saying[] {
  const message = voice.say(topic, order);
  return message === undefined ? [] : [{ to: topic.to, message, late }];
}

export function opposite(order: Order): Order {
  return order === "ATTACK" ? "RETREAT" : "ATTACK";
}
