import { expect, test } from "bun:test";
import { join } from "node:path";
import { $ } from "zx/core";
import { temporaryDirectory } from "./kit/test-support.ts";

const inputs = join(import.meta.dir, "../inputs/mapreduce/*.txt");

/** One job by the command, on an application of this text. */
async function runApplication(text: string, ...flags: string[]) {
  using directory = temporaryDirectory();
  const app = join(directory.path, "application.ts");
  await Bun.write(app, text);
  const env = { ...process.env, PROCTOR_RUNS: join(directory.path, "runs") };
  const command = [process.execPath, join(import.meta.dir, "mapreduce.ts"), "--quiet"];
  const words = [...command, "--app", app, "--inputs", inputs, "--workers", "1", ...flags];
  const { exitCode, stdout } = await $({ env, nothrow: true, quiet: true })`${words}`;
  // Tables wrap long evidence.
  const said = stdout.replaceAll(/[│\s]+/g, " ");
  return { exitCode, said };
}

const reduce = "export const reduce = (key, values) => String(values.toArray().length);\n";
const map = "export const map = (name, contents, emit) => emit(name, contents);\n";

test("an application that throws is named with task and record, exit 1", async () => {
  const mapping = await runApplication(`${reduce}
    export const map = (name) => { if (name === "mill.txt") throw new Error("no grain"); };`);
  expect(mapping.exitCode).toBe(1);
  expect(mapping.said).toMatch(/map task \d+ failed 3 times, at mill\.txt, bytes \d+ to \d+: Err/);
  const reducing = await runApplication(`${map}
    export const reduce = (key) => { if (key === "mill.txt") throw new Error("no bread"); };`);
  expect(reducing.exitCode).toBe(1);
  expect(reducing.said).toMatch(/reduce task \d+ failed 3 times, at key "mill\.txt": Error: no br/);
});

test("an application that loops for ever is named with task and record, exit 1", async () => {
  const { exitCode, said } = await runApplication(
    `${map}export const reduce = (key) => { while (key === "mill.txt"); return ""; };`,
    ...["--record-timeout", "300ms", "--attempts", "1"],
  );
  expect(exitCode).toBe(1);
  expect(said).toMatch(/reduce task \d+ failed 1 times, at key "mill\.txt": .*longer than 300 ms/);
});

test("a line at which an application loops for ever is left out on request", async () => {
  const { exitCode, said } = await runApplication(
    `${reduce}export const map = (name, contents, emit) => {
      while (contents.includes("grain")) { if (contents === "") break; }
      emit(name, "");
    };`.replace("grain", "Grain comes"),
    ...["--record-timeout", "200ms", "--skip-bad-records", "--map-tasks", "1"],
  );
  expect({ exitCode, said }).toMatchObject({ exitCode: 0 });
  expect(said).toContain("1 bad records left out");
  expect(said).toContain("left out: mill.txt, bytes");
});

test("an application that does not load, or ends its thread, is an error, exit 1", async () => {
  const loading = await runApplication("export const map = ;");
  expect(loading.exitCode).toBe(1);
  expect(loading.said).toMatch(/task \d+ failed 3 times: Error: the application .* does not load/);
  const ending = await runApplication(`${reduce}export const map = () => process.exit(3);`);
  expect(ending.exitCode).toBe(1);
  expect(ending.said).toMatch(/task \d+ failed 3 times.*: the application ended its thread/);
});
