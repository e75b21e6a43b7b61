import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { freePorts } from "../../harness/kit/free-ports.ts";
import { hasPostgres, PostgresServer } from "../../harness/kit/postgres.ts";
import type { SharedDatabase } from "./host.ts";
import { openPostgres } from "./postgres.ts";
import { failureOf, temporaryDirectory, until } from "./test-support.ts";

test("a server that is not there is a definite error of each query", async () => {
  const [port] = await freePorts(1);
  const nobody = openPostgres(`postgres://nobody@127.0.0.1:${port}/none`, "one");
  const failure = await failureOf(nobody.query("SELECT 1"));
  expect(failure).toMatchObject({ code: "UNAVAILABLE", definite: true });
});

describe.if(hasPostgres)("PostgreSQL", () => {
  const directory = temporaryDirectory();
  let server: PostgresServer;
  let shared: SharedDatabase;
  beforeAll(async () => {
    server = await PostgresServer.start(`${directory.path}/postgres.log`);
    shared = openPostgres(server.url(), "one");
  }, 30_000);
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    directory[Symbol.dispose]();
  });

  test("what is awkward to write in SQL comes back as it was", async () => {
    const texts = ["", "NULL", 'a"b\\c', "{1,2}", "ü\n'", "$1"];
    const bytes = texts.map((_, length) => new Uint8Array(length).fill(255));
    const rows = await shared.query<{ text: string; bytes: Uint8Array; whole: string }>(
      "SELECT *, $3::bigint AS whole FROM unnest($1::text[], $2::bytea[]) AS row (text, bytes)",
      ...[texts, bytes, Number.MAX_SAFE_INTEGER],
    );
    expect(rows.map(({ text }) => text)).toEqual(texts);
    expect(rows.map((row) => [...row.bytes])).toEqual(bytes.map((each) => [...each]));
    expect(rows.map(({ whole }) => whole)).toEqual(texts.map(() => `${Number.MAX_SAFE_INTEGER}`));
  });

  test("a commit is on the server's disk before it is answered", async () => {
    const settings = ["synchronous_commit", "fsync"].map((name) => shared.query(`SHOW ${name}`));
    expect(await Promise.all(settings)).toEqual([
      [{ synchronous_commit: "on" }],
      [{ fsync: "on" }],
    ]);
  });

  test("a connection that is lost in the middle leaves open whether it happened", async () => {
    const lost = failureOf(shared.query("SELECT pg_sleep(30)"));
    const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'`;
    await until(async () => (await shared.query(end)).length > 0);
    expect(await lost).toMatchObject({ code: "UNAVAILABLE", definite: false });
    expect(await shared.query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  test("a server that stands still is an indefinite error after the time-out", async () => {
    const hasty = openPostgres(server.url(), "hasty", 50);
    const failure = await failureOf(hasty.query("SELECT pg_sleep(30)"));
    expect(failure.definite).toBe(false);
  });

  test("a statement that is wrong is nobody's bad luck: it is no error of a call", async () => {
    const wrong = shared.query("SELECT nothing FROM nowhere").catch((error) => error);
    expect(await wrong).toMatchObject({ name: "PostgresError" });
  });
});
