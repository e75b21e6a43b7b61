import { describe, expect, test } from "bun:test";
import { anyPort, failureOf, temporaryDirectory, testHost, until } from "../host/test-support.ts";
import { startBranch } from "./branch.ts";
import { TestBank } from "./testing/bank.ts";

describe("balance mode", () => {
  test("an update at any branch is known at every branch when it is answered", async () => {
    await using bank = await TestBank.start("balance", 3);
    const customer = bank.customer();
    expect(await bank.ask(customer, "deposit", 2, 170n)).toBe(true);
    for (const branch of [1, 2, 3]) expect(await bank.ask(customer, "query", branch)).toBe(270n);
    expect(await bank.ask(customer, "withdraw", 3, 70n)).toBe(true);
    for (const branch of [1, 2, 3]) expect(await bank.ask(customer, "query", branch)).toBe(200n);
  });

  test("a withdrawal beyond the balance fails and changes nothing", async () => {
    await using bank = await TestBank.start("balance", 2);
    expect(await bank.ask(bank.customer(), "withdraw", 2, 101n)).toBe(false);
    expect(await bank.ask(bank.customer(), "query", 1)).toBe(100n);
    expect(await bank.ask(bank.customer(), "withdraw", 2, 100n)).toBe(true);
  });

  test("of many withdrawals at once only as many succeed as there is money", async () => {
    await using bank = await TestBank.start("balance", 3);
    const asked = Array.from({ length: 30 }, (_, place) =>
      bank.ask(bank.customer(place), "withdraw", (place % 3) + 1, 9n),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter((each) => each === true)).toHaveLength(11);
    for (const branch of [1, 2, 3]) {
      expect(await bank.ask(bank.customer(), "query", branch)).toBe(1n);
    }
  });

  test("a home branch that lost updates confirms nothing that others ignore", async () => {
    await using bank = await TestBank.start("balance", 2, { patienceMs: 200 });
    await bank.ask(bank.customer(), "deposit", 1, 1n);
    const updates = [2, 3, 4].map((sequence) => {
      return { sequence, money: "1", request: `${sequence}, of an earlier life` };
    });
    await bank.peer(2).propagate_Deposit({ origin: 1, updates });
    await bank.restart(1);
    const error = await failureOf(bank.ask(bank.customer(), "deposit", 1, 1n) as Promise<boolean>);
    expect(error.code).toBe("DEADLINE_EXCEEDED");
  });

  test("a request that comes again, elsewhere or after a restart, is done once", async () => {
    await using bank = await TestBank.start("balance", 2);
    const deposit = { caller: { request: "once" }, money: "10" };
    const first = await bank.branch(2).deposit(deposit);
    expect(await bank.branch(2).deposit(deposit)).toEqual(first);
    expect(await bank.branch(1).deposit(deposit)).toEqual(first);
    await bank.restart(1);
    expect(await bank.branch(1).deposit(deposit)).toEqual(first);
    expect(await bank.ask(bank.customer(), "query", 2)).toBe(110n);
  });

  test("a refused withdrawal stays refused, however much money comes later", async () => {
    await using bank = await TestBank.start("balance", 2);
    const withdrawal = { caller: { request: "too much" }, money: "500" };
    expect((await bank.branch(2).withdraw(withdrawal)).success).toBe(false);
    await bank.ask(bank.customer(), "deposit", 1, 1_000n);
    expect((await bank.branch(2).withdraw(withdrawal)).success).toBe(false);
    await bank.restart(1);
    expect((await bank.branch(1).withdraw(withdrawal)).success).toBe(false);
    expect(await bank.ask(bank.customer(), "query", 2)).toBe(1_100n);
  });
});

