/**
 * One campaign of one general: the rounds, bounded in time, between the algorithm and the others.
 *
 * All begin at almost the same time, and round r ends r times `roundMs` later at the latest, by
 * each general's own clock; so a round must be longer than what they began apart and a message's
 * way together. A general whom all have told something goes on at once.
 */
import type { Host } from "../host/host.ts";
import type { Handlers, RequestOf } from "../host/service.ts";
import type { Algorithm, Hearing, Message, Position } from "./algorithm.ts";
import type { Conduct } from "./conduct.ts";
import { Inbox } from "./inbox.ts";
import { OralMessages } from "./oral.ts";
import type { Order } from "./order.ts";
import { PhaseKing } from "./phase-king.ts";
import { General } from "./protocol.ts";
import { Seals } from "./seals.ts";
import { SignedMessages } from "./signed.ts";

type Account = Awaited<ReturnType<Handlers<typeof General>["giveAccount"]>>;

export type Muster = RequestOf<typeof General, "muster">;

/** More than anybody has to tell another in one round: of 20 generals with 3 traitors 272. */
const messagesAtMost = 1_000;

/** What was heard in a round. */
interface Heard {
  readonly round: number;
  readonly speakers: readonly number[];
  readonly hearing: Hearing;
}

export class Campaign {
  readonly number: number;
  readonly algorithm: Algorithm;
  readonly heard: Heard[] = [];
  /** Messages that it sent, and in how many calls. */
  sent = { messages: 0, calls: 0 };
  /** Who told something after the end of its round, once for each time. */
  readonly late: number[] = [];
  readonly #host: Host;
  readonly #conduct: Conduct;
  readonly #muster: Muster;
  readonly #position: Position;
  readonly #inbox: Inbox;
  #decision: Promise<Order> | undefined;

  /** @param self the number among `muster.generals` that is this general's own */
  constructor(host: Host, conduct: Conduct, muster: Muster, self: number) {
    const { campaign, traitors, order, generals } = muster;
    this.number = campaign;
    this.#host = host;
    this.#conduct = conduct;
    this.#muster = muster;
    this.#position = { self, generals: generals.length, traitors, order };
    this.algorithm = this.#createAlgorithm(self);
    this.#inbox = new Inbox(host.clock, this.algorithm.rounds);
  }

  /** The number of the general with this name; undefined when he takes no part. */
  numberOf(id: string): number | undefined {
    const place = this.#muster.generals.findIndex((general) => general.id === id);
    return place === -1 ? undefined : place;
  }

  /** Takes what a general tells in a round, but nothing that is longer than it can be. */
  receive(sender: number, round: number, messages: readonly Message[]): void {
    const kept = messages.slice(0, messagesAtMost);
    const heeded = kept.filter(({ path }) => path.length <= this.algorithm.rounds);
    if (this.#inbox.put(round, sender, heeded)) return;
    this.late.push(sender);
    this.#host.log.debug("too late", { campaign: this.number, round, sender });
  }

  /** Goes through all rounds, once, and resolves to the decision. */
  march(): Promise<Order> {
    this.#decision ??= this.#goThroughRounds();
    return this.#decision;
  }

  /** What was heard, in the order of rounds, and, unless it is to be brief, what came of it. */
  account(isBrief: boolean): Account {
    const hearings = this.heard.flatMap(({ round, speakers, hearing }) =>
      speakers.map((sender) => {
        const messages = hearing.get(sender);
        return { round, sender, messages: [...(messages ?? [])], silent: messages === undefined };
      }),
    );
    return { hearings, beliefs: isBrief ? [] : [...this.algorithm.beliefs()] };
  }

  async #goThroughRounds(): Promise<Order> {
    const { algorithm } = this;
    const { roundMs } = this.#muster;
    const { clock, log } = this.#host;
    const beganMs = clock.monotonicMs();
    for (let round = 1; round <= algorithm.rounds; round++) {
      const remainingMs = () => beganMs + round * roundMs - clock.monotonicMs();
      this.#speak(round, remainingMs());
      const speakers = algorithm.speakers(round);
      const hearing = await this.#inbox.close(round, speakers, remainingMs());
      algorithm.hear(round, hearing);
      this.heard.push({ round, speakers, hearing });
      this.#logHearing(round, speakers, hearing);
    }
    const decision = algorithm.decide();
    log.info("decided", { campaign: this.number, decision });
    return decision;
  }

  #speak(round: number, remainingMs: number): void {
    const { algorithm } = this;
    this.#conduct.speak({
      round,
      position: this.#position,
      algorithm,
      speech: algorithm.speak(round),
      remainingMs,
      roundMs: this.#muster.roundMs,
      tell: (to, messages) => this.#tell(to, round, messages),
    });
  }

  #tell(to: number, round: number, messages: readonly Message[]): void {
    const { roundMs, generals } = this.#muster;
    const address = generals[to]?.address;
    if (address === undefined) throw new Error(`there is no general ${to} to tell`);
    this.sent.messages += messages.length;
    this.sent.calls += 1;
    const { log } = this.#host;
    const request = { campaign: this.number, round, messages: [...messages] };
    this.#host
      .connect(General, address)
      .tell(request, { timeoutMs: roundMs })
      // Nobody waits for it: to the other general it is silence.
      .catch((error) => log.debug("could not tell", { to, round, error: String(error) }));
  }

  #createAlgorithm(self: number): Algorithm {
    const { algorithm, campaign, generals } = this.#muster;
    if (algorithm === "ORAL") return new OralMessages(this.#position);
    if (algorithm === "PHASE_KING") return new PhaseKing(this.#position);
    const publicKeys = generals.map((general) => general.publicKey);
    const seals = new Seals(campaign, publicKeys, this.#conduct.secrets(self));
    return new SignedMessages(this.#position, seals);
  }

  #logHearing(round: number, speakers: readonly number[], hearing: Hearing): void {
    for (const sender of speakers) {
      const messages = hearing.get(sender);
      const told = messages === undefined ? "nothing" : textOf(messages);
      this.#host.log.debug("heard", { campaign: this.number, round, sender, told });
    }
  }
}

/** Messages as text, made only where a log is written. */
function textOf(messages: readonly Message[]): { toJSON(): string } {
  return { toJSON: () => messages.map(({ path, order }) => `${path} ${order}`).join(", ") };
}
