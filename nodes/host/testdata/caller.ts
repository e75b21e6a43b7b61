/** A client for a test: calls the node at the address that it is given, and just ends. */
import { createRealHost } from "../real.ts";
import { Replica } from "../test-support.ts";

const [address = ""] = process.argv.slice(2);
const host = createRealHost({ id: "c1", dataDirectory: "unused", logLevel: "silent" });
const { content } = await host.connect(Replica, address).read({ uuid: "u" });
process.stdout.write(`${content}\n`);
