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
