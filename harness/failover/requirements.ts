/** What the specification of the fail-over store asks for ("Testing procedure", "Test results"). */
import { type ExaminedProblem, processes } from "../exam/problem.ts";

export const failoverProblem: ExaminedProblem = {
  name: "kv-failover",
  runs: [{ words: [], quickWords: ["--servers", "3"] }],
  sections: [
    {
      title: "without faults",
      requirements: [
        {
          what: "one client: every answer is right",
          checks: ["one client: every answer is the one that is due, old values included"],
        },
        {
          what: "several clients, shared and own keys",
          checks: ["* clients at once: each finds its own keys as it left them"],
        },
        {
          what: "puts to one subset, gets from the other",
          checks: ["a get through one half finds what was put through the other right before"],
        },
      ],
    },
    {
      title: "deaths",
      requirements: [
        {
          what: "each server is killed, primaries among them",
          checks: [
            "each death, down to *: every survivor has all that was written before",
            "the store answers its clients through all deaths and revivals",
          ],
        },
        {
          what: "a group dies at once",
          checks: ["a group of * dies at once: the others have all and take more"],
        },
        { what: "−1 when all are down", checks: ["when all are down a client is told so: −1"] },
      ],
    },
    {
      title: "revival",
      requirements: [
        {
          what: "revived servers catch up, alone and in a group",
          checks: [
            "each revived server, alone or of a group, has what was written while it was away",
          ],
        },
        {
          what: "after the death of all, in any order",
          checks: ["all died: revived in a random order, they hold all that was ever answered"],
        },
        {
          what: "the databases hold the same",
          checks: [
            "all servers hold the same in the end",
            "the databases of all servers hold the same",
            "a database holds what its server answered",
          ],
        },
      ],
    },
    {
      title: "consistency",
      requirements: [
        { what: "strict consistency at all times", checks: ["linearizable"] },
        {
          what: "a retried put runs once",
          checks: [
            "a put when its reply is lost runs once",
            "a put when its connection breaks runs once",
            "a put when it never arrives runs once",
            "a put when it arrives twice runs once",
            "a put whose reply is lost runs once, although the primary dies before the retry",
            "a put that is sent again to any server after all had died gets its first answer",
          ],
        },
      ],
    },
    processes,
  ],
};
