import { afterAll, beforeAll, expect, test } from "bun:test";
import { ensureCertificates } from "../../harness/kit/certificates.ts";
import { RpcError } from "../host/rpc-error.ts";
import { failureOf, until } from "../host/test-support.ts";
import { decodeReceipt } from "./protocol.ts";
import { Town } from "./testing/town.ts";
import { uuidV7 } from "./uuid-v7.ts";

let town: Town;
beforeAll(async () => {
  town = await Town.open(ensureCertificates);
});
afterAll(async () => {
  await town[Symbol.asyncDispose]();
});

/** Calls again while the connection to a node that was restarted is not there. */
async function reached<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  let answer: Answer | undefined;
  await until(async () => {
    try {
      answer = await call();
      return true;
    } catch (error) {
      if (error instanceof RpcError && ["UNAVAILABLE", "ABORTED"].includes(error.code))
        return false;
      throw error;
    }
  });
  return answer as Answer;
}

test("a payment moves money between two banks, once", async () => {
  const alice = await town.loggedIn("alice");
  const bob = await town.loggedIn("bob");
  const paid = await alice.pay("north/1", "south/2", "100");
  expect(paid.state).toBe("paid");
  const own = await alice.gateway.getBalance({ account: "north/1" }, alice.options);
  expect(own.available).toBe("900");
  await until(async () => {
    const { balance } = await bob.gateway.getBalance({ account: "south/2" }, bob.options);
    return balance === "600";
  });
  const { payments } = await alice.gateway.listPayments({ limit: 10 }, alice.options);
  expect(payments.map(({ state, amount, key }) => [state, amount, key])).toEqual([
    ["committed", "100", paid.key],
  ]);
});

test("one key gets the same bytes each time, also of a gateway that was restarted", async () => {
  const alice = await town.loggedIn("alice");
  const key = uuidV7(town.host("mallory"));
  const request = { key, payer: "north/1", payee: "south/3", amount: 7 };
  const [one, other] = await Promise.all([
    alice.gateway.pay(request, alice.options),
    alice.gateway.pay(request, alice.options),
  ]);
  expect([one.replayed, other.replayed].sort()).toEqual([false, true]);
  expect(other.receipt.equals(one.receipt)).toBe(true);
  const changed = await failureOf(alice.gateway.pay({ ...request, amount: 8 }, alice.options));
  expect(changed.code).toBe("ALREADY_EXISTS");
  await town.stop("gateway");
  await town.startGateway();
  const again = await reached(() => alice.gateway.pay(request, alice.options));
  expect(again.replayed).toBe(true);
  expect(again.receipt.equals(one.receipt)).toBe(true);
  expect(decodeReceipt(again.receipt).outcome).toBe("PAID");
});

test("a refusal for good is remembered with its reason", async () => {
  const alice = await town.loggedIn("alice");
  const key = uuidV7(town.host("mallory"));
  const request = { key, payer: "south/3", payee: "south/2", amount: 1_000_000 };
  const first = await alice.gateway.pay(request, alice.options);
  expect(decodeReceipt(first.receipt)).toMatchObject({
    outcome: "REFUSED",
    reason: "there is not enough money in the account",
  });
  const again = await alice.gateway.pay(request, alice.options);
  expect(again.receipt.equals(first.receipt)).toBe(true);
  const unknown = await alice.pay("north/1", "south/99", "5");
  expect([unknown.state, unknown.reason]).toEqual(["refused", "there is no such account"]);
});

test("what can't be paid is refused with a clear status", async () => {
  const alice = await town.loggedIn("alice");
  const good = { key: uuidV7(town.host("mallory")), payer: "north/1", payee: "south/2" };
  const codes = new Map<object, string>([
    [{ ...good, amount: 0 }, "INVALID_ARGUMENT"],
    [{ ...good, amount: -5 }, "INVALID_ARGUMENT"],
    [{ ...good, amount: "9223372036854775807" }, "INVALID_ARGUMENT"],
    [{ ...good, amount: "-9223372036854775808" }, "INVALID_ARGUMENT"],
    [{ ...good, amount: 5, key: "k".repeat(100_000) }, "INVALID_ARGUMENT"],
    [{ ...good, amount: 5, key: "" }, "INVALID_ARGUMENT"],
    [{ ...good, amount: 5, payee: "north/1" }, "INVALID_ARGUMENT"],
    [{ ...good, amount: 5, payee: "nowhere/1" }, "NOT_FOUND"],
    [{ ...good, amount: 5, payee: "what" }, "INVALID_ARGUMENT"],
    [{ ...good, amount: 5, payer: "south/2" }, "PERMISSION_DENIED"],
  ]);
  for (const [request, code] of codes) {
    const error = await failureOf(alice.gateway.pay(request, alice.options));
    expect([JSON.stringify(request).slice(0, 120), error.code]).toEqual([
      JSON.stringify(request).slice(0, 120),
      code as never,
    ]);
  }
});

test("a bank that is away aborts the payment, and the same key goes through later", async () => {
  const alice = await town.loggedIn("alice");
  const key = uuidV7(town.host("mallory"));
  const request = { key, payer: "north/1", payee: "south/2", amount: 3 };
  await town.stop("south");
  const error = await failureOf(alice.gateway.pay(request, alice.options));
  expect([error.code, error.definite]).toEqual(["ABORTED", true]);
  await town.startBank("south");
  const { receipt, replayed } = await reached(() => alice.gateway.pay(request, alice.options));
  expect([decodeReceipt(receipt).outcome, replayed]).toEqual(["PAID", false]);
});
