import { expect, test } from "bun:test";
import { join } from "node:path";
import { credentials, Client as GrpcClient } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { failureOf, until } from "../host/test-support.ts";
import { Backend } from "./protocol.ts";
import { tasks } from "./tasks.ts";
import { TestBalancer } from "./testing/balancer.ts";

function backendAt(balanced: TestBalancer, index: number) {
  const server = balanced.backends[index]?.server;
  if (server === undefined) throw new Error(`there is no backend ${index}`);
  return { server, compute: balanced.host.connect(Backend, server.address).compute };
}

const samples = { primes: 10_000, fibonacci: 500, matrix: 40, sha256: 1_000 };

test("every task is computed in a thread, and its answer is right", async () => {
  await using balanced = await TestBalancer.start({ backends: 1 });
  const { compute } = backendAt(balanced, 0);
  for (const [task, size] of Object.entries(samples)) {
    const { result, backend } = await compute({ task, size });
    expect({ task, result, backend }).toEqual({
      task,
      result: tasks.get(task)?.run(size) ?? "",
      backend: "b1",
    });
  }
});

test("reports go on while all slots compute, and say how busy the backend is", async () => {
  await using balanced = await TestBalancer.start({ backends: 1, leaseMs: 300 });
  const { compute } = backendAt(balanced, 0);
  let computing = true;
  const tasks = [1, 2, 3].map(() => compute({ task: "primes", size: 8_000_000 }));
  const done = Promise.all(tasks).finally(() => {
    computing = false;
  });
  let seen = 0;
  while (computing) {
    const { backends } = await balanced.admin.listBackends({});
    expect(backends).toHaveLength(1);
    const { inFlight = 0, queued = 0 } = backends[0]?.load ?? {};
    if (inFlight === 2 && queued === 1) seen += 1;
  }
  await done;
  expect(seen).toBeGreaterThan(0);
});

test("a slow backend takes its time for emulated tasks and for real ones", async () => {
  const backend = { slowFactor: 4 };
  await using balanced = await TestBalancer.start({ backends: 1, backend });
  const { compute } = backendAt(balanced, 0);
  const slept = await compute({ task: "emulate", size: 10_000 });
  expect(slept.serviceMs).toBeGreaterThan(39);
  const { serviceMs } = await compute({ task: "primes", size: 2_000_000 });
  await using quick = await TestBalancer.start({ backends: 1 });
  const own = await backendAt(quick, 0).compute({ task: "primes", size: 2_000_000 });
  expect(serviceMs).toBeGreaterThan(own.serviceMs);
});

test("what can't be computed is refused, and nothing is broken by it", async () => {
  await using balanced = await TestBalancer.start({ backends: 1 });
  const { compute } = backendAt(balanced, 0);
  const refused = [
    { task: "nosuch", size: 1 },
    { task: "", size: 1 },
    { task: "primes", size: 20_000_001 },
    { task: "primes", size: "18446744073709551615" },
    { task: "emulate", size: 1_000, distribution: "gauss" },
  ];
  for (const request of refused) {
    const failure = await failureOf(compute(request));
    expect(failure, request.task).toMatchObject({ code: "INVALID_ARGUMENT", definite: true });
  }
  expect(await compute({ task: "primes", size: 10 })).toMatchObject({ result: "4" });
});

test("a backend that is stopped leaves the list first and finishes what has begun", async () => {
  await using balanced = await TestBalancer.start({ backends: 2 });
  const { server, compute } = backendAt(balanced, 0);
  const tasks = Array.from({ length: 6 }, () => compute({ task: "emulate", size: 50_000 }));
  await until(async () => {
    const { backends } = await balanced.admin.listBackends({});
    return backends.some(({ load }) => (load?.inFlight ?? 0) > 0);
  });
  const stopped = server.stop();
  await until(async () => (await balanced.listed()).join() === "b2");
  expect((await Promise.all(tasks)).map(({ backend }) => backend)).toEqual(Array(6).fill("b1"));
  await stopped;
  expect(await failureOf(compute({ task: "primes", size: 10 }))).toMatchObject({
    code: "UNAVAILABLE",
  });
});

test("gRPC's standard load reports tell what the balancer is told", async () => {
  await using balanced = await TestBalancer.start({ backends: 1 });
  const { server, compute } = backendAt(balanced, 0);
  const protos = join(import.meta.dir, "../../node_modules/@grpc/grpc-js/proto");
  const orca = loadSync("xds/service/orca/v3/orca.proto", {
    includeDirs: ["xds", "protoc-gen-validate"].map((folder) => join(protos, folder)),
  });
  const service = orca["xds.service.orca.v3.OpenRcaService"] as never as {
    readonly StreamCoreMetrics: {
      readonly path: string;
      readonly requestSerialize: (request: object) => Buffer;
      readonly responseDeserialize: (bytes: Buffer) => { rpsFractional: number };
    };
  };
  const { path, requestSerialize, responseDeserialize } = service.StreamCoreMetrics;
  const client = new GrpcClient(server.address, credentials.createInsecure());
  const request = { reportInterval: { nanos: 10_000_000 } };
  const stream = client.makeServerStreamRequest(
    path,
    requestSerialize,
    responseDeserialize,
    request,
  );
  stream.on("error", () => {});
  let rate = 0;
  stream.on("data", ({ rpsFractional }: { rpsFractional: number }) => {
    rate = rpsFractional;
  });
  await until(async () => {
    await compute({ task: "emulate", size: 1_000 });
    return rate > 0;
  });
  stream.cancel();
  client.close();
});
