import { describe, expect, test } from "bun:test";
import type { ReplicaEntry } from "./convergence.ts";
import type { FinalStates } from "./final-state.ts";
import { type FileStoreJudgement, judgeFileStore } from "./judge-file-store.ts";
import type { FileStoreProtocol } from "./promises.ts";
import { type Call, eventsOf, fileCall } from "./testing/calls.ts";
import { combine } from "./verdict.ts";

type Span = readonly [from: number, to: number];

const wrote = (content: string, version: string, span: Span, uuid = "u", name = "n"): Call =>
  fileCall(`w${span[0]}`, "write", uuid, "SUCCESS", span, { name, content, version });
const deleted = (version: string, span: Span): Call =>
  fileCall(`d${span[0]}`, "delete", "u", "SUCCESS", span, { version });
const saw = (content: string, version: string, from: number, node = "r1", name = "n"): Call =>
  fileCall("c", "read", "u", "SUCCESS", [from, from + 0.5], { name, content, version, node });
const sawNothing = (from: number, node = "r1"): Call =>
  fileCall("c", "read", "u", "FILE DOES NOT EXIST", [from, from + 0.5], { node });
const sawDeleted = (version: string, from: number, node = "r1"): Call =>
  fileCall("c", "read", "u", "FILE ALREADY DELETED", [from, from + 0.5], { version, node });

/** A read by the protocol itself, not at one replica. */
function anywhere({ node, ...call }: Call): Call {
  return call;
}

const entry = (content: string, version: string): ReplicaEntry => {
  return { key: "u", name: "n", content, version, deleted: false };
};
const tombstone: ReplicaEntry = { key: "u", name: "", content: "", version: "2", deleted: true };
const held = (...states: ReplicaEntry[][]): FinalStates =>
  new Map(states.map((state, index) => [`r${index + 1}`, state]));

const quiet = { quietAtMs: 100 };
const first = wrote("a", "1", [1, 2]);
const second = wrote("b", "2", [3, 4]);

type Case = [
  what: string,
  protocol: FileStoreProtocol,
  calls: Call[],
  judgement: FileStoreJudgement,
  check: string,
  witness: string,
];

const broken: Case[] = [
  [
    "an acknowledged write that a backup does not answer with",
    "blocking",
    [first, second, saw("a", "1", 5)],
    {},
    "regular",
    "c's read() of u at r1",
  ],
  [
    "a late joiner that serves without state",
    "blocking",
    [first, sawNothing(5, "r4")],
    {},
    "regular",
    "c's read() of u at r4",
  ],
  [
    "half a content",
    "blocking",
    [wrote("whole", "1", [1, 2]), saw("who", "1", 5)],
    {},
    "regular",
    '"content":"who"',
  ],
  [
    "the content of one write under the version of another",
    "blocking",
    [first, wrote("b", "2", [3, 9]), saw("b", "1", 5)],
    {},
    "version order",
    '"content":"b"',
  ],
  [
    "the content of a file under another name",
    "blocking",
    [first, saw("a", "1", 5, "r1", "m")],
    {},
    "regular",
    '"name":"m"',
  ],
  [
    "two creates of one name",
    "nonblocking",
    [wrote("a", "1", [1, 3]), wrote("b", "2", [2, 4], "v")],
    {},
    "one file a name",
    "write",
  ],
  [
    "an update that does not advance the version",
    "nonblocking",
    [first, wrote("b", "1", [3, 4])],
    {},
    "version order",
    "write",
  ],
  [
    "a deleted file that is written again",
    "nonblocking",
    [first, deleted("2", [3, 4]), wrote("b", "3", [5, 6])],
    {},
    "a deleted file stays deleted",
    "w5's write",
  ],
  [
    "a file that a concurrent write revived",
    "quorum-regular",
    [first, deleted("2", [3, 6]), wrote("b", "3", [4, 5]), anywhere(saw("b", "3", 7))],
    {},
    "a deleted file stays deleted",
    "c's read",
  ],
  [
    "a backup that applies updates out of order",
    "nonblocking",
    [first, second, saw("b", "2", 5), saw("a", "1", 6)],
    {},
    "each replica goes forward",
    "is older than",
  ],
  [
    "a backup that never hears of a write",
    "nonblocking",
    [first, second, saw("a", "1", 101)],
    quiet,
    "eventual",
    "does not tell of w3's write",
  ],
  [
    "a backup that lost all in the end",
    "nonblocking",
    [first],
    { finalStates: held([entry("a", "1")], []) },
    "convergence",
    "r2 has nothing",
  ],
  [
    "an acknowledged write that is lost everywhere in the end",
    "nonblocking",
    [first, second],
    { finalStates: held([entry("a", "1")], [entry("a", "1")]) },
    "the final state agrees with the history",
    "w3's write",
  ],
  [
    "a content in the end that nobody wrote",
    "blocking",
    [first],
    { finalStates: held([entry("?", "1")], [entry("?", "1")]) },
    "the final state agrees with the history",
    "nobody had written",
  ],
  [
    "a deletion that is undone in the end",
    "nonblocking",
    [first, deleted("2", [3, 4])],
    { finalStates: held([entry("a", "1")], [entry("a", "1")]) },
    "a deleted file stays deleted",
    "d3's delete",
  ],
  [
    "one version a replica",
    "blocking",
    [first],
    { finalStates: held([entry("a", "1")], [entry("a", "1b")]) },
    "convergence",
    "version 1b",
  ],
  [
    "updates without one order: an update of a file that was never created",
    "nonblocking",
    [fileCall("a", "write", "u", "DELETED FILE CANNOT BE UPDATED", [1, 2])],
    {},
    "linearizable updates",
    "no place for a's write",
  ],
  [
    "new then old under quorum, linearizable",
    "quorum-linearizable",
    [first, wrote("b", "2", [3, 20]), saw("b", "2", 5), saw("a", "1", 7)].map(anywhere),
    {},
    "linearizable",
    "no place for c's read",
  ],
  [
    "an acknowledged write that no quorum holds in the end",
    "quorum-regular",
    [first, second],
    { finalStates: held([entry("a", "1")], [], [entry("a", "1")]) },
    "the final state agrees with the history",
    "w3's write",
  ],
];

