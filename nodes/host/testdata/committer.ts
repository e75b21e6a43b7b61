/** Commits two rows at a time for ever and prints the number of commits after each. */
import { openSqlite } from "../database.ts";

const database = openSqlite(String(process.argv[2]));
database.run("CREATE TABLE IF NOT EXISTS entry (number INTEGER PRIMARY KEY, value)");
const [row] = database.all<{ count: number }>("SELECT count(*) AS count FROM entry");
for (let commits = (row?.count ?? 0) / 2; ; commits++) {
  await database.commit(() => {
    database.run("INSERT INTO entry VALUES (?, NULL)", 2 * commits);
    database.run("INSERT INTO entry VALUES (?, NULL)", 2 * commits + 1);
  });
  await Bun.write(Bun.stdout, `${commits + 1}\n`);
}
