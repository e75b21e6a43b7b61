/** A lieutenant's tree of oral messages as a picture (SVG): what was told, what came of it. */
import { join } from "node:path";
import type { Evidence } from "./judge.ts";

type Belief = Evidence["accounts"][number]["beliefs"][number];

/** In more generals' trees nothing can be read. */
const generalsAtMost = 7;

const leafWidth = 46;
const levelHeight = 78;
const margin = 44;
const radius = 15;
const fills = { ATTACK: "#d9534f", RETREAT: "#4a7fb5", UNDECIDED: "#999999" } as const;

/**
 * Writes `tree-<general>.svg` for each loyal lieutenant into a folder.
 * @returns the files; none where there is no tree or it would be too large
 */
export async function drawTrees(evidence: Evidence, folder: string): Promise<string[]> {
  const { algorithm, generals, traitors, accounts } = evidence;
  if (algorithm !== "oral" || generals > generalsAtMost) return [];
  const files: string[] = [];
  for (const [general, { beliefs }] of accounts.entries()) {
    if (general === 0 || traitors.includes(general)) continue;
    const file = join(folder, `tree-${general}.svg`);
    await Bun.write(file, drawTree(general, beliefs, traitors));
    files.push(file);
  }
  return files;
}

interface Placed {
  readonly belief: Belief;
  readonly x: number;
  readonly y: number;
}

/** The tree as SVG; a circle's fill is what is used there, its letter what was told. */
export function drawTree(
  general: number,
  beliefs: readonly Belief[],
  traitors: readonly number[],
): string {
  const placed = place(beliefs);
  const all = [...placed.values()];
  const width = Math.max(...all.map(({ x }) => x), 340) + margin;
  const height = Math.max(...all.map(({ y }) => y)) + margin;
  const lines = all.flatMap(({ belief: { path }, x, y }) => {
    const above = placed.get(path.slice(0, -1));
    if (above === undefined) return [];
    return [`<line x1="${above.x}" y1="${above.y}" x2="${x}" y2="${y}" stroke="#bbb"/>`];
  });
  const circles = all.map(({ belief, x, y }) => {
    const { path, told, order, outcome } = belief;
    const isTraitor = traitors.includes(Number.parseInt(path.slice(-1), 36));
    const dash = isTraitor ? ' stroke="#000" stroke-width="3"' : "";
    const letter = told ? order.charAt(0) : "–";
    return (
      `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fills[outcome]}"${dash}/>` +
      `<text x="${x}" y="${y + 4}" fill="#fff">${letter}</text>` +
      `<text x="${x}" y="${y + radius + 12}">${path}</text>`
    );
  });
  const title =
    `General ${general}: letter = told (– silence), colour = used (red attack, blue retreat), ` +
    "thick = a traitor's word";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ` +
      'font-family="sans-serif" font-size="11" text-anchor="middle">',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="8" y="16" text-anchor="start">${title}</text>`,
    ...lines,
    ...circles,
    "</svg>\n",
  ].join("\n");
}

/** Leaves side by side, each other one above the middle of its branches. */
function place(beliefs: readonly Belief[]): Map<string, Placed> {
  const byPath = new Map(beliefs.map((belief) => [belief.path, belief]));
  const placed = new Map<string, Placed>();
  let nextX = margin;
  const visit = (belief: Belief): number => {
    const { path } = belief;
    const below = beliefs.filter(
      (each) => each.path.length === path.length + 1 && each.path.startsWith(path),
    );
    const xs = below.map(visit);
    const isLeaf = xs.length === 0;
    const x = isLeaf ? nextX : ((xs[0] ?? 0) + (xs.at(-1) ?? 0)) / 2;
    if (isLeaf) nextX += leafWidth;
    placed.set(path, { belief, x, y: margin + (path.length - 1) * levelHeight });
    return x;
  };
  const root = byPath.get("0");
  if (root !== undefined) visit(root);
  return placed;
}
