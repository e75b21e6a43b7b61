import { expect, test } from "bun:test";
import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SQL } from "bun";
import { hasPostgres, PostgresServer, postgresVersion } from "./postgres.ts";
import { isAlive, temporaryDirectory, until } from "./test-support.ts";

test.if(hasPostgres)(
  "a server answers, with settings of its own, and leaves nothing",
  async () => {
    using folder = temporaryDirectory();
    let pid = 0;
    let data = "";
    {
      await using server = await PostgresServer.start(join(folder.path, "logs", "postgres.log"), {
        max_prepared_transactions: 7,
      });
      pid = server.pid;
      await server.createDatabase("north");
      await using sql = new SQL({ url: server.url("north"), max: 1 });
      expect([...(await sql`SHOW max_prepared_transactions`)]).toEqual([
        { max_prepared_transactions: "7" },
      ]);
      [{ data_directory: data }] = await sql`SHOW data_directory`;
      const stranger = new SQL({ url: server.url().replace(/:[^:@]*@/, ":wrong@"), max: 1 });
      const refused = await stranger.unsafe("SELECT 1").catch((error: Error) => error);
      expect(refused).toMatchObject({ name: "PostgresError", errno: "28P01" });
      expect(await postgresVersion()).toMatch(/^PostgreSQL \d+\.\d+/);
    }
    expect({ alive: isAlive(pid), data: existsSync(data) }).toEqual({ alive: false, data: false });
  },
  30_000,
);

test.if(hasPostgres)(
  "a process that just ends leaves neither server nor files",
  async () => {
    using folder = temporaryDirectory();
    chmodSync(folder.path, 0o755);
    const log = join(folder.path, "postgres.log");
    const script = `
    import { PostgresServer } from ${JSON.stringify(join(import.meta.dir, "postgres.ts"))};
    const server = await PostgresServer.start(${JSON.stringify(log)});
    console.log(server.pid);
    process.exit(3);`;
    const env = { ...process.env, TMPDIR: folder.path };
    const ending = Bun.spawn([process.execPath, "-e", script], { stdout: "pipe", env });
    const pid = Number(await new Response(ending.stdout).text());
    expect(await ending.exited).toBe(3);
    await until(() => !isAlive(pid));
    const files = readdirSync(folder.path).filter((name) => name.startsWith("proctor-postgres"));
    expect(files).toEqual([]);
  },
  30_000,
);

test.if(hasPostgres)(
  "no server survives a harness that is killed",
  async () => {
    using folder = temporaryDirectory();
    const log = join(folder.path, "postgres.log");
    const script = `
    import { PostgresServer } from ${JSON.stringify(join(import.meta.dir, "postgres.ts"))};
    const server = await PostgresServer.start(${JSON.stringify(log)});
    console.log(server.pid);
    setInterval(() => {}, 1_000);`;
    // Files do stay, here where they are removed with the test's own.
    chmodSync(folder.path, 0o755);
    const env = { ...process.env, TMPDIR: folder.path };
    const harness = Bun.spawn([process.execPath, "-e", script], { stdout: "pipe", env });
    const { value } = await harness.stdout.getReader().read();
    const pid = Number(new TextDecoder().decode(value));
    expect(isAlive(pid)).toBe(true);
    harness.kill("SIGKILL");
    await until(() => !isAlive(pid));
    expect(readFileSync(log, "utf8")).toContain("shut");
  },
  30_000,
);
