/** Where things are in the diagram: lanes from top to bottom, time from left to right. */
import type { Band, Lane, Span } from "../run-page-model.ts";

export const barHeight = 20;
const axisHeight = 26;
const bandHeight = 17;
const bandRowsAtMost = 5;
const laneHeights = { client: 40, node: 54 };
const lowLaneHeights = { client: 28, node: 40 };
/** With more lanes of a kind than this they are lower. */
const highLanesAtMost = 9;
const groupGap = 14;

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Where time begins; lanes have their names left of it. */
  readonly left: number;
  /** Of the axis. */
  readonly axis: number;
  /** Of the first lane, below the bands. */
  readonly top: number;
  /** The middle of each lane. */
  readonly lanes: ReadonlyMap<string, number>;
  /** The upper edge of each band between lanes. */
  readonly bands: ReadonlyMap<Band, number>;
  x(time: number): number;
  time(x: number): number;
}

/** @param width of the whole picture, in pixels */
export function layOut(
  width: number,
  view: Span,
  lanes: readonly Lane[],
  bands: readonly Band[],
): Layout {
  const left = Math.min(laneNameWidth(lanes), width * 0.26);
  const rows = rowsOf(bands);
  const rowCount = Math.max(0, ...[...rows.values()].map((row) => row + 1));
  const top = axisHeight + rowCount * bandHeight + 6;
  const middles = new Map<string, number>();
  let y = top;
  const heightOf = (kind: Lane["kind"]) => {
    const isLow = lanes.filter((lane) => lane.kind === kind).length > highLanesAtMost;
    return (isLow ? lowLaneHeights : laneHeights)[kind];
  };
  for (const [place, lane] of lanes.entries()) {
    if (place > 0 && lanes[place - 1]?.kind !== lane.kind) y += groupGap;
    const height = heightOf(lane.kind);
    middles.set(lane.id, y + height / 2);
    y += height;
  }
  const scale = (width - left - 8) / (view.to - view.from);
  return {
    width,
    height: y + 8,
    left,
    axis: axisHeight,
    top,
    lanes: middles,
    bands: new Map([...rows].map(([band, row]) => [band, axisHeight + row * bandHeight + 2])),
    x: (time) => left + (time - view.from) * scale,
    time: (x) => view.from + (x - left) / scale,
  };
}

function laneNameWidth(lanes: readonly Lane[]): number {
  const longest = Math.max(3, ...lanes.map(({ id }) => id.length));
  return Math.min(170, 22 + longest * 7.4);
}

/** Bands that overlap get rows of their own; those for which there is no row share the last. */
function rowsOf(bands: readonly Band[]): Map<Band, number> {
  const ends: number[] = [];
  const rows = new Map<Band, number>();
  for (const band of bands.toSorted((one, other) => one.from - other.from)) {
    const free = ends.findIndex((end) => end <= band.from);
    const row = free === -1 ? Math.min(ends.length, bandRowsAtMost - 1) : free;
    ends[row] = Math.max(ends[row] ?? 0, band.to);
    rows.set(band, row);
  }
  return rows;
}
