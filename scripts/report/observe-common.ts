/** What can be said of any system: targets, and how far its figures can be trusted. */
import type { ResultFolder } from "../bench/result-folder.ts";
import type { StatisticsRow } from "../bench/statistics-table.ts";
import { counted, figure } from "./sentences.ts";

interface JudgedTarget {
  readonly target: string;
  readonly bound: string;
  readonly measured: number;
  readonly reached: boolean;
}

/** Only those that were measured. */
export function judgedTargets(folder: ResultFolder): JudgedTarget[] {
  return folder.rows("targets").flatMap((row) => {
    const { target, bound, measured, reached } = row;
    if (typeof measured !== "number" || (reached !== "yes" && reached !== "no")) return [];
    return [{ target: String(target), bound: String(bound), measured, reached: reached === "yes" }];
  });
}

/** `917 instead of ≥ 1,000, 8.3 % short`. */
function distance({ bound, measured }: JudgedTarget): string {
  const [, sign = "", digits = ""] = /^(\D+?)\s*([\d.,]+)/.exec(bound) ?? [];
  const limit = Number(digits.replaceAll(",", ""));
  const asked = `${figure(measured)}, asked for ${sign}\u00a0${figure(limit)}`;
  if (measured <= 0) return asked;
  const percent = figure(100 * Math.abs(measured / limit - 1));
  return `${asked} (${percent} % ${measured > limit ? "more" : "less"})`;
}

/** Each with a list below it. */
export function targetSentences(folder: ResultFolder): string[] {
  const judged = judgedTargets(folder);
  if (judged.length === 0) return [];
  const missed = judged.filter(({ reached }) => !reached);
  const reached = judged.filter((each) => each.reached);
  const list = (targets: readonly JudgedTarget[]) =>
    targets.map((each) => `\n  - ${each.target}: ${distance(each)}`).join("");
  const of = `of ${counted(judged.length, "target")}:`;
  return [
    ...(reached.length === 0 ? [] : [`**Reached**, ${reached.length} ${of}${list(reached)}`]),
    ...(missed.length === 0 ? [] : [`**Missed**, ${missed.length} ${of}${list(missed)}`]),
  ];
}

/** A machine with more load than this on each core at the start was not quiet. */
const quietLoad = 0.5;
const quietStolenPercent = 2;

/** Of what was measured more than once, how much is noisy; and whether the machine was quiet. */
export function noiseSentences(folder: ResultFolder): string[] {
  const rows = folder.rows<StatisticsRow>("statistics");
  return [...repeatSentences(rows), ...machineSentences(folder)];
}

function repeatSentences(rows: readonly StatisticsRow[]): string[] {
  return [...Map.groupBy(rows, ({ result }) => result)].map(([result, own]) => {
    const table = `\`${result}.csv\``;
    const repeated = own.filter(({ runs }) => runs > 1);
    if (repeated.length === 0) {
      return `**Noise** of ${table}: each measurement was made once, so no spread is known.`;
    }
    const noisy = repeated.filter(({ noise }) => noise === "noisy");
    if (noisy.length === 0) {
      return `**Noise** of ${table}: of ${counted(repeated.length, "figure")} none is noisy.`;
    }
    const worst = noisy.toSorted((one, other) => other.ci95_percent - one.ci95_percent)[0];
    const share = figure((100 * noisy.length) / repeated.length);
    const percent = figure(worst?.ci95_percent ?? 0);
    const widest = `${worst?.figure} of ${worst?.measurement}, ± ${percent} %`;
    return (
      `**Noise** of ${table}: ${noisy.length} of ${counted(repeated.length, "figure")} ` +
      `(${share} %) are noisy, most of all ${widest}.`
    );
  });
}

function machineSentences(folder: ResultFolder): string[] {
  const raw = folder.names.filter((name) => folder.command(name) !== undefined);
  const unknown = raw.filter((name) => folder.machine(name) === undefined);
  const busy = raw.filter((name) => {
    const machine = folder.machine(name);
    if (machine === undefined) return false;
    const isLoaded = machine.loadAtStart > quietLoad * machine.cores;
    return isLoaded || machine.stolenPercent > quietStolenPercent;
  });
  const list = (names: readonly string[]) => names.map((name) => `\`${name}.csv\``).join(", ");
  return [
    ...(busy.length === 0
      ? []
      : [`**Noise**: the machine was busy with other work: ${list(busy)}.`]),
    ...(unknown.length === 0
      ? []
      : [`**Noise**: how busy the machine was has not been written down for ${list(unknown)}.`]),
  ];
}
