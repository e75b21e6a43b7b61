/** How a branch that starts finds the others, and gets what it has missed. */
import type { Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { Ledger } from "./ledger.ts";
import { type Member, readMember } from "./members.ts";
import type { Mode } from "./mode.ts";
import { nobodyIsThere } from "./peer-link.ts";
import { Peer } from "./protocol.ts";
import type { Version } from "./versions.ts";

export interface JoiningOptions {
  /** This branch, as the others are to know it. */
  readonly self: Member;
  /** Where the home branch answers; undefined for the home branch itself. */
  readonly home: string | undefined;
  /** The branches that are known from earlier starts. */
  readonly known: readonly Member[];
  /** Tells which other branches must be heard before this one may answer customers. */
  readonly mode: Mode;
  /** What the account began with. */
  readonly opening: number;
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
 * @throws RpcError UNAVAILABLE when that takes too long; the home branch must be there;
 *   FAILED_PRECONDITION when another branch was started with another mode or balance
 */
export async function joinOthers(
  host: Host,
  ledger: Ledger,
  options: JoiningOptions,
): Promise<void> {
  const { home, known, mode, onMember, timeoutMs } = options;
  const deadlineMs = host.clock.monotonicMs() + timeoutMs;
  const others = new Map(known.map((member) => [member.id, member]));
  const wanted: Version[] = [];
  if (home !== undefined) {
    const joined = await join(host, options, { address: home, deadlineMs, must: true });
    if (joined !== undefined) {
      wanted.push(joined.last);
      others.delete(joined.last.branch);
      for (const member of joined.members) others.set(member.id, member);
    }
  }
  // In balance mode all updates begin at the home branch.
  const asked = mode === "balance" ? [] : [...others.values()];
  const answers = await Promise.all(
    asked.map((member) => {
      onMember(member);
      // One that is down may have brought something to all but this one. Sessions know what they
      // need; else nothing is true before every branch has been heard.
      return join(host, options, { ...member, deadlineMs, must: mode === "clocks" });
    }),
  );
  for (const answer of answers) if (answer !== undefined) wanted.push(answer.last);
  // Only now: what one branch sends may have to wait for what another does.
  if (await ledger.untilApplied(wanted, deadlineMs - host.clock.monotonicMs())) return;
  const lacking = ledger.lacks(wanted).map(({ branch }) => `branch ${branch}`);
  throw new RpcError("UNAVAILABLE", `updates of ${lacking.join(", ")} did not arrive in time`);
}

interface Target {
  readonly address: string;
  readonly deadlineMs: number;
  /** Otherwise one that is down is left out: it will join by itself when it starts. */
  readonly must: boolean;
}

interface Joined {
  /** The last update that had begun there. */
  readonly last: Version;
  /** The other branches that it knows, but for this one. */
  readonly members: readonly Member[];
}

/** Tells one branch that this one has started, until it answers. */
async function join(
  host: Host,
  { self, mode, opening, onMember }: JoiningOptions,
  { address, deadlineMs, must }: Target,
): Promise<Joined | undefined> {
  const peer = host.connect(Peer, address);
  for (;;) {
    try {
      const answer = await peer.join({ member: self, mode, opening }, { timeoutMs: attemptMs });
      if (answer.member === null) throw new RpcError("INTERNAL", "it does not say who it is");
      const member = readMember(answer.member);
      onMember(member);
      const last = { branch: member.id, sequence: Number(answer.last) };
      return { last, members: answer.members.map(readMember) };
    } catch (error) {
      if (!(error instanceof RpcError) || error.code === "FAILED_PRECONDITION") throw error;
      if (!must && nobodyIsThere(error)) return undefined;
      if (host.clock.monotonicMs() > deadlineMs) {
        throw new RpcError("UNAVAILABLE", `no branch answers at ${address}: ${error.details}`);
      }
      await host.clock.sleep(retryMs);
    }
  }
}
