/** Judges one campaign by what each general decided and told of it. */
import type { Account, Outcome } from "../../nodes/byzantine/camp.ts";
import type { AlgorithmName } from "../../nodes/byzantine/conditions.ts";
import { type Check, fail, pass, undecided } from "../check/verdict.ts";
import type { GeneralPrograms } from "./general-programs.ts";
import { type Duty, dutyOf } from "./reference.ts";

/** A campaign that is over. */
export interface Evidence {
  readonly algorithm: AlgorithmName;
  readonly generals: number;
  /** t */
  readonly most: number;
  /** The numbers of the traitors. */
  readonly traitors: readonly number[];
  readonly order: "ATTACK" | "RETREAT";
  /** By the numbers of the generals. */
  readonly outcomes: readonly Outcome[];
  /** The same. */
  readonly accounts: readonly Account[];
}

export type Definitions = Pick<GeneralPrograms, "consistencyOf" | "isGuaranteed" | "messagesOf">;

export function judge(evidence: Evidence, definitions: Definitions): Check[] {
  const { accounts, outcomes, traitors, most } = evidence;
  const loyal = [...outcomes.keys()].filter((general) => !traitors.includes(general));
  const duties = accounts.map((account, self) =>
    dutyOf({ ...evidence, self, traitors: most }, account),
  );
  const time = keptTime(evidence, loyal);
  const isTimeKept = time.verdict === "PASS";
  return [
    enoughGenerals(evidence, definitions),
    ...consistency(evidence, definitions).map((check) => (isTimeKept ? check : doubted(check))),
    decidedThemselves(evidence, loyal, duties),
    saidTheirWords(evidence, loyal, duties),
    countedMessages(evidence, loyal, definitions),
    time,
    ...(traitors.length > 0 ? [betrayed(evidence, duties)] : []),
  ];
}

/** A loyal general who was not heard in time is as good as a traitor more. */
function doubted({ name, evidence }: Check): Check {
  return undecided(name, `${evidence}; but not all loyal generals were heard in time`);
}

function enoughGenerals(
  { algorithm, generals, most }: Evidence,
  { isGuaranteed }: Definitions,
): Check {
  const name = "there are enough generals for the traitors";
  if (isGuaranteed({ algorithm, generals, traitors: most })) {
    const needed =
      algorithm === "signed" ? "any number will do with signatures" : `${generals} > 3 × ${most}`;
    return pass(name, `n = ${generals}, t = ${most}: ${needed}`);
  }
  return undecided(name, `agreement is not guaranteed: ${generals} ≤ 3 × ${most}`);
}

function consistency(evidence: Evidence, { consistencyOf }: Definitions): Check[] {
  const { outcomes, traitors, order } = evidence;
  const decisions = outcomes.map(({ decision }) => decision);
  const { agreed, obeyed } = consistencyOf(decisions, traitors, order);
  const said = decisions
    .map((decision, general) => (traitors.includes(general) ? "" : `${general} ${show(decision)}`))
    .filter((each) => each !== "")
    .join(", ");
  const one = "IC1: all loyal generals obey the same order";
  const two = "IC2: a loyal commander is obeyed";
  const idle = `the commander is a traitor`;
  const ordered = `ordered ${show(order)}; ${said}`;
  return [
    agreed ? pass(one, said) : fail(one, said),
    obeyed ? pass(two, traitors.includes(0) ? idle : ordered) : fail(two, ordered),
  ];
}

/** By its own account, worked out once more: the decision, and the votes that it comes from. */
function decidedThemselves(
  { outcomes }: Evidence,
  loyal: readonly number[],
  duties: readonly Duty[],
): Check {
  const name = "each loyal general decides by what it was told";
  for (const general of loyal) {
    const { decision, votes } = outcomes[general] ?? {};
    const duty = duties[general];
    const decided = `${decision} by ${votes?.attack} : ${votes?.retreat}`;
    const should = `${duty?.decision} by ${duty?.votes.join(" : ")}`;
    if (decided !== should) return fail(name, `${general}: ${decided} instead of ${should}`);
  }
  return pass(name, `${loyal.length} decisions were worked out again`);
}

