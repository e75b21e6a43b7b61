/** Below the diagram: all checks, and what the run showed. */
import type { PageOutput } from "../run-page-model.ts";
import { html } from "./dom.ts";
import { badge } from "./header.ts";
import type { Run } from "./run.ts";

export function checksTable({ checks }: Run): HTMLElement {
  if (checks.length === 0)
    return html("section", {}, html("h2", {}, "Checks"), html("p", {}, "No check was made."));
  const rows = checks.map(({ name, rule, verdict, evidence }) =>
    html(
      "tr",
      {},
      html("td", {}, badge(verdict)),
      html("td", { title: rule }, name),
      html("td", { class: "evidence" }, evidence),
    ),
  );
  return html(
    "section",
    { id: "checks" },
    html("h2", {}, "Checks"),
    table(["verdict", "what must hold", "evidence"], rows),
  );
}

export function outputSection({ output }: Run): HTMLElement {
  const title = html("h2", {}, "What the run showed");
  const parts = output.map(showOutput);
  const nothing = html("p", { class: "empty" }, "Nothing but its checks.");
  return html("section", { id: "output" }, title, ...(parts.length > 0 ? parts : [nothing]));
}

function showOutput(output: PageOutput): HTMLElement {
  if (typeof output === "string") return html("pre", {}, output);
  const rows = output.rows.map((row) => html("tr", {}, ...row.map((cell) => html("td", {}, cell))));
  return html("figure", {}, html("figcaption", {}, output.title), table(output.head, rows));
}

function table(head: readonly string[], rows: readonly HTMLElement[]): HTMLElement {
  const cells = head.map((cell) => html("th", { scope: "col" }, cell));
  return html(
    "div",
    { class: "scroll" },
    html("table", {}, html("thead", {}, html("tr", {}, ...cells)), html("tbody", {}, ...rows)),
  );
}

/** What the signs in the diagram mean. */
export function legend(): HTMLElement {
  const entries = [
    ["bar ok", "ok"],
    ["bar fail", "failed: it did not happen"],
    ["bar unknown", "unknown: it may have happened"],
    ["arrow request", "request"],
    ["arrow reply", "reply"],
    ["arrow lost", "lost"],
    ["area down", "node down"],
    ["area paused", "node paused"],
    ["area fault", "fault between nodes"],
    ["dot", "witness"],
  ] as const;
  return html(
    "ul",
    { class: "legend", "aria-label": "Legend" },
    ...entries.map(([sign, text]) =>
      html("li", {}, html("span", { class: `sign ${sign}`, "aria-hidden": "true" }), text),
    ),
  );
}

/** How to move in the diagram. */
export function keys(): HTMLElement {
  const text =
    "Drag or ← → move · + − or Ctrl and wheel zoom · double-click zooms in · 0 all · w witness · " +
    "n p next, previous operation · / find · Esc clears";
  return html("p", { class: "keys" }, text);
}
