import { expect, test } from "bun:test";
import { designated, guaranteeOf, newestMembership, type State } from "./guarantee.ts";
import { changed, deadSet, everybody, isNewer } from "./membership.ts";

const lastStanding = guaranteeOf("last-standing");
const majority = guaranteeOf("majority");

function state(rank: number, change: Partial<State> = {}): State {
  const membership = { epoch: 1, number: 0, live: [0, 1, 2] };
  return {
    ...{ rank, promised: 1, normalEpoch: 1, sequence: 10, membership, primary: false },
    ...change,
  };
}

const situation = { servers: 3, rank: 1, stayed: true, crashed: new Set<number>() };

test("a membership is newer by its epoch first, then by its number", () => {
  const one = { epoch: 1, number: 5, live: [0] };
  expect(isNewer({ epoch: 2, number: 0, live: [1] }, one)).toBe(true);
  expect(isNewer(changed(one, [0, 1]), one)).toBe(true);
  expect(isNewer(one, one)).toBe(false);
  expect(deadSet(one, 3)).toEqual([1, 2]);
  expect(deadSet(everybody(3), 3)).toEqual([]);
});

test("last standing: a server that has been live all the time may leave the crashed behind", () => {
  const states = [state(1)];
  expect(lastStanding.missing({ ...situation, states })).toEqual([0, 2]);
  expect(lastStanding.missing({ ...situation, states, crashed: new Set([0, 2]) })).toEqual([]);
});

test("last standing: who was away waits for all that were live when it last knew", () => {
  const crashed = new Set([0, 2]);
  const away = { ...situation, stayed: false, crashed };
  expect(lastStanding.missing({ ...away, states: [state(1)] })).toEqual([0, 2]);
  expect(lastStanding.missing({ ...away, states: [0, 1, 2].map((rank) => state(rank)) })).toEqual(
    [],
  );
});

test("last standing: the newest membership says whom to wait for", () => {
  const alone = { epoch: 1, number: 2, live: [2] };
  const states = [state(1), state(2, { membership: alone })];
  expect(newestMembership(states)).toEqual(alone);
  expect(lastStanding.missing({ ...situation, stayed: false, states })).toEqual([]);
  expect(lastStanding.eligible(states).map(({ rank }) => rank)).toEqual([2]);
});

test("last standing: who was left behind may leave nobody behind, though it never stopped", () => {
  const without = { epoch: 1, number: 1, live: [0, 2] };
  const states = [state(1), state(2, { membership: without })];
  const crashed = new Set([0]);
  expect(lastStanding.missing({ ...situation, states, crashed })).toEqual([0]);
});

test("majority: any two sets that suffice share a server", () => {
  for (let servers = 1; servers <= 7; servers += 1) {
    const fewest = [...Array(servers + 1).keys()].find((some) => majority.suffices(some, servers));
    expect(2 * (fewest ?? 0)).toBeGreaterThan(servers);
    expect(majority.needed(servers, servers)).toBe(fewest ?? 0);
  }
  expect(majority.missing({ ...situation, states: [state(1)] })).toEqual([0, 2]);
  expect(majority.missing({ ...situation, states: [state(1), state(2)] })).toEqual([]);
});

test("the newest state leads: a later epoch before a longer log", () => {
  const long = state(1, { normalEpoch: 1, sequence: 99 });
  const late = state(2, { normalEpoch: 2, sequence: 3 });
  expect(designated([long, late], 0, 3)?.rank).toBe(2);
  expect(designated([state(1), state(2, { sequence: 11 })], 0, 3)?.rank).toBe(2);
});

test("of equals the next rank after the last primary leads", () => {
  const all = [0, 1, 2].map((rank) => state(rank));
  expect(designated(all, -1, 3)?.rank).toBe(0);
  expect(designated(all, 0, 3)?.rank).toBe(1);
  expect(designated(all, 2, 3)?.rank).toBe(0);
  expect(designated(all.slice(0, 2), 1, 3)?.rank).toBe(0);
});
