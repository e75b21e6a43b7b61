import { expect, test } from "bun:test";
import { rightPrograms } from "./general-programs.ts";
import { type Evidence, judge } from "./judge.ts";
import { SimulatedArmy } from "./simulated-army.ts";

/** A campaign of four generals on the simulated host, whose traitor is 3. */
function campaign(algorithm: Evidence["algorithm"], strategy = "split"): Evidence {
  const traitors = [3];
  using army = new SimulatedArmy({ seed: 1, generals: 4, traitors });
  // Each word on this tape is what a loyal general says.
  army.bribe({ strategy, conspiracy: 1, tape: "a" });
  const outcomes = army.wage({ algorithm, traitors: 1, order: "ATTACK" });
  const accounts = army.accounts();
  return { algorithm, generals: 4, most: 1, traitors, order: "ATTACK", outcomes, accounts };
}

/** Checks that did not pass, with their verdicts. */
function seen(evidence: Evidence): string[] {
  return judge(evidence, rightPrograms)
    .filter(({ verdict }) => verdict !== "PASS")
    .map(({ name, verdict }) => `${verdict} ${name}`);
}

/** With something else in the outcome or the account of one general. */
function changed<Part extends object>(parts: readonly Part[], general: number, change: object) {
  return parts.map((part, number) => (number === general ? { ...part, ...change } : part));
}

for (const algorithm of ["oral", "signed", "phase-king"] as const) {
  test(`${algorithm}: a campaign that went right raises no alarm`, () => {
    expect(seen(campaign(algorithm, "flip"))).toEqual([]);
  });

  test(`${algorithm}: a decision that does not come from the own account is seen`, () => {
    const right = campaign(algorithm);
    const outcomes = changed(right.outcomes, 1, { decision: "RETREAT" });
    expect(seen({ ...right, outcomes })).toEqual([
      "FAIL IC1: all loyal generals obey the same order",
      "FAIL IC2: a loyal commander is obeyed",
      "FAIL each loyal general decides by what it was told",
    ]);
  });

  test(`${algorithm}: a loyal general whose words arrive as others is seen`, () => {
    const right = campaign(algorithm);
    const hearings = (right.accounts[1]?.hearings ?? []).map((hearing) =>
      hearing.round === 2 && hearing.sender === 2
        ? { ...hearing, messages: hearing.messages.map((each) => ({ ...each, order: "RETREAT" })) }
        : hearing,
    );
    const accounts = changed(right.accounts, 1, { hearings });
    expect(seen({ ...right, accounts } as Evidence)).toContain(
      "FAIL each loyal general tells the others what it was told",
    );
  });
}

test("what a traitor decided does not count", () => {
  const right = campaign("oral");
  const outcomes = changed(right.outcomes, 3, { decision: "RETREAT" });
  expect(seen({ ...right, outcomes })).toEqual([]);
});

test("a message too many is seen", () => {
  const right = campaign("oral");
  const outcomes = changed(right.outcomes, 1, { messages: 3 });
  expect(seen({ ...right, outcomes })).toEqual([
    "FAIL loyal generals send as many messages as the formula says",
  ]);
});

test("where a loyal general came too late nothing is decided about agreement", () => {
  const right = campaign("oral");
  const outcomes = changed(right.outcomes, 1, { late: [2], decision: "RETREAT" });
  const verdicts = seen({ ...right, outcomes });
  expect(verdicts).toContain("UNDECIDED IC1: all loyal generals obey the same order");
  expect(verdicts).toContain("UNDECIDED what loyal generals tell one another comes in time");
});

test("a traitor that behaves proves nothing, nor do too few generals who agree", () => {
  const tame = campaign("oral", "tape");
  expect(seen(tame)).toEqual(["UNDECIDED the traitors betray"]);
  const few = seen({ ...tame, most: 2 });
  expect(few).toContain("UNDECIDED there are enough generals for the traitors");
});
