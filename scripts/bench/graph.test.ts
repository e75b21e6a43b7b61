import { expect, test } from "bun:test";
import { barGraph, lineGraph } from "./graph.ts";

const lines = lineGraph({
  title: "Latency by load",
  x: { name: "offered load (a second)" },
  y: { name: "latency (ms)", scale: "log" },
  series: [
    { name: "ours", points: [...Array(3)].map((_, index) => [index * 10, 2 ** index] as const) },
    { name: "theirs < ours", points: [[0, 4] as const, [20, 4] as const] },
  ],
});

test("a graph is one SVG document with its title, axes with units, and series", () => {
  expect(lines).toStartWith("<svg ");
  for (const text of ["Latency by load", "offered load (a second)", "latency (ms)", "ours"])
    expect(lines).toContain(text);
});

test("names are escaped", () => {
  expect(lines).toContain("theirs &lt; ours");
  expect(lines).not.toContain("theirs < ours");
});

test("a graph changes with its data alone", () => {
  const bars = () =>
    barGraph({
      title: "Puts",
      x: { name: "servers", categories: ["10", "30"] },
      y: { name: "puts a second" },
      series: [{ name: "one client", values: [600, null] }],
    });
  expect(bars()).toBe(bars());
});

test("names that do not fit beside one another make the graph higher, and all are there", () => {
  const names = (count: number) =>
    [...Array(count)].map((_, index) => `a protocol with a long name, ${index + 1}`);
  const graph = (count: number) =>
    lineGraph({
      title: "Throughput",
      x: { name: "clients" },
      y: { name: "operations a second" },
      series: names(count).map((name) => ({ name, points: [[0, 1] as const] })),
    });
  const heightOf = (svg: string) => Number(/<svg width="\d+" height="(\d+)"/.exec(svg)?.[1]);
  expect(heightOf(graph(2))).toBe(heightOf(graph(1)));
  expect(heightOf(graph(8))).toBeGreaterThan(heightOf(graph(2)));
  for (const name of names(8)) expect(graph(8)).toContain(name);
});
