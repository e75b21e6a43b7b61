/** The report as one page that asks for nothing else: no style, script, font or picture. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Marked, type Tokens } from "marked";
import { escapeHtml, inlineSvg } from "./graphs.ts";
import type { SystemInputs } from "./inputs.ts";
import { anchorOf } from "./markdown-report.ts";

interface Heading {
  readonly depth: number;
  readonly html: string;
  readonly id: string;
}

const style = readFileSync(join(import.meta.dir, "style.css"), "utf8");

/** The contents stand open where there is room beside the text; what is folded is printed too. */
const script = `
const folds = document.querySelectorAll("details");
if (matchMedia("(min-width: 80rem)").matches) folds[0].open = true;
addEventListener("beforeprint", () => { for (const fold of folds) fold.open = true; });
`;

export function htmlReport(markdown: string, inputs: readonly SystemInputs[]): string {
  const figures = figuresOf(inputs);
  const headings: Heading[] = [];
  const ids = new Map<string, number>();
  let drawn = 0;
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        const html = this.parser.parseInline(tokens);
        const anchor = anchorOf(text);
        const seen = ids.get(anchor) ?? 0;
        ids.set(anchor, seen + 1);
        const id = seen === 0 ? anchor : `${anchor}-${seen}`;
        headings.push({ depth, html, id });
        return `<h${depth} id="${id}">${html}</h${depth}>\n`;
      },
      paragraph({ tokens }) {
        const pictures = tokens.every(({ type, raw }) => type === "image" || raw.trim() === "");
        const html = this.parser.parseInline(tokens);
        return pictures ? html : `<p>${html}</p>\n`;
      },
      image({ href, text }) {
        drawn += 1;
        return figureOf(figures.get(href), text, `g${drawn}`, href);
      },
      tablecell: cellOf,
    },
  });
  const body = (marked.parse(markdown, { async: false }) as string)
    .replaceAll("<table>", '<div class="table" tabindex="0"><table>')
    .replaceAll("</table>", "</table></div>");
  return page(body, contents(headings));
}

interface Figure {
  readonly svg: string;
  /** What made it, as a sentence. */
  readonly source: string;
}

/** By path from `results/`. */
function figuresOf(inputs: readonly SystemInputs[]): Map<string, Figure> {
  return new Map(
    inputs.flatMap(({ system, files, folder, graphs }) => {
      const drawn = new Map(graphs.map(({ name, from }) => [`${name}.svg`, from]));
      return [...files].flatMap(([name, svg]) => {
        if (!name.endsWith(".svg")) return [];
        const from = drawn.get(name);
        const command = from === undefined ? undefined : folder.command(from);
        const made = command ?? `bun run scripts/bench/${system}.ts`;
        const table = from === undefined ? "" : `<code>results/${system}/${from}.csv</code>, by `;
        const source = `${table}<code>${escapeHtml(made)}</code>`;
        return [[`${system}/${name}`, { svg, source }] as const];
      });
    }),
  );
}

function figureOf(figure: Figure | undefined, title: string, prefix: string, path: string): string {
  if (figure === undefined) throw new Error(`the report shows ${path}, which is not there`);
  const graph = inlineSvg(figure.svg, prefix, title);
  const caption = `<figcaption>From ${figure.source}</figcaption>`;
  return `<figure><div class="graph" tabindex="0">${graph}</div>${caption}</figure>\n`;
}

const bad = /^(?:MISSED|missed|no|noisy|FAIL)$/;
const good = /^(?:reached|yes|PASS)$/;
const bound = /^[≥≤<>] /;

/** What the style knows a cell as; longer texts get more room, so that they have fewer lines. */
function kindOf(text: string): string {
  if (bad.test(text)) return "bad";
  if (good.test(text)) return "good";
  if (bound.test(text)) return "bound";
  if (text.length > 60) return "widest";
  return text.length > 24 ? "wide" : "";
}

/** A cell that says whether something was reached shows it by its colour too. */
function cellOf(
  this: { parser: { parseInline(tokens: Tokens.TableCell["tokens"]): string } },
  { tokens, text, header, align }: Tokens.TableCell,
): string {
  const tag = header ? "th" : "td";
  const kind = kindOf(text);
  const html = this.parser.parseInline(tokens);
  const side = align === null || align === "left" ? "" : ` align="${align}"`;
  return `<${tag}${side}${header || kind === "" ? "" : ` class="${kind}"`}>${html}</${tag}>\n`;
}

/** Chapters and their sections. */
function contents(headings: readonly Heading[]): string {
  const chapters: { head: Heading; sections: Heading[] }[] = [];
  for (const heading of headings) {
    if (heading.depth === 2) chapters.push({ head: heading, sections: [] });
    if (heading.depth === 3) chapters.at(-1)?.sections.push(heading);
  }
  const link = ({ html, id }: Heading) => `<a href="#${id}">${html}</a>`;
  const items = chapters.map(({ head, sections }) => {
    const inner = sections.map((section) => `<li>${link(section)}</li>`).join("");
    return `<li>${link(head)}${inner === "" ? "" : `<ol>${inner}</ol>`}</li>`;
  });
  return `<details><summary>Contents</summary><ol>${items.join("\n")}</ol></details>`;
}

function page(body: string, navigation: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>Proctor: the report</title>
<style>
${style}</style>
</head>
<body>
<nav aria-label="Contents">${navigation}</nav>
<main>
${body}</main>
<script>${script}</script>
</body>
</html>
`;
}
