/** Generals as bare state machines, without a network: what one says is what the others hear. */
import type { Algorithm, Hearing, Message, Position, Speech } from "../algorithm.ts";
import type { Order } from "../order.ts";
import { privateKeyOf, publicKeyOf, Seals } from "../seals.ts";

export interface CouncilOptions {
  readonly generals: number;
  /** t */
  readonly most: number;
  readonly order?: Order;
  /** What becomes of a speech on its way; by default nothing. */
  readonly betray?: (speaker: number, round: number, speech: Speech) => Speech;
}

/** Lets all go through all rounds; returns them. */
export function hold<Machine extends Algorithm>(
  create: (position: Position) => Machine,
  { generals, most, order = "ATTACK", betray = (_, __, speech) => speech }: CouncilOptions,
): Machine[] {
  const machines = Array.from({ length: generals }, (_, self) =>
    create({ self, generals, traitors: most, order }),
  );
  const rounds = machines[0]?.rounds ?? 0;
  for (let round = 1; round <= rounds; round++) {
    const speeches = machines.map((machine, self) => betray(self, round, machine.speak(round)));
    for (const [self, machine] of machines.entries()) {
      const hearing = new Map<number, readonly Message[]>();
      for (const speaker of machine.speakers(round)) {
        const messages = speeches[speaker]?.get(self);
        if (messages !== undefined) hearing.set(speaker, messages);
      }
      machine.hear(round, hearing satisfies Hearing);
    }
  }
  return machines;
}

/** Everybody's seals, each with the own key alone. */
export function sealsOf(generals: number, campaign = 1): Seals[] {
  const keys = Array.from({ length: generals }, (_, general) => {
    return privateKeyOf(new Uint8Array(32).fill(general + 1));
  });
  return keys.map(
    (key, self) => new Seals(campaign, keys.map(publicKeyOf), new Map([[self, key]])),
  );
}

/** The same with every order turned into another. */
export function saying(speech: Speech, order: (to: number, message: Message) => Order): Speech {
  return new Map(
    [...speech].map(([to, messages]) => [
      to,
      messages.map((message) => ({ ...message, order: order(to, message) })),
    ]),
  );
}
