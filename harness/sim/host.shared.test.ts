import { expect, test } from "bun:test";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import { makeWorld } from "./testing/world.ts";

test("a node that asks for a database of several nodes is told that there is none", () => {
  const { host } = makeWorld();
  expect(() => host.openShared("postgres://anywhere/any")).toThrow(RpcError);
  expect(() => host.openShared("postgres://anywhere/any")).toThrow("no database that nodes share");
});
