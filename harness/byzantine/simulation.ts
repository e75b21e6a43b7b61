/**
 * Generals as the simulation runs them: a client is the camp and runs one campaign after the other,
 * and each seed has other traitors, who betray otherwise each time.
 */
import type { AlgorithmName } from "../../nodes/byzantine/conditions.ts";
import type { Host } from "../../nodes/host/host.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import { type Check, combine, fail, pass } from "../check/verdict.ts";
import type { SimulatedHost } from "../sim/host.ts";
import type { Conditions } from "../sim/plan.ts";
import type { Operation, Outcome, Perform, Problem } from "../sim/problem.ts";
import { type Betrayal, drawBetrayal, drawTraitors } from "./adversary.ts";
import { postsOf } from "./army.ts";
import { type GeneralPrograms, rightPrograms } from "./general-programs.ts";
import { inTime, judge } from "./judge.ts";

export interface ArmyUnderTest {
  readonly algorithm: AlgorithmName;
  readonly generals: number;
  /** t */
  readonly most: number;
}

/** The one client of the simulation commands the generals. */
const camp = "c1";
const roundMs = 100;

export function generalsProblem(
  { algorithm, generals, most }: ArmyUnderTest,
  programs: GeneralPrograms = rightPrograms,
): Problem {
  const posts = postsOf(generals);
  return {
    name: `${algorithm} ${generals} generals, ${most} traitors`,
    mutualTls: true,
    nodes: posts.map(({ id, address }, general) => ({
      id,
      start: (host) => {
        const isTraitor = traitorsOf(host, generals, most).includes(general);
        const start = isTraitor ? programs.startTraitor : programs.startGeneral;
        return start(host, { address, camp });
      },
    })),
    methods: ["Tell"],
    operation: (random) => ({ f: "campaign", key: null, value: drawBetrayal(random) }),
    client: (host) => campaigns(host, { algorithm, generals, most }, programs),
    observe: async () => undefined,
    judge: judgeCampaigns,
  };
}

/** Two campaigns a seed, one after the other. */
export function generalsConditions(usual: Conditions): Conditions {
  return { ...usual, clients: 1, operations: 2, horizonMs: 100, quietMs: 0 };
}

/** Each world has its own, by its seed. */
function traitorsOf(host: Host, generals: number, most: number): number[] {
  const { seed } = (host as SimulatedHost).simulation;
  return drawTraitors(seededRandom(seed, "traitors"), generals, most);
}

/** What a campaign came to: what was decided, and the checks that failed. */
interface CampaignAnswer {
  readonly traitors: readonly number[];
  readonly decisions: readonly string[];
  readonly failed: readonly Check[];
  readonly checks: number;
}

function campaigns(host: Host, army: ArmyUnderTest, programs: GeneralPrograms): Perform {
  const posts = postsOf(army.generals);
  const traitors = traitorsOf(host, army.generals, army.most);
  let campaign = 0;
  return async ({ value }: Operation) => {
    const betrayal = value as Betrayal;
    const { order } = betrayal;
    campaign += 1;
    await programs.bribe(host, posts, { ...betrayal, traitors });
    const plan = { campaign, algorithm: army.algorithm, traitors: army.most, order, roundMs };
    const outcomes = await programs.wage(host, posts, plan);
    const isBrief = army.algorithm === "oral";
    const accounts = await programs.accounts(host, posts, campaign, isBrief);
    const checks = judge({ ...army, traitors, order, outcomes, accounts }, programs);
    const failed = checks.map(blamed).filter(({ verdict }) => verdict === "FAIL");
    const decisions = outcomes.map(({ decision }) => decision);
    const answer: CampaignAnswer = { traitors, decisions, failed, checks: checks.length };
    return { value: answer };
  };
}

/** Messages travel far less than a round here: who hears nobody in time did not wait for it. */
function blamed(check: Check): Check {
  const isLate = check.name === inTime && check.verdict !== "PASS";
  return isLate ? fail(check.name, check.evidence) : check;
}

/** A check fails once it failed in any campaign. */
function judgeCampaigns({ history }: Outcome<unknown>): Check[] {
  const answers = history
    .filter(({ type }) => type === "ok")
    .map(({ value }) => value as CampaignAnswer);
  const failed = answers.flatMap((answer) => answer.failed);
  if (combine(failed) === "FAIL") return failed;
  const name = "every campaign is right";
  if (answers.length === 0) return [fail(name, "no campaign came to its end")];
  const checks = answers.reduce((sum, answer) => sum + answer.checks, 0);
  return [pass(name, `${answers.length} campaigns, ${checks} checks`)];
}
