/**
 * Runs one traitor: he goes through a campaign like any other general, but what he says in a round
 * is up to the strategy that he was bribed with. Ends on SIGTERM. Success: `READY <id> HOST:PORT`,
 * then answers.
 *
 *   bun scripts/certs.ts camp general-0 general-1 general-2 general-3
 *   bun nodes/byzantine/traitor.ts --id general-3 --tls mutual --address 127.0.0.1:7003
 */
import type { KeyObject } from "node:crypto";
import type { Host, Server } from "../host/host.ts";
import { seededRandom } from "../host/random.ts";
import { RpcError } from "../host/rpc-error.ts";
import { runNode } from "../host/run-node.ts";
import { type Handlers, implement, type RequestOf } from "../host/service.ts";
import type { Message } from "./algorithm.ts";
import type { Conduct, Turn } from "./conduct.ts";
import { type GeneralOptions, generalFlags, onlyCamp, serveGeneral } from "./general.ts";
import { Traitor } from "./protocol.ts";
import { keyBytes, privateKeyOf } from "./seals.ts";
import { strategies } from "./strategies.ts";
import { isTape } from "./tape.ts";
import { Voice } from "./voice.ts";

type Bribe = RequestOf<typeof Traitor, "bribe">;

export async function startTraitor(host: Host, options: GeneralOptions): Promise<Server> {
  const conduct = new TraitorConduct(host);
  const traitor: Handlers<typeof Traitor> = {
    async bribe(request, call) {
      onlyCamp(call, options);
      conduct.take(request);
      return {};
    },
  };
  return await serveGeneral(host, options, conduct, [implement(Traitor, traitor)]);
}

class TraitorConduct implements Conduct {
  readonly #host: Host;
  /** Until it is bribed it is silent, and alone. */
  #bribe: Bribe = { strategy: "silent", accomplices: [], conspiracy: 0, tape: "" };
  /** Topics of this campaign so far. */
  #topics = 0;

  constructor(host: Host) {
    this.#host = host;
  }

  /** @throws RpcError when there is no such strategy, or no such letter on the tape */
  take(bribe: Bribe): void {
    const { strategy, tape } = bribe;
    if (!strategies.has(strategy)) {
      throw new RpcError("INVALID_ARGUMENT", `there is no strategy ${strategy}`);
    }
    if (strategy === "tape" && !isTape(tape)) {
      throw new RpcError("INVALID_ARGUMENT", "the tape is empty or has a letter without meaning");
    }
    this.#bribe = bribe;
  }

  /** Traitors sign for each other: all their keys come from what they have agreed on. */
  secrets(self: number): ReadonlyMap<number, KeyObject> {
    const { accomplices, conspiracy } = this.#bribe;
    const key = (general: number) => {
      const random = seededRandom(conspiracy, `key ${general}`);
      return privateKeyOf(Uint8Array.from({ length: keyBytes }, () => random.integer(256)));
    };
    return new Map([self, ...accomplices].map((general) => [general, key(general)]));
  }

  speak(turn: Turn): void {
    const { strategy, accomplices, conspiracy, tape } = this.#bribe;
    if (turn.round === 1) this.#topics = 0;
    const voice = new Voice(turn, accomplices);
    const scheme = { random: this.#host.random, conspiracy, tape, topicsBefore: this.#topics };
    const sayings = strategies.get(strategy)?.(voice, scheme) ?? [];
    this.#topics += voice.topics.length;
    for (const [to] of turn.speech) {
      const told = sayings.filter((saying) => saying.to === to);
      const punctual = told.filter(({ late }) => !late).map(({ message }) => message);
      const late = told.filter((saying) => saying.late).map(({ message }) => message);
      const hasNothingToSay = !voice.topics.some((topic) => topic.to === to);
      if (punctual.length > 0 || hasNothingToSay) turn.tell(to, punctual);
      if (late.length > 0) this.#tellLate(turn, to, late);
    }
  }

  /** In the middle of the next round, when this one is over for all. */
  #tellLate({ tell, remainingMs, roundMs }: Turn, to: number, messages: readonly Message[]): void {
    const waitMs = remainingMs + roundMs / 2;
    void this.#host.clock.sleep(waitMs).then(() => tell(to, messages));
  }
}

if (import.meta.main) {
  await runNode({
    role: "traitor",
    summary: "A traitor among the generals.",
    flags: generalFlags,
    start: startTraitor,
  });
}
