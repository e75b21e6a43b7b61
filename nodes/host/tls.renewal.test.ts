import { afterAll, beforeAll, beforeEach, expect, test } from "bun:test";
import { X509Certificate } from "node:crypto";
import { join } from "node:path";
import { connect } from "node:tls";
import {
  dropOldAuthorities,
  ensureCertificates,
  rotateAuthority,
} from "../../harness/kit/certificates.ts";
import type { Identity } from "./host.ts";
import { implement } from "./service.ts";
import {
  anyPort,
  failureOf,
  Replica,
  temporaryDirectory,
  testHost,
  until,
} from "./test-support.ts";
import { type Credentials, loadCredentials } from "./tls.ts";

const folder = temporaryDirectory();
const names = ["bank", "gateway"];
beforeAll(async () => {
  await ensureCertificates(folder.path, names);
});
afterAll(() => folder[Symbol.dispose]());

let credentials: Credentials;
beforeEach(() => {
  credentials = loadCredentials("mutual", folder.path, "bank");
});

const file = (name: string) => Bun.file(join(folder.path, name));
const serialOf = async (name: string) =>
  new X509Certificate(await file(`${name}.pem`).text()).serialNumber;
const renew = (...which: string[]) => ensureCertificates(folder.path, which, { renew: true });

async function serveBank() {
  const host = testHost({ credentials });
  const identities: (Identity | undefined)[] = [];
  const read = implement(Replica, { read: async () => ({ content: "here" }) });
  const server = await host.serve(anyPort, [read], {
    interceptors: [{ start: (call) => void identities.push(call.identity) }],
  });
  const dispose = async () => {
    await server.stop(0);
    host[Symbol.dispose]();
  };
  return { address: server.address, identities, [Symbol.asyncDispose]: dispose };
}

const gateway = () =>
  testHost({ id: "gateway", credentials: loadCredentials("mutual", folder.path, "gateway") });

/** What the server shows to a connection that is made now. */
async function shownSerial(address: string): Promise<string> {
  const options = {
    host: "127.0.0.1",
    port: Number(address.split(":")[1]),
    servername: "localhost",
    ca: await file("ca.pem").text(),
    cert: await file("gateway.pem").text(),
    key: await file("gateway.key").text(),
    ALPNProtocols: ["h2"],
  };
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(options, () => resolve(socket.getPeerCertificate().serialNumber));
  socket.on("error", reject);
  return await promise.finally(() => socket.destroy());
}

test("a certificate that is renewed is shown to new connections; open ones live on", async () => {
  await using bank = await serveBank();
  using early = gateway();
  const before = await serialOf("bank");
  const client = early.connect(Replica, bank.address);
  await client.read({});
  expect(await shownSerial(bank.address)).toBe(before);
  await renew("bank");
  expect(await shownSerial(bank.address)).toBe(before);
  const after = await serialOf("bank");
  expect(credentials.renew()).toBe(after);
  expect(after).not.toBe(before);
  expect(await shownSerial(bank.address)).toBe(after);
  expect((await client.read({})).content).toBe("here");
});

test("a host takes renewed certificates over by itself", async () => {
  await using bank = await serveBank();
  await renew("bank");
  const after = await serialOf("bank");
  await until(async () => (await shownSerial(bank.address)) === after);
});

test("after a renewal callers must show a good certificate as before", async () => {
  await using bank = await serveBank();
  await renew("bank");
  credentials.renew();
  using nameless = testHost({ credentials: loadCredentials("server", folder.path, "gateway") });
  const refused = await failureOf(nameless.connect(Replica, bank.address).read({}));
  expect(refused.code).toBe("UNAVAILABLE");
  using stranger = temporaryDirectory();
  await ensureCertificates(stranger.path, ["gateway"]);
  await Bun.write(join(stranger.path, "ca.pem"), file("ca.pem"));
  const foreign = loadCredentials("mutual", stranger.path, "gateway");
  using mallory = testHost({ credentials: foreign });
  expect((await failureOf(mallory.connect(Replica, bank.address).read({}))).code).toBe(
    "UNAVAILABLE",
  );
  expect(bank.identities).toEqual([]);
});

test("a certificate that has expired meanwhile is refused until there is a new one", async () => {
  await using bank = await serveBank();
  using early = gateway();
  const ask = async (host: typeof early) =>
    (await host.connect(Replica, bank.address).read({})).content;
  expect(await ask(early)).toBe("here");
  await ensureCertificates(folder.path, ["bank"], { expired: true });
  credentials.renew();
  using late = gateway();
  expect((await failureOf(ask(late))).code).toBe("UNAVAILABLE");
  // What is open lives on.
  expect(await ask(early)).toBe("here");
  await ensureCertificates(folder.path, ["bank"]);
  credentials.renew();
  using latest = gateway();
  expect(await ask(latest)).toBe("here");
});

test("half of a renewal, or nonsense, leaves what was there in use", async () => {
  await using bank = await serveBank();
  const before = await serialOf("bank");
  const certificate = await file("bank.pem").text();
  const key = await file("bank.key").text();
  await Bun.write(file("bank.key"), await file("gateway.key").text());
  expect(() => credentials.renew()).toThrow("bank.key is not the key of bank.pem");
  await Bun.write(file("bank.pem"), "nonsense");
  expect(() => credentials.renew()).toThrow("bank.pem is no certificate");
  await Bun.write(file("bank.pem"), certificate);
  await Bun.write(file("bank.key"), key);
  const authority = await file("ca.pem").text();
  for (const [broken, why] of [
    ["", "ca.pem is empty"],
    ["nonsense", "ca.pem is no certificate"],
    [`${authority}-----BEGIN CERTIFICATE-----\nMIIB\n`, "ca.pem is no certificate"],
  ] as const) {
    await Bun.write(file("ca.pem"), broken);
    expect(() => credentials.renew()).toThrow(why);
  }
  await Bun.write(file("ca.pem"), authority);
  expect(await shownSerial(bank.address)).toBe(before);
  expect(credentials.renew()).toBeUndefined();
});

test("one authority takes the place of another while both ends run", async () => {
  await using bank = await serveBank();
  const callers = loadCredentials("mutual", folder.path, "gateway");
  using old = testHost({ credentials: callers });
  const ask = async (host: typeof old) =>
    (await host.connect(Replica, bank.address).read({})).content;
  await rotateAuthority(folder.path);
  credentials.renew();
  // The caller shows a certificate of the old authority, and the bank does too.
  expect(await ask(old)).toBe("here");
  callers.renew();
  await ensureCertificates(folder.path, names);
  credentials.renew();
  using halfway = testHost({ credentials: callers });
  expect(await ask(halfway)).toBe("here");
  callers.renew();
  await dropOldAuthorities(folder.path);
  credentials.renew();
  callers.renew();
  using latest = testHost({ credentials: callers });
  expect(await ask(latest)).toBe("here");
  // Its connection is that of before.
  expect(await ask(old)).toBe("here");
  expect((await file("ca.pem").text()).match(/BEGIN/g)).toHaveLength(1);
});
