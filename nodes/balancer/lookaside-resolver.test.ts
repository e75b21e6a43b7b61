import { expect, test } from "bun:test";
import { credentials, Client as GrpcClient, type ServiceError } from "@grpc/grpc-js";
import { testHost } from "../host/test-support.ts";
import { registerLookaside } from "./lookaside-resolver.ts";
import { Admin, Backend } from "./protocol.ts";
import { TestBalancer } from "./testing/balancer.ts";

const method = Backend.methods.get("compute");

/** As a client that was generated from the .proto file calls. */
function generated(address: string) {
  if (method === undefined) throw new Error("there is no method Compute");
  const client = new GrpcClient(address, credentials.createInsecure());
  const compute = (size: number) =>
    new Promise<{ result: string; backend: string }>((resolve, reject) => {
      client.makeUnaryRequest(
        method.path,
        method.encodeRequest,
        method.decodeResponse,
        { task: "primes", size },
        { deadline: Date.now() + 5_000 },
        (error: ServiceError | null, response?: object) =>
          error === null ? resolve(response as never) : reject(error),
      );
    });
  return { compute, [Symbol.dispose]: () => client.close() };
}

test("a generated client follows the balancer by its address alone", async () => {
  await using balanced = await TestBalancer.start({ backends: 3, policy: "round_robin" });
  using host = testHost({ id: "generated" });
  registerLookaside(host, balanced.address);
  for (const address of ["lookaside:///any", `lookaside://${balanced.address}/any`]) {
    using client = generated(address);
    const seen = new Set<string>();
    while (seen.size < 3) {
      const { result, backend } = await client.compute(100);
      expect(result).toBe("25");
      seen.add(backend);
    }
  }
  await host.connect(Admin, balanced.address).setPolicy({ policy: "pick_first" });
  using client = generated("lookaside:///any");
  const answers = await Promise.all(Array.from({ length: 20 }, () => client.compute(10)));
  expect(new Set(answers.map(({ backend }) => backend)).size).toBe(1);
});

test("a generated client whose balancer does not answer is told so", async () => {
  using host = testHost({ id: "generated" });
  registerLookaside(host, "127.0.0.1:1");
  using client = generated("lookaside:///any");
  const failed = await client.compute(10).catch((error: ServiceError) => error);
  expect(failed).toMatchObject({ code: 14 });
});
