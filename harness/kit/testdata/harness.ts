// A harness command that ends in the way that --flow names.
import { wholeNumber } from "../command-flags.ts";
import { runCommand } from "../command.ts";

interface Flags {
  readonly flow: string;
  readonly replicas: number;
}

await runCommand<Flags>({
  name: "example",
  summary: "Ends in the way that --flow names.",
  flags: (command) =>
    command
      .option("--flow <name>", "how it ends", "passes")
      .option("--replicas <number>", "replicas", wholeNumber(1, 50), 1),
  validate: ({ replicas }) => (replicas === 13 ? "13 replicas bring bad luck" : undefined),
  async run(context) {
    const { cluster, flags, recorder } = context;
    const script = "harness/kit/testdata/node.ts";
    context.progress("starting the nodes");
    const specs = Array.from({ length: flags.replicas }, (_, index) => ({
      id: `r${index + 1}`,
      script,
      flags: { behaviour: flags.flow === "nodes die" ? "dies" : "parent" },
    }));
    const [first] = await cluster.startAll(specs);
    cluster.nodes.at(-1)?.pause();
    const operation = { process: "c1", f: "read", key: "k", value: null, node: "r1" };
    await recorder.operation(operation, async () => "v1");
    context.print(`r1 answered v1`);
    context.table("Replicas", { head: ["replica", "answer"], rows: [["r1", "v1"]] });
    if (flags.flow !== "checks nothing") {
      const verdict = flags.flow === "fails" ? "FAIL" : "PASS";
      context.check({ name: "r1 has it", verdict, evidence: "it answered v1" });
    }
    if (flags.flow === "throws") throw new Error("a bug in the flow");
    if (flags.flow === "forgets") void Promise.reject(new Error("nobody caught this"));
    if (flags.flow === "crashes") {
      cluster.nodes.at(-1)?.resume();
      await Bun.connect({
        hostname: "127.0.0.1",
        port: Number(first?.address.split(":")[1]),
        socket: { data() {} },
      });
      await first?.exited;
    }
    context.progress("at work");
    if (["hangs", "forgets"].includes(flags.flow)) await new Promise(() => {});
    if (flags.flow === "serves") await context.untilInterrupted();
  },
});
