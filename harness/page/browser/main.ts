/** The program of a run's page: reads the data in the page, builds it up, and keeps it drawn. */
import { Details } from "./details.ts";
import { Diagram } from "./diagram.ts";
import { html } from "./dom.ts";
import { firstFilter, type Visible, visibleOf } from "./filter.ts";
import { listen } from "./gestures.ts";
import { header } from "./header.ts";
import { Navigator } from "./navigate.ts";
import { Overview } from "./overview.ts";
import { firstMoment, firstView, readPage } from "./run.ts";
import { Store } from "./state.ts";
import { checksTable, keys, legend, outputSection } from "./tables.ts";
import { Toolbar } from "./toolbar.ts";

const run = readPage();
const view = firstView(run);
const store = new Store({
  view,
  moment: firstMoment(run),
  selected: undefined,
  hovered: undefined,
  filter: firstFilter(run),
});
const navigator = new Navigator(run, store);
let visible: Visible = visibleOf(run, store.state.filter);
let filtered = store.state.filter;

const toolbar = new Toolbar(run, store, navigator);
const overview = new Overview(run, store, navigator);
const diagram = new Diagram(run, store, visible);
const details = new Details(run);

function draw(): void {
  const { state } = store;
  if (state.filter !== filtered) visible = visibleOf(run, state.filter);
  filtered = state.filter;
  toolbar.draw(visible);
  overview.draw(visible);
  diagram.draw(visible);
  details.draw(state, visible);
}

document.body.append(
  header(run, navigator),
  html(
    "main",
    {},
    toolbar.element,
    overview.element,
    html("div", { class: "stage" }, diagram.element, details.element),
    legend(),
    keys(),
    checksTable(run),
    outputSection(run),
  ),
);
listen({ diagram, navigator, store, visible: () => visible });
store.onChange(draw);
addEventListener("resize", () => store.change({}));
draw();
