import { expect, test } from "bun:test";
import { join } from "node:path";
import { readJsonFile } from "../host/json-file.ts";
import { temporaryDirectory } from "../host/test-support.ts";
import { setUpSchema } from "./setup.ts";

const sample = join(import.meta.dir, "../../inputs/strife/accounts.json");

test("the sample is right", () => {
  const { users, accounts } = readJsonFile(sample, setUpSchema);
  expect([users.length, accounts.length]).toEqual([5, 7]);
});

test("an error in a set-up file is told with its place", async () => {
  using directory = temporaryDirectory();
  const file = join(directory.path, "setup.json");
  const account = { bank: "north", number: "1", owner: "alice", balance: 5 };
  const wrong: [object, RegExp][] = [
    [{ users: [], accounts: [account, { ...account, balance: -1 }] }, /accounts\[1\]\.balance/],
    [{ users: [], accounts: [{ ...account, balance: 0.5 }] }, /accounts\[0\]\.balance/],
    [{ users: [], accounts: [account, account] }, /north\/1 is there twice[\s\S]*accounts\[1\]/],
    [{ users: [{ name: "alice", passwordHash: "x", role: "client" }], accounts: [] }, /a hash by/],
    [{ users: [] }, /accounts/],
  ];
  for (const [content, place] of wrong) {
    await Bun.write(file, JSON.stringify(content));
    expect(() => readJsonFile(file, setUpSchema)).toThrow(place);
  }
  await Bun.write(file, "{");
  expect(() => readJsonFile(file, setUpSchema)).toThrow("JSON");
});
