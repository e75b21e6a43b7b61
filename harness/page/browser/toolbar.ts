/** Filters and buttons above the diagram. */
import { button, html } from "./dom.ts";
import { shortKey } from "./draw-operations.ts";
import type { Filter, Visible } from "./filter.ts";
import type { Navigator } from "./navigate.ts";
import type { Run } from "./run.ts";
import type { Store } from "./state.ts";
import { count } from "./time.ts";

type SetName = "lanes" | "outcomes" | "functions" | "methods";

/** One thing that can be hidden, with how often it comes. */
interface Choice {
  readonly id: string;
  readonly label: string;
  readonly count?: number;
}

const outcomes: readonly Choice[] = [
  { id: "ok", label: "ok" },
  { id: "fail", label: "failed" },
  { id: "unknown", label: "unknown" },
];

export class Toolbar {
  readonly element: HTMLElement;
  readonly #run: Run;
  readonly #store: Store;
  readonly #count = html("p", { class: "count", role: "status" });

  constructor(run: Run, store: Store, navigator: Navigator) {
    this.#run = run;
    this.#store = store;
    const lanesOf = (kind: string) =>
      run.lanes.filter((lane) => lane.kind === kind).map(({ id }) => ({ id, label: id }));
    this.element = html(
      "div",
      { class: "toolbar", role: "search", "aria-label": "Filters and view" },
      html("div", { class: "row" }, this.#search(), this.#keys(), ...views(run, navigator)),
      html(
        "div",
        { class: "row" },
        this.#group("Clients", "lanes", lanesOf("client")),
        this.#group("Nodes", "lanes", lanesOf("node")),
        this.#group("Outcome", "outcomes", run.operations.length > 0 ? outcomes : []),
        this.#group("Operations", "functions", countsOf(run.operations.map(({ f }) => f))),
        this.#group("Messages", "methods", countsOf(run.messages.map(({ method }) => method))),
        this.#count,
      ),
    );
  }

  draw({ operations, messages, lines }: Visible): void {
    const { run } = { run: this.#run };
    this.#count.textContent =
      `${count(operations.length)} of ${count(run.operations.length)} operations · ` +
      `${count(messages.length)} of ${count(run.messages.length)} messages · ` +
      `${count(lines.length)} of ${count(run.lines.length)} log lines`;
  }

  #change(part: Partial<Filter>): void {
    this.#store.change({ filter: { ...this.#store.state.filter, ...part } });
  }

  #search(): HTMLElement {
    const input = html("input", { type: "search", id: "search", placeholder: "text  ( / )" });
    input.addEventListener("input", () => this.#change({ text: input.value }));
    return html("label", {}, "Find ", input);
  }

  #keys(): HTMLElement | undefined {
    const keys = [...new Set(this.#run.operations.map(({ key }) => key))].filter(
      (key) => key !== "",
    );
    if (keys.length === 0) return undefined;
    const select = html("select", { id: "key" }, html("option", { value: "" }, "all keys"));
    for (const key of keys.sort()) select.append(html("option", { value: key }, shortKey(key)));
    select.addEventListener("change", () => this.#change({ key: select.value }));
    return html("label", {}, "Key ", select);
  }

  /** A list of check boxes that opens on demand. */
  #group(title: string, name: SetName, choices: readonly Choice[]): HTMLElement | undefined {
    if (choices.length === 0) return undefined;
    const summary = html("summary", {});
    const list = html("div", { class: "choices" });
    const group = html("details", { class: "group", "data-group": title }, summary, list);
    closeElsewhere(group);
    const boxes: HTMLInputElement[] = [];
    const update = () => {
      const hidden = this.#store.state.filter[name];
      const shown = choices.filter(({ id }) => !hidden.has(id)).length;
      summary.textContent =
        shown === choices.length ? title : `${title} ${shown}/${choices.length}`;
      for (const [place, box] of boxes.entries())
        box.checked = !hidden.has(choices[place]?.id ?? "");
    };
    const hide = (ids: readonly string[], isHidden: boolean) => {
      const hidden = new Set(this.#store.state.filter[name]);
      for (const id of ids) isHidden ? hidden.add(id) : hidden.delete(id);
      this.#change({ [name]: hidden });
      update();
    };
    const all = choices.map(({ id }) => id);
    if (choices.length > 2)
      list.append(
        html(
          "div",
          { class: "all" },
          button("all", "Show all", () => hide(all, false)),
          button("none", "Hide all", () => hide(all, true)),
        ),
      );
    for (const { id, label, count: often } of choices) {
      const box = html("input", { type: "checkbox", value: id });
      box.addEventListener("change", () => hide([id], !box.checked));
      boxes.push(box);
      const number = often === undefined ? "" : ` ${count(often)}`;
      list.append(html("label", {}, box, ` ${label}`, html("small", {}, number)));
    }
    update();
    return group;
  }
}

/** A click beside an open list closes it, and so does Escape in it. */
function closeElsewhere(group: HTMLDetailsElement): void {
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !group.contains(target)) group.open = false;
  });
  group.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") group.open = false;
  });
}

function countsOf(names: readonly string[]): Choice[] {
  const groups = [...Map.groupBy(names, (name) => name)];
  return groups
    .map(([id, all]) => ({ id, label: id, count: all.length }))
    .sort((one, other) => other.count - one.count);
}

function views(run: Run, navigator: Navigator): HTMLElement[] {
  const witness = button("Witness", "Show the witness (w)", () => navigator.witness());
  return [
    html(
      "div",
      { class: "views", role: "group", "aria-label": "View" },
      button("−", "Zoom out (−)", () => navigator.zoom(1.6)),
      button("+", "Zoom in (+)", () => navigator.zoom(0.625)),
      button("All", "Show the whole run (0)", () => navigator.all()),
      ...(run.witness.length > 0 ? [witness] : []),
    ),
  ];
}
