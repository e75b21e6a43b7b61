/** The head of the page: the verdict, the rule that was broken, its witness, what was run. */
import type { PageCheck } from "../run-page-model.ts";
import { button, html } from "./dom.ts";
import { shortLabel } from "./draw-operations.ts";
import type { Navigator } from "./navigate.ts";
import type { Run } from "./run.ts";
import { milliseconds } from "./time.ts";

const verdictMarks = { PASS: "✓", FAIL: "✗", UNDECIDED: "?" } as const;

export function header(run: Run, navigator: Navigator): HTMLElement {
  const { verdict, title } = run;
  const violated = run.checks.filter((check) => check.verdict === "FAIL");
  return html(
    "header",
    {},
    html("h1", {}, badge(verdict), ` ${title}`),
    ...violated.map((check, place) => violation(run, check, navigator, place === 0)),
    ...(violated.length === 0 ? [html("p", { class: "lead" }, summary(run))] : []),
    facts(run),
    ...run.leftOut.map((text) => html("p", { class: "left-out" }, text)),
  );
}

/** A verdict by colour, sign and word. */
export function badge(verdict: PageCheck["verdict"]): HTMLElement {
  return html("span", { class: `verdict ${verdict}` }, `${verdictMarks[verdict]} ${verdict}`);
}

function summary({ checks, verdict }: Run): string {
  const open = checks.filter((check) => check.verdict === "UNDECIDED");
  if (verdict === "PASS") return `All ${checks.length} checks held.`;
  if (open.length === 0) return "No check was made.";
  const [first] = open;
  const why = `${first?.name}: ${first?.evidence}`;
  return `${open.length} of ${checks.length} checks could not be decided. ${why}`;
}

/** The first is the one to look at; of the others one sees that they are there. */
function violation(run: Run, check: PageCheck, navigator: Navigator, isOpen: boolean): HTMLElement {
  const witness = check.witness.flatMap((id) => run.operationById.get(id) ?? []);
  return html(
    "details",
    { class: "violation", open: isOpen },
    html("summary", {}, html("h2", {}, `Violated: ${check.name}`)),
    check.rule === undefined ? undefined : html("p", { class: "rule" }, check.rule),
    html("p", { class: "evidence" }, check.evidence),
    witness.length === 0 ? undefined : witnessList(run, witness, navigator),
  );
}

function witnessList(run: Run, witness: Run["witness"], navigator: Navigator): HTMLElement {
  const list = html("ol", { class: "witness", "aria-label": "Witness" });
  for (const operation of witness) {
    const number = run.witness.indexOf(operation) + 1;
    const label = `${operation.process} ${shortLabel(operation)} → ${operation.output}`;
    const time = `${milliseconds(operation.from)} to ${milliseconds(operation.to)}`;
    const go = button("", "Show it in the diagram", () => {
      navigator.approach(operation);
      document.getElementById("diagram")?.focus();
    });
    go.append(
      html("span", { class: "number" }, `${number}`),
      html("span", { class: "what" }, label),
      html("span", { class: "when" }, time),
    );
    list.append(html("li", {}, go));
  }
  return list;
}

function facts({ facts: all }: Run): HTMLElement {
  const list = html("dl", { class: "facts" });
  for (const { name, value } of all)
    list.append(html("div", {}, html("dt", {}, name), html("dd", {}, value)));
  return list;
}
