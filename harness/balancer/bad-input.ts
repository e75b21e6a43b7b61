/** What must be refused, each with its own status, and what must still hold after all of it. */
import { Backend, Balancer, Membership } from "../../nodes/balancer/protocol.ts";
import { fail, pass } from "../check/verdict.ts";
import type { BalancerCluster } from "./balancer-cluster.ts";
import { codeOf } from "./code-of.ts";
import type { BalancerContext } from "./flags.ts";

interface Attempt {
  readonly what: string;
  readonly due: string;
  readonly call: () => Promise<unknown>;
}

export async function badInput(context: BalancerContext, balanced: BalancerCluster): Promise<void> {
  context.progress("bad input to the balancer and to a backend");
  const before = await balanced.listed();
  const rows: string[][] = [];
  const wrong: string[] = [];
  for (const { what, due, call } of attempts(context, balanced)) {
    const code = await codeOf(call());
    rows.push([what, code]);
    if (code !== due) wrong.push(`${what}: ${code} instead of ${due}`);
  }
  context.table("bad input", { head: ["what was sent", "answer"], rows });
  const refused = "bad input is refused, each by its status";
  context.check(
    wrong.length === 0 ? pass(refused, `${rows.length} of them`) : fail(refused, wrong.join("; ")),
  );
  const after = await balanced.listed();
  const { choices } = await balanced.balancer().pick({ count: 1_000 });
  const harmless = "bad input changes nothing and breaks nothing";
  const evidence = `${after.length} of ${before.length} backends listed, ${choices.length} named`;
  const same = Bun.deepEquals(before, after) && choices.length === before.length;
  context.check(same ? pass(harmless, evidence) : fail(harmless, evidence));
}

function attempts({ host }: BalancerContext, balanced: BalancerCluster): Attempt[] {
  const [first] = balanced.backends.values();
  const address = balanced.balancers[0]?.address ?? "";
  if (first === undefined) throw new Error("there is no backend");
  const membership = host.connect(Membership, address);
  const backend = host.connect(Backend, first.address);
  const invalid = "INVALID_ARGUMENT";
  const now = Number.MAX_SAFE_INTEGER;
  const report = (load: object) => () =>
    membership.report({
      id: first.id,
      incarnation: now,
      sequence: now,
      load: { capacity: 1, ...load },
    });
  const register = (id: string, at: string, incarnation: number) => () =>
    membership.register({ backend: { id, address: at }, incarnation });
  const pick = Balancer.methods.get("pick");
  if (pick === undefined) throw new Error("there is no method Pick");
  // A number that is cut off.
  const garbage = { ...pick, encodeRequest: () => Buffer.from([0x08]) };
  const broken = { ...Balancer, methods: new Map([["pick", garbage]]) };
  return [
    {
      what: "an unknown policy",
      due: invalid,
      call: () => balanced.admin().setPolicy({ policy: "best" }),
    },
    { what: "a negative load", due: invalid, call: report({ inFlight: -1 }) },
    { what: "a load that is NaN", due: invalid, call: report({ utilization: Number.NaN }) },
    { what: "an absurd load", due: invalid, call: report({ requestsPerSecond: 1e300 }) },
    { what: "no load", due: invalid, call: () => membership.report({ id: first.id }) },
    {
      what: "a foreign address",
      due: "PERMISSION_DENIED",
      call: register("x1", "bank.example:443", 1),
    },
    { what: "another's address", due: "ALREADY_EXISTS", call: register("x1", first.address, 1) },
    { what: "an older incarnation", due: "ABORTED", call: register(first.id, "127.0.0.1:9", 1) },
    { what: "no address", due: invalid, call: register("x1", "", 1) },
    {
      what: "10,000 calls at once",
      due: invalid,
      call: () => balanced.balancer().pick({ calls: 10_000 }),
    },
    { what: "an unknown task", due: invalid, call: () => backend.compute({ task: "nosuch" }) },
    {
      what: "a task too large",
      due: invalid,
      call: () => backend.compute({ task: "primes", size: "18446744073709551615" }),
    },
    {
      what: "a message of another service",
      due: "UNIMPLEMENTED",
      call: () => host.connect(Backend, address).compute({ task: "primes", size: 10 }),
    },
    {
      what: "bytes that are no message",
      due: "INTERNAL",
      call: () => host.connect(broken, address).pick({}),
    },
  ];
}
