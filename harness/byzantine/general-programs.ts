/** The programs of the generals as the harness runs them: the right ones, or a mutant's. */
import { accounts, bribe, wage } from "../../nodes/byzantine/camp.ts";
import { isGuaranteed, messagesOf } from "../../nodes/byzantine/conditions.ts";
import { consistencyOf } from "../../nodes/byzantine/consistency.ts";
import { startGeneral } from "../../nodes/byzantine/general.ts";
import { startTraitor } from "../../nodes/byzantine/traitor.ts";

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
