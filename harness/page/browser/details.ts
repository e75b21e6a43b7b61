/** What was chosen, and what each node said at that moment. */
import type { LogLine, PageMessage, PageOperation } from "../run-page-model.ts";
import { html } from "./dom.ts";
import type { Visible } from "./filter.ts";
import type { Run } from "./run.ts";
import type { State } from "./state.ts";
import { difference, milliseconds } from "./time.ts";

const linesBefore = 4;
const linesAfter = 2;
const foundAtMost = 50;

export class Details {
  readonly element = html("aside", { class: "details", "aria-label": "Details" });
  readonly #run: Run;

  constructor(run: Run) {
    this.#run = run;
  }

  draw(state: State, visible: Visible): void {
    const isSearch = state.filter.text.trim() !== "";
    this.element.replaceChildren(
      ...(state.selected === undefined ? [hint()] : [chosen(state)]),
      html("h2", {}, `Log lines at ${milliseconds(state.moment)}`),
      this.#lines(state, visible.lines),
      ...(isSearch ? [found(visible.lines)] : []),
    );
  }

  #lines({ moment, filter }: State, lines: readonly LogLine[]): HTMLElement {
    if (this.#run.lines.length === 0)
      return html("p", { class: "empty" }, "No node of this run wrote a log.");
    const byLane = Map.groupBy(lines, ({ lane }) => lane);
    const list = html("div", { class: "logs" });
    for (const { id } of this.#run.lanes) {
      if (filter.lanes.has(id)) continue;
      const own = byLane.get(id) ?? [];
      const next = own.findIndex(({ at }) => at > moment);
      const place = next === -1 ? own.length : next;
      const near = own.slice(Math.max(0, place - linesBefore), place + linesAfter);
      if (near.length === 0) continue;
      list.append(
        html("h3", {}, id, ...this.#condition(id, moment)),
        html("ul", {}, ...near.map((line) => logLine(line, moment))),
      );
    }
    const isEmpty = list.childElementCount === 0;
    return isEmpty ? html("p", { class: "empty" }, "No log line fits the filters.") : list;
  }

  /** Whether the node was down or paused. */
  #condition(lane: string, moment: number): HTMLElement[] {
    const band = this.#run.bands.find((each) => {
      return each.lane === lane && each.from <= moment && moment <= each.to;
    });
    return band === undefined ? [] : [html("span", { class: `tag ${band.kind}` }, band.kind)];
  }
}

function logLine({ at, level, text }: LogLine, moment: number): HTMLElement {
  const side = at <= moment ? "before" : "after";
  return html(
    "li",
    { class: `line ${side} level-${level}` },
    html("time", {}, difference(at - moment)),
    ` ${level === "" || level === "info" ? "" : `${level} `}${text}`,
  );
}

function found(lines: readonly LogLine[]): HTMLElement {
  const shown = lines.slice(0, foundAtMost);
  const rest = lines.length - shown.length;
  return html(
    "section",
    {},
    html("h2", {}, `${lines.length} log lines found`),
    html(
      "ul",
      { class: "found" },
      ...shown.map(({ at, lane, text }) =>
        html("li", {}, html("time", {}, milliseconds(at)), ` ${lane}: ${text}`),
      ),
    ),
    rest > 0 ? html("p", { class: "empty" }, `and ${rest} more`) : undefined,
  );
}

function hint(): HTMLElement {
  const text = "Click an operation or an arrow to follow it, or a moment to read the logs there.";
  return html("p", { class: "empty" }, text);
}

function chosen({ selected }: State): HTMLElement {
  const rows =
    selected?.kind === "operation"
      ? rowsOfOperation(selected.operation)
      : rowsOfMessage((selected as { message: PageMessage }).message);
  const title = selected?.kind === "operation" ? "Operation" : "Message";
  const list = html("dl", {});
  for (const [name, value] of rows)
    if (value !== "") list.append(html("dt", {}, name), html("dd", {}, value));
  return html("section", { class: "chosen" }, html("h2", {}, title), list);
}

type Row = readonly [name: string, value: string];

function rowsOfOperation(operation: PageOperation): Row[] {
  const { process, f, key, input, output, outcome, from, to, node = "" } = operation;
  const told = { ok: "answer", fail: "did not happen", unknown: "may have happened" }[outcome];
  return [
    ["client", process],
    ["operation", f],
    ["key", key],
    ["argument", input],
    [told, output],
    ["node", node],
    ["time", `${milliseconds(from)} to ${milliseconds(to)} (${milliseconds(to - from)})`],
  ];
}

function rowsOfMessage(message: PageMessage): Row[] {
  const { from, to, method, isReply, status, sent, arrived, lost = "", content, call } = message;
  return [
    [isReply ? "reply" : "request", method],
    ["from, to", `${from} → ${to}`],
    ["status", status],
    ["sent", milliseconds(sent)],
    ["arrived", arrived === null ? "" : `${milliseconds(arrived)} (${difference(arrived - sent)})`],
    ["lost", lost],
    ["content", content],
    ["call", call],
  ];
}
