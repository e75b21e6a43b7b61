/**
 * Generates `proto/types/` from `proto/*.proto`, with the options by which the host loads them.
 * Ends with exit 0 when written; with `--check` it writes nothing and exits 1 when something is
 * stale. Copy: `bun scripts/types.ts`
 */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { $ } from "zx";

const root = join(import.meta.dir, "..");
const target = join(root, "proto/types");

/** Generates all types below `directory`. */
async function generate(directory: string): Promise<void> {
  const protos = (await readdir(join(root, "proto"))).filter((name) => name.endsWith(".proto"));
  const generator = join(root, "node_modules/.bin/proto-loader-gen-types");
  await $({ cwd: join(root, "proto"), quiet: true })`${process.execPath} ${generator} \
    --longs=String --enums=String --defaults --oneofs --grpcLib=@grpc/grpc-js \
    --importFileExtension=.ts --outDir=${directory} ${protos.sort()}`;
}

const fresh = await mkdtemp(join(tmpdir(), "proctor-types-"));
try {
  await generate(fresh);
  const check = process.argv.includes("--check");
  const stale =
    (await $({ nothrow: true, quiet: true })`diff -r ${fresh} ${target}`).exitCode !== 0;
  if (stale && check) {
    console.error("proto/types/ is stale: run `bun scripts/types.ts` and commit what it writes.");
    process.exitCode = 1;
  } else if (stale) {
    await rm(target, { recursive: true, force: true });
    await $({ quiet: true })`cp -r ${fresh} ${target}`;
  }
} finally {
  await rm(fresh, { recursive: true, force: true });
}
