/**
 * Phase king: Berman, Garay, Perry, "Towards Optimal Distributed Consensus", FOCS 1989. With at
 * most t traitors it holds for more than 3t generals, by messages of one order each: their number
 * grows with the square of n, where that of oral messages grows with its power of t + 1.
 *
 * The commander first tells his order, which each general holds for his own; then t + 1 phases of
 * three rounds, each with another king. One king is loyal: after his phase all loyal generals hold
 * the same. What all loyal generals hold, no later king can change.
 */
import {
  type Algorithm,
  type Belief,
  commander,
  countVotes,
  type Hearing,
  type Message,
  otherGenerals,
  type Position,
  type Speech,
  type Votes,
} from "./algorithm.ts";
import { defaultOrder, isOrder, type Order } from "./order.ts";
import { letterOf } from "./path.ts";

type Step = "commander" | "first exchange" | "second exchange" | "king";

const stepsOfPhase = ["first exchange", "second exchange", "king"] as const;

export class PhaseKing implements Algorithm {
  readonly rounds: number;
  readonly #position: Position;
  readonly #others: readonly number[];
  /** V of the paper. */
  #held: Order;
  /** What was said in the last second exchange, the own word among it. */
  #said: readonly Order[] = [];
  readonly #beliefs: Belief[] = [];

  constructor(position: Position) {
    this.rounds = 1 + stepsOfPhase.length * (position.traitors + 1);
    this.#position = position;
    this.#others = otherGenerals(position);
    this.#held = position.self === commander ? position.order : defaultOrder;
  }

  speakers(round: number): readonly number[] {
    const speaker = speakerOf(round);
    return speaker === undefined ? this.#others : this.#others.filter((each) => each === speaker);
  }

  speak(round: number): Speech {
    const { self } = this.#position;
    if ((speakerOf(round) ?? self) !== self) return new Map();
    const message = { path: letterOf(self), order: this.#held, signatures: [] };
    return new Map(this.#others.map((other) => [other, [message]]));
  }

  hear(round: number, hearing: Hearing): void {
    const speaker = speakerOf(round);
    const step = stepOf(round);
    if (step === "first exchange") this.#firstExchange(this.#orders(round, hearing));
    else if (step === "second exchange") this.#secondExchange(this.#orders(round, hearing));
    else if (speaker !== this.#position.self && (step === "commander" || !this.#isSure())) {
      const order = wordOf(speaker ?? commander, hearing);
      this.#held = order ?? defaultOrder;
    }
    // A king may be undecided: those who follow him all take the default then.
    if (speaker !== undefined && !isOrder(this.#held)) this.#held = defaultOrder;
    const isOpen = step === "second exchange" && !this.#isSure();
    const outcome = isOpen ? "UNDECIDED" : this.#held;
    const path = letterOf(this.#position.self);
    this.#beliefs.push({ path, round, told: true, order: this.#held, outcome });
  }

  decide(): Order {
    return this.#held;
  }

  votes(): Votes {
    return countVotes(this.#said);
  }

  beliefs(): readonly Belief[] {
    return this.#beliefs;
  }

  /** Holds what all loyal generals may have said, if there is such an order. */
  #firstExchange(orders: readonly Order[]): void {
    const { generals, traitors } = this.#position;
    const sure = (order: Order) => count(orders, order) >= generals - traitors;
    this.#held = (["RETREAT", "ATTACK"] as const).find(sure) ?? "UNDECIDED";
  }

  /** Holds what at least one loyal general said; one of the two orders rather than neither. */
  #secondExchange(orders: readonly Order[]): void {
    const { traitors } = this.#position;
    const possible = (order: Order) => count(orders, order) > traitors;
    this.#held = (["RETREAT", "ATTACK", "UNDECIDED"] as const).find(possible) ?? this.#held;
    this.#said = orders;
  }

  /** Whether so many said the order that this general holds that every loyal general holds it. */
  #isSure(): boolean {
    const { generals, traitors } = this.#position;
    return isOrder(this.#held) && count(this.#said, this.#held) >= generals - traitors;
  }

  /** What everybody said in an exchange, the own word among it. */
  #orders(round: number, hearing: Hearing): Order[] {
    const heard = this.speakers(round).map((speaker) => wordOf(speaker, hearing));
    return [this.#held, ...heard.filter((order) => order !== undefined)];
  }
}

function count(orders: readonly Order[], order: Order): number {
  return orders.filter((each) => each === order).length;
}

function stepOf(round: number): Step {
  if (round === 1) return "commander";
  return stepsOfPhase[(round - 2) % stepsOfPhase.length] as Step;
}

/** Who alone speaks in a round, the commander or a king; undefined where all do. */
function speakerOf(round: number): number | undefined {
  if (round === 1) return commander;
  return stepOf(round) === "king" ? Math.floor((round - 2) / stepsOfPhase.length) : undefined;
}

/** What a general says for himself; the first word counts. */
function wordOf(speaker: number, hearing: Hearing): Order | undefined {
  const messages: readonly Message[] = hearing.get(speaker) ?? [];
  return messages.find(({ path }) => path === letterOf(speaker))?.order;
}
