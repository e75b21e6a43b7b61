/**
 * Runs one general: he musters, goes through the rounds of a campaign and decides for himself. The
 * commander, who is general 0, is one like all others. Ends on SIGTERM. Success: `READY <id>
 * HOST:PORT`, then answers. Generals and camp know one another by their certificates.
 *
 *   bun scripts/certs.ts camp general-0 general-1 general-2 general-3
 *   bun nodes/byzantine/general.ts --id general-1 --tls mutual --address 127.0.0.1:7001
 */
import { flag, type Options } from "../host/flags.ts";
import type { Call, Host, Server } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { type CommonOptions, runNode } from "../host/run-node.ts";
import { type Handlers, type Implementation, implement } from "../host/service.ts";
import { Campaign, type Muster } from "./campaign.ts";
import { armyProblem } from "./conditions.ts";
import { type Conduct, LoyalConduct } from "./conduct.ts";
import { General } from "./protocol.ts";
import { publicKeyOf } from "./seals.ts";

export const generalFlags = {
  camp: flag.text("NAME", "on the certificate of who runs campaigns: he alone commands", "camp"),
};

export type GeneralOptions = Options<typeof generalFlags> & CommonOptions;

/** Longest round, in milliseconds. */
const longestRoundMs = 60_000;

/** How long to wait for a connection to another general. */
const greetingMs = 5_000;

export async function startGeneral(host: Host, options: GeneralOptions): Promise<Server> {
  return await serveGeneral(host, options, new LoyalConduct(host.random));
}

/** @param further what is served besides, where the general is a traitor */
export async function serveGeneral(
  host: Host,
  options: GeneralOptions,
  conduct: Conduct,
  further: readonly Implementation[] = [],
): Promise<Server> {
  let current: Campaign | undefined;
  /** Addresses to which there is a connection. */
  const greeted = new Set<string>();
  const campaignOf = (number: number): Campaign => {
    if (current?.number === number) return current;
    throw new RpcError("FAILED_PRECONDITION", `${host.id} is in no campaign ${number}`);
  };
  const general: Handlers<typeof General> = {
    async enlist({ number }, call) {
      onlyCamp(call, options);
      const key = conduct.secrets(number).get(number);
      if (key === undefined) throw new Error(`${host.id} has no key of its own`);
      return { publicKey: publicKeyOf(key) };
    },
    async muster(request, call) {
      onlyCamp(call, options);
      current = new Campaign(host, conduct, request, placeOf(host.id, request));
      await greet(host, request, greeted);
      return {};
    },
    async march(request, call) {
      onlyCamp(call, options);
      const campaign = campaignOf(request.campaign);
      const decision = await campaign.march();
      const votes = campaign.algorithm.votes();
      return { decision, votes, ...campaign.sent, late: campaign.late };
    },
    async giveAccount(request, call) {
      onlyCamp(call, options);
      const campaign = campaignOf(request.campaign);
      await campaign.march();
      return campaign.account(request.brief);
    },
    async greet() {
      return {};
    },
    async tell({ campaign: number, round, messages }, call) {
      const campaign = campaignOf(number);
      // Who speaks is whose certificate the connection shows, whatever the message says.
      const sender = campaign.numberOf(callerOf(call));
      if (sender === undefined) throw new RpcError("PERMISSION_DENIED", "not of this campaign");
      campaign.receive(sender, round, messages);
      return {};
    },
  };
  return await host.serve(options.address, [implement(General, general), ...further]);
}

function callerOf({ identity }: Call): string {
  if (identity !== undefined) return identity.name;
  throw new RpcError("UNAUTHENTICATED", "a general hears only who shows a certificate");
}

/** @throws RpcError when it is anybody but the camp who calls */
export function onlyCamp(call: Call, { camp }: GeneralOptions): void {
  const caller = callerOf(call);
  if (caller !== camp) throw new RpcError("PERMISSION_DENIED", `${caller} is not the camp`);
}

/** The own number in a campaign. @throws RpcError when the campaign can't be */
function placeOf(id: string, { generals, traitors, roundMs, order }: Muster): number {
  const problem = armyProblem({ generals: generals.length, traitors });
  if (problem !== undefined) throw new RpcError("INVALID_ARGUMENT", problem);
  const place = generals.findIndex((general) => general.id === id);
  if (place === -1) throw new RpcError("INVALID_ARGUMENT", `${id} is not among the generals`);
  if (roundMs < 1 || roundMs > longestRoundMs) {
    throw new RpcError("INVALID_ARGUMENT", `a round can't take ${roundMs} ms`);
  }
  if (order === "UNDECIDED") throw new RpcError("INVALID_ARGUMENT", "nobody can order UNDECIDED");
  return place;
}

/** Opens the connections to all others. One that can't be reached now may be so later. */
async function greet(host: Host, { generals }: Muster, greeted: Set<string>): Promise<void> {
  const others = generals.filter(({ id, address }) => id !== host.id && !greeted.has(address));
  const greetings = others.map(async ({ address }) => {
    await host.connect(General, address).greet({}, { timeoutMs: greetingMs });
    greeted.add(address);
  });
  await Promise.allSettled(greetings);
}

if (import.meta.main) {
  await runNode({
    role: "general",
    summary: "A loyal general.",
    flags: generalFlags,
    start: startGeneral,
  });
}
