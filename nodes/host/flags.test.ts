import { expect, test } from "bun:test";
import {
  commandWith,
  type Flag,
  flag,
  flagName,
  parseFlag,
  parseFlags,
  UsageError,
} from "./flags.ts";

const flags = {
  leaseMs: flag.duration("how long", { minMs: 5, maxMs: 2_000, fallbackMs: 10 }),
  depth: flag.integer("how deep", { min: -5, max: 9, fallback: 0, unit: "m" }),
  count: flag.integer("how many", { min: 1, max: 9 }),
  listen: flag.address("where", "127.0.0.1:0"),
  mode: flag.choice("which", ["fast", "safe"], "safe"),
  seed: flag.optional(flag.integer("seed", { min: 0, max: 9 })),
  verbose: flag.switch("say more"),
};

const parse = (...line: string[]) => parseFlags("node", "A node.", flags, line);

test("what is not given has its default; an optional flag has none", () => {
  expect(parse("--count", "3")).toEqual({
    leaseMs: 10,
    depth: 0,
    count: 3,
    listen: "127.0.0.1:0",
    mode: "safe",
    verbose: false,
  } as never);
});

test("what is given is read, also as --flag=value", () => {
  const line = [
    "--lease=1.5s",
    "--depth=-5",
    "--count",
    "9",
    "--mode",
    "fast",
    "--seed",
    "0",
    "--verbose",
  ];
  expect(parse(...line, "--listen", "localhost:65535")).toEqual({
    leaseMs: 1_500,
    depth: -5,
    count: 9,
    listen: "localhost:65535",
    mode: "fast",
    seed: 0,
    verbose: true,
  });
});

const integer = flag.integer("", { min: 1, max: 9 }) as Flag<unknown>;
const duration = flag.duration("", { minMs: 5, maxMs: 2_000, fallbackMs: 5 }) as Flag<unknown>;
const address = flag.address("") as Flag<unknown>;
const addresses = flag.addresses("") as Flag<unknown>;
const choice = flag.choice("", ["fast", "safe"], "fast") as Flag<unknown>;

const refused: readonly (readonly [string, Flag<unknown>, string[]])[] = [
  ["integer", integer, ["", " ", "0", "10", "-1", "1.5", "1e0", "0x1", "NaN", "１", " 1", "1 "]],
  ["duration", duration, ["", "s", "2 s", "-1s", "4", "3s", "2001ms", "1m", "1e2", "0x9"]],
  ["address", address, ["", "host", "host:", ":1", "host:65536", "host:-1", "a b:1", "h:1:2"]],
  ["addresses", addresses, ["", "host", "h:1,h:1"]],
  ["choice", choice, ["", "FAST", "fas", "toString"]],
];

for (const [name, wanted, texts] of refused) {
  for (const text of texts) {
    test(`${name}: ${JSON.stringify(text)} is refused by a sentence that quotes it`, () => {
      const quoted = JSON.stringify(text);
      expect(() => parseFlag("leaseMs", wanted, text)).toThrow(UsageError);
      expect(() => parseFlag("leaseMs", wanted, text)).toThrow(
        new RegExp(`^--lease must be .* but is .*${RegExp.escape(quoted)}\\.$`),
      );
    });
  }
}

test("addresses are parted by commas, each must be one", () => {
  expect(parseFlag("servers", addresses, "h:1,h:2")).toEqual(["h:1", "h:2"]);
  for (const bad of [",", "h:1,", "h:1 ,h:2", "h:1,h:65536"]) {
    expect(() => parseFlag("servers", addresses, bad)).toThrow(UsageError);
  }
});

const badLines: readonly (readonly [string[], string])[] = [
  [[], "Required option '--count <N>' not specified. See --help."],
  [["--count"], "Option '--count <N>' argument missing. See --help."],
  [
    ["--count", "3", "--cuont", "4"],
    "Unknown option '--cuont' (Did you mean --count?) See --help.",
  ],
  [["--count", "3", "x"], "Too many arguments. Expected 0 arguments but got 1: x. See --help."],
];

for (const [line, sentence] of badLines) {
  test(`the command line ${JSON.stringify(line)} is refused in one sentence`, () => {
    expect(() => parse(...line)).toThrow(new UsageError(sentence));
  });
}

test("help has each flag with its range, unit and default, or that it is required", () => {
  const help = commandWith("node", "A node.", flags).helpInformation();
  expect(help).toMatch(/--lease <TIME> +how long \(5ms to 2s\) \(default: 10ms\)/);
  expect(help).toMatch(/--depth <M> +how deep \(-5 to 9 m\) \(default: 0 m\)/);
  expect(help).toMatch(/--count <N> +how many \(1 to 9\) \(required\)/);
  expect(help).toMatch(/--listen <HOST:PORT> +where \(default: "127\.0\.0\.1:0"\)/);
  expect(help).toMatch(/--mode <fast\|safe> +which \(default: "safe"\)/);
  expect(help).toMatch(/--verbose +say more/);
});

test("a flag has hyphens for the camel case, and no unit: a time is given with its own", () => {
  expect(flagName("readQuorum")).toBe("--read-quorum");
  expect(flagName("leaseMs")).toBe("--lease");
  expect(flagName("id")).toBe("--id");
});
