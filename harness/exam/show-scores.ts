/** The score sheet as text: a table a problem, and one of all. */
import { relative } from "node:path";
import type { Table } from "../kit/table.ts";
import {
  type Mark,
  type ProblemScore,
  type RequirementScore,
  type SectionScore,
  sumPoints,
} from "./score-sheet.ts";

export interface TitledTable extends Table {
  readonly title: string;
}

/** So many names of checks are shown; all are in the JSON document. */
const shownNames = 2;

export function problemTable(score: ProblemScore): TitledTable {
  const { problem, mark, seconds, folders, sections, broken } = score;
  const { given, of } = sumPoints(sections);
  const points = of === 0 ? "" : `, ${given} of ${of} points`;
  const paths = folders.map((folder) => relative(process.cwd(), folder));
  const title = [`${problem}: ${mark}${points}, ${seconds.toFixed(1)} s`, ...broken, ...paths];
  const rows = sections.flatMap((section) =>
    section.requirements.map((each) => row(section, each)),
  );
  const head = ["section", "requirement", "verdict", "points", "evidence"];
  return { title: title.join("\n  "), head, rows };
}

/** Points stand beside the first requirement of the section that they are given for. */
function row(section: SectionScore, requirement: RequirementScore): string[] {
  const { title, points, requirements } = section;
  const isFirst = requirements[0] === requirement;
  const shown = points === null || !isFirst ? "" : `${points.given} of ${points.of}`;
  const { what, mark } = requirement;
  return [isFirst ? title : "", what, mark, shown, evidence(requirement)];
}

function evidence({ checks, mark, reason }: RequirementScore): string {
  const wrong = checks.filter(({ verdict }) => verdict !== "PASS");
  if (mark === "FAIL" || mark === "UNDECIDED") {
    const lines = wrong.map(({ name, evidence }) => `${name}: ${evidence}`);
    return [...(reason === "" ? [] : [reason]), ...lines].join("\n");
  }
  if (mark === "LEFT OUT") return reason;
  const names = checks.slice(0, shownNames).map(({ name }) => name);
  const more = checks.length - names.length;
  return [...names, ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
}

export function sumTable(scores: readonly ProblemScore[]): TitledTable {
  const rows = scores.map(({ problem, mark, sections, seconds }) => {
    const all = sections.flatMap(({ requirements }) => requirements);
    const count = (mark: Mark) => all.filter((each) => each.mark === mark).length;
    const left = count("LEFT OUT");
    const met = `${count("PASS")} of ${all.length}${left > 0 ? `, ${left} left out` : ""}`;
    const { given, of } = sumPoints(sections);
    const points = of === 0 ? "" : `${given} of ${of}`;
    return [problem, mark, met, points, seconds.toFixed(1)];
  });
  const { given, of } = sumPoints(scores.flatMap(({ sections }) => sections));
  const seconds = scores.reduce((sum, each) => sum + each.seconds, 0).toFixed(1);
  const last = ["all", "", "", of === 0 ? "" : `${given} of ${of}`, seconds];
  const head = ["problem", "verdict", "requirements met", "points", "seconds"];
  return { title: "Score sheet", head, rows: [...rows, last] };
}
