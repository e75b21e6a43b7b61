/**
 * How each documented command is tried out. The first rule whose pattern matches decides; a command
 * that no rule knows fails the test. What a command line has of its own stays, unless a rule puts a
 * smaller number, a free port or a scratch folder in its place.
 */

interface Matched {
  /** Of the whole command. */
  readonly pattern: RegExp;
}

type Substitutions = readonly (readonly [RegExp, string])[];

/** Run as it stands, but for the substitutions. */
export interface RunRule extends Matched {
  readonly kind: "run";
  /** Each replaces what it finds; an empty pattern's text is put at the end. */
  readonly instead?: Substitutions;
  readonly exitCodes?: readonly number[];
}

/** It keeps something up: run until it says so, then interrupted. */
export interface ServeRule extends Matched {
  readonly kind: "serve";
  readonly until: string;
  readonly instead?: Substitutions;
}

/** Another test runs it, maybe in a smaller size; here its flags are parsed. */
export interface TestRule extends Matched {
  readonly kind: "test";
  /** From the root; `$1` stands for the first group of the pattern. */
  readonly file: string;
  /** What that file has to contain. */
  readonly shows: string;
}

/** It needs processes beside it: its flags are parsed. Only headers may have such. */
export interface ParseRule extends Matched {
  readonly kind: "parse";
}

export type Rule = RunRule | ServeRule | TestRule | ParseRule;

/** A mutant of each system that is caught within a second. */
const quickMutants = {
  filestore: "compares-days-as-text",
  failover: "client-sticks-to-the-dead",
  balancer: "believes-nan",
  mapreduce: "splits-within-words",
  strife: "forged-token",
  byzantine: "flat-vote-pool",
  branches: "counts-copies-as-messages",
};

const mutantRules = Object.entries(quickMutants).map(
  ([system, mutant]): RunRule => ({
    kind: "run",
    pattern: new RegExp(`^bun run harness/mutants\\.ts ${system}$`),
    instead: [[/$/, ` --only ${mutant} --seeds 50 --workers 1`]],
  }),
);

const tested = (pattern: RegExp, file: string, shows: string): TestRule => {
  return { kind: "test", pattern, file, shows };
};

const quorumSizes = "( --(replicas|read-quorum|write-quorum) \\d)*$";

/** Real processes; their own tests run them with few nodes. */
const flowRules: readonly TestRule[] = [
  tested(
    new RegExp(`^bun run harness/kv-(?:blocking|nonblocking|quorum)\\.ts${quorumSizes}`),
    "harness/filestore/flow.test.ts",
    '{ name: "kv-quorum"',
  ),
  tested(
    /^bun run harness\/kv-failover\.ts( --servers 10)?$/,
    "harness/failover/flow.test.ts",
    "harness/kv-failover.ts",
  ),
  tested(
    /^bun run harness\/balancer\.ts( --discovery etcd)?$/,
    "harness/balancer/flow.test.ts",
    "harness/balancer.ts",
  ),
  tested(/^bun run harness\/mapreduce\.ts$/, "harness/exam.test.ts", "mapreduce,byzantine"),
  tested(/^bun run harness\/mapreduce\.ts --app/, "harness/mapreduce.test.ts", '"--app"'),
  tested(
    /^bun run harness\/strife\.ts( --(cells|fuzz|timeout) \d+| --store postgres)*$/,
    "harness/strife.test.ts",
    "harness/strife.ts",
  ),
  tested(
    /^bun run harness\/byzantine\.ts( --generals .*)?$/,
    "harness/byzantine.test.ts",
    "harness/byzantine.ts",
  ),
  tested(/^bun run harness\/branches\.ts$/, "harness/branches/flow.test.ts", "harness/branches.ts"),
  tested(
    /^bun run harness\/branches\.ts --input inputs\/branches\/(balance|sessions)\.json/,
    "harness/branches/flow.test.ts",
    "--propagation-delay",
  ),
  tested(/^bun run harness\/faults\.ts/, "harness/faults.test.ts", "harness/faults.ts"),
  tested(/^bun run harness\/check\.ts/, "harness/check.test.ts", "check.ts"),
  tested(
    /--nodes (submissions\/alice|results\/runs\/wrong\/nodes .*)$/,
    "harness/kit/command.programs.test.ts",
    "--nodes",
  ),
  tested(
    /^npx -y bun@1\.4\.5 run exam$|^bun run exam( --quick)?$|^bun run harness\/exam\.ts/,
    "harness/exam.test.ts",
    "harness/exam.ts",
  ),
];

