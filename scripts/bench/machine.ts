/** Where figures come from: without it, they can't be compared with others. */
import { cpus, release, totalmem, type } from "node:os";
import { versions } from "../../harness/kit/repository.ts";

/** Lines for the head of a result: what made it, when, and on what. */
export async function provenance(
  command: string,
  others: readonly string[] = [],
): Promise<string[]> {
  const processors = cpus();
  const model = processors[0]?.model.trim() || "unknown processor";
  const memoryGiB = (totalmem() / 2 ** 30).toFixed(0);
  const { proctor, bun, grpcJs } = await versions();
  const software = [`Bun ${bun}`, `grpc-js ${grpcJs}`, `Proctor ${proctor}`, ...others];
  return [
    `Made by \`${command}\` on ${new Date().toISOString().slice(0, 10)}.`,
    `${model}, ${processors.length} cores, ${memoryGiB} GiB; ${type()} ${release()}.`,
    `${software.join(", ")}.`,
  ];
}
