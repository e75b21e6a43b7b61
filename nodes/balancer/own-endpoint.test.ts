import { expect, test } from "bun:test";
import type { RpcError } from "../host/rpc-error.ts";
import { ownEndpoint } from "./own-endpoint.ts";

const codeOf = (id: string, address: string, peer: string | undefined) => {
  try {
    return ownEndpoint({ id, address }, peer).address;
  } catch (error) {
    return (error as RpcError).code;
  }
};

test("a backend registers an address at the host that it calls from", () => {
  expect(codeOf("b1", "10.0.0.7:80", "10.0.0.7:51234")).toBe("10.0.0.7:80");
  expect(codeOf("b1", "localhost:80", "127.0.0.1:51234")).toBe("localhost:80");
  expect(codeOf("b1", "10.0.0.8:80", "10.0.0.7:51234")).toBe("PERMISSION_DENIED");
  expect(codeOf("b1", "127.0.0.1:80", "10.0.0.7:51234")).toBe("PERMISSION_DENIED");
  expect(codeOf("b1", "10.0.0.8:80", undefined)).toBe("10.0.0.8:80");
});

test("what is no endpoint is refused, also where any address is accepted", () => {
  for (const address of ["", "host", "host:", ":80", "host:0", "host:70000", "a b:1", "x/y:1"]) {
    expect(codeOf("b1", address, undefined), address).toBe("INVALID_ARGUMENT");
  }
  for (const id of ["", "-", "a b", "x".repeat(64), "b1\n"]) {
    expect(codeOf(id, "host:80", undefined), id).toBe("INVALID_ARGUMENT");
  }
  expect(() => ownEndpoint(null, undefined)).toThrow();
});