/** The house itself. */
const houseRules: readonly Rule[] = [
  tested(
    /^npx -y bun@1\.4\.5 run test$|^bun test$|^bun install$/,
    ".ci/run",
    "npx -y bun@1.4.5 run test",
  ),
  tested(/^\.ci\/run$/, "scripts/ci.test.ts", ".ci/summary"),
  tested(/^bun run scripts\/mutants\.ts/, "scripts/mutants.test.ts", "scripts/mutants.ts"),
  tested(/^bun scripts\/picture\.ts$/, "scripts/picture.test.ts", "picture.ts"),
  tested(/^bun run report\b/, "scripts/report.test.ts", "report"),
  tested(/^bun scripts\/documents\.ts$/, "scripts/documents.test.ts", "tryOut"),
  tested(
    /^bun run (check|fmt)$|^bun scripts\/(help-blocks|tidy)\.ts$/,
    "scripts/check.test.ts",
    "scripts/check.ts",
  ),
  tested(/^bun run scripts\/bench\/calls\.ts/, "scripts/bench.test.ts", '"calls", "--smoke"'),
  tested(/^bun run scripts\/bench\/(\w+)\.ts/, "scripts/bench/$1.test.ts", "import"),
  tested(/^bun run bench\b/, "scripts/bench.test.ts", "bench.ts"),
  tested(
    /^hadoop |^bun nodes\/mapreduce\/streaming\.ts/,
    "nodes/mapreduce/streaming.test.ts",
    "streaming.ts",
  ),
  { kind: "run", pattern: /^bun test quorum$/, instead: [[/quorum/, "quorum-sizes"]] },
  { kind: "run", pattern: /^bun scripts\/types\.ts$/, instead: [[/$/, " --check"]] },
  {
    kind: "run",
    pattern: /^bun (scripts\/certs\.ts|run certs)/,
    instead: [
      [/run certs NAME…/, "scripts/certs.ts r1"],
      [/$/, " --directory SCRATCH/certs"],
    ],
  },
  {
    kind: "run",
    pattern: /^bun run scripts\/logs\.ts --transaction/,
    instead: [[/$/, " --logs SCRATCH/runs"]],
    exitCodes: [1],
  },
  { kind: "run", pattern: /^bun scripts\/failover-trace\.ts/, instead: [[/> /, "> SCRATCH/"]] },
];

export const rules: readonly Rule[] = [
  ...houseRules,
  ...flowRules,
  ...mutantRules,
  {
    kind: "run",
    pattern: /^bun run harness\/mutants\.ts filestore --only [\w-]+( --write \S+)?$/,
    instead: [
      [/results\/runs/, "SCRATCH"],
      [/$/, " --seeds 50 --workers 1"],
    ],
  },
  // A few schedules may leave a kind of fault without anything to strike, which is undecided.
  { kind: "run", pattern: /^bun run harness\/sim\.ts .*--seed \d+$/, exitCodes: [0] },
  {
    kind: "run",
    pattern: /^bun run harness\/sim\.ts /,
    instead: [
      [/ --seeds \d+/, ""],
      [/$/, " --seeds 3 --workers 1"],
    ],
    exitCodes: [0, 2],
  },
  {
    kind: "run",
    pattern: /^bun run harness\/crash-matrix\.ts( --stride 1)?$/,
    instead: [[/( --stride 1)?$/, " --stride 500"]],
  },
  {
    kind: "run",
    pattern: /^bun run harness\/branches\.ts --input \S+clocks\.json --output/,
    instead: [[/--output /, "--output SCRATCH/"]],
  },
  {
    kind: "run",
    pattern: /^bun run harness\/branches\.ts --check /,
    instead: [
      [
        /^/,
        "bun harness/branches.ts --input inputs/branches/clocks.json --output SCRATCH/c.json && ",
      ],
      [/anybodys-clocks/, "SCRATCH/c-all"],
    ],
  },
  {
    kind: "run",
    pattern: /^for dir in submissions\/\*\//,
    instead: [
      [/submissions/, "SCRATCH/submissions"],
      [/bun run exam/, "bun harness/exam.ts --quick"],
    ],
  },
  {
    kind: "serve",
    pattern: /^bun run harness\/[\w-]+\.ts --serve$/,
    until: "Ctrl-C",
    instead: [[/(kv-failover.*)$/, "$1 --servers 3"]],
  },
  { kind: "parse", pattern: /^bun (nodes|harness)\/\w+\/[\w-]+\.ts / },
];
