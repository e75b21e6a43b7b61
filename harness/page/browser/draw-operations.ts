/** Operations of clients as bars from their call to their return. */
import type { PageOperation, Span } from "../run-page-model.ts";
import { svg } from "./dom.ts";
import { fitText } from "./draw-frame.ts";
import { barHeight, type Layout } from "./layout.ts";
import type { Run } from "./run.ts";
import { milliseconds } from "./time.ts";

export interface OperationLook {
  readonly isSelected: boolean;
  readonly isFaded: boolean;
  /** Its number among the witness, from 1; 0 for none. */
  readonly witness: number;
}

const narrowestBar = 3;
const marks = { ok: "", fail: "✗ ", unknown: "? " } as const;
const words = { ok: "ok", fail: "failed", unknown: "outcome unknown" } as const;

export function drawOperation(
  layout: Layout,
  operation: PageOperation,
  look: OperationLook,
): SVGGElement {
  const y = (layout.lanes.get(operation.lane) ?? 0) - barHeight / 2;
  const begin = layout.x(operation.from);
  const end = layout.x(operation.to);
  const x = Math.max(layout.left, begin);
  const width = Math.max(narrowestBar, Math.min(layout.width + 4, end) - x);
  const { outcome, id } = operation;
  const classes = ["operation", outcome];
  if (look.witness > 0) classes.push("witness");
  if (look.isSelected) classes.push("selected");
  if (look.isFaded) classes.push("faded");
  const label = describeOperation(operation);
  const group = svg(
    "g",
    {
      class: classes.join(" "),
      "data-operation": id,
      role: "img",
      "aria-label": label,
    },
    svg("title", {}, label),
    svg("rect", { x, y, width, height: barHeight, rx: 3 }),
  );
  const text = fitText(`${marks[outcome]}${shortLabel(operation)}`, width - 8, 6.6);
  if (text !== "") group.append(svg("text", { x: x + 5, y: y + 14 }, text));
  if (outcome === "unknown" && end < layout.width)
    group.append(svg("path", { class: "open-end", d: `M${end} ${y}l8 10l-8 10` }));
  if (look.witness > 0) group.append(...badge(begin < layout.left ? x : begin, y, look.witness));
  return group;
}

function badge(x: number, y: number, number: number): SVGElement[] {
  return [
    svg("circle", { class: "badge", cx: x, cy: y - 1, r: 8 }),
    svg("text", { class: "badge-text", x, y: y + 3, "text-anchor": "middle" }, `${number}`),
  ];
}

/** Such as `write k1 "a"`. */
export function shortLabel({ f, key, input }: PageOperation): string {
  return [f, shortKey(key), input].filter((each) => each !== "").join(" ");
}

/** A long key by its end, which tells it from others. */
export function shortKey(key: string): string {
  return key.length > 14 ? `…${key.slice(-8)}` : key;
}

/** One sentence, for tool tips and screen readers. */
export function describeOperation(operation: PageOperation): string {
  const { process, f, key, input, output, outcome, from, to, node } = operation;
  const where = node === undefined ? "" : ` at ${node}`;
  return (
    `${process}: ${f} ${key} ${input}${where}, ${words[outcome]}: ${output} ` +
    `(${milliseconds(from)} to ${milliseconds(to)})`
  );
}

/** Operations that reach into the view, at most so many of them, those of the witness first. */
export function operationsIn(
  run: Run,
  operations: readonly PageOperation[],
  view: Span,
  atMost: number,
): PageOperation[] {
  const seen = operations.filter(({ from, to }) => from <= view.to && to >= view.from);
  if (seen.length <= atMost) return seen;
  const witness = new Set(run.witness);
  const step = Math.ceil(seen.length / atMost);
  return seen.filter((each, place) => place % step === 0 || witness.has(each));
}
