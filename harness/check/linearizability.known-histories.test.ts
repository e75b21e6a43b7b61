import { describe, expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pairOperations } from "./history.ts";
import { importHistory } from "./importers.ts";
import { checkLinearizability } from "./linearizability.ts";
import { guessModelName, modelNamed } from "./models/choose.ts";

/** Histories of public projects with known verdicts; they are not part of this repository. */
const shared = process.env["PROCTOR_DATA"] ?? join(import.meta.dir, "../../../shared/data");
const folder = join(shared, "porcupine");
const present = existsSync(join(folder, "verdicts.csv"));

function knownVerdicts(): string[][] {
  const [, ...lines] = readFileSync(join(folder, "verdicts.csv"), "utf8").trim().split("\n");
  return lines.map((line) => line.split(","));
}

describe.if(present)("histories with known verdicts", () => {
  test.each(present ? knownVerdicts() : [])("%s is linearizable: %s", (file, expected) => {
    const operations = pairOperations(importHistory(readFileSync(join(folder, file), "utf8")));
    const model = modelNamed(guessModelName(operations));
    const { result } = checkLinearizability(model, operations);
    expect(result).toBe(expected === "true" ? "ok" : "illegal");
  });
});
