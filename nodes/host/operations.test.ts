import { expect, test } from "bun:test";
import { Client, credentials, type ServiceDefinition } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { protoPath as healthProto } from "grpc-health-check";
import descriptor from "protobufjs/ext/descriptor";
import { statusCodes } from "./rpc-error.ts";
import { implement } from "./service.ts";
import { anyPort, Replica, testHost } from "./test-support.ts";

const reflectionProto = (version: string) =>
  Bun.resolveSync("@grpc/reflection/package.json", import.meta.dir).replace(
    "package.json",
    `build/proto/grpc/reflection/${version}/reflection.proto`,
  );

function methodOf(file: string, service: string, method: string) {
  const options = { enums: String, defaults: true };
  const definition = loadSync(file, options)[service] as ServiceDefinition;
  const found = definition[method];
  if (found === undefined) throw new Error(`${service} has no ${method}`);
  return found;
}

async function serveReplica() {
  const host = testHost();
  const server = await host.serve(anyPort, [implement(Replica, { read: async () => ({}) })]);
  const client = new Client(server.address, credentials.createInsecure());
  const dispose = async () => {
    client.close();
    await server.stop(0);
    host[Symbol.dispose]();
  };
  return { server, client, [Symbol.asyncDispose]: dispose };
}

const health = (method: string) => methodOf(healthProto, "grpc.health.v1.Health", method);

function check(client: Client, service: string): Promise<unknown> {
  const { path, requestSerialize, responseDeserialize } = health("Check");
  return new Promise((resolve, reject) => {
    const answer = (error: Error | null, response?: { status: string }) =>
      error === null ? resolve(response?.status) : reject(error);
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, { service }, answer);
  });
}

test("health: serving from the start, as a whole and each service, and as it was set", async () => {
  await using served = await serveReplica();
  const { client, server } = served;
  for (const name of ["", Replica.name]) expect(await check(client, name)).toBe("SERVING");
  const unknown = await check(client, "no.such.Service").catch((error) => error.code);
  expect(unknown).toBe(statusCodes.NOT_FOUND);
  server.setServing(false);
  for (const name of ["", Replica.name]) expect(await check(client, name)).toBe("NOT_SERVING");
  server.setServing(true);
  expect(await check(client, "")).toBe("SERVING");
});

test("health: what was set before anybody asked is what the first asker hears", async () => {
  await using served = await serveReplica();
  served.server.setServing(false);
  expect(await check(served.client, Replica.name)).toBe("NOT_SERVING");
});

test("health: a watcher hears each change", async () => {
  await using served = await serveReplica();
  const { path, requestSerialize, responseDeserialize } = health("Watch");
  const stream = served.client.makeServerStreamRequest(
    path,
    requestSerialize,
    responseDeserialize,
    {
      service: "",
    },
  );
  stream.on("error", () => {});
  const heard: string[] = [];
  for await (const { status } of stream) {
    heard.push(status);
    if (heard.length === 3) break;
    served.server.setServing(status !== "SERVING");
  }
  expect(heard).toEqual(["SERVING", "NOT_SERVING", "SERVING"]);
  stream.cancel();
});

/** One question and its answer by server reflection. */
function reflect(client: Client, version: string, question: object): Promise<Answer> {
  const name = `grpc.reflection.${version}.ServerReflection`;
  const method = methodOf(reflectionProto(version), name, "ServerReflectionInfo");
  const { path, requestSerialize, responseDeserialize } = method;
  const stream = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize);
  return new Promise((resolve, reject) => {
    stream.on("data", resolve).on("error", reject);
    stream.end(question);
  });
}

interface FileDescription {
  readonly service: readonly { readonly name: string }[];
  readonly messageType: readonly {
    readonly name: string;
    readonly field: readonly { readonly name: string }[];
  }[];
}

interface Answer {
  readonly listServicesResponse?: { readonly service: readonly { readonly name: string }[] };
  readonly fileDescriptorResponse?: { readonly fileDescriptorProto: readonly Uint8Array[] };
  readonly errorResponse?: { readonly errorCode: number };
}

for (const version of ["v1", "v1alpha"]) {
  test(`reflection ${version}: lists the services and describes their messages`, async () => {
    await using served = await serveReplica();
    const listed = await reflect(served.client, version, { listServices: "" });
    const names = listed.listServicesResponse?.service.map(({ name }) => name);
    expect(names).toContain(Replica.name);

    const question = { fileContainingSymbol: Replica.name };
    const described = await reflect(served.client, version, question);
    const [file = new Uint8Array()] = described.fileDescriptorResponse?.fileDescriptorProto ?? [];
    const { messageType, service } = descriptor.FileDescriptorProto.toObject(
      descriptor.FileDescriptorProto.decode(file),
    ) as FileDescription;
    expect(service.map(({ name }) => name)).toContain("Replica");
    const write = messageType.find(({ name }) => name === "WriteRequest");
    expect(write?.field.map(({ name }) => name)).toContain("content");

    const unknown = await reflect(served.client, version, { fileContainingSymbol: "no.such" });
    expect(unknown.errorResponse?.errorCode).toBe(statusCodes.NOT_FOUND);
  });
}
