/**
 * Settles a lapsed reservation of a client that seems to be gone, so that its write has happened
 * everywhere or nowhere before anybody builds on it: fence it at all its replicas, so that it can
 * install no more; finish it if it was installed at any of them; then release it.
 */
import type { Host } from "../host/host.ts";
import { toMember } from "./membership.ts";
import { Quorum } from "./protocol.ts";
import { askAll } from "./quorum-answers.ts";
import type { Reservation } from "./reservations.ts";

/** @throws RpcError when not all of its replicas answer: then nobody knows yet */
export async function settle(host: Host, reservation: Reservation): Promise<void> {
  const { ticket } = reservation;
  const members = reservation.members.map(toMember);
  const quorum = (address: string) => host.connect(Quorum, address);
  const fenced = await askAll(members, ({ address }) => quorum(address).fence({ ticket }));
  const object = fenced.find(({ installed }) => installed !== null)?.installed;
  if (object) {
    const request = { ticket, settling: true, object };
    await askAll(members, ({ address }) => quorum(address).install(request));
  }
  await askAll(members, ({ address }) => quorum(address).release({ ticket }));
}
