/** How the answers of a quorum are put together. */
import { RpcError, toRpcError } from "../host/rpc-error.ts";
import type { Member } from "./membership.ts";
import { status } from "./status.ts";

/** What one replica answered to a read. */
export interface ReadAnswer {
  readonly replica: string;
  readonly status: string;
  readonly name: string;
  readonly content: string;
  readonly version: string;
}

/**
 * Asks all of them at once.
 * @throws RpcError when one does not answer; definite only when certainly none did anything
 */
export async function askAll<Result>(
  members: readonly Member[],
  ask: (member: Member) => Promise<Result>,
): Promise<Result[]> {
  const settled = await Promise.allSettled(members.map(ask));
  const answers: Result[] = [];
  const errors: string[] = [];
  let definite = true;
  for (const [index, outcome] of settled.entries()) {
    if (outcome.status === "fulfilled") answers.push(outcome.value);
    else {
      const error = toRpcError(outcome.reason);
      definite &&= error.definite;
      errors.push(`${members[index]?.id}: ${error.message}`);
    }
  }
  if (errors.length === 0) return answers;
  const options = { definite: definite && answers.length === 0 };
  throw new RpcError("UNAVAILABLE", `not all replicas answered: ${errors.join("; ")}`, options);
}

/** Whether the one answer knows more than the other. A deletion is final: it outweighs a write. */
export function isNewer(one: ReadAnswer, other: ReadAnswer): boolean {
  const deletedOne = one.status === status.alreadyDeleted;
  const deletedOther = other.status === status.alreadyDeleted;
  return deletedOne === deletedOther ? one.version > other.version : deletedOne;
}

/** The answer that knows most, of at least one. */
export function newest(answers: readonly ReadAnswer[]): ReadAnswer {
  return answers.reduce((best, answer) => (isNewer(answer, best) ? answer : best));
}
