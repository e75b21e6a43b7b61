/** The report as Markdown: all chapters with what was measured, and what that says. */
import { markdownTable } from "../bench/markdown.ts";
import type { ResultFolder } from "../bench/result-folder.ts";
import { type Chapter, folded, readChapter } from "./chapter.ts";
import type { SystemInputs } from "./inputs.ts";
import { observationsOf } from "./observations.ts";
import { judgedTargets } from "./observe-common.ts";

/** What was measured beside the systems has no chapter. */
const partTitles: ReadonlyMap<string, string> = new Map([["calls", "Calls between nodes"]]);

interface Part extends SystemInputs {
  readonly told: Chapter;
}

/** Links are relative to `results/`. */
export function markdownReport(inputs: readonly SystemInputs[]): string {
  const parts = inputs
    .map((each) => ({
      ...each,
      told: each.chapter === undefined ? untold(each) : readChapter(each),
    }))
    .filter(({ chapter, folder }) => chapter !== undefined || folder.names.length > 0);
  return `${[opening(parts), ...parts.map(partOf)].join("\n\n")}\n`;
}

function untold({ system }: SystemInputs): Chapter {
  return { title: partTitles.get(system) ?? system, body: "", shown: new Set() };
}

function opening(parts: readonly Part[]): string {
  return [
    "# Proctor: the report",
    "What each system is and why it is so, what was measured of it, and what the figures say. " +
      "The chapters are those of `nodes/*/README.md`; every table, graph and observation is " +
      "worked out from the raw tables in `results/`. No figure is written by hand. To make it " +
      "all again:",
    "```sh\nbun run bench --peers\nbun run report\n```",
    parts.map(({ told }) => `- [${told.title}](#${anchorOf(told.title)})`).join("\n"),
    "## In short",
    summaryTable(parts),
    "Targets are what was asked for before anything was built; *noisy* are figures whose 95 % " +
      "interval is wider than ± 10 % of their mean, and *once* those measured by a single run.",
  ].join("\n\n");
}

/** As GitHub makes them of headings. */
export function anchorOf(heading: string): string {
  const words = heading.toLowerCase().replaceAll(/[^\p{L}\p{N}_ -]/gu, "");
  return words.trim().replaceAll(" ", "-");
}

function reachedOf(folder: ResultFolder): string {
  if (folder.names.length === 0) return "not measured";
  const judged = judgedTargets(folder);
  if (judged.length === 0) return "none";
  return `${judged.filter(({ reached }) => reached).length} of ${judged.length}`;
}

function summaryTable(parts: readonly Part[]): string {
  const rows = parts.map(({ told, folder }) => {
    const judged = judgedTargets(folder);
    const statistics = folder.rows("statistics");
    const count = (noise: string) => statistics.filter((row) => row["noise"] === noise).length;
    return [
      told.title,
      reachedOf(folder),
      judged
        .filter((each) => !each.reached)
        .map(({ target }) => target)
        .join("; "),
      `${statistics.length}`,
      `${count("noisy")}`,
      `${count("one run")}`,
    ];
  });
  const head = ["system", "targets reached", "missed", "figures", "noisy", "once"];
  return markdownTable({ head, rows });
}

function partOf(part: Part): string {
  const { told, system, folder } = part;
  if (folder.names.length === 0) {
    return [`## ${told.title}`, told.body, "### What the figures say", "Nothing was measured yet."]
      .filter((text) => text !== "")
      .join("\n\n");
  }
  const observations = observationsOf(system, folder);
  return [
    `## ${told.title}`,
    told.body,
    moreTables(part),
    "### What the figures say",
    `Worked out by \`bun run report\` from the tables in \`results/${system}/\`:`,
    observations.map((sentence) => `- ${sentence}`).join("\n"),
    moreGraphs(part),
    statistics(part),
    "### Make it again",
    "Each raw table by the command beside it; statistics, targets, graphs and this report by " +
      "`bun run report` afterwards.",
    sources(part),
  ]
    .filter((text) => text !== "")
    .join("\n\n");
}

const ownPlace = new Set(["statistics.md"]);

/** Pages that the chapter does not show. */
function moreTables({ told, files, system }: Part): string {
  const pages = [...files].filter(
    ([name]) => name.endsWith(".md") && !told.shown.has(name) && !ownPlace.has(name),
  );
  if (pages.length === 0) return "";
  const sections = pages.map(([name, page]) => `\`results/${system}/${name}\`:\n\n${page.trim()}`);
  return ["### More tables", ...sections].join("\n\n");
}

/** Graphs that the chapter does not show: a few at once, many when one asks. */
function moreGraphs({ told, files, system }: Part): string {
  const graphs = [...files].filter(([name]) => name.endsWith(".svg") && !told.shown.has(name));
  if (graphs.length === 0) return "";
  const images = graphs.map(([name, svg]) => `![${titleOf(svg)}](${system}/${name})`).join("\n\n");
  if (graphs.length <= 6) return `### Graphs\n\n${images}`;
  return `### Graphs\n\n${folded(`${graphs.length} more graphs`, images)}`;
}

/** The title of a graph is its first large text. */
function titleOf(svg: string): string {
  const title = /<text[^>]*font-weight:bold[^>]*>([^<]*)<\/text>/.exec(svg)?.[1] ?? "graph";
  return title.replaceAll(/[[\]]/g, "");
}

function statistics({ files }: Part): string {
  const page = files.get("statistics.md");
  if (page === undefined) return "";
  const summary = "Mean, 95 % interval and standard deviation of all figures";
  return `### Statistics\n\n${folded(summary, page)}`;
}

function sources({ folder, system }: Part): string {
  const rows = folder.names.flatMap((name) => {
    const command = folder.command(name);
    if (command === undefined) return [];
    const machine = folder.machine(name);
    const [first = ""] = folder.provenance(name);
    return [
      [
        `\`results/${system}/${name}.csv\``,
        `\`${command}\``,
        / on (\S+)\.$/.exec(first)?.[1] ?? "",
        machine?.commit ?? "not noted",
        machine === undefined
          ? folder.provenance(name).slice(1).join(" ")
          : `${machine.processor}, ${machine.cores} cores; ${machine.software.join(", ")}; ` +
            `load ${machine.loadAtStart} at the start, ${machine.stolenPercent} % stolen`,
      ],
    ];
  });
  return markdownTable({ head: ["table", "command", "made on", "commit", "machine"], rows });
}
