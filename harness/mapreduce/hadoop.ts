/**
 * Hadoop in its local mode, from the jars of Maven Central: shows that an application is no
 * prisoner of ours. Java must be installed; the jars (50 MB) are fetched once and kept.
 */
import { mkdir, rename } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { $ } from "zx/core";
import { repositoryRoot } from "../kit/repository.ts";

const central = "https://repo1.maven.org/maven2";
/** With the SHA-256 of each. */
const jars: ReadonlyMap<string, string> = new Map([
  [
    "org/apache/hadoop/hadoop-streaming/3.3.4/hadoop-streaming-3.3.4.jar",
    "70971a8d3592eae5538aa3413b580b0029c66fa4be79dbc60de38126fae1272d",
  ],
  [
    "org/apache/hadoop/hadoop-client-api/3.3.4/hadoop-client-api-3.3.4.jar",
    "e513d71b78086b5caaa439f4402b43e20df01446d56b66084ad419452878701c",
  ],
  [
    "org/apache/hadoop/hadoop-client-runtime/3.3.4/hadoop-client-runtime-3.3.4.jar",
    "9377a68071137ae5f5c8cdc2ed20d6f904a1df4d06df26b47ed8872a1b0d8d47",
  ],
  [
    "org/slf4j/slf4j-api/1.7.36/slf4j-api-1.7.36.jar",
    "d3ef575e3e4979678dc01bf1dcce51021493b4d11fb7f1be8ad982877c16a1c0",
  ],
  [
    "commons-logging/commons-logging/1.1.3/commons-logging-1.1.3.jar",
    "70903f6fc82e9908c8da9f20443f61d90f0870a312642991fe8462a0b9391784",
  ],
  [
    "commons-cli/commons-cli/1.2/commons-cli-1.2.jar",
    "e7cd8951956d349b568b7ccfd4f5b2529a8c113e67c32b028f52ffda371259d9",
  ],
]);
const fetchMs = 120_000;

const hasJava = Bun.which("java") !== null;

/** The folder of the jars. @returns undefined without Java, or where a jar is not to be had */
export async function hadoopJars(): Promise<string | undefined> {
  if (!hasJava) return undefined;
  const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  const folder = join(cache, "proctor/hadoop-3.3.4");
  await mkdir(folder, { recursive: true });
  for (const [path, sha256] of jars) {
    const file = join(folder, basename(path));
    if (await Bun.file(file).exists()) continue;
    const bytes = await download(`${central}/${path}`);
    if (bytes === undefined) return undefined;
    const found = new Bun.CryptoHasher("sha256").update(bytes).digest("hex");
    if (found !== sha256) throw new Error(`${path} has another content than it should: ${found}`);
    await Bun.write(`${file}.new-${process.pid}`, bytes);
    await rename(`${file}.new-${process.pid}`, file);
  }
  return folder;
}

async function download(address: string): Promise<ArrayBuffer | undefined> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(fetchMs) });
    return answer.ok ? await answer.arrayBuffer() : undefined;
  } catch {
    return undefined;
  }
}

export interface HadoopJob {
  readonly app: string;
  readonly inputs: string;
  readonly output: string;
  readonly reduceTasks: number;
  /** For its temporary files. */
  readonly scratch: string;
}

/** Runs an application by Hadoop Streaming. @throws Error with what Hadoop said */
export async function runOnHadoop(jarFolder: string, job: HadoopJob): Promise<void> {
  const program = `${process.execPath} ${join(repositoryRoot, "nodes/mapreduce/streaming.ts")}`;
  const settings = [
    "mapreduce.framework.name=local",
    `mapreduce.job.reduces=${job.reduceTasks}`,
    "mapreduce.output.textoutputformat.separator= ",
    `hadoop.tmp.dir=${job.scratch}`,
  ].flatMap((setting) => ["-D", setting]);
  const role = (name: string) => `${program} ${name} --app ${job.app}`;
  const words = ["-input", job.inputs, "-output", job.output, "-mapper", role("map")];
  words.push("-combiner", role("combine"), "-reducer", role("reduce"));
  const main = "org.apache.hadoop.streaming.HadoopStreaming";
  const shell = $({ quiet: true, nothrow: true, cwd: job.scratch });
  const { exitCode, stderr } =
    await shell`java -cp ${join(jarFolder, "*")} ${main} ${settings} ${words}`;
  if (exitCode !== 0) throw new Error(`Hadoop ended with ${exitCode}: ${stderr}`);
}
