/** The programs of Strife as the harness runs them: the right ones, or a mutant's. */
import { startBank } from "../../nodes/strife/bank.ts";
import { startGateway } from "../../nodes/strife/gateway.ts";
import { Payer } from "../../nodes/strife/payer.ts";

export const rightPrograms = { startBank, startGateway, Payer };

export type StrifePrograms = typeof rightPrograms;
