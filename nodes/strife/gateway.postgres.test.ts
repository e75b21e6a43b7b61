import { afterAll, beforeAll, expect, test } from "bun:test";
import { ensureCertificates } from "../../harness/kit/certificates.ts";
import { hasPostgres, PostgresServer } from "../../harness/kit/postgres.ts";
import { failureOf, temporaryDirectory, until } from "../host/test-support.ts";
import { Gateway } from "./protocol.ts";
import { Town } from "./testing/town.ts";
import { uuidV7 } from "./uuid-v7.ts";

const directory = temporaryDirectory();
let server: PostgresServer;
let town: Town;
beforeAll(async () => {
  if (!hasPostgres) return;
  server = await PostgresServer.start(`${directory.path}/postgres.log`);
  town = await Town.open(ensureCertificates, { store: server.url() });
  await town.startGateway("gateway-2");
}, 30_000);
afterAll(async () => {
  if (!hasPostgres) return;
  await town[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
  directory[Symbol.dispose]();
});

/** Alice, logged in at the first gateway, and the same user at both of them. */
async function aliceAtBoth() {
  const alice = await town.loggedIn("alice");
  const host = town.host("alice");
  const at = (name: string) => host.connect(Gateway, town.address(name));
  return { gateways: [at("gateway"), at("gateway-2")] as const, options: alice.options, host };
}

test.if(hasPostgres)(
  "a session of one gateway is good at the other, until it is revoked",
  async () => {
    const { gateways, options } = await aliceAtBoth();
    const [one, two] = gateways;
    expect(await two.getBalance({ account: "north/1" }, options)).toMatchObject({
      balance: "1000",
    });
    await one.logOut({}, options);
    expect(await failureOf(two.listPayments({ limit: 1 }, options))).toMatchObject({
      code: "UNAUTHENTICATED",
    });
  },
);

test.if(hasPostgres)("who registers at one gateway is known to the other", async () => {
  const carol = town.host("carol");
  const password = "carol-secret";
  const [one, two] = ["gateway", "gateway-2"].map((name) =>
    carol.connect(Gateway, town.address(name)),
  );
  expect(await one?.register({ password, accounts: ["south/4"] })).toEqual({});
  const twice = two?.register({ password, accounts: [] }) ?? Promise.resolve();
  expect(await failureOf(twice)).toMatchObject({ code: "ALREADY_EXISTS" });
  const session = await two?.logIn({ user: "carol", password });
  const options = { metadata: { authorization: `Bearer ${session?.token}` } };
  expect(await one?.getBalance({ account: "south/4" }, options)).toMatchObject({ balance: "70" });
});

test.if(hasPostgres)("one key at both gateways at once is paid once, with one answer", async () => {
  const { gateways, options, host } = await aliceAtBoth();
  const requests = Array.from({ length: 20 }, () => {
    return { key: uuidV7(host), payer: "north/1", payee: "south/2", amount: 1 };
  });
  const [one] = gateways;
  const before = await one.getBalance({ account: "north/1" }, options);
  const answers = await Promise.all(
    requests.flatMap((request) =>
      gateways.map(async (gateway) => {
        const answer = await gateway.pay(request, options).catch((error) => error.code as string);
        return { key: request.key, answer };
      }),
    ),
  );
  for (const { key } of requests) {
    const both = answers.filter((each) => each.key === key).map(({ answer }) => answer);
    // Whoever comes second is told that the first is at it, or what it answered.
    for (const answer of both) {
      if (typeof answer === "string") expect(answer).toBe("UNAVAILABLE");
    }
    const fresh = both.filter((answer) => typeof answer === "object" && !answer.replayed);
    expect(fresh).toHaveLength(1);
  }
  for (const request of requests) {
    const [here, there] = await Promise.all(gateways.map((each) => each.pay(request, options)));
    expect(here).toMatchObject({ replayed: true });
    expect(here?.receipt.equals(there?.receipt ?? Buffer.alloc(0))).toBe(true);
  }
  const isDone = async () => {
    const { balance, available } = await one.getBalance({ account: "north/1" }, options);
    return Number(before.balance) - Number(balance) === 20 && balance === available;
  };
  await until(isDone);
});
