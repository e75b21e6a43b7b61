/**
 * What the usual gRPC tools ask of any server: health, reflection and load. Few nodes are ever
 * asked, so the packages that answer are loaded by the first call; they would take half of a node's
 * start.
 */
import { createRequire } from "node:module";
import {
  type Server,
  ServerMetricRecorder,
  type ServiceDefinition,
  type UntypedHandleCall,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import type { PackageDefinition } from "@grpc/proto-loader";
import type { HealthImplementation } from "grpc-health-check";
import type { LoadFigures } from "./host.ts";
import { conversion, type Implementation, protoPath } from "./service.ts";

const require = createRequire(import.meta.url);

/** `grpc.health.v1.Health` for the server as a whole (the empty name) and each service. */
export function addHealth(
  server: Server,
  implementations: readonly Implementation[],
): { setServing(serving: boolean): void } {
  const names = ["", ...implementations.map(({ service }) => service.name)];
  let status: "SERVING" | "NOT_SERVING" = "SERVING";
  let health: HealthImplementation | undefined;
  const paths = { Check: "unary", Watch: "serverStream", List: "unary" } as const;
  addLater(server, "grpc.health.v1.Health", paths, () => {
    const { HealthImplementation } = require("grpc-health-check");
    health = new HealthImplementation(Object.fromEntries(names.map((name) => [name, status])));
    return health as HealthImplementation;
  });
  return {
    setServing: (serving) => {
      status = serving ? "SERVING" : "NOT_SERVING";
      for (const name of names) health?.setStatus(name, status);
    },
  };
}

/** `grpc.reflection.v1` and `v1alpha`. */
export function addReflection(server: Server, implementations: readonly Implementation[]): void {
  const files = new Set(implementations.map(({ service }) => service.file));
  for (const version of ["v1", "v1alpha"]) {
    const name = `grpc.reflection.${version}.ServerReflection`;
    addLater(server, name, { ServerReflectionInfo: "bidi" }, () => {
      const { loadSync } = require("@grpc/proto-loader");
      const { ReflectionService } = require("@grpc/reflection");
      const packages: PackageDefinition = {};
      for (const file of files) Object.assign(packages, loadSync(protoPath(file), conversion));
      return new ReflectionService(packages);
    });
  }
}

/** How old the figures of a load report may be. */
const figuresEveryMs = 100;

/** `xds.service.orca.v3.OpenRcaService`: load reports out of band, gRPC's proposal A51. */
export function addLoadReports(server: Server, figures: () => LoadFigures): void {
  const service = "xds.service.orca.v3.OpenRcaService";
  addLater(server, service, { StreamCoreMetrics: "serverStream" }, () => {
    const recorder = new ServerMetricRecorder();
    const refresh = () => {
      const { utilization, processUtilization, requestsPerSecond, errorsPerSecond } = figures();
      recorder.setApplicationUtilizationMetric(utilization);
      recorder.setCpuUtilizationMetric(processUtilization);
      recorder.setQpsMetric(requestsPerSecond);
      recorder.setEpsMetric(errorsPerSecond);
    };
    refresh();
    setInterval(refresh, figuresEveryMs).unref();
    return recorder;
  });
}

type AnyHandler = (...call: unknown[]) => void;

interface Mounted {
  readonly definition: ServiceDefinition[string];
  readonly handler: UntypedHandleCall;
}

/** What such a package exports: it mounts one service or more. */
interface Mountable {
  addToServer(server: Pick<Server, "addService">): void;
}

/**
 * Mounts a service by what must be known of it before its first call: how its methods are named
 * and which sides of them stream.
 */
function addLater(
  server: Server,
  service: string,
  methods: Readonly<Record<string, "unary" | "serverStream" | "bidi">>,
  load: () => Mountable,
): void {
  let mounted: ReadonlyMap<string, Mounted> | undefined;
  for (const [name, type] of Object.entries(methods)) {
    const path = `/${service}/${name}`;
    const loaded = () => {
      mounted ??= collect(load());
      const method = mounted.get(path);
      if (method === undefined) throw new Error(`the package of ${service} has no ${path}`);
      return method;
    };
    const handler = (...call: unknown[]) => (loaded().handler as AnyHandler)(...call);
    server.register(
      path,
      handler as UntypedHandleCall,
      (response) => loaded().definition.responseSerialize(response),
      (request) => loaded().definition.requestDeserialize(request),
      type,
    );
  }
}

/** The methods that a package mounts, by their paths. */
function collect(mountable: Mountable): ReadonlyMap<string, Mounted> {
  const methods = new Map<string, Mounted>();
  const addService = (service: ServiceDefinition, handlers: UntypedServiceImplementation) => {
    for (const [name, definition] of Object.entries(service)) {
      const handler = handlers[name] ?? handlers[definition.originalName ?? ""];
      if (handler !== undefined) methods.set(definition.path, { definition, handler });
    }
  };
  mountable.addToServer({ addService });
  return methods;
}
