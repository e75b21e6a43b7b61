/**
 * Tries out the commands that pages (`*.md`) and the headers of scripts tell people to copy: runs
 * each in a small size, or sees that a test does and that its flags are right. Ends with exit 0
 * when each is as it should be, else 1 with a line for each that is not.
 * Copy: `bun scripts/documents.ts`
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "../harness/kit/repository.ts";
import { exitCodes } from "../nodes/host/exit-codes.ts";
import { type DocumentedCommand, readCommands } from "./documents/read-commands.ts";
import {
  type Rule,
  type RunRule,
  rules,
  type ServeRule,
  type TestRule,
} from "./documents/rules.ts";
import { type Ended, Shell } from "./documents/shell.ts";
import { readTree } from "./tidy.ts";

/** So many commands at once. */
const lanes = 2;

/** Each command with its rule; undefined: none knows it. */
export function match(command: string, all: readonly Rule[] = rules): Rule | undefined {
  return all.find(({ pattern }) => pattern.test(command));
}

/** All documented commands of a tree, by path. */
export function commandsOf(tree: ReadonlyMap<string, string>): DocumentedCommand[] {
  return [...tree]
    .filter(([path]) => /\.md$|^(?!.*\.test\.ts$).*\.ts$/.test(path))
    .sort()
    .flatMap(([path, text]) => readCommands(path, text));
}

/** What is wrong with these commands, a line each; empty when nothing is. */
export async function tryOut(commands: readonly DocumentedCommand[]): Promise<string[]> {
  const scratch = mkdtempSync(join(tmpdir(), "proctor-documents-"));
  try {
    const shell = new Shell(scratch);
    layOutSubmission(scratch);
    const wrong: string[] = [];
    const waiting = trials(commands, shell).values();
    const lane = async () => {
      for (const { places, act } of waiting) {
        const complaint = await act();
        if (complaint !== undefined) wrong.push(`${places.join(", ")}: ${complaint}`);
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return wrong.sort();
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Trial {
  readonly places: string[];
  /** What is wrong, or undefined. */
  readonly act: () => Promise<string | undefined>;
}

/** One for each different command line, and for each session in which nodes run. */
function trials(commands: readonly DocumentedCommand[], shell: Shell): Trial[] {
  const all = new Map<string, Trial>();
  const sessions = Map.groupBy(commands, ({ session }) => session);
  for (const { place, command, session } of commands) {
    const together = session === undefined ? [] : (sessions.get(session) ?? []);
    const isByHand = together.some((each) => /^bun nodes\/.* --id /.test(each.command));
    const key = isByHand ? (session ?? "") : command;
    const known = all.get(key);
    if (known !== undefined) known.places.push(place);
    else if (isByHand) all.set(key, { places: [place], act: () => trySession(together, shell) });
    else all.set(key, { places: [place], act: () => tryCommand(command, place, shell) });
  }
  return [...all.values()];
}

async function trySession(commands: readonly DocumentedCommand[], shell: Shell) {
  const ended = await shell.session(commands.map(({ command }) => command));
  const failed = ended.find(({ exitCode }) => exitCode !== 0);
  if (ended.length === 0) return "no command of this session comes to an end";
  return failed && complain("a command of this session", failed);
}

async function tryCommand(command: string, place: string, shell: Shell) {
  const rule = match(command);
  if (rule === undefined) return `no test runs \`${command}\``;
  switch (rule.kind) {
    case "run": {
      const ended = await shell.run(substitute(command, rule));
      const { exitCodes: due = [0] } = rule;
      return due.includes(ended.exitCode ?? -1) ? undefined : complain(command, ended);
    }
    case "serve": {
      const ended = await shell.serve(substitute(command, rule), rule.until);
      return ended.said.includes(rule.until) && ended.exitCode === 130
        ? undefined
        : complain(command, ended);
    }
    case "test":
      return missingTest(command, rule) ?? (await parse(command, shell));
    case "parse":
      if (place.includes(".md:")) return `\`${command}\` is run by no test`;
      return await parse(command, shell);
  }
}

function substitute(command: string, { instead = [] }: RunRule | ServeRule): string {
  return instead.reduce((text, [pattern, other]) => text.replace(pattern, other), command);
}

function missingTest(command: string, { pattern, file, shows }: TestRule): string | undefined {
  const [found = ""] = pattern.exec(command) ?? [];
  const path = found.replace(pattern, file);
  const text = existsSync(join(repositoryRoot, path)) ? readTest(path) : "";
  return text.includes(shows) ? undefined : `${path} does not run \`${command}\``;
}

function readTest(path: string): string {
  return readFileSync(join(repositoryRoot, path), "utf8");
}

/** All flags are read before one that there is not is refused. */
async function parse(command: string, shell: Shell): Promise<string | undefined> {
  if (!/^bun (run )?(harness|nodes|scripts\/bench)\/\S+\.ts/.test(command)) return undefined;
  const nonsense = "--no-such-flag";
  const here = command
    .replaceAll("submissions/", "SCRATCH/submissions/")
    .replaceAll("results/runs/wrong/nodes", "SCRATCH");
  const ended = await shell.run(`${here} ${nonsense}`);
  const isDue = ended.exitCode === exitCodes.usage && ended.said.includes(`'${nonsense}'`);
  return isDue ? undefined : complain(here, ended);
}

function complain(command: string, { exitCode, said }: Ended): string {
  const last = said.trim().split("\n").slice(-3).join(" ");
  return `\`${command}\` ended with ${exitCode}: ${last}`;
}

/** Somebody's replica: ours, started by a program of another name. */
function layOutSubmission(scratch: string): void {
  const folder = join(scratch, "submissions/alice/filestore");
  mkdirSync(folder, { recursive: true });
  const program = join(folder, "replica-blocking");
  const node = "nodes/filestore/replica-blocking.ts";
  writeFileSync(program, `#!/bin/sh\nexec ${process.execPath} ${node} "$@"\n`);
  chmodSync(program, 0o755);
}

if (import.meta.main) {
  const wrong = await tryOut(commandsOf(await readTree(repositoryRoot)));
  for (const line of wrong) console.log(line);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}
