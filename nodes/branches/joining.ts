/** How a branch that starts finds the others, and gets what it has missed. */
import type { Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Ledger } from "./ledger.ts";
import { type Member, readMember } from "./members.ts";
import type { Mode } from "./mode.ts";
import { nobodyIsThere } from "./peer-link.ts";
import { Peer } from "./protocol.ts";

export interface JoiningOptions {
  /** This branch, as the others are to know it. */
  readonly self: Member;
  /** Where the home branch answers; undefined for the home branch itself. */
  readonly home: string | undefined;
  /** The branches that are known from earlier starts. */
  readonly known: readonly Member[];
  /** The mode: which other branches must be heard before this one may answer customers. */
  readonly mode: Mode;
  readonly timeoutMs: number;
  /** Called with each branch that is heard of. */
  readonly onMember: (member: Member) => void;
}

const retryMs = 50;
/** Of one attempt. */
const attemptMs = 500;

/**
 * Resolves when all that began before at the branches that are up is applied here too. They wait
 * with all later updates until this one has them.
 * @throws RpcError UNAVAILABLE when that takes too long; the home branch must be there
 */
export async function joinOthers(
  host: Host,
  ledger: Ledger,
  options: JoiningOptions,
): Promise<void> {
  const { home, known, mode, onMember } = options;
  const deadlineMs = host.clock.monotonicMs() + options.timeoutMs;
  const others = new Map(known.map((member) => [member.id, member]));
  if (home !== undefined) {
    const answer = await join(host, ledger, options, { address: home, deadlineMs, must: true });
    others.delete(answer?.id ?? ledger.id);
    for (const member of answer?.members ?? []) others.set(member.id, member);
  }
  // There, all updates begin at the home branch.
  if (mode === "balance") return;
  const all = [...others.values()].filter(({ id }) => id !== ledger.id);
  await Promise.all(
    all.map((member) => {
      onMember(member);
      const { address } = member;
      // One that is down may have brought something to all but this one. Sessions know what they
      // need; else nothing is true before every branch has been heard.
      return join(host, ledger, options, { address, deadlineMs, must: mode === "clocks" });
    }),
  );
}

interface Target {
  readonly address: string;
  readonly deadlineMs: number;
  /** Otherwise one that is down is left out: it will join by itself when it starts. */
  readonly must: boolean;
}

interface Joined {
  readonly id: number;
  readonly members: readonly Member[];
}

async function join(
  host: Host,
  ledger: Ledger,
  { self, onMember }: JoiningOptions,
  { address, deadlineMs, must }: Target,
): Promise<Joined | undefined> {
  const peer = host.connect(Peer, address);
  for (;;) {
    try {
      const answer = await peer.join({ member: self }, { timeoutMs: attemptMs });
      if (answer.member === null) throw new RpcError("INTERNAL", "it does not say who it is");
      const member = readMember(answer.member);
      onMember(member);
      const [id, last] = [member.id, Number(answer.last)];
      const leftMs = deadlineMs - host.clock.monotonicMs();
      if (await ledger.untilApplied([{ branch: id, sequence: last }], leftMs)) {
        return { id, members: answer.members.map(readMember) };
      }
      throw new RpcError("DEADLINE_EXCEEDED", `what branch ${id} has did not arrive`);
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      if (!must && nobodyIsThere(error)) return undefined;
      if (host.clock.monotonicMs() > deadlineMs) {
        throw new RpcError("UNAVAILABLE", `no branch answers at ${address}: ${error.details}`);
      }
      await host.clock.sleep(retryMs);
    }
  }
}
