/** Who said what to whom, what each general made of it, and what each decided, as tables. */
import type { RunContext } from "../kit/run-context.ts";
import type { campaignFlags } from "./campaign-flags.ts";
import type { Evidence } from "./judge.ts";

type Printer = Pick<RunContext<typeof campaignFlags>, "print" | "table">;

/** Of more generals only sums are shown; their logs have each message. */
const shownInFull = 7;
const messagesInFull = 200;

/** Whether no general's tree is shown, so that nobody needs to be asked for it. */
export function isBrief({ algorithm, generals }: Pick<Evidence, "algorithm" | "generals">) {
  return algorithm === "oral" && generals > shownInFull;
}

export function showAccounts(context: Printer, evidence: Evidence): void {
  const total = evidence.outcomes.reduce((sum, { messages }) => sum + messages, 0);
  const isSmall = evidence.generals <= shownInFull && total <= messagesInFull;
  for (const [round, hearings] of byRound(evidence)) {
    const title = `round ${round}: who told whom (path and order; * is a traitor)`;
    if (isSmall) context.table(title, everyWord(evidence, hearings));
    else
      context.table(`round ${round}: how much was told (* is a traitor)`, sums(evidence, hearings));
  }
  if (isSmall) for (const text of knowledge(evidence)) context.print(text);
  context.table("what each general decided, by itself", decisions(evidence));
}

interface Heard {
  readonly receiver: number;
  readonly sender: number;
  readonly words: readonly string[];
  readonly silent: boolean;
}

/** What all were told, by the round, in the order of senders. */
function byRound({ accounts }: Evidence): Map<number, Heard[]> {
  const all = accounts.flatMap(({ hearings }, receiver) =>
    hearings.map(({ round, sender, messages, silent }) => {
      const words = messages.map(({ path, order }) => `${path} ${show(order)}`);
      return { round, heard: { receiver, sender, words, silent } };
    }),
  );
  const rounds = Map.groupBy(all, ({ round }) => round);
  return new Map(
    [...rounds]
      .sort(([one], [other]) => one - other)
      .map(([round, each]) => [
        round,
        each.map(({ heard }) => heard).sort((one, other) => one.sender - other.sender),
      ]),
  );
}

/** Who is told the same by one general shares a row. */
function everyWord(evidence: Evidence, hearings: readonly Heard[]) {
  const said = hearings.map(({ receiver, sender, words, silent }) => {
    return {
      receiver,
      sender,
      says: silent ? "(silence)" : words.join(", ") || "(nothing to say)",
    };
  });
  const rows = [...Map.groupBy(said, ({ sender, says }) => `${sender} ${says}`).values()].map(
    (same) => {
      const to = same.map(({ receiver }) => named(evidence, receiver)).join(", ");
      return [named(evidence, same[0]?.sender ?? 0), to, same[0]?.says ?? ""];
    },
  );
  return { head: ["from", "to", "says"], rows };
}

function sums(evidence: Evidence, hearings: readonly Heard[]) {
  const senders = Map.groupBy(hearings, ({ sender }) => sender);
  const rows = [...senders].map(([sender, heard]) => {
    const words = heard.flatMap((each) => each.words);
    const attacks = words.filter((word) => word.endsWith("attack")).length;
    const silences = heard.filter(({ silent }) => silent).length;
    return [named(evidence, sender), words.length, attacks, silences].map(String);
  });
  return { head: ["from", "messages", "of them attack", "silent to"], rows };
}

/** Each loyal general's own tree, set of orders, or course of what it held. */
function knowledge({ algorithm, accounts, traitors }: Evidence): string[] {
  return accounts.flatMap(({ beliefs }, general) => {
    if (traitors.includes(general) || beliefs.length === 0) return [];
    const lines = beliefs
      .toSorted((one, other) => (algorithm === "oral" ? compare(one.path, other.path) : 0))
      .map(({ path, round, told, order, outcome }) => {
        const word = told ? show(order) : `${show(order)} (silence)`;
        if (algorithm === "phase-king") {
          return `  round ${round}: ${word}${order === outcome ? "" : " (or what the king says)"}`;
        }
        if (algorithm === "signed") return `  ${word}, signed by ${path}`;
        const indent = "  ".repeat(path.length);
        const isUsed = word === show(outcome);
        return `${indent}${path} ${word}${isUsed ? "" : `, by majority ${show(outcome)}`}`;
      });
    const what = {
      oral: "its tree",
      signed: "the orders that it knows",
      "phase-king": "what it held after each round",
    }[algorithm];
    return [`general ${general}, ${what}\n${lines.join("\n")}`];
  });
}

function decisions(evidence: Evidence) {
  const rows = evidence.outcomes.map(({ decision, votes, messages, calls, late }, general) => [
    named(evidence, general),
    show(decision),
    `${votes?.attack ?? 0} : ${votes?.retreat ?? 0}`,
    ...[messages, calls, late.length].map(String),
  ]);
  const head = ["general", "decides", "attack : retreat", "messages sent", "calls", "heard late"];
  return { head, rows };
}

function named({ traitors }: Evidence, general: number): string {
  const name = general === 0 ? "commander" : `${general}`;
  return traitors.includes(general) ? `${name} *` : name;
}

const show = (order: string): string => order.toLowerCase();

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