describe("a broken promise is seen", () => {
  test.each(broken)("%s (%s)", (_, protocol, calls, judgement, name, witness) => {
    const checks = judgeFileStore(protocol, eventsOf(calls), judgement);
    const found = checks.find((check) => check.name === name);
    expect(found).toMatchObject({ name, verdict: "FAIL" });
    expect(found?.evidence).toContain(witness);
  });
});

const reused = [tombstone, { ...entry("c", "3"), key: "v" }];
const same = held([entry("b", "2")], [entry("b", "2")]);

const kept: [string, FileStoreProtocol, Call[], FileStoreJudgement][] = [
  [
    "new then old at two backups during a blocking write",
    "blocking",
    [first, wrote("b", "2", [3, 20]), saw("b", "2", 5, "r2"), saw("a", "1", 7, "r1")],
    { finalStates: same },
  ],
  [
    "stale reads before quiet",
    "nonblocking",
    [first, second, saw("a", "1", 5), sawNothing(6, "r2"), saw("b", "2", 101), saw("b", "2", 102)],
    { ...quiet, finalStates: same },
  ],
  [
    "a write of unknown outcome that shows up late",
    "blocking",
    [first, { ...second, to: Infinity }, saw("a", "1", 10), saw("b", "2", 20)],
    { finalStates: same },
  ],
  [
    "a name that a delete freed",
    "nonblocking",
    [first, deleted("2", [3, 4]), wrote("c", "3", [5, 6], "v"), sawDeleted("2", 101)],
    { finalStates: held(reused, reused) },
  ],
  [
    "a replica that was not asked, under quorum",
    "quorum-linearizable",
    [first, sawNothing(5, "r3"), anywhere(saw("a", "1", 7))],
    { finalStates: held([entry("a", "1")], [entry("a", "1")], []) },
  ],
];

describe("what keeps the promise is not flagged", () => {
  test.each(kept)("%s (%s)", (_, protocol, calls, judgement) => {
    const checks = judgeFileStore(protocol, eventsOf(calls), judgement);
    expect(checks.filter((check) => check.verdict === "FAIL")).toEqual([]);
  });

  test("a whole run passes, and tells how stale reads were", () => {
    const calls = [first, second, saw("a", "1", 5, "r2"), saw("b", "2", 101, "r2")];
    const checks = judgeFileStore("nonblocking", eventsOf(calls), { ...quiet, finalStates: same });
    expect(combine(checks)).toBe("PASS");
    expect(checks.at(-1)?.evidence).toBe("r2: 1 of 2 reads, at most 1 versions and 1.0 ms behind");
  });

  test("no time leaves the promised rungs undecided, and the run too", () => {
    const limits = { timeLimitMs: -1 };
    const checks = judgeFileStore("blocking", eventsOf([first, saw("a", "1", 5)]), { limits });
    const open = checks.filter((check) => check.verdict === "UNDECIDED").map((each) => each.name);
    expect(open).toEqual(["regular", "linearizable updates"]);
    expect(combine(checks)).toBe("UNDECIDED");
  });
});
