import { expect, test } from "bun:test";
import { freeAddresses } from "./free-addresses.ts";

test("all addresses differ, and each can be listened at at once", () => {
  const addresses = freeAddresses(50);
  expect(new Set(addresses).size).toBe(50);
  const listeners = addresses.map((address) => {
    const port = Number(address.split(":")[1]);
    return Bun.listen({ hostname: "127.0.0.1", port, socket: { data() {} } });
  });
  for (const listener of listeners) listener.stop(true);
});
