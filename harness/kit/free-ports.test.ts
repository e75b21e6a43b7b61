import { expect, test } from "bun:test";
import { join } from "node:path";
import { freePorts } from "./free-ports.ts";

test("all ports differ, and each can be listened at at once", () => {
  const ports = freePorts(50);
  expect(new Set(ports).size).toBe(50);
  const listeners = ports.map((port) => {
    return Bun.listen({ hostname: "127.0.0.1", port, socket: { data() {} } });
  });
  for (const listener of listeners) listener.stop(true);
});

test("no two processes give out the same port, though nobody listens there", async () => {
  const own = freePorts(100);
  const module = JSON.stringify(join(import.meta.dir, "free-ports.ts"));
  const script = `import { freePorts } from ${module}; console.log(freePorts(100).join())`;
  const child = Bun.spawn([process.execPath, "-e", script], { stdout: "pipe" });
  const others = (await new Response(child.stdout).text()).split(",").map(Number);
  expect(others).toHaveLength(100);
  expect(others.filter((port) => own.includes(port))).toEqual([]);
});

test("a port is given out again only after many others", () => {
  const first = freePorts(20);
  const later = Array.from({ length: 8 }, () => freePorts(20)).flat();
  expect(later.filter((port) => first.includes(port))).toEqual([]);
});
