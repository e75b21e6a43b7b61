/** Small facts that a replica keeps with its data. */
import type { FileStore } from "./store.ts";

/** Names the log of updates that the data belongs to. */
export const historyFact = "history";

/** A number one higher than at the last start, or at the last loss of the lease. */
export async function nextIncarnation(store: FileStore): Promise<number> {
  const incarnation = Number(store.fact("incarnation") ?? 0) + 1;
  await store.setFact("incarnation", String(incarnation));
  return incarnation;
}
