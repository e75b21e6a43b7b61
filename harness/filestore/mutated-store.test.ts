import { expect, test } from "bun:test";
import { testMutants } from "../kit/mutants-test-support.ts";
import { mutatedStore } from "./mutated-store.ts";
import { loadMutatedPrograms } from "./store-programs.ts";

const mutants = await testMutants(mutatedStore, {
  atLeast: 24,
  seeds: 300,
  rightSeeds: 20,
  samples: [
    "answers-before-backups",
    "blocks-for-ever",
    "clock-steps-back",
    "compares-days-as-text",
    "delete-overtakes-create",
    "one-name-two-files",
    "overwrites-without-truncating",
    "secretly-blocking",
    "serves-half-a-file",
    "settles-without-finishing",
  ],
});

test("there are mutants of each protocol", () => {
  const found = new Set([...mutants.values()].map(({ protocol }) => protocol));
  expect([...found].sort()).toEqual(["blocking", "nonblocking", "quorum"]);
});

test("an edit that finds its text twice, or not at all, is refused", async () => {
  const edit = (find: string) => [{ file: "scenario.ts", find, replace: "" }];
  const refused = (find: string) => expect(loadMutatedPrograms(edit(find))).rejects.toThrow();
  await refused("status.success");
  await refused("there is no such text");
  const elsewhere = [{ file: "nowhere.ts", find: "status", replace: "" }];
  await expect(loadMutatedPrograms(elsewhere)).rejects.toThrow("no nowhere.ts");
});
