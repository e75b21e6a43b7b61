import { afterAll, beforeAll, expect, test } from "bun:test";
import { ensureCertificates } from "../../harness/kit/certificates.ts";
import type { Identity } from "./host.ts";
import { implement } from "./service.ts";
import { startProcess } from "./test-process.ts";
import { anyPort, failureOf, Replica, temporaryDirectory, testHost } from "./test-support.ts";
import { type Credentials, loadCredentials, plaintext, type TlsMode } from "./tls.ts";

const own = temporaryDirectory();
const foreign = temporaryDirectory();
beforeAll(async () => {
  await ensureCertificates(own.path, ["bank", "gateway"]);
  await ensureCertificates(foreign.path, ["gateway"]);
});
afterAll(() => {
  own[Symbol.dispose]();
  foreign[Symbol.dispose]();
});

/** A bank that answers with whom it takes its caller for; both ends close with the `using`s. */
async function serveBank(mode: TlsMode, address = anyPort) {
  const host = testHost({ credentials: loadCredentials(mode, own.path, "bank") });
  const identities: (Identity | undefined)[] = [];
  const whoami = implement(Replica, {
    async read(_request, call) {
      return { content: call.identity?.name ?? "nobody" };
    },
  });
  const server = await host.serve(address, [whoami], {
    interceptors: [{ start: (call) => void identities.push(call.identity) }],
  });
  const dispose = async () => {
    await server.stop(0);
    host[Symbol.dispose]();
  };
  return { address: server.address, identities, [Symbol.asyncDispose]: dispose };
}

async function ask(address: string, credentials: Credentials): Promise<string> {
  using host = testHost({ id: "gateway", credentials });
  return (await host.connect(Replica, address).read({}, { timeoutMs: 2_000 })).content;
}

const port = (address: string) => address.slice(address.lastIndexOf(":"));

for (const mode of ["server", "mutual"] as const) {
  test(`${mode} TLS answers on 127.0.0.1 and on localhost`, async () => {
    await using bank = await serveBank(mode);
    const credentials = loadCredentials(mode, own.path, "gateway");
    const caller = mode === "mutual" ? "gateway" : "nobody";
    expect(await ask(bank.address, credentials)).toBe(caller);
    expect(await ask(`localhost${port(bank.address)}`, credentials)).toBe(caller);
  });

  test(`${mode} TLS refuses a foreign authority and plaintext before any handler`, async () => {
    await using bank = await serveBank(mode);
    const strangers = [loadCredentials(mode, foreign.path, "gateway"), plaintext];
    for (const credentials of strangers) {
      expect((await failureOf(ask(bank.address, credentials))).code).toBe("UNAVAILABLE");
    }
    expect(bank.identities).toEqual([]);
  });
}

test("a plaintext server is not mistaken for a secure one", async () => {
  await using bank = await serveBank("off");
  const credentials = loadCredentials("server", own.path, "gateway");
  expect((await failureOf(ask(bank.address, credentials))).code).toBe("UNAVAILABLE");
  expect(bank.identities).toEqual([]);
});

test("mutual TLS refuses a client without a certificate before any handler", async () => {
  await using bank = await serveBank("mutual");
  const credentials = loadCredentials("server", own.path, "gateway");
  expect((await failureOf(ask(bank.address, credentials))).code).toBe("UNAVAILABLE");
  expect(bank.identities).toEqual([]);
});

test("mutual TLS tells hooks and handlers whose certificate the caller showed", async () => {
  await using bank = await serveBank("mutual");
  await ask(bank.address, loadCredentials("mutual", own.path, "gateway"));
  expect(bank.identities).toEqual([
    { name: "gateway", alternativeNames: ["gateway", "localhost"] },
  ]);
});

test("a missing certificate says which command makes it", () => {
  expect(() => loadCredentials("mutual", own.path, "nobody")).toThrow(
    /nobody\.pem can't be read: run `bun scripts\/certs\.ts nobody` first/,
  );
});

test("a node does not start with certificate checks turned off by the environment", async () => {
  const flags = ["--id", "bank", "--tls", "mutual", "--certs", own.path];
  await using node = startProcess(own.path, flags, { NODE_TLS_REJECT_UNAUTHORIZED: "0" });
  expect(await node.ends()).toBe(64);
  expect(node.output.stderr).toContain("NODE_TLS_REJECT_UNAUTHORIZED=0");
});
