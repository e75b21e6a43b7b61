/** Starts the node of `testdata/` as a process, for the tests of this folder. */
import { join } from "node:path";

/** The command that starts it. */
export function testNodeCommand(directory: string, flags: readonly string[]): string[] {
  const script = join(import.meta.dir, "testdata/node.ts");
  return [process.execPath, script, "--data-dir", directory, ...flags];
}

/** A started process with all that it has printed so far. */
export interface TestProcess extends AsyncDisposable {
  readonly process: Bun.Subprocess<"ignore", "pipe", "pipe">;
  readonly output: { stdout: string; stderr: string };
  /** Resolves once the output matches; rejects when the process ends without that. */
  prints(pattern: RegExp): Promise<RegExpExecArray>;
  /** The exit code once it has ended and all of its output is read. */
  ends(): Promise<number | null>;
}

export function startProcess(
  directory: string,
  flags: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): TestProcess {
  const child = Bun.spawn(testNodeCommand(directory, flags), {
    env: { ...process.env, ...environment },
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
  });
  const output = { stdout: "", stderr: "" };
  let changed = Promise.withResolvers<void>();
  const follow = async (name: "stdout" | "stderr") => {
    for await (const chunk of child[name].pipeThrough(new TextDecoderStream())) {
      output[name] += chunk;
      changed.resolve();
      changed = Promise.withResolvers();
    }
  };
  let ended = false;
  const end = Promise.all([follow("stdout"), follow("stderr"), child.exited]).then(() => {
    ended = true;
    changed.resolve();
  });
  return {
    process: child,
    output,
    async prints(pattern) {
      for (;;) {
        const match = pattern.exec(`${output.stdout}${output.stderr}`);
        if (match !== null) return match;
        if (ended) throw new Error(`ended without ${pattern}: ${JSON.stringify(output)}`);
        await changed.promise;
      }
    },
    async ends() {
      await end;
      return child.exitCode;
    },
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await end;
    },
  };
}

/** A node that is ready, and where. */
export async function startReady(directory: string, ...flags: string[]) {
  const node = startProcess(directory, ["--id", "n1", ...flags]);
  const [, address] = await node.prints(/^READY n1 (\S+)\n/);
  return { node, address: address as string };
}
