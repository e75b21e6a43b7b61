/** Keeps the generals up for people to try campaigns on. */
import type { Post } from "../../nodes/byzantine/camp.ts";
import type { RunContext } from "../kit/run-context.ts";
import type { campaignFlags } from "./campaign-flags.ts";

export async function serveByHand(
  context: RunContext<typeof campaignFlags>,
  posts: readonly Post[],
  traitors: readonly number[],
): Promise<void> {
  const { algorithm, traitors: most } = context.options;
  const addresses = posts.map(({ address }) => address).join(",");
  const client = `bun nodes/byzantine/client.ts --id camp --tls mutual --generals ${addresses}`;
  const nodes = posts.map(({ id, address }, general) => {
    return `  ${id}  ${address}${traitors.includes(general) ? "  a traitor" : ""}`;
  });
  const some = traitors.length > 0 ? traitors.join(",") : "1";
  context.print(
    [
      `${posts.length} generals are up:`,
      ...nodes,
      "",
      "Try in another terminal:",
      `  ${client} --traitors ${most} --algorithm ${algorithm} order retreat`,
      `  ${client} bribe ${some} forge`,
      `  ${client} --traitors ${most} --algorithm signed order attack`,
      "",
      "Ctrl-C ends them all.",
    ].join("\n"),
  );
  await context.untilInterrupted();
}
