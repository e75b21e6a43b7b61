import { expect, test } from "bun:test";
import { seededRandom } from "../host/random.ts";
import { pickQuorum, quorumProblem, quorumSize } from "./quorum-sizes.ts";

const sizes = (replicas: number, readQuorum: number, writeQuorum: number) => ({
  replicas,
  readQuorum,
  writeQuorum,
});

const members = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `r${index}`, address: "", incarnation: 1 }));

test("sizes are valid exactly when every two quorums that must meet do", () => {
  for (let n = 1; n <= 7; n++) {
    for (let r = 0; r <= n + 1; r++) {
      for (let w = 0; w <= n + 1; w++) {
        const within = r >= 1 && r <= n && w >= 1 && w <= n;
        const valid = within && r + w > n && w > n / 2;
        expect(quorumProblem(sizes(n, r, w)) === undefined, `N=${n} r=${r} w=${w}`).toBe(valid);
      }
    }
  }
});

test("what is wrong with sizes is a sentence with the numbers", () => {
  expect(quorumProblem(sizes(5, 0, 3))).toBe("N_r = 0 must be at least 1 and at most N = 5.");
  expect(quorumProblem(sizes(5, 2, 6))).toBe("N_w = 6 must be at least 1 and at most N = 5.");
  expect(quorumProblem(sizes(5, 2, 3))).toContain("N_r + N_w = 5 must be greater than N = 5");
  expect(quorumProblem(sizes(4, 3, 2))).toContain("N_w = 2 must be greater than N / 2 = 2");
});

test("a linearizable read asks a majority at least, so that two reads meet", () => {
  const read = (linearizable: boolean) => ({ operation: "READ", linearizable });
  expect(quorumSize(sizes(5, 1, 5), read(false))).toBe(1);
  expect(quorumSize(sizes(5, 1, 5), read(true))).toBe(3);
  expect(quorumSize(sizes(4, 4, 3), read(true))).toBe(4);
  expect(quorumSize(sizes(5, 1, 5), { operation: "DELETE", linearizable: true })).toBe(5);
});

test("a pick has the right size, no one twice, and is made anew each time", () => {
  const random = seededRandom(1, "registry");
  const pick = () =>
    pickQuorum(random, members(5), sizes(5, 3, 4), { operation: "READ", linearizable: false });
  const picks = Array.from({ length: 200 }, () => pick().map(({ id }) => id));
  for (const ids of picks) expect(new Set(ids).size).toBe(3);
  const different = new Set(picks.map((ids) => ids.toSorted().join()));
  expect(different.size).toBe(10);
});

test("with fewer replicas than a quorum the operation is refused, definitely", () => {
  const random = seededRandom(1, "registry");
  const pick = (operation: string) => () =>
    pickQuorum(random, members(2), sizes(5, 2, 4), { operation, linearizable: false });
  expect(pick("READ")()).toHaveLength(2);
  expect(pick("WRITE")).toThrow("a WRITE needs 4 replicas, 2 are registered");
  expect(pick("DELETE")).toThrow("UNAVAILABLE");
});
