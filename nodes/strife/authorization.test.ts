import { afterAll, beforeAll, expect, test } from "bun:test";
import { join } from "node:path";
import { ensureCertificates } from "../../harness/kit/certificates.ts";
import type { RealHost } from "../host/real.ts";
import { failureOf, testHost } from "../host/test-support.ts";
import { loadCredentials } from "../host/tls.ts";
import { bankRules, gatewayRules } from "./authorization.ts";
import { Bank, Coordinator, Gateway } from "./protocol.ts";
import { Town } from "./testing/town.ts";
import { uuidV7 } from "./uuid-v7.ts";

let town: Town;
beforeAll(async () => {
  town = await Town.open(ensureCertificates, { sessionMs: 60_000 });
});
afterAll(async () => {
  await town[Symbol.asyncDispose]();
});

const prepare = { transaction: crypto.randomUUID(), debit: "1", credit: "", amount: 1 };

test("the table names every method of every service", () => {
  for (const [services, rules] of [
    [[Gateway, Coordinator], gatewayRules],
    [[Bank], bankRules],
  ] as const) {
    const paths = services.flatMap(({ methods }) => [...methods.values()].map(({ path }) => path));
    expect(paths.filter((path) => !rules.has(path))).toEqual([]);
  }
});

const ask = (host: RealHost) => host.connect(Bank, town.address("north"));

test("a bank hears a gateway alone, and a gateway's coordinator banks alone", async () => {
  for (const name of ["alice", "south"]) {
    const bank = ask(town.host(name));
    for (const call of [
      bank.prepare(prepare),
      bank.commit(prepare),
      bank.abort(prepare),
      bank.getAccount({ account: "1" }),
      bank.openAccount({ account: "9", owner: name, balance: 1_000 }),
      Array.fromAsync(bank.audit({})),
    ]) {
      expect((await failureOf(call)).code).toBe("PERMISSION_DENIED");
    }
  }
  const coordinator = town.host("alice").connect(Coordinator, town.address("gateway"));
  expect((await failureOf(coordinator.resolve({}))).code).toBe("PERMISSION_DENIED");
});

test("nobody gets in without a certificate of our authority", async () => {
  const foreign = join(town.folder, "foreign");
  await ensureCertificates(foreign, ["gateway"], { role: "gateway" });
  using stranger = testHost({ credentials: loadCredentials("mutual", foreign, "gateway") });
  using nameless = testHost({ credentials: loadCredentials("server", town.certificates, "ca") });
  using plain = testHost();
  for (const host of [stranger, nameless, plain]) {
    for (const call of [
      ask(host).getAccount({ account: "1" }, { timeoutMs: 500 }),
      host.connect(Gateway, town.address("gateway")).logIn({}, { timeoutMs: 500 }),
    ]) {
      expect(["UNAVAILABLE", "DEADLINE_EXCEEDED"]).toContain((await failureOf(call)).code);
    }
  }
});

test("who logs in is whom the certificate names, and the answers to all else are one", async () => {
  const mallory = town.host("mallory").connect(Gateway, town.address("gateway"));
  const errors = [
    await failureOf(mallory.logIn({ user: "alice", password: "alice-secret" })),
    await failureOf(mallory.logIn({ user: "alice", password: "wrong" })),
    await failureOf(mallory.logIn({ user: "nobody", password: "wrong" })),
    await failureOf(mallory.logIn({ user: "mallory", password: "wrong" })),
  ];
  expect(new Set(errors.map(({ message }) => message)).size).toBe(1);
  expect(errors[0]?.code).toBe("UNAUTHENTICATED");
});

test("attempts at a password are limited", async () => {
  const root = town.host("root").connect(Gateway, town.address("gateway"));
  const codes: string[] = [];
  for (let attempt = 0; attempt < 6; attempt++) {
    codes.push((await failureOf(root.logIn({ user: "root", password: "wrong" }))).code);
  }
  expect(codes.at(-1)).toBe("RESOURCE_EXHAUSTED");
  const right = await failureOf(root.logIn({ user: "root", password: "root-secret" }));
  expect(right.code).toBe("RESOURCE_EXHAUSTED");
});

test("a token is good for its own user until it is revoked", async () => {
  const alice = await town.loggedIn("alice");
  const { options } = alice;
  const own = { account: "north/1" };
  await alice.gateway.getBalance(own, options);
  const stolen = town.host("mallory").connect(Gateway, town.address("gateway"));
  expect((await failureOf(stolen.getBalance(own, options))).code).toBe("UNAUTHENTICATED");
  const forged = { metadata: { authorization: `Bearer ${"0".repeat(64)}` } };
  expect((await failureOf(alice.gateway.getBalance(own, forged))).code).toBe("UNAUTHENTICATED");
  expect((await failureOf(alice.gateway.getBalance(own))).code).toBe("UNAUTHENTICATED");
  await alice.logOut();
  expect((await failureOf(alice.gateway.getBalance(own, options))).code).toBe("UNAUTHENTICATED");
});

test("a client sees and pays from its own accounts alone, and is no administrator", async () => {
  const bob = await town.loggedIn("bob");
  const refused = [
    bob.gateway.getBalance({ account: "north/1" }, bob.options),
    bob.gateway.getBalance({ account: "north/unknown" }, bob.options),
    bob.gateway.pay(
      { key: uuidV7(town.host("mallory")), payer: "north/1", payee: "south/2", amount: 5 },
      bob.options,
    ),
    bob.gateway.addUser({ user: "eve", password: "12345678", role: "admin" }, bob.options),
    bob.gateway.addAccount({ account: "south/9", owner: "bob", balance: 9 }, bob.options),
  ];
  for (const call of refused) expect((await failureOf(call)).code).toBe("PERMISSION_DENIED");
});

test("who registers gets the accounts that banks hold for it and no others", async () => {
  const carol = await town.payer("carol");
  const stolen = carol.gateway.register({ password: "carol-secret", accounts: ["north/1"] });
  expect((await failureOf(stolen)).code).toBe("NOT_FOUND");
  await carol.gateway.register({ password: "carol-secret", accounts: ["south/4"] });
  await carol.logIn("carol", "carol-secret");
  const { balance } = await carol.gateway.getBalance({ account: "south/4" }, carol.options);
  expect(balance).toBe("70");
  const again = carol.gateway.register({ password: "carol-secret", accounts: [] });
  expect((await failureOf(again)).code).toBe("ALREADY_EXISTS");
});