describe("branches that go down", () => {
  test("a branch that is down is not waited for, and has all when it is back", async () => {
    await using bank = await TestBank.start("balance", 3);
    await bank.stop(3);
    expect(await bank.ask(bank.customer(), "deposit", 2, 5n)).toBe(true);
    expect(await bank.ask(bank.customer(), "withdraw", 1, 25n)).toBe(true);
    await bank.restart(3);
    expect(await bank.ask(bank.customer(), "query", 3)).toBe(80n);
  });

  test("while the home branch is down others tell the balance, and refuse changes", async () => {
    await using bank = await TestBank.start("balance", 2);
    await bank.ask(bank.customer(), "deposit", 2, 5n);
    await bank.stop(1);
    expect(await bank.ask(bank.customer(), "query", 2)).toBe(105n);
    const error = await failureOf(bank.ask(bank.customer(), "deposit", 2, 5n) as Promise<boolean>);
    expect(error.details).toStartWith("the home branch:");
    await bank.restart(1);
    const deposit = () => bank.ask(bank.customer(), "deposit", 2, 5n);
    await until(() => deposit().then(Boolean, () => false));
    expect(await bank.ask(bank.customer(), "query", 1)).toBe(110n);
  });

  // A connection that was refused says so for a while, also when the branch is back.
  test("a branch that has just come back is waited for, whatever was refused before", async () => {
    await using bank = await TestBank.start("balance", 2);
    for (const balance of [101n, 102n, 103n]) {
      await bank.stop(2);
      await bank.ask(bank.customer(), "deposit", 1, 1n);
      await bank.restart(2);
      expect(await bank.ask(bank.customer(), "query", 2)).toBe(balance);
      await bank.ask(bank.customer(), "deposit", 1, 1n);
      expect(await bank.ask(bank.customer(), "query", 2)).toBe(balance + 1n);
      await bank.ask(bank.customer(), "withdraw", 1, 1n);
    }
  });
});

describe("propagated messages", () => {
  test("a propagated message that comes again, or late, is applied once", async () => {
    await using bank = await TestBank.start("balance", 2);
    await bank.ask(bank.customer(), "deposit", 1, 10n);
    const update = { sequence: 1, money: "10", request: "request 1" };
    const again = { origin: 1, updates: [update] };
    expect(await bank.peer(2).propagate_Deposit(again)).toMatchObject({ applied: "1" });
    expect(await bank.ask(bank.customer(), "query", 2)).toBe(110n);
  });

  test("what a branch is told it passes on to nobody", async () => {
    await using bank = await TestBank.start("sessions", 3);
    const update = { sequence: 1, money: "10", request: "told to branch 2 alone" };
    await bank.peer(2).propagate_Deposit({ origin: 9, updates: [update] });
    const seenAt = async (branch: number) => {
      const { seen } = await bank.branch(branch).query({ caller: { request: `at ${branch}` } });
      return seen.map((version) => Number(version.branch));
    };
    const customer = bank.customer();
    await bank.ask(customer, "deposit", 1, 1n);
    await bank.ask(customer, "query", 3);
    expect(await seenAt(2)).toContain(9);
    expect(await seenAt(1)).not.toContain(9);
    expect(await seenAt(3)).not.toContain(9);
  });

  test("a withdrawal that comes before the deposit that it follows waits for it", async () => {
    await using bank = await TestBank.start("balance", 2);
    const update = (sequence: number, withdraw: boolean) => {
      return { origin: 9, updates: [{ sequence, withdraw, money: "50", request: `${sequence}` }] };
    };
    const later = bank.peer(2).propagate_Withdraw(update(2, true));
    await bank.peer(2).propagate_Deposit(update(1, false));
    expect(await later).toMatchObject({ applied: "2" });
    expect(await bank.ask(bank.customer(), "query", 2)).toBe(100n);
  });
});

