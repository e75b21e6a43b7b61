// A harness command that ends in the way that --flow names.
import { flag } from "../../../nodes/host/flags.ts";
import { runCommand } from "../command.ts";

await runCommand({
  name: "example",
  summary: "Ends in the way that --flow names.",
  flags: {
    flow: flag.text("NAME", "how it ends", "passes"),
    replicas: flag.integer("number of replicas", { min: 1, max: 50, fallback: 1 }),
  },
  problem: ({ replicas }) => (replicas === 13 ? "13 replicas bring bad luck" : undefined),
  async run(context) {
    const { cluster, options, recorder } = context;
    const script = "harness/kit/testdata/node.ts";
    context.progress("starting the nodes");
    const specs = Array.from({ length: options.replicas }, (_, index) => ({
      id: `r${index + 1}`,
      script,
      flags: { behaviour: options.flow === "nodes die" ? "dies" : "parent" },
    }));
    const [first] = await cluster.startAll(specs);
    cluster.nodes.at(-1)?.pause();
    const operation = { process: "c1", f: "read", key: "k", value: null, node: "r1" };
    await recorder.operation(operation, async () => "v1");
    context.print("r1 answered v1");
    if (options.flow === "talks") for (let i = 0; i < 9999; i++) context.print("r1 ".repeat(50));
    context.table("Replicas", { head: ["replica", "answer"], rows: [["r1", "v1"]] });
    if (options.flow !== "checks nothing") {
      const verdict = options.flow === "fails" ? "FAIL" : "PASS";
      context.check({ name: "r1 has it", verdict, evidence: "it answered v1" });
    }
    if (options.flow === "throws") throw new Error("a bug in the flow");
    if (options.flow === "forgets") void Promise.reject(new Error("nobody caught this"));
    if (options.flow === "crashes") {
      cluster.nodes.at(-1)?.resume();
      await Bun.connect({
        hostname: "127.0.0.1",
        port: Number(first?.address.split(":")[1]),
        socket: { data() {} },
      });
      await first?.exited;
    }
    // The harness itself ends the node of a run that is stopped: that must not count.
    const verdict = "FAIL";
    const note = () => context.check({ name: "r1 lives", verdict, evidence: "it has ended" });
    if (options.flow === "hangs") void first?.exited.then(note);
    context.progress("at work");
    if (["hangs", "forgets"].includes(options.flow)) await new Promise(() => {});
    if (options.flow === "serves") {
      setTimeout(() => process.kill(process.pid, "SIGINT"), 1500);
      await context.untilInterrupted();
    }
  },
});
