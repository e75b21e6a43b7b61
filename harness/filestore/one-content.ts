/**
 * Whether a version of a file names one content: to its writer, to all its readers, and at every
 * replica in the end. Mixed, cut or half-written files break this, and so do two writes that share
 * a version.
 */
import type { FileObject } from "../../nodes/filestore/store.ts";
import { isIndefinite, type Operation } from "../check/history.ts";
import type { FileAnswer } from "../check/models/file-store.ts";
import { type Sentence, say } from "../check/sentence.ts";
import { type Check, fail, pass } from "../check/verdict.ts";

interface Told {
  readonly uuid: string;
  readonly version: string;
  readonly content: string;
  readonly by: Sentence;
}

export function oneContent(
  operations: readonly Operation[],
  held: ReadonlyMap<string, readonly FileObject[]>,
): Check {
  const name = "a version names one content";
  const first = new Map<string, Told>();
  for (const told of [...operations.flatMap(toldBy), ...[...held].flatMap(heldAt)]) {
    const other = first.getOrInsert(`${told.uuid} ${told.version}`, told);
    if (other.content === told.content) continue;
    return fail(name, say`version ${told.version} is not the same to ${other.by} and ${told.by}`);
  }
  return pass(name, `${first.size} versions`);
}

function toldBy(operation: Operation): Told[] {
  if (operation.f === "delete" || isIndefinite(operation)) return [];
  const { status, version, content } = operation.output as FileAnswer;
  if (status !== "SUCCESS") return [];
  const written = (operation.input as { content: string } | null)?.content;
  const told = { version: version ?? "", content: content ?? written ?? "" };
  return [{ ...told, uuid: operation.key ?? "", by: say`${operation}` }];
}

function heldAt([replica, objects]: readonly [string, readonly FileObject[]]): Told[] {
  return objects
    .filter(({ deleted }) => !deleted)
    .map(({ uuid, version, content }) => {
      return { uuid, version, content, by: say`${replica}, which holds ${content}` };
    });
}
