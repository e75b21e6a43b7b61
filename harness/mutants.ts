/**
 * Runs the mutants of a system, nodes that are wrong on purpose, on the simulated host, each until
 * a check that must see it fails; then the right nodes, which no check may fail. Ends by itself.
 * Success: every mutant is caught and there is no false alarm, exit 0; else 1, or 2 where it could
 * not be decided; 64 on bad usage, 70 when the harness itself failed.
 *
 *   bun run harness/mutants.ts filestore
 *   bun run harness/mutants.ts filestore --only answers-before-backups
 */
import { mutatedBalancer } from "./balancer/mutated-balancer.ts";
import { mutatedBank } from "./branches/mutated-bank.ts";
import { mutatedGenerals } from "./byzantine/mutated-generals.ts";
import { mutatedFailover } from "./failover/mutated-store.ts";
import { mutatedStore } from "./filestore/mutated-store.ts";
import { examineMutants } from "./kit/mutants-command.ts";
import { runSystemCommand } from "./kit/system-command.ts";
import { mutatedJobs } from "./mapreduce/mutated-jobs.ts";
import { mutatedStrife } from "./strife/mutated-strife.ts";

await runSystemCommand(
  "mutants",
  new Map([
    ["filestore", (words) => examineMutants(mutatedStore, words)],
    ["failover", (words) => examineMutants(mutatedFailover, words)],
    ["balancer", (words) => examineMutants(mutatedBalancer, words)],
    ["mapreduce", (words) => examineMutants(mutatedJobs, words)],
    ["strife", (words) => examineMutants(mutatedStrife, words)],
    ["byzantine", (words) => examineMutants(mutatedGenerals, words)],
    ["branches", (words) => examineMutants(mutatedBank, words)],
  ]),
);
