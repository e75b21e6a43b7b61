/** The programs of the generals as the harness runs them: the right ones, or a mutant's. */
import { accounts, bribe, wage } from "../../nodes/byzantine/camp.ts";
import { isGuaranteed, messagesOf } from "../../nodes/byzantine/conditions.ts";
import { consistencyOf } from "../../nodes/byzantine/consistency.ts";
import { startGeneral } from "../../nodes/byzantine/general.ts";
import { startTraitor } from "../../nodes/byzantine/traitor.ts";
import type { Edit } from "../kit/mutant.ts";
import { loadPrograms } from "../kit/mutated-nodes.ts";

export const rightPrograms = {
  startGeneral,
  startTraitor,
  bribe,
  wage,
  accounts,
  consistencyOf,
  isGuaranteed,
  messagesOf,
};

export type GeneralPrograms = typeof rightPrograms;

/** The programs with some edits. */
export const loadMutatedPrograms = (edits: readonly Edit[]): Promise<GeneralPrograms> =>
  loadPrograms<GeneralPrograms>("byzantine", edits, {
    startGeneral: "general",
    startTraitor: "traitor",
    bribe: "camp",
    wage: "camp",
    accounts: "camp",
    consistencyOf: "consistency",
    isGuaranteed: "conditions",
    messagesOf: "conditions",
  });
