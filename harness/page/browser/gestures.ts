/** Mouse, touch and keyboard on the diagram. */
import type { Diagram } from "./diagram.ts";
import type { Visible } from "./filter.ts";
import type { Navigator } from "./navigate.ts";
import type { Store } from "./state.ts";

const zoomStep = 0.7;
const panStep = 0.2;
/** A press that moves less than this is a click. */
const stillPixels = 4;

export interface Parts {
  readonly diagram: Diagram;
  readonly navigator: Navigator;
  readonly store: Store;
  readonly visible: () => Visible;
}

export function listen(parts: Parts): void {
  listenToKeys(parts);
  listenToWheel(parts);
  listenToPointers(parts);
  listenToHovering(parts);
}

function listenToKeys({ diagram, navigator, store, visible }: Parts): void {
  const actions = new Map<string, () => void>([
    ["+", () => navigator.zoom(zoomStep)],
    ["=", () => navigator.zoom(zoomStep)],
    ["-", () => navigator.zoom(1 / zoomStep)],
    ["ArrowLeft", () => navigator.pan(-panStep)],
    ["ArrowRight", () => navigator.pan(panStep)],
    ["0", () => navigator.all()],
    ["Home", () => navigator.all()],
    ["w", () => navigator.witness()],
    ["n", () => navigator.step(visible().operations, 1)],
    ["p", () => navigator.step(visible().operations, -1)],
    ["Escape", () => store.change({ selected: undefined })],
  ]);
  diagram.element.addEventListener("keydown", (event) => {
    const act = actions.get(event.key);
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches("input, select");
    if (event.key !== "/" || isTyping) return;
    event.preventDefault();
    document.getElementById("search")?.focus();
  });
}

/** The plain wheel scrolls the page, as everywhere. A pinch on a touch pad comes with `ctrlKey`. */
function listenToWheel({ diagram, navigator, store }: Parts): void {
  diagram.element.addEventListener(
    "wheel",
    (event) => {
      const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey;
      if (!event.ctrlKey && !event.metaKey && !isSideways) return;
      event.preventDefault();
      if (isSideways && !event.ctrlKey) {
        navigator.pan((event.deltaX || event.deltaY) / diagram.layout.width);
        return;
      }
      navigator.zoom(1.0025 ** event.deltaY, timeAt(diagram, event.clientX));
    },
    { passive: false },
  );
  diagram.element.addEventListener("dblclick", (event) => {
    if (diagram.chosenAt(event.target) !== undefined) return;
    navigator.zoom(event.shiftKey ? 2.5 : 0.4, timeAt(diagram, event.clientX));
    store.change({ moment: timeAt(diagram, event.clientX) });
  });
}

/** One pointer drags, two pinch. */
function listenToPointers({ diagram, navigator, store }: Parts): void {
  const { element } = diagram;
  const pointers = new Map<number, number>();
  let moved = 0;
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, event.clientX);
    if (pointers.size === 1) moved = 0;
  });
  element.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (before === undefined) return;
    const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, x]) => x);
    pointers.set(event.pointerId, event.clientX);
    moved += Math.abs(event.clientX - before);
    if (moved < stillPixels) return;
    element.setPointerCapture(event.pointerId);
    const [other] = others;
    if (other === undefined) {
      const { layout } = diagram;
      navigator.pan((before - event.clientX) / (layout.width - layout.left));
    } else {
      const factor = Math.abs(before - other) / Math.max(1, Math.abs(event.clientX - other));
      navigator.zoom(factor, timeAt(diagram, (event.clientX + other) / 2));
    }
  });
  const release = (event: PointerEvent) => pointers.delete(event.pointerId);
  element.addEventListener("pointerup", release);
  element.addEventListener("pointercancel", release);
  element.addEventListener("click", (event) => {
    if (moved >= stillPixels) return;
    element.focus({ preventScroll: true });
    // What was pressed may have been drawn anew since.
    const selected = diagram.chosenAt(document.elementFromPoint(event.clientX, event.clientY));
    if (timeAt(diagram, event.clientX) >= store.state.view.from)
      store.change({ selected, moment: timeAt(diagram, event.clientX) });
  });
}

function listenToHovering({ diagram, store }: Parts): void {
  diagram.element.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || event.buttons !== 0) return;
    const hovered = diagram.chosenAt(event.target);
    const before = store.state.hovered;
    const isSame = JSON.stringify(hovered ?? null) === JSON.stringify(before ?? null);
    if (!isSame) store.change({ hovered });
  });
  diagram.element.addEventListener("pointerleave", () => store.change({ hovered: undefined }));
}

function timeAt(diagram: Diagram, clientX: number): number {
  return diagram.layout.time(clientX - diagram.element.getBoundingClientRect().left);
}
