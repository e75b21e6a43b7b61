/** What the specification of the balancer asks for ("1.5 Marks Distribution"), and failures. */
import { type ExaminedProblem, processes } from "../exam/problem.ts";

export const balancerProblem: ExaminedProblem = {
  name: "balancer",
  runs: [{ words: [], quickWords: ["--backends", "6", "--agents", "2", "--clients", "24"] }],
  sections: [
    {
      title: "1.5.1",
      points: 2,
      requirements: [
        {
          what: "a list of available servers",
          checks: ["each balancer lists every backend with its load"],
        },
      ],
    },
    {
      title: "1.5.1",
      points: 2,
      requirements: [
        {
          what: "server registration and load reporting",
          checks: [
            "a restarted backend is listed once",
            "a restarted balancer has its list back from the reports",
          ],
        },
      ],
    },
    {
      title: "1.5.1",
      points: 2,
      requirements: [
        {
          what: "a valid server selection",
          checks: [
            "every backend computes every task rightly",
            "a dead backend is not handed out after its lease",
          ],
        },
      ],
    },
    {
      title: "1.5.2",
      points: 3,
      requirements: [{ what: "pick first", checks: ["pick_first: all calls to one"] }],
    },
    {
      title: "1.5.2",
      points: 3,
      requirements: [
        {
          what: "round robin cycles evenly",
          checks: ["round_robin: 50 queries at once, at most 1 apart"],
        },
      ],
    },
    {
      title: "1.5.2",
      points: 3,
      requirements: [
        {
          what: "least load selects the least loaded",
          checks: [
            "least_load: nothing to the busy backend",
            "least_load: no herd between two reports",
          ],
        },
      ],
    },
    {
      title: "1.5.3",
      points: 5,
      requirements: [
        {
          what: "many clients, many servers",
          checks: ["every call of the load test is answered"],
        },
        {
          what: "response time, throughput, load distribution",
          checks: ["the load test measures times, throughput and the share of each backend"],
        },
        {
          what: "what follows from them",
          checks: [
            "under load each policy spreads the calls as it promises",
            "under load least_load answers sooner than pick_first",
          ],
        },
      ],
    },
    {
      title: "further policies",
      requirements: ["power_of_two", "prequal"].map((policy) => ({
        what: policy,
        checks: [
          `${policy}: nothing to the busy backend`,
          `${policy}: no herd between two reports`,
        ],
      })),
    },
    {
      title: "failures",
      requirements: [
        {
          what: "backends die, return and leave",
          checks: ["no call fails when a backend is killed, restarted or stopped"],
        },
        {
          what: "balancers die",
          checks: ["no call fails when one balancer dies, nor when both are dead"],
        },
        {
          what: "bad input",
          checks: [
            "bad input is refused, each by its status",
            "bad input changes nothing and breaks nothing",
          ],
        },
      ],
    },
    processes,
  ],
};
