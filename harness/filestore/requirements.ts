/** What the specification of the file store asks for, protocol by protocol. */
import {
  type ExaminedProblem,
  processes,
  type Requirement,
  type Section,
} from "../exam/problem.ts";
import type { ProtocolName } from "./protocols.ts";

const everywhere = (title: string) => `${title}: each answers exactly what it must`;

/** With quorums only those that were asked need hold it, and a quorum must find it. */
function readings(name: ProtocolName, title: string): string[] {
  if (name !== "quorum") return [everywhere(title)];
  return [
    everywhere(title),
    `${title}: at least N_w hold it`,
    `${title}: a quorum finds the newest`,
  ];
}

/** A quorum may have members that the delete did not reach, which refuse: then nobody has it. */
function freedName(name: ProtocolName): string[] {
  const create = "create under the name that the delete freed: Champions.txt";
  const title = "the new file of that name is still there";
  return name === "quorum"
    ? [`${create}: *`, `${title}: *`]
    : [`${create}: SUCCESS`, ...readings(name, title)];
}

function writing(name: ProtocolName): Section {
  return {
    title: "write",
    requirements: [
      {
        what: "a new file is stored at the replicas",
        checks: [
          "create a file: Champions.txt: SUCCESS",
          ...readings(name, "read it from every replica"),
          "create a second file: Constructors.txt: SUCCESS",
          ...readings(name, "read the second from every replica"),
        ],
      },
      {
        what: "an update overwrites the whole file",
        checks: [
          "update the first, shorter: Champions.txt: SUCCESS",
          ...readings(name, "read the update from every replica"),
        ],
      },
      {
        what: "FILE WITH THE SAME NAME ALREADY EXISTS",
        checks: [
          "create under a name that is taken: *: FILE WITH THE SAME NAME ALREADY EXISTS",
          ...readings(name, "the file that had the name is untouched"),
        ],
      },
      {
        what: "DELETED FILE CANNOT BE UPDATED",
        checks: ["update a deleted file: *: DELETED FILE CANNOT BE UPDATED"],
      },
      {
        what: "a file keeps its name, and frees it when it is deleted",
        checks: [
          "update under another name: Teams.txt: FILE CANNOT BE RENAMED",
          ...freedName(name),
        ],
      },
    ],
  };
}

function readingAndDeleting(name: ProtocolName): Section[] {
  const unknown = "read a uuid that nobody wrote";
  const quorumFinds = name === "quorum" ? [`${unknown}: a quorum finds the newest`] : [];
  const deleteUnknown = name === "quorum" ? "SUCCESS" : "FILE DOES NOT EXIST";
  return [
    {
      title: "read",
      requirements: [
        { what: "FILE DOES NOT EXIST", checks: [everywhere(unknown), ...quorumFinds] },
        {
          what: "FILE ALREADY DELETED",
          checks: readings(name, "read the deleted file from every replica"),
        },
      ],
    },
    {
      title: "delete",
      requirements: [
        { what: "a file is deleted", checks: ["delete the first: SUCCESS"] },
        {
          what: "FILE ALREADY DELETED",
          checks: [
            "delete a deleted file: FILE ALREADY DELETED",
            "delete the old owner of that name again: FILE ALREADY DELETED",
          ],
        },
        {
          what: `a uuid that nobody wrote: ${deleteUnknown}`,
          checks: [`delete a uuid that nobody wrote: ${deleteUnknown}`],
        },
      ],
    },
  ];
}

const inAnyProtocol = ["version order", "a deleted file stays deleted", "one file a name"];

/** What clients may rely on while several of them work at once. */
const consistency: Readonly<Record<ProtocolName, readonly Requirement[]>> = {
  blocking: [
    {
      what: "an answer means that all replicas have it",
      checks: ["regular", "each replica goes forward", "convergence"],
    },
    { what: "updates have one order", checks: ["linearizable updates", ...inAnyProtocol] },
  ],
  nonblocking: [
    {
      what: "the primary answers first, and all replicas get it",
      checks: [
        ...["eventual", "each replica goes forward", "convergence"],
        "stale reads, for information",
      ],
    },
    { what: "updates have one order", checks: ["linearizable updates", ...inAnyProtocol] },
  ],
  quorum: [{ what: "a read quorum meets the last write", checks: ["regular", ...inAnyProtocol] }],
};

function registry(name: ProtocolName): Section {
  const listed = "the registry lists every replica with its address";
  const requirements = [{ what: "replicas register, clients get the list", checks: [listed] }];
  if (name === "quorum") {
    requirements.push(
      { what: "N_r, N_w and N are validated", checks: ["the registry refuses bad quorum sizes"] },
      {
        what: "N_r or N_w replicas are chosen at random",
        checks: ["the registry picks quorums at random, of the size that is due"],
      },
    );
  }
  return { title: "registry", requirements };
}

function examined(name: ProtocolName, quickWords: readonly string[]): ExaminedProblem {
  const wins = name === "quorum" ? "at most" : "exactly";
  return {
    name: `kv-${name}`,
    runs: [{ words: [], quickWords: ["--replicas", "3", ...quickWords] }],
    sections: [
      registry(name),
      writing(name),
      ...readingAndDeleting(name),
      {
        title: "consistency",
        requirements: [
          ...consistency[name],
          {
            what: "clients at once",
            checks: [
              `of 3 clients that create one name at once, ${wins} one succeeds`,
              "the final state agrees with the history",
            ],
          },
        ],
      },
      {
        title: "robustness",
        requirements: [
          {
            what: "all are shut down and started again",
            checks: [
              ...readings(name, "read the second after a crash of all"),
              ...readings(name, "read the deleted file after a crash of all"),
            ],
          },
          {
            what: "bad input",
            checks: ["bad input is refused by a clear status, and changes nothing"],
          },
        ],
      },
      processes,
    ],
  };
}

export const fileStoreProblems: readonly ExaminedProblem[] = [
  examined("blocking", []),
  examined("nonblocking", []),
  examined("quorum", ["--read-quorum", "2", "--write-quorum", "2"]),
];
