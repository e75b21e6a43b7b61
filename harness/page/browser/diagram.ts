/** The time–space diagram: draws what the state says, and says what was chosen in it. */
import type { PageMessage, PageOperation } from "../run-page-model.ts";
import { html, svg } from "./dom.ts";
import { drawAxis, drawBands, drawLanes, drawMoment } from "./draw-frame.ts";
import { arrowOf, drawMessage, drawMessageLabels, drawTraffic } from "./draw-messages.ts";
import { drawOperation, operationsIn } from "./draw-operations.ts";
import type { Visible } from "./filter.ts";
import { type Layout, layOut } from "./layout.ts";
import { messagesBehind, type Run } from "./run.ts";
import type { Chosen, State, Store } from "./state.ts";
import { count } from "./time.ts";

/** More arrows than this are a thicket: then only those that matter are drawn. */
const arrowsAtMost = 700;
const operationsAtMost = 1_500;
/** With more arrows than this their names would not be read. */
const labelsAtMost = 60;

export class Diagram {
  readonly element: HTMLElement;
  layout: Layout;
  readonly #run: Run;
  readonly #store: Store;
  readonly #picture = svg("svg", { role: "group", "aria-label": "Operations and messages" });
  readonly #note = html("p", { class: "note", role: "status" });
  #visible: Visible;
  readonly #places: ReadonlyMap<PageMessage, number>;
  readonly #lanesWithBars: ReadonlySet<string>;

  constructor(run: Run, store: Store, visible: Visible) {
    this.#run = run;
    this.#store = store;
    this.#visible = visible;
    this.#places = new Map(run.messages.map((message, place) => [message, place]));
    this.#lanesWithBars = new Set(run.operations.map(({ lane }) => lane));
    this.layout = layOut(800, store.state.view, [], []);
    this.element = html("div", {
      class: "diagram",
      id: "diagram",
      tabindex: 0,
      role: "application",
      "aria-label": "Diagram of the run. Arrow keys move, plus and minus zoom, n and p choose.",
    });
    this.element.append(this.#picture, this.#note);
  }

  draw(visible: Visible): void {
    this.#visible = visible;
    const { state } = this.#store;
    const lanes = this.#run.lanes.filter(({ id }) => !state.filter.lanes.has(id));
    const bands = this.#run.bands.filter(({ lane, kind }) => lane === null && kind !== "phase");
    const width = Math.max(280, this.element.clientWidth);
    this.layout = layOut(width, state.view, lanes, bands);
    const { layout } = this;
    const matters = this.#related(state);
    const clip = svg("clipPath", { id: "time" });
    const area = { x: layout.left, y: 0, width: width - layout.left, height: layout.height };
    clip.append(svg("rect", area));
    const timed = svg("g", { "clip-path": "url(#time)" });
    timed.append(
      drawAxis(layout, state.view),
      drawBands(layout, this.#run.bands, state.view),
      this.#drawMessages(state, matters),
      this.#drawOperations(state),
      drawMoment(layout, state.moment),
    );
    this.#picture.setAttribute("width", `${width}`);
    this.#picture.setAttribute("height", `${layout.height}`);
    this.#picture.replaceChildren(clip, timed, drawLanes(layout, lanes));
  }

  /** What a click or a hover at an element is about. */
  chosenAt(target: EventTarget | null): Chosen | undefined {
    const element =
      target instanceof Element ? target.closest("[data-operation],[data-message]") : null;
    if (element === null) return undefined;
    const operation = this.#run.operationById.get(
      Number(element.getAttribute("data-operation") ?? -1),
    );
    if (operation !== undefined) return { kind: "operation", operation };
    const message = this.#run.messages[Number(element.getAttribute("data-message"))];
    return message === undefined ? undefined : { kind: "message", message };
  }

  /** The messages of what is chosen, or else of the witness; undefined where neither is there. */
  #related({ selected, hovered }: State): Set<PageMessage> | undefined {
    const chosen = hovered ?? selected;
    if (chosen?.kind === "message")
      return new Set(this.#run.messagesByCall.get(chosen.message.call) ?? [chosen.message]);
    const operations = chosen === undefined ? this.#run.witness : [chosen.operation];
    if (operations.length === 0) return undefined;
    const found = new Set<PageMessage>();
    for (const each of operations)
      for (const message of messagesBehind(this.#run, each)) found.add(message);
    return found;
  }

  #drawMessages(state: State, matters: Set<PageMessage> | undefined): SVGGElement {
    const { view, selected } = state;
    const seen = this.#visible.messages.filter(
      ({ sent, arrived }) => sent <= view.to && (arrived ?? sent) >= view.from,
    );
    const isThicket = seen.length > arrowsAtMost;
    const drawn = isThicket
      ? seen.filter((each) => matters?.has(each)).slice(0, arrowsAtMost)
      : seen;
    this.#say(isThicket ? seen.length - drawn.length : 0, seen.length);
    const group = svg("g", { class: drawn.length > labelsAtMost ? "messages many" : "messages" });
    if (isThicket) group.append(drawTraffic(this.layout, seen));
    // What matters lies on top.
    const above = drawn.filter((each) => matters?.has(each));
    const ordered = [...drawn.filter((each) => !matters?.has(each)), ...above];
    const hasBars = (lane: string) => this.#lanesWithBars.has(lane);
    const arrows = ordered.flatMap((message) => {
      const arrow = arrowOf(this.layout, message, hasBars);
      return arrow === undefined ? [] : [{ message, arrow }];
    });
    for (const { message, arrow } of arrows) {
      const isRelated = matters?.has(message) ?? false;
      const isFaded = matters !== undefined && !isRelated;
      const isSelected = selected?.kind === "message" && selected.message === message;
      const look = { isSelected, isFaded, isRelated };
      const place = this.#places.get(message) ?? 0;
      group.append(drawMessage(this.layout, message, place, arrow, look));
    }
    const named = arrows.filter(({ message }) => matters?.has(message) ?? true);
    if (named.length <= labelsAtMost) group.append(...drawMessageLabels(named));
    return group;
  }

  #drawOperations({ view, selected, hovered }: State): SVGGElement {
    const group = svg("g", { class: "operations" });
    const chosen = [selected, hovered].flatMap((each) =>
      each?.kind === "operation" ? [each.operation] : [],
    );
    const isMuted = (operation: PageOperation) =>
      this.#run.witness.length > 0 && !this.#run.witness.includes(operation);
    const drawn = operationsIn(this.#run, this.#visible.operations, view, operationsAtMost);
    for (const operation of drawn) {
      const isSelected = chosen.includes(operation);
      const witness = this.#run.witness.indexOf(operation) + 1;
      const look = { isSelected, isFaded: isMuted(operation) && !isSelected, witness };
      group.append(drawOperation(this.layout, operation, look));
    }
    return group;
  }

  #say(hidden: number, inView: number): void {
    const { messages, operations } = this.#run;
    const nothing =
      messages.length === 0 && operations.length === 0
        ? "This run recorded neither operations nor messages: its checks below are all there is."
        : operations.length === 0
          ? "No client of this run recorded operations; its messages are shown."
          : messages.length === 0
            ? "No messages between nodes were recorded in this run."
            : "";
    const ticks = `${count(hidden)} of ${count(inView)} messages here are drawn as ticks`;
    const thicket = hidden > 0 ? `${ticks}: zoom in to see arrows.` : "";
    this.#note.textContent = [nothing, thicket].filter((each) => each !== "").join(" ");
  }
}
