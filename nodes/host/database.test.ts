import { expect, test } from "bun:test";
import { join } from "node:path";
import { openSqlite } from "./database.ts";
import { temporaryDirectory } from "./test-support.ts";

function openTable(path = ":memory:") {
  const database = openSqlite(path);
  database.run("CREATE TABLE IF NOT EXISTS entry (number INTEGER PRIMARY KEY, value)");
  const insert = (number: number, value: unknown = null) =>
    database.run("INSERT INTO entry VALUES (?, ?)", number, value as string);
  const numbers = () =>
    database
      .all<{ number: number }>("SELECT number FROM entry ORDER BY number")
      .map(({ number }) => number);
  return { database, insert, numbers };
}

test("commit does all of its body or, when that throws, nothing", async () => {
  const { database, insert, numbers } = openTable();
  expect(
    await database.commit(() => {
      insert(1);
      insert(2);
      return "done";
    }),
  ).toBe("done");
  const failing = database.commit(() => {
    insert(3);
    throw new Error("broken");
  });
  expect(await failing.catch((error: Error) => error.message)).toBe("broken");
  const conflicting = database.commit(() => {
    insert(4);
    insert(1);
  });
  expect(await conflicting.catch(() => "refused")).toBe("refused");
  expect(numbers()).toEqual([1, 2]);
  await database.commit(() => insert(5));
  expect(numbers()).toEqual([1, 2, 5]);
});

test("a commit whose body would go on later is refused and does nothing", async () => {
  const { database, insert, numbers } = openTable();
  const failure = await database.commit(async () => insert(1)).catch((error) => error.message);
  expect(failure).toBe("a transaction's body is synchronous");
  expect(numbers()).toEqual([]);
});

test("values come back as they were: text, numbers, bytes, nothing", () => {
  const { database, insert } = openTable();
  const values = ["grüße'; --", 0.5, 2 ** 52, new Uint8Array([0, 255]), null];
  for (const [number, value] of values.entries()) insert(number, value);
  const rows = database.all<{ value: unknown }>("SELECT value FROM entry ORDER BY number");
  expect(rows.map(({ value }) => value)).toEqual(values);
});

test("whatever was acknowledged survives kill -9, and no commit is there by half", async () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "db");
  const script = join(import.meta.dir, "testdata/committer.ts");
  let acknowledged = 0;
  for (let round = 0; round < 3; round++) {
    const child = Bun.spawn([process.execPath, script, path], { stdout: "pipe" });
    const target = acknowledged + 50 + 37 * round;
    let output = "";
    for await (const chunk of child.stdout.pipeThrough(new TextDecoderStream())) {
      output += chunk;
      // The last line may be torn.
      acknowledged = Number(output.split("\n").at(-2) ?? acknowledged);
      if (acknowledged >= target) child.kill("SIGKILL");
    }
    await child.exited;
    const { database, numbers } = openTable(path);
    const found = numbers();
    expect(found.length).toBeGreaterThanOrEqual(2 * acknowledged);
    expect(found.length % 2).toBe(0);
    expect(found).toEqual(found.map((_, index) => index));
    acknowledged = found.length / 2;
    database.close();
  }
});

test("what is committed in one turn is one transaction, in which one body may fail", async () => {
  using directory = temporaryDirectory();
  const path = join(directory.path, "db");
  const { database, insert, numbers } = openTable(path);
  const other = openTable(path);
  const outcomes = Promise.allSettled([
    database.commit(() => insert(1)),
    database.commit(() => {
      insert(2);
      throw new Error("broken");
    }),
    database.commit(() => insert(3)),
  ]);
  expect(numbers()).toEqual([1, 3]);
  expect(other.numbers()).toEqual([]);
  expect((await outcomes).map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
  expect(other.numbers()).toEqual([1, 3]);
});
