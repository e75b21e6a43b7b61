import { join } from "node:path";

/** The top of the repository: node scripts are named from here and nodes run in here. */
export const repositoryRoot = join(import.meta.dir, "../..");

/** Versions of what a run depends on, read from what is installed. */
export interface Versions {
  readonly proctor: string;
  readonly bun: string;
  readonly grpcJs: string;
}

/** The versions that this run uses. */
export async function versions(): Promise<Versions> {
  const [proctor, grpcJs] = await Promise.all([
    packageVersion("package.json"),
    packageVersion("node_modules/@grpc/grpc-js/package.json"),
  ]);
  return { proctor, bun: Bun.version, grpcJs };
}

async function packageVersion(file: string): Promise<string> {
  const { version } = await Bun.file(join(repositoryRoot, file)).json();
  return version;
}
