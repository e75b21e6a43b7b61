/** Where the application is that a command line names. */
import { join } from "node:path";
import { absolutePath } from "../host/job-files.ts";

/** @param name of an application of the house, such as `word-count`, or a path */
export function applicationPath(name: string): string {
  if (!name.includes("/") && !name.endsWith(".ts")) {
    return join(import.meta.dir, "applications", `${name}.ts`);
  }
  return absolutePath(name);
}
