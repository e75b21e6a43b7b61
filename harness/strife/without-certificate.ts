/** Who has no certificate of the town's authority is not answered, by gateway or bank. */
import { join } from "node:path";
import { createRealHost } from "../../nodes/host/real.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import { loadCredentials } from "../../nodes/host/tls.ts";
import { Bank, Gateway } from "../../nodes/strife/protocol.ts";
import { type Check, fail, pass } from "../check/verdict.ts";
import { ensureCertificates } from "../kit/certificates.ts";
import { certificates, type RealTown } from "./real-town.ts";

const patience = { timeoutMs: 500 };

/** @param folder of the run; certificates of another authority are made in it */
export async function withoutCertificate(town: RealTown, folder: string): Promise<Check> {
  const name = "who has no certificate of ours is not answered";
  const foreign = join(folder, "data", "foreign-certificates");
  await ensureCertificates(foreign, ["gateway"], { role: "gateway" });
  const kinds = [
    ["another authority's", loadCredentials("mutual", foreign, "gateway")],
    ["none", loadCredentials("server", certificates, "ca")],
    ["no TLS", undefined],
  ] as const;
  const answered: string[] = [];
  let calls = 0;
  for (const [kind, credentials] of kinds) {
    const dataDirectory = join(folder, "data", "stranger");
    const options = { id: "stranger", dataDirectory, logLevel: "silent" as const };
    const host = createRealHost({ ...options, ...(credentials && { credentials }) });
    const login = { user: "alice", password: "alice-secret" };
    const attempts = [host.connect(Gateway, town.gateway.address).logIn(login, patience)];
    const banks = [...town.banks.values()].map(({ address }) => host.connect(Bank, address));
    const looks = banks.map((bank) => bank.getAccount({ account: "1001" }, patience));
    for (const result of await Promise.allSettled([...attempts, ...looks])) {
      calls += 1;
      if (!isUnanswered(result)) answered.push(kind);
    }
    host.close();
  }
  if (answered.length > 0) return fail(name, `answered with ${answered.join(", ")}`);
  return pass(name, `${calls} calls: ${kinds.map(([kind]) => kind).join(", ")}`);
}

/** A handshake that fails is no answer of the service. */
function isUnanswered(result: PromiseSettledResult<unknown>): boolean {
  if (result.status === "fulfilled") return false;
  if (!(result.reason instanceof RpcError)) throw result.reason;
  return ["UNAVAILABLE", "DEADLINE_EXCEEDED"].includes(result.reason.code);
}
