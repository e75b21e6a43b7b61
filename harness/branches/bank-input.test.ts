import { describe, expect, test } from "bun:test";
import { InputError, parseBank } from "./bank-input.ts";

const branch = (id: number, balance: unknown = 400) => ({ id, type: "branch", balance });
const customer = (id: number, events: unknown) => ({ id, type: "customer", events });
const query = { id: 1, interface: "query" };

const parse = (...entries: unknown[]) => parseBank(JSON.stringify(entries));

describe("quirks of real files are taken", () => {
  test("an amount on a query says nothing, not even a wrong one", () => {
    const { customers } = parse(customer(1, [{ ...query, money: -3.5 }]), branch(1));
    expect(customers[0]?.events[0]).toMatchObject({ operation: "query", money: 0n, branch: 1 });
  });

  test("the interface may be in upper case", () => {
    const { customers } = parse(customer(1, [{ id: 1, interface: "QUERY" }]), branch(1));
    expect(customers[0]?.events[0]?.operation).toBe("query");
  });

  test("customers with one id stay two, with a warning", () => {
    const { customers, warnings } = parse(customer(1, [query]), customer(1, []), branch(1));
    expect(customers.map(({ events }) => events.length)).toEqual([1, 0]);
    expect(warnings.join()).toContain("several customers have the id 1");
  });

  test("events with one id, or out of order, keep the list's order, with a warning", () => {
    const events = [3, 1, 3].map((id) => ({ id, interface: "deposit", money: id }));
    const { customers, warnings } = parse(customer(1, events), branch(1));
    expect(customers[0]?.events.map(({ money }) => money)).toEqual([3n, 1n, 3n]);
    expect(warnings).toHaveLength(2);
  });

  test("customers without a branch of their own share those that there are", () => {
    const { customers, warnings } = parse(
      ...[1, 2, 3].map((id) => customer(id, [query])),
      ...[branch(1), branch(2)],
    );
    expect(customers.map(({ events }) => events[0]?.branch)).toEqual([1, 2, 1]);
    expect(warnings.join()).toContain("there is no branch 3");
  });

  test("an event may name a branch, as `branch` or as `dest`", () => {
    const events = [
      { ...query, branch: 2 },
      { ...query, dest: 1 },
    ];
    const bank = parse(customer(7, events), branch(1), branch(2));
    expect(bank.customers[0]?.events.map((event) => event.branch)).toEqual([2, 1]);
    expect(bank.mode).toBe("sessions");
  });

  test("the form tells the mode", () => {
    const request = { "customer-request-id": 9, interface: "deposit", money: 1 };
    const clocks = parse({ id: 1, type: "customer", "customer-requests": [request] }, branch(1));
    expect(clocks.mode).toBe("clocks");
    expect(clocks.customers[0]?.events[0]?.number).toBe(9);
    expect(parse(customer(1, [query]), branch(1)).mode).toBe("balance");
  });
});

describe("what is wrong is one sentence with its place", () => {
  const deposit = (money: unknown) => customer(1, [{ id: 1, interface: "deposit", money }]);
  const cases: readonly (readonly [string, readonly unknown[], string])[] = [
    ["negative money", [deposit(-1), branch(1)], "entry 1 (customer 1), event 1: its money"],
    ["fractional money", [deposit(1.5), branch(1)], "but is 1.5"],
    ["money as text", [deposit("10"), branch(1)], 'but is "10"'],
    ["no money", [deposit(undefined), branch(1)], "but is missing"],
    ["money beyond 2^53", [deposit(2 ** 53), branch(1)], "its money must be a whole number"],
    ["an unknown interface", [customer(1, [{ interface: "steal" }]), branch(1)], '"steal"'],
    ["no such branch", [customer(1, [{ ...query, branch: 9 }]), branch(1)], "no branch 9"],
    ["no branches", [customer(1, [query])], "there is no branch"],
    ["two branches of one id", [branch(1), branch(1)], "entry 2 (branch 1): there is a branch"],
    ["unequal balances", [branch(1), branch(2, 500)], "they share one account"],
    ["a negative balance", [branch(1, -5)], "its balance must be a whole number"],
    ["an unknown type", [{ id: 1, type: "robber" }], '"robber"'],
    ["no events", [customer(1, undefined), branch(1)], "it must have a list of events"],
    ["an event that is none", [customer(1, [7]), branch(1)], "event 1: it must be an object"],
    ["an entry that is none", [null, branch(1)], "entry 1: it must be an object, but is null"],
    ["no id", [{ type: "customer", events: [] }, branch(1)], "its id must be a whole number"],
  ];
  for (const [what, entries, sentence] of cases) {
    test(what, () => {
      expect(() => parse(...entries)).toThrow(InputError);
      expect(() => parse(...entries)).toThrow(sentence);
    });
  }

  test("not JSON, and not a list", () => {
    expect(() => parseBank("[{")).toThrow("it is not JSON");
    expect(() => parseBank("{}")).toThrow("it must be a list");
  });
});
