/** Judges the files between map and reduce tasks, which a master keeps on request. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Check, fail, pass } from "../check/verdict.ts";

interface Sizes {
  readonly mapTasks: number;
  readonly reduceTasks: number;
}

/** @param output folder of a job whose master was started with `--keep-folder` */
export async function judgeIntermediates(output: string, sizes: Sizes): Promise<Check> {
  const name = "every map task writes an intermediate file for each reduce task, a pair a line";
  const jobs = (await readdir(output)).filter((each) => each.startsWith("job-"));
  const wrong: string[] = [];
  const found = new Set<string>();
  let pairs = 0;
  for (const job of jobs) {
    for (const file of await readdir(join(output, job))) {
      const [, task, partition] = /^map-(\d+)-\d+-(\d+)$/.exec(file) ?? [];
      if (task === undefined) continue;
      found.add(`${task} ${partition}`);
      const lines = (await readFile(join(output, job, file), "utf8")).split("\n").slice(0, -1);
      pairs += lines.length;
      const strange = lines.find((line) => line.split("\t").length !== 2);
      if (strange !== undefined) wrong.push(`${file}: ${strange}`);
    }
  }
  const { mapTasks, reduceTasks } = sizes;
  const due = mapTasks * reduceTasks;
  if (found.size !== due) wrong.push(`${found.size} files for ${mapTasks} × ${reduceTasks}`);
  const evidence = `${found.size} files of ${mapTasks} map tasks, ${pairs} pairs`;
  return wrong[0] === undefined ? pass(name, evidence) : fail(name, wrong[0]);
}
