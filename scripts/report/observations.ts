/** Sentences about a system that are worked out from its tables: none is written by hand. */
import type { ResultFolder } from "../bench/result-folder.ts";
import { observeBalancer } from "./observe-balancer.ts";
import { noiseSentences, targetSentences } from "./observe-common.ts";
import {
  observeBranches,
  observeByzantine,
  observeCalls,
  observeMapReduce,
  observeStrife,
} from "./observe-others.ts";
import { observeFailover, observeFilestore } from "./observe-stores.ts";

const observers: ReadonlyMap<string, (folder: ResultFolder) => string[]> = new Map([
  ["filestore", observeFilestore],
  ["failover", observeFailover],
  ["balancer", observeBalancer],
  ["mapreduce", observeMapReduce],
  ["strife", observeStrife],
  ["byzantine", observeByzantine],
  ["branches", observeBranches],
  ["calls", observeCalls],
]);

/** What the figures say; none where nothing was measured. */
export function observationsOf(system: string, folder: ResultFolder): string[] {
  const observe = observers.get(system);
  if (observe === undefined) throw new Error(`nothing observes ${system}`);
  const own = observe(folder).filter((sentence) => sentence !== "");
  return [...targetSentences(folder), ...own, ...noiseSentences(folder)];
}
