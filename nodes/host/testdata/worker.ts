/** A thread for the tests of `worker-pool.ts`. */
import { serveWorker } from "../worker-pool.ts";

serveWorker(({ double, fail }: { double: number; fail?: string }) => {
  if (fail !== undefined) throw new Error(fail);
  return 2 * double;
});
