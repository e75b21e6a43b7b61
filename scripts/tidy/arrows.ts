/** The rules about who may import whom, and about what nodes may reach for. */
import { type Import, isCode, isTest, matching, type Rule } from "./source.ts";

/**
 * The layers of the house, by folder. A name in `may` that ends with `*` stands for the part of
 * that layer with the same system: `nodes/filestore` for a file of `harness/mutants/filestore`.
 */
const layers = [
  { name: "proto", folder: /^proto\//, may: ["proto"] },
  { name: "host", folder: /^nodes\/host\//, may: ["proto", "host"] },
  { name: "system", folder: /^nodes\/([^/]+)\//, may: ["proto", "host", "system*"] },
  { name: "check", folder: /^harness\/check\//, may: ["proto", "host", "system", "check"] },
  {
    name: "kit",
    folder: /^harness\/(?:kit|sim|page)\//,
    may: ["proto", "host", "system", "check", "kit"],
  },
  {
    name: "mutant",
    folder: /^harness\/mutants\/([^/]+)\//,
    may: ["proto", "host", "system*", "kit", "mutant*"],
  },
  {
    name: "problem",
    folder: /^harness\//,
    may: ["proto", "host", "system", "check", "kit", "mutant", "problem"],
  },
  {
    name: "script",
    folder: /^scripts\//,
    may: ["proto", "host", "system", "check", "kit", "mutant", "problem", "script"],
  },
] as const;

/** A test may run what it tests under the harness, but a node that runs knows nothing of it. */
const testsMayToo = ["check", "kit", "mutant*"];

interface Place {
  readonly layer: string;
  readonly system: string | undefined;
  readonly may: readonly string[];
}

function placeOf(path: string): Place | undefined {
  for (const { name, folder, may } of layers) {
    const match = folder.exec(path);
    if (match === null) continue;
    return { layer: name, system: match[1], may: isTest(path) ? [...may, ...testsMayToo] : may };
  }
  return undefined;
}

const arrows: Rule = {
  name: "arrows",
  why: "Imports run one way, so that each part can be read without the parts above it.",
  applies: isCode,
  find({ path, imports }) {
    const from = placeOf(path);
    if (from === undefined) return [];
    return imports.flatMap(({ line, target }) => {
      const to = placeOf(target);
      if (to === undefined || from.may.includes(to.layer)) return [];
      const sameSystem = (from.system ?? to.system) === to.system;
      if (sameSystem && from.may.includes(`${to.layer}*`)) return [];
      return [{ line, message: `must not import ${target}` }];
    });
  },
};

/** Modules of the runtime that only compute. */
const pureModules = /^node:(?:assert|assert\/strict|buffer|crypto|path|util)$/;
const outsideWorld = /^(?:node:|bun$|bun:|zx$|pino$|@grpc\/|grpc-health-check$)/;

const reachesOut = ({ target, typeOnly }: Import): boolean =>
  !typeOnly && outsideWorld.test(target) && !pureModules.test(target);

/** What a node must take from its host instead; each is matched in code alone. */
const hostOnly: readonly RegExp[] = [
  /(?<!\.)\bprocess\.\w+/,
  /\bBun\.(?!(?:hash|CryptoHasher|deepEquals|inspect)\b)\w+/,
  /\bDate\.now\b/,
  /(?:\bnew )?\bDate\(\)/,
  /\bperformance\.\w+/,
  /\bMath\.random\b/,
  /\b(?:randomUUID|randomUUIDv7|getRandomValues|randomBytes|randomInt|randomFill(?:Sync)?)\b/,
  /\b(?:setTimeout|setInterval|setImmediate)\b/,
  /\bAbortSignal\.timeout\b/,
  /(?<!\.)\bfetch\(/,
];

const isNode = (path: string): boolean =>
  isCode(path) && !isTest(path) && /^(?:nodes\/(?!host\/)|harness\/mutants\/)/.test(path);

/** What runs in a node, the host among it. */
const isRunning = (path: string): boolean =>
  isCode(path) && !isTest(path) && path.startsWith("nodes/");

const seam: Rule = {
  name: "seam",
  why: "A node reaches its world through its host alone; else the simulation is not the truth.",
  applies: isNode,
  find: ({ code, imports }) => [
    ...imports
      .filter(reachesOut)
      .map(({ line, target }) => ({ line, message: `takes ${target} past the host` })),
    ...hostOnly.flatMap((pattern) =>
      matching(code, pattern, (match) => `uses ${match} instead of the host`),
    ),
  ],
};

/** An empty object of a type that has any key. */
const filledLater = /\b(?:const|let)\s+\w+\s*:\s*(?:Partial<)?(?:Record<|\{\s*\[).*=\s*\{\}/;

const maps: Rule = {
  name: "maps",
  why: "A key from outside may be `__proto__`: a `Map` takes it, an object does not.",
  applies: isRunning,
  find: ({ code }) =>
    [filledLater, /\bObject\.create\(null\)/].flatMap((pattern) =>
      matching(code, pattern, () => "an object that keys are added to; use a Map"),
    ),
};

const wholeMoney: Rule = {
  name: "whole-money",
  why: "Money is whole minor units, never a float.",
  applies: (path) => isNode(path) && /^nodes\/(?:strife|branches)\//.test(path),
  find: ({ code }) =>
    matching(code, /\bparseFloat\b|\.toFixed\b/, (match) => `${match} is for floats`),
};

const pureChecks: Rule = {
  name: "pure-checks",
  why: "A checker judges the history that it is given and nothing else.",
  applies: (path) => isCode(path) && !isTest(path) && path.startsWith("harness/check/"),
  find: ({ code, imports }) => [
    ...imports
      .filter(reachesOut)
      .map(({ line, target }) => ({ line, message: `a checker must not import ${target}` })),
    ...matching(
      code,
      /(?<!\.)\b(?:process\.\w+|Bun\.(?:file|write|spawn|serve)\w*|console\.\w+|fetch\()/,
      (match) => `a checker must not use ${match}`,
    ),
  ],
};

const seededRandomness: Rule = {
  name: "seeded-randomness",
  why: "What a run did can be repeated from its seed.",
  applies: (path) => isCode(path) && !isNode(path),
  find: ({ code }) =>
    matching(code, /\bMath\.random\b/, () => "Math.random has no seed; use a seeded source"),
};

export const arrowRules: readonly Rule[] = [
  arrows,
  seam,
  maps,
  wholeMoney,
  pureChecks,
  seededRandomness,
];