describe("sessions mode", () => {
  test("a branch that can't catch up says so in time, and what it lacks", async () => {
    await using bank = await TestBank.start("sessions", 2, { patienceMs: 50 });
    const caller = { request: "q", customer: 7, writes: [{ branch: 1, sequence: 3 }] };
    const error = await failureOf(bank.branch(2).query({ caller }));
    expect(error.code).toBe("UNAVAILABLE");
    expect(error.definite).toBe(true);
    expect(error.details).toStartWith("branch 2 has not heard from branch 1 what customer 7");
  });

  test("what is held back others do not see, and its author is told no lies", async () => {
    const options = { propagationDelayMs: 60_000, patienceMs: 50 };
    await using bank = await TestBank.start("sessions", 2, options);
    const author = bank.customer(1);
    await bank.ask(author, "deposit", 2, 40n);
    expect(await bank.ask(bank.customer(2), "query", 1)).toBe(100n);
    const error = await failureOf(bank.ask(author, "query", 1) as Promise<bigint>);
    expect(error.code).toBe("UNAVAILABLE");
  });

  test("a customer finds his own writes at the next branch, held back as they may be", async () => {
    await using bank = await TestBank.start("sessions", 3, { propagationDelayMs: 100 });
    const customer = bank.customer();
    await bank.ask(customer, "deposit", 3, 40n);
    expect(await bank.ask(customer, "query", 2)).toBe(140n);
    expect(await bank.ask(customer, "withdraw", 1, 140n)).toBe(true);
    expect(await bank.ask(customer, "query", 3)).toBe(0n);
  });

  test("what two branches pay out at once is never the same money", async () => {
    await using bank = await TestBank.start("sessions", 3, { propagationDelayMs: 20 });
    const answers = await Promise.all(
      [1, 2, 3].map((branch) => bank.ask(bank.customer(branch), "withdraw", branch, 60n)),
    );
    expect(answers.filter((each) => each === true)).toHaveLength(1);
  });
});

describe("clocks mode", () => {
  test("a branch's clock and its messages outlive a restart", async () => {
    await using bank = await TestBank.start("clocks", 2);
    const customer = bank.customer();
    const clocks = async () => {
      const stamped: number[] = [];
      for await (const { events } of bank.branch(2).listMessages({})) {
        stamped.push(...events.map(({ clock }) => Number(clock)));
      }
      return stamped;
    };
    await bank.ask(customer, "deposit", 2, 1n);
    const before = await clocks();
    await bank.restart(2);
    await bank.ask(bank.customer(2), "deposit", 2, 1n);
    const after = await clocks();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after).toEqual([...new Set(after)].sort((one, other) => one - other));
    expect(after.length).toBeGreaterThan(before.length);
  });
});

describe("what is no request", () => {
  test("only the home branch puts orders of other branches in order", async () => {
    await using bank = await TestBank.start("balance", 2);
    const error = await failureOf(bank.home(2).execute({ orders: [] }));
    expect(error.code).toBe("FAILED_PRECONDITION");
    const order = { money: "5", caller: null };
    const { results } = await bank.home(1).execute({ orders: [order] });
    expect(results[0]).toMatchObject({ success: false, code: "INVALID_ARGUMENT", definite: true });
  });

  test("a branch that is started otherwise than the others is refused at once", async () => {
    await using bank = await TestBank.start("balance", 1);
    const other = await failureOf(bank.restart(2, { mode: "clocks" }));
    expect(other.details).toBe("branch 1 began in balance mode with 100: begin all branches alike");
    const richer = await failureOf(bank.restart(3, { balance: 500 }));
    expect(richer.code).toBe("FAILED_PRECONDITION");
  });

  test("a book of another branch or of another opening balance is refused", async () => {
    using directory = temporaryDirectory();
    const host = testHost({ dataDirectory: directory.path });
    const limits = { patienceMs: 1_000, joinTimeoutMs: 1_000, propagationDelayMs: 0 };
    const mode = "balance" as const;
    const options = { branch: 1, balance: 100, home: undefined, mode, address: anyPort, ...limits };
    const server = await startBranch(host, options);
    await server.stop(0);
    const other = await failureOf(startBranch(host, { ...options, branch: 2 }));
    expect(other.details).toContain("this directory holds another book");
    const richer = await failureOf(startBranch(host, { ...options, balance: 200 }));
    expect(richer.code).toBe("FAILED_PRECONDITION");
    host[Symbol.dispose]();
  });
});
