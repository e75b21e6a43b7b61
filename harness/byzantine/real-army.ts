/** Generals as processes, each with a certificate of his own. */
import { join } from "node:path";
import type { Post } from "../../nodes/byzantine/camp.ts";
import { createRealHost, type RealHost } from "../../nodes/host/real.ts";
import { loadCredentials } from "../../nodes/host/tls.ts";
import { ensureCertificates } from "../kit/certificates.ts";
import type { Cluster } from "../kit/cluster.ts";
import { repositoryRoot } from "../kit/repository.ts";
import { campName, nameOf } from "./army.ts";

const certificates = join(repositoryRoot, "certs");

export interface RealArmy {
  /** By the numbers of the generals. */
  readonly posts: readonly Post[];
  /** Commands the generals; its connections end with `close`. */
  readonly camp: RealHost;
}

/** @param traitorSeed what their randomness comes from: never from that of loyal generals */
export async function startArmy(
  cluster: Cluster,
  options: { readonly generals: number; readonly traitors: readonly number[] },
  traitorSeed: number,
): Promise<RealArmy> {
  const names = Array.from({ length: options.generals }, (_, general) => nameOf(general));
  await ensureCertificates(certificates, [campName, ...names]);
  const common = { tls: "mutual", certs: certificates, logLevel: "debug" };
  const specs = names.map((id, general) =>
    options.traitors.includes(general)
      ? {
          id,
          script: "nodes/byzantine/traitor.ts",
          flags: { ...common, seed: traitorSeed },
        }
      : { id, script: "nodes/byzantine/general.ts", flags: common },
  );
  const nodes = await cluster.startAll(specs);
  const posts = nodes.map(({ id, address }) => ({ id, address }));
  const camp = createRealHost({
    id: campName,
    dataDirectory: "",
    logLevel: "warn",
    credentials: loadCredentials("mutual", certificates, campName),
  });
  return { posts, camp };
}
