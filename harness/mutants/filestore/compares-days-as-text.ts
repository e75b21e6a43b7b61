/**
 * Versions are compared as dd/mm/yyyy texts. On the first of a month everything seems older than
 * the day before. The simulated clocks pass the end of a month; the regular register sees it.
 */
import type { Mutant } from "./mutant.ts";

export const mutant: Mutant = {
  protocol: "quorum",
  faults: [],
  caughtBy: ["regular", "a deleted file stays deleted"],
  edits: [
    {
      file: "quorum-answers.ts",
      find: "return deletedOne === deletedOther ? one.version > other.version : deletedOne;",
      replace: `const shown = ({ version }: ReadAnswer) => {
    const day = new Date(Number.parseInt(version.slice(0, 12) || "0", 16)).toISOString();
    return \`\${day.slice(8, 10)}/\${day.slice(5, 7)}/\${day.slice(0, 4)} \${version}\`;
  };
  return deletedOne === deletedOther ? shown(one) > shown(other) : deletedOne;`,
    },
  ],
};
