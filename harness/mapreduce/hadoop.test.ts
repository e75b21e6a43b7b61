import { expect, test } from "bun:test";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { applicationPath } from "../../nodes/mapreduce/application-path.ts";
import { temporaryDirectory } from "../kit/test-support.ts";
import { hadoopJars, runOnHadoop } from "./hadoop.ts";
import { sampleInputs } from "./job-test-support.ts";
import { runSequentially } from "./sequential.ts";

const jars = await hadoopJars();

for (const app of ["word-count", "inverted-index"]) {
  test.if(jars !== undefined)(`Hadoop runs the ${app} application as we do`, async () => {
    using directory = temporaryDirectory();
    const output = join(directory.path, "output");
    const job = { app, inputs: sampleInputs, output, reduceTasks: 2, scratch: directory.path };
    await runOnHadoop(jars ?? "", job);
    const lines: string[] = [];
    for (const name of await readdir(output)) {
      if (!name.startsWith("part-")) continue;
      const text = await readFile(join(output, name), "utf8");
      lines.push(...text.split("\n").slice(0, -1));
    }
    const own = await runSequentially(applicationPath(app), sampleInputs);
    expect(lines.sort()).toEqual([...own.values()].sort());
  });
}
