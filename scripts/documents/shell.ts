/** Runs documented commands in a shell whose `bun` is this one and whose files are scratch. */
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { freeAddresses } from "../../harness/kit/free-addresses.ts";
import { repositoryRoot } from "../../harness/kit/repository.ts";

export interface Ended {
  readonly exitCode: number | null;
  /** stdout and stderr. */
  readonly said: string;
}

const timeoutMs = 60_000;

export class Shell {
  /** Stands for `SCRATCH` in commands. */
  readonly scratch: string;
  readonly #env: Record<string, string | undefined>;

  constructor(scratch: string) {
    this.scratch = scratch;
    mkdirSync(join(scratch, "bin"));
    mkdirSync(join(scratch, "runs"));
    symlinkSync(process.execPath, join(scratch, "bin/bun"));
    const path = `${join(scratch, "bin")}:${process.env["PATH"]}`;
    const runs = join(scratch, "runs");
    this.#env = { ...process.env, PATH: path, PROCTOR_RUNS: runs, NO_COLOR: "1" };
  }

  async run(command: string): Promise<Ended> {
    const child = this.#spawn(command);
    const [stdout, stderr] = await Promise.all([child.stdout.text(), child.stderr.text()]);
    return { exitCode: await child.exited, said: `${stdout}${stderr}` };
  }

  /** Waits until it says the text, interrupts it, and waits for its end. */
  async serve(command: string, until: string): Promise<Ended> {
    const child = this.#spawn(`exec ${command}`);
    void child.stderr.text();
    const said = await readUntil(child.stdout, until);
    child.kill("SIGINT");
    return { exitCode: await child.exited, said };
  }

  /**
   * One command after the other in one shell's stead. A node keeps running from its `READY` to the
   * end of the session; its port is a free one, its data are scratch.
   */
  async session(commands: readonly string[]): Promise<Ended[]> {
    const nodes: { kill(): void; readonly exited: Promise<number> }[] = [];
    const ports = new Map<string, string>();
    const variables: string[] = [];
    const ended: Ended[] = [];
    try {
      for (const command of commands) {
        const here = withFreePorts(command, ports);
        if (/^\w+=\S+$/.test(here)) {
          variables.push(here);
          continue;
        }
        const own = here
          .replace(/ &$/, "")
          .replace(/--id (\S+).*$/, "$& --data-dir SCRATCH/data/$1");
        const child = this.#spawn([...variables, `exec ${own}`].join("\n"));
        const said = await readUntil(child.stdout, "READY ");
        if (said.includes("READY ")) {
          nodes.push(child);
          continue;
        }
        ended.push({ exitCode: await child.exited, said: `${said}${await child.stderr.text()}` });
      }
    } finally {
      for (const node of nodes) node.kill();
      await Promise.all(nodes.map((node) => node.exited));
    }
    return ended;
  }

  #spawn(command: string) {
    return Bun.spawn(["bash", "-c", command.replaceAll("SCRATCH", this.scratch)], {
      cwd: repositoryRoot,
      env: this.#env,
      stdin: "ignore",
      stdout: "pipe",
      stderr: "pipe",
      timeout: timeoutMs,
    });
  }
}

/** @returns all up to the text, or up to the end */
async function readUntil(stream: ReadableStream<Uint8Array>, text: string): Promise<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let said = "";
  for (;;) {
    const { value, done } = await reader.read();
    said += decoder.decode(value, { stream: !done });
    if (done || said.includes(text)) return said;
  }
}

function withFreePorts(command: string, ports: Map<string, string>): string {
  return command.replaceAll(/127\.0\.0\.1:7\d{3}/g, (documented) => {
    const known = ports.get(documented) ?? freeAddresses(1)[0] ?? "";
    ports.set(documented, known);
    return known;
  });
}
