/** What the specification of MapReduce asks for ("2.2 Tasks"), and failures beyond it. */
import { type ExaminedProblem, processes, type Requirement } from "../exam/problem.ts";

/** What a job that went well has written. */
const output = [
  "the job succeeds",
  "the output equals that of a sequential run",
  "every key stands once, in one output file",
  "every byte of the inputs is counted once",
];
const files = [
  "keys stand in the order of their bytes",
  "every reduce task writes its own file",
  "processes end after the output is final, and within 1 s of it",
];

/** A job that is disturbed, which quick runs leave out. */
function disturbed(job: string, what: string, struck: string): Requirement {
  const checks = [struck, ...output, ...files].map((check) => `${job}: ${check}`);
  return { what, checks: [], whenFull: checks };
}

const both = (check: string) => [`count: ${check}`, `index: ${check}`];

export const mapReduceProblem: ExaminedProblem = {
  name: "mapreduce",
  runs: [{ words: [], quickWords: ["--scenarios", "count,index"] }],
  sections: [
    {
      title: "2.2",
      points: 30,
      requirements: [
        { what: "word count", checks: output.map((check) => `count: ${check}`) },
        { what: "inverted index", checks: output.map((check) => `index: ${check}`) },
        {
          what: "a master hands out tasks to workers",
          checks: both("every task runs exactly once when nothing fails"),
        },
        {
          what: "mappers write numReduce intermediate files",
          checks: [
            "count: every map task writes an intermediate file for each reduce task, a pair a line",
          ],
        },
        {
          what: "the X'th reduce task has its own output file",
          checks: both("every reduce task writes its own file"),
        },
        {
          what: "outputs in order of their keys, a line a key",
          checks: both("keys stand in the order of their bytes"),
        },
        {
          what: "workers exit when the job is completed",
          checks: both("processes end after the output is final, and within 1 s of it"),
        },
      ],
    },
    {
      title: "failures",
      requirements: [
        disturbed("kill", "workers die", "a worker dies in a map task and one in a reduce task"),
        disturbed("stop", "a worker sleeps", "a worker wakes up after its task was redone"),
        disturbed("restart", "the master dies", "a restarted master goes on with what was done"),
        disturbed("gone", "map outputs vanish", "map tasks whose output is gone run again"),
        {
          what: "the application fails",
          checks: [],
          whenFull: [
            "fail: the error names the task, the record and the reason",
            "skip: exactly the bad lines are left out and reported",
          ],
        },
      ],
    },
    processes,
  ],
};
