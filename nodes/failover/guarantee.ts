/**
 * The two guarantees. They differ in who must take part: in a new epoch, in a commit, and in what
 * a primary needs to know before it answers a read. All else is the same protocol.
 */
import { isNewer, type Membership } from "./membership.ts";

export const guarantees = ["last-standing", "majority"] as const;
export type GuaranteeName = (typeof guarantees)[number];

/** How much a server holds, as it said when it was asked or when it promised. */
export interface State {
  readonly rank: number;
  /** Follows no earlier epoch. */
  readonly promised: number;
  /** The last epoch in which it held the primary's whole log. */
  readonly normalEpoch: number;
  /** Of its last entry. */
  readonly sequence: number;
  /** The newest that it knows. */
  readonly membership: Membership;
  /** It is the primary of the epoch that it promised. */
  readonly primary: boolean;
}

/** What a server knows that would begin an epoch. */
export interface Situation {
  readonly servers: number;
  readonly rank: number;
  /** It has been running ever since it was a live server of its membership. */
  readonly stayed: boolean;
  /** Of those that answered or promised, itself included. */
  readonly states: readonly State[];
  /** Refused its calls, or were silent for too long. */
  readonly crashed: ReadonlySet<number>;
}

export interface Guarantee {
  readonly name: GuaranteeName;
  /** Whether a backup must be on its disk before it acknowledges. */
  readonly durableBackups: boolean;
  /** Of these, who may hold everything that was ever acknowledged: the newest of them leads. */
  eligible(states: readonly State[]): readonly State[];
  /** The ranks without which no epoch may begin; none when it may. */
  missing(situation: Situation): readonly number[];
  /** Whether a primary may go on with so many live servers, itself included. */
  suffices(live: number, servers: number): boolean;
  /** How many live servers, itself included, must lately have followed a primary that is read. */
  needed(live: number, servers: number): number;
}

export function newestMembership(states: readonly State[]): Membership {
  const [first, ...others] = states.map(({ membership }) => membership);
  if (first === undefined) throw new Error("there is a newest membership of one state or more");
  return others.reduce((newest, each) => (isNewer(each, newest) ? each : newest), first);
}

/**
 * It serves while one server is up. Safe when servers crash and every running one answers within
 * `--silence`; not when the network splits. Whoever was live when the service ended must be back
 * before it goes on: Skeen 1985, "Determining the last process to fail", section 3.
 */
const lastStanding: Guarantee = {
  name: "last-standing",
  // What is acknowledged is on the primary's disk, and no epoch begins without the primary's disk
  // or a server that has been running since.
  durableBackups: false,
  eligible(states) {
    const { live } = newestMembership(states);
    return states.filter(({ rank }) => live.includes(rank));
  },
  missing({ rank, stayed, states, crashed }) {
    const { live } = newestMembership(states);
    const present = new Set(states.map((state) => state.rank));
    // Who stopped meanwhile can't tell a server that crashed before from one that crashed after.
    const isWitness = stayed && live.includes(rank);
    return live.filter((each) => !present.has(each) && !(isWitness && crashed.has(each)));
  },
  suffices: () => true,
  needed: (live) => live,
};

/**
 * An epoch and a commit need a majority. Safe under partitions and pauses, because any two
 * majorities share a server: Liskov and Cowling 2012, section 3.
 */
const majority: Guarantee = {
  name: "majority",
  durableBackups: true,
  eligible: (states) => states,
  missing({ servers, states }) {
    if (isMajority(states.length, servers)) return [];
    const present = new Set(states.map(({ rank }) => rank));
    return Array.from({ length: servers }, (_, rank) => rank).filter((rank) => !present.has(rank));
  },
  suffices: isMajority,
  needed: (_live, servers) => Math.floor(servers / 2) + 1,
};

function isMajority(some: number, servers: number): boolean {
  return some > servers / 2;
}

export function guaranteeOf(name: GuaranteeName): Guarantee {
  return name === "majority" ? majority : lastStanding;
}

/** Who should lead the next epoch: the newest state; of equals, the next rank after `primary`. */
export function designated(
  eligible: readonly State[],
  primary: number,
  servers: number,
): State | undefined {
  const turn = ({ rank }: State) => (rank - primary - 1 + servers) % servers;
  const order = eligible.toSorted((one, other) => {
    if (isAhead(one, other)) return -1;
    return isAhead(other, one) ? 1 : turn(one) - turn(other);
  });
  return order[0];
}

/** Whether one server holds more of the log than another. */
export function isAhead(one: State, other: State): boolean {
  if (one.normalEpoch !== other.normalEpoch) return one.normalEpoch > other.normalEpoch;
  return one.sequence > other.sequence;
}
