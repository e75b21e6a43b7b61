/** Messages between lanes as arrows from where and when they were sent to where they arrived. */
import type { PageMessage } from "../run-page-model.ts";
import { svg } from "./dom.ts";
import { barHeight, type Layout } from "./layout.ts";
import { milliseconds } from "./time.ts";

export interface MessageLook {
  readonly isSelected: boolean;
  readonly isFaded: boolean;
  readonly isRelated: boolean;
}

/** A message that was lost goes so far, as a share of its way, and at least so many pixels. */
const lostShare = 0.55;
const lostPixels = 14;

export interface Arrow {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Undefined where one of its ends is not in the diagram. */
export function arrowOf(
  layout: Layout,
  message: PageMessage,
  hasBars: (lane: string) => boolean,
): Arrow | undefined {
  const fromY = layout.lanes.get(message.from);
  const toY = layout.lanes.get(message.to);
  if (fromY === undefined || toY === undefined || fromY === toY) return undefined;
  const downwards = Math.sign(toY - fromY);
  const edge = (lane: string) => (hasBars(lane) ? barHeight / 2 : 2);
  const y1 = fromY + downwards * edge(message.from);
  const y2 = toY - downwards * edge(message.to);
  const x1 = layout.x(message.sent);
  if (message.arrived !== null) return { x1, y1, x2: layout.x(message.arrived), y2 };
  return { x1, y1, x2: x1 + lostPixels, y2: y1 + (y2 - y1) * lostShare };
}

export function drawMessage(
  layout: Layout,
  message: PageMessage,
  place: number,
  arrow: Arrow,
  look: MessageLook,
): SVGGElement {
  const { x1, y1, x2, y2 } = arrow;
  const classes = ["message", message.isReply ? "reply" : "request"];
  if (message.arrived === null) classes.push("lost");
  if (look.isFaded) classes.push("faded");
  if (look.isRelated) classes.push("related");
  if (look.isSelected) classes.push("selected");
  const group = svg(
    "g",
    { class: classes.join(" "), "data-message": place },
    svg("title", {}, describeMessage(message)),
    svg("line", { class: "reach", x1, y1, x2, y2 }),
    svg("line", { class: "shaft", x1, y1, x2, y2 }),
    svg("path", { class: "head", d: message.arrived === null ? cross(x2, y2) : head(arrow) }),
  );
  if (x2 < layout.left - 40) group.classList.add("faded");
  return group;
}

/** Where there are too many arrows to tell apart: a tick at each lane that a message came to. */
export function drawTraffic(layout: Layout, messages: readonly PageMessage[]): SVGPathElement {
  const ticks = new Set<string>();
  for (const { from, to, sent, arrived } of messages) {
    const [lane, time] = arrived === null ? [from, sent] : [to, arrived];
    const y = layout.lanes.get(lane);
    if (y !== undefined) ticks.add(`M${Math.round(layout.x(time))} ${y + 2}v7`);
  }
  return svg("path", { class: "traffic", d: [...ticks].join("") });
}

function head({ x1, y1, x2, y2 }: Arrow): string {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [baseX, baseY] = [x2 - 7 * dx, y2 - 7 * dy];
  return (
    `M${x2} ${y2}L${baseX - 3.2 * dy} ${baseY + 3.2 * dx}` +
    `L${baseX + 3.2 * dy} ${baseY - 3.2 * dx}Z`
  );
}

function cross(x: number, y: number): string {
  return `M${x - 4} ${y - 4}l8 8M${x + 4} ${y - 4}l-8 8`;
}

interface DrawnMessage {
  readonly message: PageMessage;
  readonly arrow: Arrow;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/**
 * The names of the methods beside the middles of their arrows, where there is room. That a reply
 * is in order goes without saying.
 */
export function drawMessageLabels(drawn: readonly DrawnMessage[]): SVGTextElement[] {
  const lost = drawn.filter(({ message }) => message.arrived === null);
  const taken = lost.map(({ arrow: { x2, y2 } }): Box => ({ x: x2 - 8, y: y2 + 4, width: 16 }));
  // What was lost is named first.
  return [...new Set([...lost, ...drawn])].flatMap(({ message, arrow }) => {
    const text = message.isReply ? message.status : message.method;
    const box = text === "OK" ? undefined : freeBox(text, arrow, taken);
    if (box === undefined) return [];
    taken.push(box);
    return [svg("text", { class: "message-label", x: box.x, y: box.y }, text)];
  });
}

function freeBox(text: string, arrow: Arrow, taken: readonly Box[]): Box | undefined {
  const boxes = [0.5, 0.35, 0.65].map((share) => ({
    x: arrow.x1 + (arrow.x2 - arrow.x1) * share + 5,
    y: arrow.y1 + (arrow.y2 - arrow.y1) * share + 3,
    width: text.length * 6 + 6,
  }));
  const meets = (one: Box, other: Box) =>
    Math.abs(one.y - other.y) < 13 && one.x < other.x + other.width && other.x < one.x + one.width;
  return boxes.find((box) => !taken.some((other) => meets(box, other)));
}

/** One sentence, for tool tips. */
export function describeMessage(message: PageMessage): string {
  const { from, to, method, isReply, status, sent, arrived, lost, content } = message;
  const what = isReply ? `reply to ${method}: ${status}` : `${method} ${status}`.trim();
  const when =
    arrived === null
      ? `sent ${milliseconds(sent)}, ${lost ?? "lost"}`
      : `${milliseconds(sent)} to ${milliseconds(arrived)}`;
  return `${from} → ${to} ${what} (${when}) ${content}`.trim();
}
