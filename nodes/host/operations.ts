/** What the usual gRPC tools ask of any server: health and reflection. */

import type { Server } from "@grpc/grpc-js";
import type { PackageDefinition } from "@grpc/proto-loader";
import { ReflectionService } from "@grpc/reflection";
import { HealthImplementation } from "grpc-health-check";
import type { Implementation } from "./service.ts";
import { loadPackage } from "./service.ts";

/** `grpc.health.v1.Health` for the server as a whole (the empty name) and each service. */
export function addHealth(
  server: Server,
  implementations: readonly Implementation[],
): { setServing(serving: boolean): void } {
  const names = ["", ...implementations.map(({ service }) => service.name)];
  const health = new HealthImplementation(
    Object.fromEntries(names.map((name) => [name, "SERVING"])),
  );
  health.addToServer(server);
  return {
    setServing: (serving) => {
      for (const name of names) health.setStatus(name, serving ? "SERVING" : "NOT_SERVING");
    },
  };
}

/** `grpc.reflection.v1` and `v1alpha`. */
export function addReflection(server: Server, implementations: readonly Implementation[]): void {
  const files = new Set(implementations.map(({ service }) => service.file));
  const packages: PackageDefinition = {};
  for (const file of files) Object.assign(packages, loadPackage(file));
  new ReflectionService(packages).addToServer(server);
}
