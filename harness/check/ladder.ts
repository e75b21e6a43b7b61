import { causal } from "./causal.ts";
import { Deadline, unlessLate } from "./deadline.ts";
import { eventual } from "./eventual.ts";
import type { Operation } from "./history.ts";
import { linearizable } from "./linearizability.ts";
import type { Model } from "./model.ts";
import { type KeyView, registerView } from "./register-view.ts";
import { regular } from "./regular.ts";
import { DEFAULT_LIMITS, type Limits } from "./search.ts";
import { sequential, sequentialPerKey } from "./sequential.ts";
import { sessionGuarantees } from "./sessions.ts";
import { type Check, pass, undecided } from "./verdict.ts";

/**
 * The rungs, highest first. They are not a total order: what implies what is
 *
 *     linearizable ⇒ sequential ⇒ causal           sequential ⇒ sequential per key
 *     linearizable ⇒ linearizable updates, regular, the four session guarantees, eventual
 *
 * and regular and the session guarantees do not compare. The order here is the one in which the
 * highest rung that holds is named. Each definition, with its source, stands in the file of its
 * check; Viotti & Vukolić, "Consistency in non-transactional distributed storage systems", 2016,
 * is the overview. `linearizable updates` is our own: the history without its reads is
 * linearizable, which is what a primary with local reads promises of its writes.
 */
export const RUNGS = [
  "linearizable",
  "sequential",
  "causal",
  "sequential per key",
  "regular",
  "linearizable updates",
  "writes follow reads",
  "monotonic writes",
  "monotonic reads",
  "read your writes",
  "eventual",
] as const;

/**
 * Linearizable, with and without reads; sequential, whole and per key; where values came from;
 * causal; regular; the session guarantees; eventual.
 */
const PARTS = 9;

export type RungName = (typeof RUNGS)[number];

export interface LadderOptions extends Limits {
  /** From when on (history's milliseconds) nothing was under way; the eventual rung needs it. */
  readonly quietAtMs?: number;
}

export interface Ladder {
  /** One check a rung, in the order of `RUNGS`. */
  readonly rungs: readonly Check[];
  /** The first rung that is known to hold. */
  readonly highest: RungName | undefined;
  /** The first rung that is broken, with its witness. */
  readonly firstBroken: Check | undefined;
}

/**
 * Judges a history by every rung. All but the searches of an order need to know which write each
 * read got its value from; where that is unclear they are undecided, unless a higher rung that
 * implies them holds. The time limit is for all nine parts, each of which has a ninth of it.
 */
export function climb<State>(
  model: Model<State>,
  operations: readonly Operation[],
  ladderOptions: LadderOptions = {},
): Ladder {
  const timeLimitMs = (ladderOptions.timeLimitMs ?? DEFAULT_LIMITS.timeLimitMs) / PARTS;
  const options = { ...ladderOptions, timeLimitMs };
  const top = linearizable(model, operations, options);
  const lower = top.verdict === "PASS" ? impliedByTop() : below(model, operations, options);
  const rungs = [withShorterWitness(top, lower), ...lower];
  const inOrder = RUNGS.map((name) => {
    const check = rungs.find((rung) => rung.name === name);
    if (check === undefined) throw new Error(`no check has judged the rung ${name}`);
    return check;
  });
  return {
    rungs: inOrder,
    highest: RUNGS[inOrder.findIndex((rung) => rung.verdict === "PASS")],
    firstBroken: inOrder.find((rung) => rung.verdict === "FAIL"),
  };
}

/** A search can only say where it got stuck; what breaks a lower rung too is a shorter story. */
function withShorterWitness(top: Check, lower: readonly Check[]): Check {
  const shorter = ["regular", "causal"]
    .map((name) => lower.find((rung) => rung.name === name))
    .find((rung) => rung?.verdict === "FAIL");
  return shorter === undefined ? top : { ...shorter, name: top.name };
}

function impliedByTop(): Check[] {
  return RUNGS.slice(1).map((name) => pass(name, "every linearizable history is"));
}

function below<State>(
  model: Model<State>,
  operations: readonly Operation[],
  options: LadderOptions,
): Check[] {
  const updates = operations.filter((operation) => !model.reads.includes(operation.f));
  const views = viewsOf(model, operations, options);
  return [
    { ...linearizable(model, updates, options), name: "linearizable updates" },
    ...orderedRungs(model, operations, views, options),
    ...valueRungs(views, options),
  ];
}

const UNCLEAR = "it is not known which write each value came from";

/** Where each value came from; the reason, as text, where that stays open. */
function viewsOf<State>(
  model: Model<State>,
  operations: readonly Operation[],
  { timeLimitMs }: Limits,
): readonly KeyView[] | string {
  const deadline = new Deadline(timeLimitMs ?? DEFAULT_LIMITS.timeLimitMs);
  return unlessLate(deadline, () => registerView(model, operations, deadline) ?? UNCLEAR);
}

/** Where causal, or one key alone, is broken, there is no need to search the whole. */
function orderedRungs<State>(
  model: Model<State>,
  operations: readonly Operation[],
  views: readonly KeyView[] | string,
  options: LadderOptions,
): Check[] {
  const perKey = sequentialPerKey(model, operations, options);
  const weaker = typeof views === "string" ? undecided("causal", views) : causal(views, options);
  const broken = [weaker, perKey].find((rung) => rung.verdict === "FAIL");
  if (broken !== undefined) return [{ ...broken, name: "sequential" }, weaker, perKey];
  const whole = sequential(model, operations, options);
  const isImplied = whole.verdict === "PASS";
  return [whole, isImplied ? pass("causal", "every sequential history is") : weaker, perKey];
}

const VALUE_RUNGS: readonly RungName[] = RUNGS.slice(RUNGS.indexOf("regular")).filter(
  (name) => name !== "linearizable updates",
);

function valueRungs(views: readonly KeyView[] | string, options: LadderOptions): Check[] {
  if (typeof views === "string") return VALUE_RUNGS.map((name) => undecided(name, views));
  return [
    regular(views, options),
    ...sessionGuarantees(views, options),
    eventual(views, options.quietAtMs, options),
  ];
}
