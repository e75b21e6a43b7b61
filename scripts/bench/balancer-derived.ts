/** Targets and graphs of the balancer, from its raw tables. */
import { type PolicyTables, policyGraphs } from "./balancer-graphs.ts";
import type { PolicyRow } from "./balancer-policies.ts";
import { balancerTargets } from "./balancer-targets.ts";
import { typicalRows } from "./balancer-typical.ts";
import { type Derivation, graphsOf } from "./derivation.ts";

/** The share at which graphs are drawn, in percent. */
const drawnShare = 80;

export const balancerDerivation: Derivation = {
  targets: balancerTargets,
  graphs: (folder) =>
    graphsOf(folder, "policies", (rows: readonly PolicyRow[]) => {
      const shares = new Set(rows.map(({ share_percent }) => share_percent));
      const [first = drawnShare] = shares;
      const results: PolicyTables = {
        rows: typicalRows(rows),
        backends: folder.rows("backends"),
        times: folder.rows("times"),
        responses: folder.rows("responses"),
      };
      return policyGraphs(results, shares.has(drawnShare) ? drawnShare : first);
    }),
};
