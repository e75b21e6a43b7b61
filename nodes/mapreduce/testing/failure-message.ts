/** The message of what a promise rejects with. */
import { describeRecord } from "../shared-progress.ts";
import { RecordError } from "../task-context.ts";

/** @returns of a RecordError its record, too */
export async function failureMessage(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (!(error instanceof RecordError)) return error.message;
    return `${error.name}: ${error.message}; ${describeRecord(error.record)}`;
  }
  throw new Error("it did not fail");
}
