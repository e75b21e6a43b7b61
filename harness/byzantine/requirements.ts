/** What the specification of the generals asks for, of armies whose commander is loyal or not. */
import { type ExaminedProblem, processes, type Requirement, type Run } from "../exam/problem.ts";

const loyal = "a loyal commander";
const traitor = "a traitor commands";

const army = (name: string, words: string, quickWords?: string): Run => {
  return { name, words: words.split(" "), quickWords: quickWords?.split(" ") };
};

const small = "--generals 4 --traitors 1";

/** What the specification asks for, and the check that shows it. */
const asked = [
  ["whether consensus can be reached, by n and t", "there are enough generals for the traitors"],
  ["honest generals reach the same decision", "IC1: all loyal generals obey the same order"],
  ["a loyal commander is obeyed", "IC2: a loyal commander is obeyed"],
  ["all that despite traitors, who betray", "the traitors betray"],
  ["each forwards what it was told", "each loyal general tells the others what it was told"],
  ["the majority, after t + 1 rounds", "each loyal general decides by what it was told"],
  ["rounds with bounded delay", "what loyal generals tell one another comes in time"],
  ["messages by the formula", "loyal generals send as many messages as the formula says"],
  ["nodes run until they are stopped", ...processes.requirements.flatMap(({ checks }) => checks)],
] as const;

/** An algorithm beyond the specification, judged by the same checks. */
function algorithm(name: string): Requirement {
  return { what: name, checks: [], whenFull: asked.map(([, check]) => `${name}: ${check}`) };
}

export const byzantineProblem: ExaminedProblem = {
  name: "byzantine",
  runs: [
    army(loyal, `${small} --who 2`, `${small} --who 2`),
    army(traitor, "--generals 7 --traitors 2 --who commander,6", `${small} --who commander`),
    army("signed", "--generals 4 --traitors 2 --who commander,3 --algorithm signed"),
    army("phase king", "--generals 5 --traitors 1 --who 3 --algorithm phase-king"),
  ],
  sections: [
    {
      title: "4",
      points: 10,
      requirements: asked.map(([what, check]) => {
        return { what, checks: [`${loyal}: ${check}`, `${traitor}: ${check}`] };
      }),
    },
    { title: "beyond", requirements: [algorithm("signed"), algorithm("phase king")] },
  ],
};
