/** Graphs as SVG: lines over numbers, bars over categories. Axes carry their units. */
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

export interface Axis {
  /** With its unit, such as `latency (ms)`. */
  readonly name: string;
  /** Default `linear`. On a logarithmic axis only what is above 0 can be shown. */
  readonly scale?: "linear" | "log";
  /** Default: from 0, or as the data has it on a logarithmic axis. */
  readonly min?: number;
  readonly max?: number;
}

export interface LineGraph {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly {
    readonly name: string;
    /** Pairs of x and y, in the order in which they are joined. */
    readonly points: readonly (readonly [number, number])[];
    /** A stair instead of straight lines. */
    readonly step?: boolean;
  }[];
}

export interface BarGraph {
  readonly title: string;
  /** What the groups of bars stand for, such as `servers`. */
  readonly x: { readonly name: string; readonly categories: readonly string[] };
  readonly y: Axis;
  readonly series: readonly {
    readonly name: string;
    /** One for each category; null where nothing was measured. */
    readonly values: readonly (number | null)[];
  }[];
  /** Bars of one category on top of one another. Default: side by side. */
  readonly stacked?: boolean;
}

const width = 720;
const height = 420;

/**
 * Okabe and Ito, "Color Universal Design": told apart with every kind of colour vision. Grey stands
 * in for their yellow, which is hard to see on white.
 */
const colours = [
  ...["#0072b2", "#d55e00", "#009e73", "#cc79a7"],
  ...["#e69f00", "#56b4e9", "#000000", "#888888"],
];
/** Marks differ too, so that a graph printed in black can be read. */
const symbols = [
  ...["circle", "rect", "triangle", "diamond"],
  ...["emptyCircle", "emptyRect", "emptyTriangle", "emptyDiamond"],
];
/** Three lines each: with marks left out, two of one hue still differ. */
const dashes = ["solid", "dashed", "dotted"];
/** With more points than this a mark on each would hide the line. */
const marksAtMost = 40;

const nameBelow = {
  nameLocation: "middle",
  nameGap: 30,
  nameTextStyle: { align: "center" },
} as const;

/** @returns a document of its own, `<svg …>` */
export function lineGraph({ title, x, y, series }: LineGraph): string {
  return render(title, {
    xAxis: { ...valueAxis(x), ...nameBelow },
    yAxis: valueAxis(y),
    series: series.map(({ name, points, step }, place) => ({
      type: "line",
      name,
      silent: true,
      data: points.map(([across, up]) => [across, up]),
      step: step === true ? "end" : false,
      symbol: symbols[place % symbols.length],
      symbolSize: 7,
      showSymbol: points.length <= marksAtMost,
      lineStyle: { width: 2, type: dashes[Math.floor(place / 3) % dashes.length] },
    })),
  });
}

/** @returns a document of its own, `<svg …>` */
export function barGraph({ title, x, y, series, stacked = false }: BarGraph): string {
  return render(title, {
    xAxis: {
      type: "category",
      name: x.name,
      data: [...x.categories],
      ...nameBelow,
    },
    yAxis: valueAxis(y),
    series: series.map(({ name, values }) => ({
      type: "bar",
      name,
      silent: true,
      data: values.map((value) => value ?? "-"),
      ...(stacked ? { stack: "all" } : {}),
    })),
  });
}

function valueAxis({ name, scale = "linear", min, max }: Axis) {
  const type = scale === "log" ? "log" : "value";
  const bounds = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  return { type, name, ...bounds, axisLine: { show: true }, nameTextStyle: { align: "left" } };
}

const legend = { itemGap: 20, itemWidth: 26, itemHeight: 11 };
/** Of a line of the legend: its text, and the gap to the next. */
const lineHeight = 14 + legend.itemGap;

/** Names below the graph; where one begins a new line, ECharts wants `""` before it. */
function legendNames(names: readonly string[]): string[] {
  let used = 0;
  return names.flatMap((name) => {
    // Letters of 12 px are 7 px wide in the mean.
    const own = legend.itemWidth + 7 * name.length + legend.itemGap;
    const isNext = used > 0 && used + own > width - 40;
    used = isNext ? own : used + own;
    return isNext ? ["", name] : [name];
  });
}

interface ChartOption {
  readonly series: readonly { readonly name: string }[];
  readonly [part: string]: unknown;
}

function render(title: string, option: ChartOption): string {
  const names = legendNames(option.series.map(({ name }) => name));
  const more = lineHeight * names.filter((name) => name === "").length;
  const size = { width, height: height + more };
  const chart = init(null, null, { renderer: "svg", ssr: true, ...size });
  try {
    chart.setOption({
      animation: false,
      backgroundColor: "#ffffff",
      color: colours,
      textStyle: { fontFamily: "sans-serif" },
      title: { text: title, left: 16, top: 8, textStyle: { fontSize: 15 } },
      legend: { data: names, bottom: 8, left: 16, selectedMode: false, ...legend },
      grid: { left: 76, right: 40, top: 76, bottom: 76 + more },
      ...option,
    });
    return `${plain(chart.renderToSVGString(), title)}\n`;
  } finally {
    // Otherwise its timers keep the process alive.
    chart.dispose();
  }
}

/** Without what only a pointer needs, and with names that do not count the graphs of a process. */
function plain(svg: string, title: string): string {
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return svg
    .replaceAll(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, "")
    .replaceAll(/<style\b.*?<\/style>\n?/gs, "")
    .replaceAll(/\bzr\d+-/g, `${name}-`);
}
