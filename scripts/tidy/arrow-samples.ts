import type { Sample } from "./source.ts";

const node = "nodes/store/replica.ts";
const test = "nodes/store/replica.test.ts";
const mutant = "harness/mutants/store/replica.ts";
const checker = "harness/check/search.ts";

export const arrowSamples: readonly (readonly [rule: string, sample: Sample])[] = [
  [
    "arrows",
    {
      bad: [
        [node, 'import { a } from "../balancer/a.ts";\n'],
        [node, 'import type { A } from "../balancer/a.ts";\n'],
        [node, 'export * from "../../harness/kit/cluster.ts";\n'],
        [node, 'const a = await import("../../scripts/certs.ts");\n'],
        [test, 'import "../../scripts/certs.ts";\n'],
        [test, 'import "../balancer/a.ts";\n'],
        ["nodes/host/real.ts", 'import "../store/replica.ts";\n'],
        ["proto/load.ts", 'import "../nodes/host/host.ts";\n'],
        [checker, 'import "../kit/cluster.ts";\n'],
        ["harness/kit/cluster.ts", 'import "../kv-quorum.ts";\n'],
        ["harness/sim/world.ts", 'import "../../scripts/certs.ts";\n'],
        [mutant, 'import "../../../nodes/balancer/a.ts";\n'],
        ["harness/kv-quorum.ts", 'import "../scripts/certs.ts";\n'],
      ],
      good: [
        [
          node,
          'import "../host/host.ts";\nimport "./store.ts";\nimport "../../proto/types/a.ts";\n',
        ],
        [node, '// import "../../harness/kit/cluster.ts"\n'],
        [
          test,
          'import "../../harness/sim/world.ts";\nimport "../../harness/mutants/store/a.ts";\n',
        ],
        [checker, 'import "./history.ts";\n'],
        ["harness/sim/world.ts", 'import "../check/history.ts";\nimport "../kit/run.ts";\n'],
        ["harness/sim/world.test.ts", 'import "../mutants/store/replica.ts";\n'],
        [mutant, 'import "../../../nodes/store/replica.ts";\nimport "./more.ts";\n'],
        ["harness/kv-quorum.ts", 'import "./kit/run.ts";\nimport "../nodes/store/replica.ts";\n'],
        ["scripts/report.ts", 'import "../harness/kv-quorum.ts";\nimport "zx";\n'],
      ],
    },
  ],
  [
    "seam",
    {
      bad: [
        [node, 'import { Server } from "@grpc/grpc-js";\n'],
        [node, 'import { type Server } from "@grpc/grpc-js";\n'],
        [node, 'import { readFile } from "node:fs/promises";\n'],
        [node, 'import { connect } from "node:net";\n'],
        [node, 'import { spawn } from "node:child_process";\n'],
        [node, 'import { setTimeout as sleep } from "node:timers/promises";\n'],
        [node, 'import { Database } from "bun:sqlite";\n'],
        [node, 'import { $ } from "zx";\n'],
        [node, 'import { randomUUID } from "node:crypto";\n'],
        ...[
          'await Bun.file("a").text()',
          'await Bun.write("a", "b")',
          "await Bun.sleep(1)",
          'Bun.spawn(["ls"])',
          "Bun.serve({})",
          "Date.now()",
          "new Date()",
          "performance.now()",
          "Math.random()",
          "crypto.randomUUID()",
          "crypto.getRandomValues(bytes)",
          "setTimeout(f, 1)",
          "setInterval(f, 1)",
          "AbortSignal.timeout(1)",
          'fetch("http://localhost")',
          "process.env",
          "process.exit(1)",
          "`at $" + "{Date.now()}`",
        ].map((code) => [node, `export const a = ${code};\n`] as const),
        [mutant, "export const a = Date.now();\n"],
      ],
      good: [
        [node, 'import type { ServiceError } from "@grpc/grpc-js";\n'],
        [node, 'import { createHash } from "node:crypto";\n'],
        [node, "export const a = (host: Host) => host.clock.wallMs() + host.random.number();\n"],
        [node, "export const a = new Date(wallMs).toISOString();\n"],
        [node, "export const a = event.process;\n"],
        [node, "/** Not Date.now(). */\nexport const a = 'Math.random()';\n"],
        [test, 'import { mkdtemp } from "node:fs/promises";\n'],
        ["nodes/host/real.ts", "export const wallMs = () => Date.now();\n"],
      ],
    },
  ],
  [
    "maps",
    {
      bad: [
        [node, "const counts: Record<string, number> = {};\n"],
        [node, "let counts: { [word: string]: number } = {};\n"],
        ["nodes/host/flags.ts", "export const counts: Partial<Record<string, number>> = {};\n"],
        [node, "const counts = Object.create(null);\n"],
      ],
      good: [
        [node, "const counts = new Map<string, number>();\n"],
        [node, "const names: Readonly<Record<State, string>> = { up: a, down: b };\n"],
        [node, "export const start = (options: Partial<Options> = {}) => options;\n"],
        [test, "const counts: Record<string, number> = {};\n"],
      ],
    },
  ],
  [
    "whole-money",
    {
      bad: [
        ["nodes/strife/money.ts", "export const a = Number.parseFloat(text);\n"],
        ["nodes/branches/ledger.ts", "export const a = balance.toFixed(2);\n"],
      ],
      good: [
        ["nodes/strife/money.ts", "export const a = BigInt(text);\n"],
        ["nodes/balancer/load.ts", "export const a = share.toFixed(2);\n"],
      ],
    },
  ],
  [
    "pure-checks",
    {
      bad: [
        [checker, 'import { readFileSync } from "node:fs";\n'],
        [checker, 'import net from "node:net";\n'],
        [checker, 'import { argv } from "node:process";\n'],
        [checker, 'import { $ } from "zx";\n'],
        [checker, 'import { Client } from "@grpc/grpc-js";\n'],
        [checker, "export const a = process.env;\n"],
        [checker, 'export const a = Bun.file("history.jsonl");\n'],
        [checker, 'export const a = () => console.log("b");\n'],
      ],
      good: [
        [checker, 'import assert from "node:assert/strict";\n'],
        [checker, "export const a = event.process;\n"],
        ["harness/check/search.test.ts", 'import { readFileSync } from "node:fs";\n'],
        ["harness/kit/run.ts", 'import { $ } from "zx";\n'],
      ],
    },
  ],
  [
    "seeded-randomness",
    {
      bad: [
        ["harness/kit/run.ts", "export const a = Math.random();\n"],
        ["nodes/host/random.ts", "export const a = Math.random();\n"],
      ],
      good: [["harness/kit/run.ts", "export const a = random.number(); // not Math.random\n"]],
    },
  ],
];
