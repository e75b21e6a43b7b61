/** What runs a campaign: it lets generals muster and march, and hears what each of them decided. */
import type { Host } from "../host/host.ts";
import type { Client } from "../host/service.ts";
import { commander } from "./algorithm.ts";
import type { Army } from "./conditions.ts";
import { roundsOf } from "./conditions.ts";
import { defaultOrder, type Order } from "./order.ts";
import { General, Traitor } from "./protocol.ts";

/** What a general was told in a campaign, and what it made of it. */
export type Account = Awaited<ReturnType<Client<typeof General>["giveAccount"]>>;

/** Where a general is, by the order of their numbers. */
export interface Post {
  readonly id: string;
  /** `host:port` */
  readonly address: string;
}

export interface Bribe {
  readonly strategy: string;
  readonly tape?: string;
  /** The numbers of the traitors. */
  readonly traitors: readonly number[];
  /** What they have agreed on. */
  readonly conspiracy: number;
}

export interface CampaignPlan extends Omit<Army, "generals"> {
  /** Another one each time. */
  readonly campaign: number;
  readonly order: Order;
  readonly roundMs: number;
}

/** What one general decided, by which votes, and what it sent. */
export type Outcome = Awaited<ReturnType<Client<typeof General>["march"]>>;

/** For what needs no round: twenty generals who start to talk keep a machine busy. */
const patience = { timeoutMs: 30_000 };

const wireNames = { oral: "ORAL", signed: "SIGNED", "phase-king": "PHASE_KING" } as const;

/** Has traitors betray in the campaigns that follow. */
export async function bribe(host: Host, posts: readonly Post[], given: Bribe): Promise<void> {
  const { strategy, tape = "", traitors, conspiracy } = given;
  const request = { strategy, tape, conspiracy, accomplices: [...traitors] };
  await Promise.all(
    posts
      .filter((_, number) => traitors.includes(number))
      .map(({ address }) => host.connect(Traitor, address).bribe(request, patience)),
  );
}

/**
 * Runs one campaign to its end.
 * @returns what each general did, by their numbers
 * @throws RpcError when a general can't be reached or does not decide in time
 */
export async function wage(
  host: Host,
  posts: readonly Post[],
  plan: CampaignPlan,
): Promise<Outcome[]> {
  const { campaign, algorithm, traitors, order, roundMs } = plan;
  const generals = posts.map(({ address }) => host.connect(General, address));
  const keys = await Promise.all(
    // Only signatures need keys.
    algorithm === "signed"
      ? generals.map((general, number) => general.enlist({ number }, patience))
      : [],
  );
  const recruits = posts.map((post, number) => {
    return { ...post, publicKey: keys[number]?.publicKey ?? new Uint8Array() };
  });
  const muster = {
    campaign,
    algorithm: wireNames[algorithm],
    traitors,
    generals: recruits,
    roundMs,
  };
  await Promise.all(
    generals.map((general, number) => {
      // The order is the commander's to give: nobody else is told of it here.
      const own = { ...muster, order: number === commander ? order : defaultOrder };
      return general.muster(own, patience);
    }),
  );
  const rounds = roundsOf({ algorithm, traitors, generals: posts.length });
  const timeoutMs = patience.timeoutMs + roundMs * (rounds + 1);
  const marches = generals.map((general) => general.march({ campaign }, { timeoutMs }));
  const outcomes = await Promise.all(marches);
  return outcomes;
}

/**
 * What each general was told in its last campaign, by their numbers.
 * @param brief without what it made of it
 */
export async function accounts(
  host: Host,
  posts: readonly Post[],
  campaign: number,
  brief = false,
): Promise<Account[]> {
  const request = { campaign, brief };
  return await Promise.all(
    posts.map(({ address }) => host.connect(General, address).giveAccount(request, patience)),
  );
}
