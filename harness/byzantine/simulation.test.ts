import { expect, test } from "bun:test";
import { usualConditions } from "../sim/plan.ts";
import { runSeeds } from "../sim/run-seeds.ts";
import { SimulatedArmy } from "./simulated-army.ts";
import { generalsConditions, generalsProblem } from "./simulation.ts";
import { searchWorst } from "./worst.ts";

const conditions = generalsConditions(usualConditions);

/** Seeds by the size of the army; three campaigns a seed. `harness/sim.ts byzantine` runs more. */
const armies = [
  { generals: 7, most: 2, seeds: { oral: 350, signed: 350, "phase-king": 350 } },
  { generals: 10, most: 3, seeds: { oral: 40, signed: 60, "phase-king": 30 } },
  { generals: 13, most: 3, seeds: { oral: 8, signed: 30, "phase-king": 15 } },
] as const;

for (const algorithm of ["oral", "signed", "phase-king"] as const) {
  for (const { generals, most, seeds } of armies) {
    const count = seeds[algorithm];
    const name = `${algorithm}: ${generals} generals withstand ${most} traitors, ${count} seeds`;
    test(name, async () => {
      const problem = generalsProblem({ algorithm, generals, most });
      const report = await runSeeds(problem, { from: 1, count, conditions });
      expect(report.failed).toEqual([]);
      expect(report.verdict).toBe("PASS");
      expect(report.schedules).toBe(count);
    }, 120_000);
  }
}

test("too few generals are seen to fail", async () => {
  for (const algorithm of ["oral", "phase-king"] as const) {
    const problem = generalsProblem({ algorithm, generals: 6, most: 2 });
    const { failed } = await runSeeds(problem, { from: 1, count: 200, conditions });
    expect(failed[0]?.checks.some(({ name }) => name.startsWith("IC"))).toBe(true);
  }
});

test("seven generals agree although 0 and 6 split them", () => {
  for (const order of ["ATTACK", "RETREAT"] as const) {
    using army = new SimulatedArmy({ seed: 1, generals: 7, traitors: [0, 6] });
    army.bribe({ strategy: "split", conspiracy: 1 });
    const outcomes = army.wage({ algorithm: "oral", traitors: 2, order });
    expect(new Set(outcomes.slice(1, 6).map(({ decision }) => decision)).size).toBe(1);
  }
});

test("the worst that is found does enough generals no harm, and too few it does", () => {
  for (const [algorithm, traitor] of [
    ["oral", 2],
    ["phase-king", 0],
  ] as const) {
    const common = { algorithm, most: 1, order: "ATTACK", conspiracy: 1, seed: 1 } as const;
    const enough = searchWorst({ ...common, generals: 4, traitors: [2] });
    expect([algorithm, enough.violated]).toEqual([algorithm, false]);
    expect(enough.harm).toBeGreaterThan(0);
    const few = searchWorst({ ...common, generals: 3, traitors: [traitor] });
    expect([algorithm, few.violated]).toEqual([algorithm, true]);
  }
}, 60_000);

test("the same seed finds the same worst behaviour", () => {
  const army = { algorithm: "oral", generals: 4, most: 1, traitors: [2] } as const;
  const search = { ...army, order: "ATTACK", conspiracy: 1, seed: 7 } as const;
  expect(searchWorst(search)).toEqual(searchWorst(search));
});
