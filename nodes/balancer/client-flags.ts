/** The flags of every client, and the client that they come to. */
import { discover, placeFlag } from "../host/discovery.ts";
import { flag, type Options } from "../host/flags.ts";
import type { Host } from "../host/host.ts";
import { callsAtMost } from "./choose.ts";
import { LookasideClient } from "./lookaside-client.ts";

export const clientFlags = {
  balancers: placeFlag("where the balancers are", "127.0.0.1:7100"),
  reuse: flag.integer("calls for which one answer of a balancer is used", {
    min: 1,
    max: callsAtMost,
    fallback: 1,
  }),
};

export type ClientOptions = Options<typeof clientFlags>;

export async function openClient(host: Host, options: ClientOptions): Promise<LookasideClient> {
  return new LookasideClient(host, await discover(options.balancers), options);
}
