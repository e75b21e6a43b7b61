/**
 * OM(m), oral messages: Lamport, Shostak, Pease, "The Byzantine Generals Problem", TOPLAS 4(3),
 * 1982, section 3. With at most m traitors it holds for more than 3m generals.
 *
 * The paper writes OM(m) as a recursion in which each lieutenant is a commander of OM(m-1). Here
 * all messages of one depth of that recursion travel in one round, each with the path of generals
 * whose word it is; the majorities are left to the end, when all paths are there.
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
import { defaultOrder, isOrder, majority, type Order } from "./order.ts";
import { commanderLetter, letterOf, type Path } from "./path.ts";

export class OralMessages implements Algorithm {
  readonly rounds: number;
  readonly #position: Position;
  /** The other lieutenants: as numbers, and as letters on paths. */
  readonly #others: readonly number[];
  readonly #letters: readonly string[];
  /** What was told, by the path. */
  readonly #told = new Map<Path, Order>();
  #votesOfAll: readonly Order[] | undefined;

  constructor(position: Position) {
    this.rounds = position.traitors + 1;
    this.#position = position;
    this.#others = otherLieutenants(position);
    this.#letters = this.#others.map(letterOf);
  }

  speakers(round: number): readonly number[] {
    if (this.#position.self === commander) return [];
    return round === 1 ? [commander] : this.#others;
  }

  /** Step (1): the commander sends his order. Step (2): each sends on what he was told. */
  speak(round: number): Speech {
    const { self, order } = this.#position;
    if ((self === commander) !== (round === 1)) return new Map();
    const speech = new Map(this.#others.map((other): [number, Message[]] => [other, []]));
    const relayed = self === commander ? [""] : this.#paths(round - 1);
    for (const path of relayed) {
      const said = self === commander ? order : this.#orderOn(path);
      const message = { path: path + letterOf(self), order: said, signatures: [] };
      for (const [to, messages] of speech) {
        if (!path.includes(letterOf(to))) messages.push(message);
      }
    }
    return speech;
  }

  /** A path that is not the sender's own is nobody's word; on one that can't be nobody looks. */
  hear(round: number, hearing: Hearing): void {
    this.#votesOfAll = undefined;
    for (const [sender, messages] of hearing) {
      const letter = letterOf(sender);
      for (const { path, order } of messages) {
        if (path.length !== round || !path.endsWith(letter) || !isOrder(order)) continue;
        // The first word counts: a general has only one on each path.
        if (!this.#told.has(path)) this.#told.set(path, order);
      }
    }
  }

  decide(): Order {
    const { self, order } = this.#position;
    return self === commander ? order : majority(this.#lastVotes());
  }

  votes(): Votes {
    const { self, order } = this.#position;
    return countVotes(self === commander ? [order] : this.#lastVotes());
  }

  beliefs(): Belief[] {
    if (this.#position.self === commander) return [];
    const rounds = Array.from({ length: this.rounds }, (_, index) => index + 1);
    return rounds.flatMap((round) =>
      this.#paths(round).map((path) => {
        const order = this.#orderOn(path);
        return { path, round, told: this.#told.has(path), order, outcome: this.#use(path) };
      }),
    );
  }

  /** Step (2): "the value Lieutenant i receives … or else RETREAT if he receives no value". */
  #orderOn(path: Path): Order {
    return this.#told.get(path) ?? defaultOrder;
  }

  /**
   * Step (3): the majority of what the lieutenant was told himself and of what each of the others,
   * as commander of OM(m-1), makes him use. In OM(0) he uses what he was told.
   */
  #use(path: Path): Order {
    return majority(this.#votes(path));
  }

  #votes(path: Path): Order[] {
    if (path.length === this.rounds) return [this.#orderOn(path)];
    const others = this.#letters.filter((letter) => !path.includes(letter));
    return [this.#orderOn(path), ...others.map((other) => this.#use(path + other))];
  }

  /** Worked out once: they are asked for when nothing is heard any more. */
  #lastVotes(): readonly Order[] {
    this.#votesOfAll ??= this.#votes(commanderLetter);
    return this.#votesOfAll;
  }

  /** All paths of one length on which this lieutenant can be told something. */
  #paths(length: number): Path[] {
    if (length === 1) return [commanderLetter];
    return this.#paths(length - 1).flatMap((path) =>
      this.#letters.filter((letter) => !path.includes(letter)).map((letter) => path + letter),
    );
  }
}
