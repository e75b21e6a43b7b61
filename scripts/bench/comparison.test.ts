import { expect, test } from "bun:test";
import { compare, comparisonTable, type Work } from "./comparison.ts";

const work = (operations: number, latencyMs: number): Work => ({
  operations,
  seconds: 1,
  latenciesMs: [latencyMs],
});

test("comparison: both warm up, then take turns; a ratio is of one round", async () => {
  const log: string[] = [];
  const side = (name: string, figures: Work[]) => async (seconds: number) => {
    log.push(`${name} ${seconds}`);
    return figures.shift() as Work;
  };
  const peer = side("peer", [work(1, 1), work(1_000, 1), work(100, 2), work(1_000, 1)]);
  const ours = side("ours", [work(1, 1), work(2_000, 4), work(300, 1), work(500, 1)]);
  const options = { peer: "etcd", rounds: 3, seconds: 2, warmUpSeconds: 1 };
  const rows = await compare([{ name: "puts", peer, ours }], options, () => {});
  const turns = ["peer 2", "ours 2", "peer 2", "ours 2", "peer 2", "ours 2"];
  expect(log).toEqual(["peer 1", "ours 1", ...turns]);
  expect(rows.map(({ system, per_second }) => `${system} ${per_second}`)).toEqual([
    "etcd 1000",
    "ours 2000",
    "etcd 100",
    "ours 300",
    "etcd 1000",
    "ours 500",
  ]);
  const cells = comparisonTable(rows, "etcd").split("\n").at(-1)?.split("|");
  expect(cells?.map((cell) => cell.trim())).toEqual(
    ["", "puts", "1,000", "500", "2.00 ~", "0.50 to 3.00"].concat([
      "1.00",
      "1.00",
      "1.00",
      "1.00",
      "1.00",
      "",
    ]),
  );
});
