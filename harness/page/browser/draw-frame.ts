/** What the diagram has besides operations and messages: the axis, lanes, bands, the moment. */
import type { Band, Lane, Span } from "../run-page-model.ts";
import { svg } from "./dom.ts";
import type { Layout } from "./layout.ts";
import { milliseconds, ticksOf } from "./time.ts";

const pixelsPerTick = 110;
const phaseTextPixels = 130;

export function drawAxis(layout: Layout, view: Span): SVGGElement {
  const group = svg("g", { class: "axis" });
  const ticks = ticksOf(view, (layout.width - layout.left) / pixelsPerTick);
  for (const { at, label } of ticks) {
    const x = layout.x(at);
    if (x < layout.left) continue;
    group.append(svg("line", { x1: x, x2: x, y1: layout.axis - 5, y2: layout.height }));
    const isLast = x > layout.width - 40;
    const anchor = isLast ? "end" : x < layout.left + 24 ? "start" : "middle";
    group.append(svg("text", { x, y: layout.axis - 10, "text-anchor": anchor }, label));
  }
  return group;
}

export function drawLanes(layout: Layout, lanes: readonly Lane[]): SVGGElement {
  const group = svg("g", { class: "lanes" });
  for (const { id, kind } of lanes) {
    const y = layout.lanes.get(id) ?? 0;
    const lane = svg(
      "g",
      { "data-lane": id },
      svg("line", { class: kind, x1: layout.left, x2: layout.width, y1: y, y2: y }),
      svg("rect", { class: "name", x: 0, y: y - 15, width: layout.left - 4, height: 30 }),
      svg("text", { class: kind, x: 8, y: y + 4 }, fitText(id, layout.left - 14, 7.2)),
      svg("title", {}, `${kind} ${id}`),
    );
    group.append(lane);
  }
  return group;
}

export function drawBands(layout: Layout, bands: readonly Band[], view: Span): SVGGElement {
  const group = svg("g", { class: "bands" });
  // Of phases that begin together only the last is named, which is the one that lasts.
  const phases = bands.filter(({ kind }) => kind === "phase");
  const named = new Set(
    phases.filter(({ from }, place) => {
      const next = phases[place + 1];
      return next === undefined || layout.x(next.from) - layout.x(from) > phaseTextPixels;
    }),
  );
  for (const band of bands) {
    if (band.to < view.from || band.from > view.to) continue;
    const x = Math.max(layout.left, layout.x(band.from));
    const width = Math.max(2, Math.min(layout.width, layout.x(band.to)) - x);
    const title = svg(
      "title",
      {},
      `${band.text}, ${milliseconds(band.from)} to ${milliseconds(band.to)}`,
    );
    if (band.lane !== null) group.append(...bandOfLane(layout, band, x, width, title));
    else if (band.kind === "phase")
      group.append(...phase(layout, band, x, named.has(band) ? band.text : "", title));
    else group.append(...bandOfAll(layout, band, x, width, title));
  }
  return group;
}

function bandOfLane(layout: Layout, band: Band, x: number, width: number, title: Element) {
  const y = layout.lanes.get(band.lane ?? "");
  if (y === undefined) return [];
  const text = fitText(`${band.kind}: ${band.text}`, width - 8, 6.2);
  return [
    svg("rect", { class: `band ${band.kind}`, x, y: y - 20, width, height: 40, rx: 3 }, title),
    svg("text", { class: "band-text", x: x + 4, y: y - 8 }, text),
  ];
}

function bandOfAll(layout: Layout, band: Band, x: number, width: number, title: Element) {
  const y = layout.bands.get(band) ?? layout.axis;
  const height = layout.height - y;
  return [
    svg("rect", { class: "band fault-shade", x, y, width, height }),
    svg("rect", { class: "band fault", x, y, width, height: 14, rx: 3 }, title),
    svg("text", { class: "band-text", x: x + 4, y: y + 11 }, fitText(band.text, width - 8, 6.2)),
  ];
}

function phase(layout: Layout, { from }: Band, x: number, text: string, title: Element) {
  if (layout.x(from) < layout.left) return [];
  const isAtEnd = x > layout.width - phaseTextPixels;
  const beside = isAtEnd ? { x: x - 4, "text-anchor": "end" } : { x: x + 4 };
  return [
    svg("line", { class: "phase", x1: x, x2: x, y1: layout.axis, y2: layout.height }, title),
    svg("text", { class: "phase-text", ...beside, y: layout.height - 3 }, text),
  ];
}

export function drawMoment(layout: Layout, moment: number): SVGGElement {
  const x = layout.x(moment);
  const group = svg("g", { class: "moment" });
  if (x < layout.left || x > layout.width) return group;
  group.append(svg("line", { x1: x, x2: x, y1: layout.axis - 6, y2: layout.height }));
  return group;
}

/** As much of a text as has room; empty where that says nothing. */
export function fitText(text: string, pixels: number, pixelsPerCharacter: number): string {
  const room = Math.floor(pixels / pixelsPerCharacter);
  if (text.length <= room) return text;
  return room < 4 ? "" : `${text.slice(0, room - 1)}…`;
}
