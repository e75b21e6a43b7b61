/** The whole run as a strip: where much happened, where faults were, and what is in view. */
import { html, svg } from "./dom.ts";
import type { Visible } from "./filter.ts";
import type { Navigator } from "./navigate.ts";
import type { Run } from "./run.ts";
import type { Store } from "./state.ts";

const height = 44;
const columnPixels = 3;

export class Overview {
  readonly element = html("div", { class: "overview", title: "Drag to move the view" });
  readonly #picture = svg("svg", { height, "aria-hidden": "true" });
  readonly #run: Run;
  readonly #store: Store;

  constructor(run: Run, store: Store, navigator: Navigator) {
    this.#run = run;
    this.#store = store;
    this.element.append(this.#picture);
    const goTo = (event: PointerEvent) => {
      const { left, width } = this.element.getBoundingClientRect();
      const { shown } = run;
      const at = shown.from + ((event.clientX - left) / width) * (shown.to - shown.from);
      const half = (store.state.view.to - store.state.view.from) / 2;
      navigator.show({ from: at - half, to: at + half });
    };
    this.element.addEventListener("pointerdown", (event) => {
      this.element.setPointerCapture(event.pointerId);
      goTo(event);
    });
    this.element.addEventListener("pointermove", (event) => {
      if (event.buttons !== 0) goTo(event);
    });
  }

  draw({ operations, messages }: Visible): void {
    const width = Math.max(200, this.element.clientWidth);
    const { from, to } = this.#run.shown;
    const x = (time: number) => ((time - from) / (to - from)) * width;
    this.#picture.setAttribute("width", `${width}`);
    const { view } = this.#store.state;
    const [left, right] = [Math.max(0, x(view.from)), Math.min(width, x(view.to))];
    const bands = this.#run.bands.filter(({ kind }) => kind !== "phase");
    this.#picture.replaceChildren(
      ...bands.map((band) =>
        svg("rect", {
          class: `band ${band.kind}`,
          x: x(band.from),
          width: Math.max(2, x(band.to) - x(band.from)),
          y: 0,
          height: 6,
        }),
      ),
      area(
        width,
        messages.map(({ sent }) => x(sent)),
        "messages",
      ),
      area(
        width,
        operations.map((each) => x(each.from)),
        "operations",
      ),
      ...this.#run.witness.map((each) =>
        svg("circle", { class: "badge", cx: x(each.from), cy: 10, r: 4 }),
      ),
      svg("rect", { class: "outside", x: 0, y: 0, width: left, height }),
      svg("rect", { class: "outside", x: right, y: 0, width: Math.max(0, width - right), height }),
      svg("rect", {
        class: "inside",
        x: left,
        y: 0.5,
        width: Math.max(3, right - left),
        height: height - 1,
        rx: 3,
      }),
    );
  }
}

/** How many there are in each column, on a scale of their own that makes single ones seen. */
function area(width: number, places: readonly number[], name: string): SVGPathElement {
  const counts = new Array<number>(Math.ceil(width / columnPixels) + 1).fill(0);
  for (const x of places) {
    const column = Math.floor(x / columnPixels);
    if (column >= 0 && column < counts.length) counts[column] = (counts[column] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  const columns = counts.map((number, column) => {
    const high = Math.sqrt(number / most) * (height - 14);
    return number === 0 ? "" : `M${column * columnPixels} ${height}v${-high}h2v${high}z`;
  });
  return svg("path", { class: name, d: columns.join("") });
}
