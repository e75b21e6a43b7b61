/**
 * A host that tells of every step of its node: what is about to be made durable and what has been,
 * which call is about to be made and which was answered, which request has come and which answer is
 * about to go. Between two steps nothing happens that anyone else could notice, so a crash at each
 * of them is a crash at every moment that matters.
 */
import type {
  Call,
  ClientInterceptor,
  Database,
  Disk,
  Host,
  SharedDatabase,
  SharedValue,
} from "../../nodes/host/host.ts";
import type { Client, Handler, Implementation, Service } from "../../nodes/host/service.ts";

/**
 * Told of a step in words, such as `before commit` or `calling prepare`. What it returns is waited
 * for: a promise that never resolves stops the node there.
 */
export type OnStep = (step: string) => undefined | Promise<never>;

export function steppingHost(host: Host, onStep: OnStep): Host {
  return {
    id: host.id,
    incarnation: host.incarnation,
    clock: host.clock,
    random: host.random,
    log: host.log,
    disk: steppingDisk(host.disk, onStep),
    serve: (address, implementations, options) =>
      host.serve(
        address,
        implementations.map((each) => steppingImplementation(each, onStep)),
        options,
      ),
    connect: <S extends Service>(
      service: S,
      address: string,
      interceptors?: readonly ClientInterceptor[],
    ) => steppingClient(service, host.connect(service, address, interceptors), onStep),
    reach: (address, waitMs) => host.reach(address, waitMs),
    openShared: (url) => steppingShared(host.openShared(url), onStep),
  };
}

function steppingDisk(disk: Disk, onStep: OnStep): Disk {
  return {
    read: (name) => disk.read(name),
    exists: (name) => disk.exists(name),
    replace: (name, content) => disk.replace(name, content),
    overwrite: (name, content) => disk.overwrite(name, content),
    remove: (name) => disk.remove(name),
    list: (folder) => disk.list(folder),
    openLog: (name) => disk.openLog(name),
    openDatabase: async (name) => {
      const database = await disk.openDatabase(name);
      const stepping: Database = {
        all: (sql, ...parameters) => database.all(sql, ...parameters),
        run: (sql, ...parameters) => database.run(sql, ...parameters),
        commit: async (body) => {
          await onStep("before commit");
          const result = await database.commit(body);
          await onStep("after commit");
          return result;
        },
        close: () => database.close(),
      };
      return stepping;
    },
  };
}

function steppingShared(shared: SharedDatabase, onStep: OnStep): SharedDatabase {
  return {
    query: async <Row>(sql: string, ...parameters: readonly SharedValue[]) => {
      await onStep("before query");
      const rows = await shared.query<Row>(sql, ...parameters);
      await onStep("after query");
      return rows;
    },
  };
}

function steppingImplementation(implementation: Implementation, onStep: OnStep): Implementation {
  const { methods } = implementation.service;
  const handlers = [...implementation.handlers].map(([name, handler]) => {
    if (methods.get(name)?.responseStream) return [name, steppingStream(name, handler, onStep)];
    const stepping = async (request: object, call: Call) => {
      await onStep(`received ${name}`);
      const response = await (handler(request, call) as Promise<object>);
      await onStep(`answering ${name}`);
      return response;
    };
    return [name, stepping as Handler];
  }) as [string, Handler][];
  return { service: implementation.service, handlers: new Map(handlers) };
}

function steppingStream(name: string, handler: Handler, onStep: OnStep): Handler {
  return async function* (request, call) {
    await onStep(`received ${name}`);
    yield* handler(request, call) as AsyncIterable<object>;
    await onStep(`answering ${name}`);
  };
}

type AnyMethod = (request: object, options?: object) => Promise<object>;

function steppingClient<S extends Service>(
  service: S,
  client: Client<S>,
  onStep: OnStep,
): Client<S> {
  const methods = [...service.methods].map(([name, { responseStream }]) => {
    // Only the harness reads streams, which is no node.
    if (responseStream) return [name, (client as Record<string, unknown>)[name]];
    const method = (client as Record<string, AnyMethod>)[name] as AnyMethod;
    const stepping: AnyMethod = async (request, options) => {
      await onStep(`calling ${name}`);
      const response = await method(request, options);
      await onStep(`answered ${name}`);
      return response;
    };
    return [name, stepping];
  });
  return Object.fromEntries(methods) as Client<S>;
}
