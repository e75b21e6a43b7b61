/** What the specification of Strife asks for, section by section. */
import { type ExaminedProblem, processes } from "../exam/problem.ts";

const inCells = (check: string) => `crash cells: ${check}`;

const agreement = [
  "AC1: all participants decide alike",
  "AC2: no participant reverses its decision",
  "AC3: a commit has the Yes of all, for both sides",
];
const money = [
  "no money is made or lost",
  "no balance is negative, and holds are covered",
  "every balance is the sum of its payments",
];
const once = "at most one debit a key";
const told = "what users were told is what the ledgers hold";
const faultless = "AC4: without faults, what all voted Yes for commits";
const decided = "AC5: once all is repaired, all decide";

export const strifeProblem: ExaminedProblem = {
  name: "strife",
  runs: [
    {
      words: ["--stranger-tries", "50"],
      quickWords: ["--cells", "0", "--stranger-tries", "5"],
    },
  ],
  sections: [
    {
      title: "3.1",
      points: 10,
      requirements: [
        {
          what: "clients register with their accounts at banks",
          checks: ["clients register, and see what their accounts at the banks hold"],
        },
        {
          what: "clients pay through the gateway",
          checks: ["every payment that is covered goes through"],
        },
        { what: "banks keep the books", checks: money },
      ],
    },
    {
      title: "3.2",
      points: 10,
      requirements: [
        {
          what: "mutual TLS",
          checks: ["strangers are not let in", "certificates are renewed while payments run"],
        },
        {
          what: "authentication and authorization",
          checks: [
            "what can't be paid or seen is refused",
            "random messages move no money and stop nobody",
          ],
        },
        {
          what: "calls, errors and retries are logged, and no secrets",
          checks: [
            "the gateway's log has each call: method, client, amount, error and retry",
            "a payment's way can be read from the logs, from the client and back",
            "no password, token or private key is in any log",
          ],
        },
      ],
    },
    {
      title: "3.3",
      points: 10,
      requirements: [
        {
          what: "a retried payment is deducted once",
          checks: [
            "one key gets one answer, to the byte, also of a gateway that was killed",
            "a payment whose reply was lost is made once",
            once,
          ],
        },
        {
          what: "not by time stamps",
          checks: ["equal payments at the same time under two keys are two payments"],
        },
      ],
    },
    {
      title: "3.4",
      points: 10,
      requirements: [
        {
          what: "payments queue while offline, and are resent",
          checks: ["payments of a client that was offline are sent by themselves, in order"],
        },
        { what: "clients are told of success and failure", checks: [told] },
      ],
    },
    {
      title: "3.5",
      points: 10,
      requirements: [
        { what: "payments are two-phase commits", checks: [...agreement, faultless, decided] },
        {
          what: "aborted after a time-out, on every end",
          checks: ["a time-out before the decision pays nothing, and the same key pays later"],
        },
      ],
    },
    {
      title: "3.6",
      requirements: [
        {
          what: "a crashed bank comes back with its state",
          checks: ["a bank that is killed comes back with its state"],
        },
        {
          what: "crashes at the steps of a payment",
          checks: [],
          whenFull: [
            ...[...agreement, faultless, decided, ...money, once, told].map(inCells),
            inCells("the client learns the outcome"),
            inCells("the crashes struck"),
          ],
        },
      ],
    },
    processes,
  ],
};
