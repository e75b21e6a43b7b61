/** A server that forbids the table of headers, for the tests of `plain-headers.ts`. */
import http2, { type ServerHttp2Stream } from "node:http2";
import { forbidHeaderTable } from "../plain-headers.ts";

if (process.argv[2] === "plain") forbidHeaderTable();
const server = http2.createServer();
server.on("stream", (accepted) => {
  const stream = accepted as ServerHttp2Stream;
  stream.respond({ ":status": 200, "x-name": "value" }, { waitForTrailers: true });
  stream.on("wantTrailers", () => stream.sendTrailers({ "x-trailer": "value" }));
  stream.end();
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as { port: number };
  process.stdout.write(`${port}\n`);
});