/** Both ends of each call between loyal generals are known: what was to be said was heard. */
function saidTheirWords(
  { accounts, generals, outcomes }: Evidence,
  loyal: readonly number[],
  duties: readonly Duty[],
): Check {
  const name = "each loyal general tells the others what it was told";
  let words = 0;
  for (const receiver of loyal) {
    const late = outcomes[receiver]?.late ?? [];
    for (const { round, sender, messages } of accounts[receiver]?.hearings ?? []) {
      if (!loyal.includes(sender) || late.includes(sender)) continue;
      const expected = wordsFor(duties[sender], round, receiver);
      const heard = messages.map(({ path, order }) => `${path} ${order}`);
      words += heard.length;
      if (heard.length === expected.length && isSubset(expected, heard)) continue;
      const evidence = `in round ${round} of ${generals} generals ${sender} told ${receiver}`;
      return fail(name, `${evidence} ${list(heard)} instead of ${list(expected)}`);
    }
  }
  return pass(name, `${words} messages between loyal generals`);
}

function isSubset(words: readonly string[], all: readonly string[]): boolean {
  const known = new Set(all);
  return words.every((word) => known.has(word));
}

function wordsFor(duty: Duty | undefined, round: number, receiver: number): string[] {
  const said = [...(duty?.said.get(round) ?? [])];
  const own = receiver.toString(36);
  return said.filter(([path]) => !path.includes(own)).map(([path, order]) => `${path} ${order}`);
}

/** Of loyal generals the number is known beforehand; with signatures it depends on the traitors. */
function countedMessages(
  { algorithm, generals, most, outcomes, traitors }: Evidence,
  loyal: readonly number[],
  { messagesOf }: Definitions,
): Check {
  const name = "loyal generals send as many messages as the formula says";
  const formula = messagesOf({ algorithm, generals, traitors: most });
  const sent = (numbers: readonly number[]) =>
    numbers.reduce((sum, general) => sum + (outcomes[general]?.messages ?? 0), 0);
  const byTraitors = sent(traitors);
  const byLoyal = sent(loyal);
  const evidence = `${byLoyal} by loyal generals, ${byTraitors} by traitors; formula ${formula}`;
  if (algorithm === "signed") {
    const lieutenants = loyal.filter((general) => general !== 0).length;
    const bound = 2 * lieutenants * (generals - 2) + (loyal.includes(0) ? generals - 1 : 0);
    const isExact = traitors.length > 0 || byLoyal === formula;
    return byLoyal <= bound && isExact ? pass(name, evidence) : fail(name, evidence);
  }
  const first = generals - 1;
  // Each lieutenant has the same share; of the phase king's algorithm, each king one more round.
  let expected = 0;
  for (const general of loyal) {
    if (algorithm === "oral") expected += general === 0 ? first : (formula - first) / first;
    else {
      const turns = 2 * (most + 1) + (general === 0 ? 1 : 0) + (general <= most ? 1 : 0);
      expected += turns * first;
    }
  }
  return byLoyal === expected
    ? pass(name, evidence)
    : fail(name, `${evidence}; loyal generals should send ${expected}`);
}

/** The name of a check. */
export const inTime = "what loyal generals tell one another comes in time";

/** Synchrony is what the algorithms ask of the world: without it they promise nothing. */
function keptTime({ accounts, outcomes }: Evidence, loyal: readonly number[]): Check {
  const name = inTime;
  const late = loyal.flatMap((general) =>
    (outcomes[general]?.late ?? []).filter((sender) => loyal.includes(sender)),
  );
  const silent = loyal.flatMap((general) =>
    (accounts[general]?.hearings ?? []).filter(
      (hearing) => hearing.silent && loyal.includes(hearing.sender),
    ),
  );
  const broken = late.length + silent.length;
  if (broken === 0) return pass(name, "in every round");
  const evidence = `${silent.length} times it did not, ${late.length} of them came later`;
  return undecided(name, `${evidence}; give --round more time`);
}

/** A traitor that behaves proves nothing. */
function betrayed({ accounts, traitors }: Evidence, duties: readonly Duty[]): Check {
  const name = "the traitors betray";
  let lies = 0;
  let silences = 0;
  for (const [receiver, { hearings }] of accounts.entries()) {
    if (traitors.includes(receiver)) continue;
    for (const { round, sender, messages, silent } of hearings) {
      if (!traitors.includes(sender)) continue;
      if (silent) silences += 1;
      const expected = wordsFor(duties[sender], round, receiver);
      const heard = messages.map(({ path, order }) => `${path} ${order}`);
      const truth = new Set(expected);
      lies += heard.filter((word) => !truth.has(word)).length;
    }
  }
  const evidence = `${lies} lies, ${silences} silences to loyal generals`;
  return lies + silences > 0 ? pass(name, evidence) : undecided(name, evidence);
}

const show = (order: string): string => order.toLowerCase();

const list = (words: readonly string[]): string =>
  words.length === 0 ? "nothing" : words.slice(0, 3).map(show).join(", ");
