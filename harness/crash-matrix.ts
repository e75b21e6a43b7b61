/**
 * Runs the crash matrix of Strife in the simulator: one payment, during which the gateway, the
 * sender's bank and the receiver's are ended at each of their steps, and at each pair of them. Ends
 * by itself. Success: in every cell all agree, no money is made or lost, there is at most one debit
 * a key and the user learns the true outcome, exit 0; 1 when a cell fails.
 *
 *   bun run harness/crash-matrix.ts --stride 1
 */
import { flag, parseFlags } from "../nodes/host/flags.ts";
import { combine } from "./check/verdict.ts";
import { ignoreRejections } from "./sim/ignore-rejections.ts";
import { type CellResult, listCrashes, pairCrashes, runCell } from "./strife/crash-matrix.ts";

const flags = {
  stride: flag.integer("of the pairs every how many-th is run; 0 for none", {
    min: 0,
    max: 1_000_000,
    fallback: 20,
  }),
};

const { stride } = parseFlags(
  "bun run harness/crash-matrix.ts",
  "The crash matrix of a payment in the simulator.",
  flags,
  process.argv.slice(2),
);

await ignoreRejections(async () => {
  const crashes = listCrashes();
  const cells = [
    ...crashes.map((crash) => [crash]),
    ...(stride === 0 ? [] : pairCrashes(crashes, stride)),
  ];
  let struck = 0;
  const failed: CellResult[] = [];
  for (const cell of cells) {
    const result = runCell(cell);
    if (result.struck === cell.length) struck += 1;
    if (combine(result.checks) !== "PASS") failed.push(result);
  }
  for (const { crashes, checks } of failed) {
    const where = crashes.map(
      ({ kind, node, step, number }) => `${kind} ${node} ${step} ${number}`,
    );
    console.log(where.join(" and "));
    for (const { name, verdict, evidence } of checks) {
      if (verdict !== "PASS") console.log(`  ${verdict}  ${name}: ${evidence}`);
    }
  }
  const verdict = failed.length === 0 && struck > 0 ? "PASS" : "FAIL";
  console.log(
    `${verdict}  ${crashes.length} cells and ${cells.length - crashes.length} pairs, ` +
      `of which all crashes struck in ${struck}; ${failed.length} failed`,
  );
  process.exitCode = verdict === "PASS" ? 0 : 1;
});
