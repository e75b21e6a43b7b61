import { expect, test } from "bun:test";
import { networks } from "../../harness/sim/network-model.ts";
import { Simulation } from "../../harness/sim/simulation.ts";
import { run } from "../../harness/sim/testing/world.ts";
import { failureOf } from "../host/test-support.ts";
import type { Message } from "./algorithm.ts";
import { accounts, bribe, type Post, wage } from "./camp.ts";
import { startGeneral } from "./general.ts";
import { General } from "./protocol.ts";
import { startTraitor } from "./traitor.ts";

interface Options {
  readonly generals: number;
  readonly traitors?: readonly number[];
  readonly mutualTls?: boolean;
}

/** Generals in a world of their own, with the camp and a stranger. */
function startArmy({ generals, traitors = [], mutualTls = true }: Options) {
  const network = networks.get("lan");
  if (network === undefined) throw new Error("there is no network called lan");
  const simulation = new Simulation({ seed: 1, network, mutualTls });
  const posts: Post[] = Array.from({ length: generals }, (_, general) => {
    return { id: `general-${general}`, address: `general-${general}:1` };
  });
  for (const [general, { id, address }] of posts.entries()) {
    const start = traitors.includes(general) ? startTraitor : startGeneral;
    const node = simulation.addNode(id, (host) => start(host, { address, camp: "camp" }));
    run(simulation, () => simulation.start(node));
  }
  const [camp, stranger] = [simulation.client("camp"), simulation.client("stranger")];
  const now = () => simulation.scheduler.now;
  return { posts, camp, stranger, now, run: <R>(body: () => Promise<R>) => run(simulation, body) };
}

const plan = {
  campaign: 1,
  algorithm: "oral",
  traitors: 1,
  order: "ATTACK",
  roundMs: 100,
} as const;

const muster = {
  campaign: 1,
  algorithm: "ORAL",
  traitors: 1,
  generals: ["general-0", "general-1"].map((id) => ({ id, address: `${id}:1` })),
  roundMs: 100,
} as const;

test("a campaign among loyal generals takes no longer than its messages travel", () => {
  const army = startArmy({ generals: 4 });
  const beganAt = army.now();
  const outcomes = army.run(() => wage(army.camp, army.posts, plan));
  expect(outcomes.map(({ decision }) => decision)).toEqual(Array(4).fill("ATTACK"));
  expect(army.now() - beganAt).toBeLessThan(plan.roundMs);
});

test("a silent traitor makes every round as long as it may be, and no longer", () => {
  const army = startArmy({ generals: 4, traitors: [2] });
  const beganAt = army.now();
  const outcomes = army.run(() => wage(army.camp, army.posts, plan));
  expect(outcomes[1]?.decision).toBe("ATTACK");
  const tookMs = army.now() - beganAt;
  expect(tookMs).toBeGreaterThanOrEqual(plan.roundMs);
  expect(tookMs).toBeLessThan(3 * plan.roundMs);
});

test("only the camp commands, and only a general of the campaign is heard", () => {
  const army = startArmy({ generals: 2 });
  const { posts, stranger, camp } = army;
  const [post] = posts as [Post];
  const asStranger = stranger.connect(General, post.address);
  const calls = [
    () => asStranger.enlist({ number: 0 }),
    () => asStranger.muster(muster),
    () => asStranger.march({ campaign: 1 }),
    () => asStranger.giveAccount({ campaign: 1 }),
  ];
  for (const call of calls) {
    expect(army.run(() => failureOf(call()))).toMatchObject({ code: "PERMISSION_DENIED" });
  }
  army.run(() => camp.connect(General, post.address).muster(muster));
  const tell = () => asStranger.tell({ campaign: 1, round: 1, messages: [] });
  expect(army.run(() => failureOf(tell()))).toMatchObject({ code: "PERMISSION_DENIED" });
});

test("without mutual TLS nobody is believed", () => {
  const army = startArmy({ generals: 2, mutualTls: false });
  const call = () => wage(army.camp, army.posts, plan);
  expect(army.run(() => failureOf(call()))).toMatchObject({ code: "UNAUTHENTICATED" });
});

test("a campaign that can't be is refused, and an unknown one is not marched in", () => {
  const army = startArmy({ generals: 2 });
  const general = army.camp.connect(General, army.posts[0]?.address ?? "");
  const wrong = [
    { ...muster, generals: muster.generals.slice(0, 1) },
    { ...muster, generals: muster.generals.toReversed().slice(0, 1) },
    { ...muster, traitors: 4 },
    { ...muster, traitors: 2 },
    { ...muster, roundMs: 0 },
    { ...muster, roundMs: 4_000_000_000 },
    { ...muster, order: "UNDECIDED" as const },
    { ...muster, generals: ["x", "y"].map((id) => ({ id, address: "x:1" })) },
    {},
  ];
  for (const request of wrong) {
    const error = army.run(() => failureOf(general.muster(request)));
    expect(error).toMatchObject({ code: "INVALID_ARGUMENT", definite: true });
  }
  for (const call of [general.march, general.giveAccount]) {
    const error = army.run(() => failureOf(call({ campaign: 7 })));
    expect(error).toMatchObject({ code: "FAILED_PRECONDITION" });
  }
});

test("a traitor refuses a bribe that it does not understand", () => {
  const army = startArmy({ generals: 2, traitors: [1] });
  for (const given of [{ strategy: "nosuch" }, { strategy: "tape", tape: "x" }]) {
    const call = () => bribe(army.camp, army.posts, { ...given, traitors: [1], conspiracy: 1 });
    expect(army.run(() => failureOf(call()))).toMatchObject({ code: "INVALID_ARGUMENT" });
  }
});

test("what is said in another's name is put down to who said it, and heeded nowhere", () => {
  const army = startArmy({ generals: 4, traitors: [3] });
  const told = army.run(async () => {
    await bribe(army.camp, army.posts, { strategy: "forge", traitors: [3], conspiracy: 1 });
    await wage(army.camp, army.posts, plan);
    return await accounts(army.camp, army.posts, 1);
  });
  const [, first] = told as [unknown, (typeof told)[number]];
  const forged = first.hearings.find(({ sender }) => sender === 3);
  expect(forged?.messages.some(({ path }) => !path.endsWith("3"))).toBe(true);
  expect(first.beliefs.find(({ path }) => path === "02")).toMatchObject({ order: "ATTACK" });
});

test("more than anybody has to say, or than a path can be long, is not kept", () => {
  const army = startArmy({ generals: 3, traitors: [] });
  const general = army.camp.connect(General, army.posts[1]?.address ?? "");
  const long: Message = { path: "0".repeat(100_000), order: "ATTACK", signatures: [] };
  const told = army.run(async () => {
    const generals = ["general-0", "general-1", "stranger"].map((id) => {
      return { id, address: `${id}:1` };
    });
    await general.muster({ ...muster, generals });
    const liar = army.stranger.connect(General, army.posts[1]?.address ?? "");
    await liar.tell({ campaign: 1, round: 2, messages: [long] });
    await liar.tell({ campaign: 1, round: 4_000_000_000, messages: [long] });
    return await general.giveAccount({ campaign: 1 }, { timeoutMs: 1_000 });
  });
  expect(told.hearings.flatMap(({ messages }) => messages)).toEqual([]);
});
