/** Keeps the banks and the gateway up for people to try payments on. */
import type { RunContext } from "../kit/run-context.ts";
import type { strifeFlags } from "./flow.ts";
import type { RealTown } from "./real-town.ts";

export async function serveByHand(
  context: RunContext<typeof strifeFlags>,
  town: RealTown,
): Promise<void> {
  const at = `--tls mutual --gateway ${town.gateway.address}`;
  const client = (user: string) => `bun nodes/strife/client.ts --id ${user} ${at}`;
  context.print(
    [
      "Up:",
      ...[...town.banks].map(([name, { address }]) => `  ${name}  ${address}`),
      `  gateway  ${town.gateway.address}`,
      "",
      "Try in another terminal:",
      `  echo alice-secret | ${client("alice")} login`,
      `  ${client("alice")} balance north/1001`,
      `  ${client("alice")} pay north/1001 south/2002 250`,
      `  ${client("alice")} history`,
      `  echo frank-secret | ${client("frank")} register north/1003`,
      `  kill -9 ${town.node("south").pid}   # a bank`,
      "",
      "Ctrl-C ends them all.",
    ].join("\n"),
  );
  await context.untilInterrupted();
}
