// A node that keeps the process contract, or breaks it in the way that --behaviour names.
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  strict: false,
  options: {
    id: { type: "string" },
    address: { type: "string" },
    "data-dir": { type: "string" },
    behaviour: { type: "string", default: "good" },
    greeting: { type: "string", default: "hello" },
  },
});
const directory = String(values["data-dir"]);

if (values["behaviour"] === "dies") {
  console.error("first line\nthe port 127.0.0.1:1 is taken");
  process.exit(69);
}
if (values["behaviour"] === "silent") {
  await new Promise((resolve) => setTimeout(resolve, 600_000));
}
if (values["behaviour"] === "chatty") console.log("listening soon");
if (values["behaviour"] === "parent") {
  const child = Bun.spawn(["sleep", "600"]);
  const second = Bun.spawn([process.execPath, "-e", "setTimeout(() => {}, 600_000)"]);
  writeFileSync(`${directory}/children`, `${child.pid} ${second.pid}`);
}
process.on("SIGTERM", () => {
  if (values["behaviour"] !== "stubborn") process.exit(values["behaviour"] === "sour" ? 3 : 0);
});

// Whoever connects makes it crash; until then it counts its starts.
const port = Number(String(values["address"]).split(":")[1]);
const socket = {
  data() {},
  open() {
    console.error("invariant broken: 3 is not 4");
    process.exit(70);
  },
};
const server = Bun.listen({ hostname: "127.0.0.1", port, socket });
appendFileSync(`${directory}/starts`, `${values["greeting"]}\n`);
console.error(readFileSync(`${directory}/starts`, "utf8").trimEnd());
console.log(`READY ${values["id"]} 127.0.0.1:${server.port}`);
