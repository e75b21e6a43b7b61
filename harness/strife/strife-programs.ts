/** The programs of Strife as the harness runs them: the right ones, or a mutant's. */
import { startBank } from "../../nodes/strife/bank.ts";
import { startGateway } from "../../nodes/strife/gateway.ts";
import { Payer } from "../../nodes/strife/payer.ts";
import type { Edit } from "../kit/mutant.ts";
import { loadPrograms } from "../kit/mutated-nodes.ts";

export const rightPrograms = { startBank, startGateway, Payer };

export type StrifePrograms = typeof rightPrograms;

/** The programs with some edits. */
export const loadMutatedPrograms = (edits: readonly Edit[]): Promise<StrifePrograms> =>
  loadPrograms<StrifePrograms>("strife", edits, {
    startBank: "bank",
    startGateway: "gateway",
    Payer: "payer",
  });
