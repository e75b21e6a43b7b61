import { expect, test } from "bun:test";
import { inlineSvg } from "./graphs.ts";

const svg =
  '<svg width="10" height="20" viewBox="0 0 10 20"><clipPath id="a"></clipPath>\n' +
  '<path clip-path="url(#a)"></path><use href="#a"></use></svg>\n';

test("two copies of a graph share no id, and each refers to its own", () => {
  const both = ["g1", "g2"].map((prefix) => inlineSvg(svg, prefix, "a & b")).join("");
  const ids = [...both.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(["g1-a", "g2-a"]);
  expect(both.match(/url\(#g[12]-a\)/g)).toEqual(["url(#g1-a)", "url(#g2-a)"]);
  expect(both.match(/href="#g[12]-a"/g)).toHaveLength(2);
});

test("a graph says its title to who does not see it, and fits its place", () => {
  const inline = inlineSvg(svg, "g1", "a & b");
  expect(inline).toStartWith('<svg role="img" aria-label="a &amp; b" viewBox=');
});
