import { afterAll, beforeAll, expect, test } from "bun:test";
import { ensureCertificates } from "../../harness/kit/certificates.ts";
import { freePorts } from "../../harness/kit/free-ports.ts";
import { failureOf, until } from "../host/test-support.ts";
import { Bank, Coordinator } from "./protocol.ts";
import { Town } from "./testing/town.ts";
import { uuidV7 } from "./uuid-v7.ts";

let town: Town;
beforeAll(async () => {
  town = await Town.open(ensureCertificates);
});
afterAll(async () => {
  await town[Symbol.asyncDispose]();
});

/** Has north prepare, as a gateway would that dies then. @returns what north says of it */
async function leaveInDoubt(gateway: string, coordinators: string[]) {
  const host = town.host(gateway);
  const north = town.address("north");
  const transaction = uuidV7(host);
  const request = { transaction, debit: "1", credit: "", amount: 1, coordinators };
  expect(await host.connect(Bank, north).prepare(request)).toMatchObject({ vote: "YES" });
  const auditor = town.host("gateway-2").connect(Bank, north);
  return async () => {
    const pages = await Array.fromAsync(auditor.audit({}));
    const held = pages.flatMap(({ transactions }) => transactions);
    return held.find((each) => each.transaction === transaction)?.phase;
  };
}

test("a bank whose gateway is away asks the others of its store", async () => {
  const [nobody] = await freePorts(1);
  await town.stop("gateway");
  const coordinators = [`127.0.0.1:${nobody}`, town.address("gateway")];
  const phase = await leaveInDoubt("gateway", coordinators);
  expect(await phase()).toBe("prepared");
  await town.startGateway();
  await until(async () => (await phase()) === "aborted");
});

test("a gateway on another store does not presume what it can't know", async () => {
  const phase = await leaveInDoubt("gateway-2", [town.address("gateway")]);
  const bank = town.host("south");
  const coordinator = bank.connect(Coordinator, town.address("gateway"));
  const asked = { gateway: "gateway-2", transactions: [uuidV7(bank)] };
  expect((await failureOf(coordinator.resolve(asked))).code).toBe("FAILED_PRECONDITION");
  expect(await coordinator.resolve({ ...asked, gateway: "gateway" })).toEqual({
    decisions: ["ABORT"],
  });
  expect(await phase()).toBe("prepared");
});
