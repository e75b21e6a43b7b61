/** Inputs and outputs of public projects with known answers; they are not part of this project. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../kit/repository.ts";

const shared = process.env["PROCTOR_DATA"] ?? join(repositoryRoot, "../shared/data");

export const knownData = join(shared, "cse531");

/** Whether they are on this machine. */
export const hasKnownData = existsSync(knownData);
