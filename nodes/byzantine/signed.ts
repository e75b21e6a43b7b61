/**
 * SM(m), signed messages: Lamport, Shostak, Pease 1982, section 4. With at most m traitors it holds
 * for any number of generals.
 *
 * An order travels with the signatures of all through whose hands it went. A lieutenant signs and
 * sends on each order that is new to him. In round r a message has r signatures of r generals: one
 * with m + 1 was signed by a loyal general, who has told all the others.
 */
import {
  type Algorithm,
  type Belief,
  commander,
  countVotes,
  type Hearing,
  type Message,
  otherLieutenants,
  type Position,
  type Speech,
  type Votes,
} from "./algorithm.ts";
import { defaultOrder, isOrder, type Order } from "./order.ts";
import { commanderLetter, isWithoutRepetition, letterOf } from "./path.ts";
import type { Seals } from "./seals.ts";

/** There are two orders, so a loyal general never has more than two messages to send at once. */
const messagesAtMost = 2;

export class SignedMessages implements Algorithm {
  readonly rounds: number;
  /** V_i, with the message that brought each order. */
  readonly orders = new Map<Order, Message>();
  readonly #position: Position;
  readonly #others: readonly number[];
  readonly seals: Seals;

  constructor(position: Position, seals: Seals) {
    this.rounds = position.traitors + 1;
    this.#position = position;
    this.#others = otherLieutenants(position);
    this.seals = seals;
  }

  speakers(round: number): readonly number[] {
    if (this.#position.self === commander) return [];
    return round === 1 ? [commander] : this.#others;
  }

  /** Step (1): the commander signs and sends. Step (2B): a new order is signed and sent on. */
  speak(round: number): Speech {
    const { self, order } = this.#position;
    const speech = new Map<number, Message[]>();
    if ((self === commander) !== (round === 1)) return speech;
    for (const other of this.#others) speech.set(other, []);
    const unsigned = { path: "", order, signatures: [] };
    const said = self === commander ? [unsigned] : this.#heardIn(round - 1);
    for (const message of said.map((each) => this.seals.sign(each, self))) {
      for (const [to, messages] of speech)
        if (!message.path.includes(letterOf(to))) messages.push(message);
    }
    return speech;
  }

  /**
   * Step (2A), for which the paper takes a lieutenant's first order alone, is (2B) with one
   * signature: a commander who gives one lieutenant both orders is found out the sooner.
   */
  hear(round: number, hearing: Hearing): void {
    for (const [sender, messages] of hearing) {
      for (const message of messages.slice(0, messagesAtMost)) {
        const { order } = message;
        // A signature is costly to check, so what is known already is passed over first.
        if (!isOrder(order) || this.orders.has(order)) continue;
        if (this.#isInOrder(round, sender, message)) this.orders.set(order, message);
      }
    }
  }

  /** Step (3), `choice`: the one order that there is; retreat where there is none, or two. */
  decide(): Order {
    const { self, order } = this.#position;
    if (self === commander) return order;
    const [first, ...more] = this.orders.keys();
    return more.length === 0 ? (first ?? defaultOrder) : defaultOrder;
  }

  votes(): Votes {
    const { self, order } = this.#position;
    return countVotes(self === commander ? [order] : [...this.orders.keys()]);
  }

  beliefs(): Belief[] {
    return [...this.orders.values()].map(({ path, order }) => {
      return { path, round: path.length, told: true, order, outcome: this.decide() };
    });
  }

  #heardIn(round: number): Message[] {
    return [...this.orders.values()].filter(({ path }) => path.length === round);
  }

  /** As many different signers as rounds, from the commander to the sender, all genuine. */
  #isInOrder(round: number, sender: number, message: Message): boolean {
    const { path } = message;
    return (
      path.length === round &&
      path.startsWith(commanderLetter) &&
      path.endsWith(letterOf(sender)) &&
      !path.includes(letterOf(this.#position.self)) &&
      isWithoutRepetition(path) &&
      this.seals.areGenuine(message)
    );
  }
}
