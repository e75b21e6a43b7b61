/**
 * Services, typed by what `scripts/types.ts` generates. A service here is its name and, for each
 * method, the path and the codecs: all that a host needs, whether it speaks HTTP/2 or simulates.
 */
import { join } from "node:path";
import type { handleServerStreamingCall, handleUnaryCall } from "@grpc/grpc-js";
import type { MethodDefinition } from "@grpc/proto-loader";
import protobuf from "protobufjs";
import type { Call, CallOptions } from "./host.ts";

/** The generated types carry an index signature; the methods are what is left without it. */
type MethodsOf<Interface> = {
  [Name in keyof Interface as string extends Name
    ? never
    : number extends Name
      ? never
      : Name]: Interface[Name];
};

type Message = object;

/** One remote method: its names and its codecs. */
export interface Method {
  /** As in the .proto file, such as `Write`. */
  readonly name: string;
  /** As on the wire, such as `/proctor.filestore.v1.Replica/Write`. */
  readonly path: string;
  readonly responseStream: boolean;
  readonly encodeRequest: (message: Message) => Buffer;
  readonly decodeRequest: (bytes: Buffer) => Message;
  readonly encodeResponse: (message: Message) => Buffer;
  readonly decodeResponse: (bytes: Buffer) => Message;
}

/** A service with its generated `…Handlers` and `…Definition` interfaces as phantom types. */
export interface Service<GeneratedHandlers = unknown, Definition = unknown> {
  /** With its package, such as `proctor.filestore.v1.Replica`. */
  readonly name: string;
  /** The .proto file that it was loaded from, without directory and ending. */
  readonly file: string;
  /** By the method's name in camel case, such as `write`. */
  readonly methods: ReadonlyMap<string, Method>;
  readonly types?: { readonly handlers: GeneratedHandlers; readonly definition: Definition };
}

/** What implements a service: an `async` function a method, an async generator where it streams. */
export type Handlers<S> =
  S extends Service<infer Generated, infer _>
    ? {
        readonly [Name in keyof MethodsOf<Generated> as Uncapitalize<
          Name & string
        >]: Generated[Name] extends handleServerStreamingCall<infer Request, infer Response>
          ? (request: Request, call: Call) => AsyncIterable<Response>
          : Generated[Name] extends handleUnaryCall<infer Request, infer Response>
            ? (request: Request, call: Call) => Promise<Response>
            : never;
      }
    : never;

/** What a handler of this method is given. */
export type RequestOf<S, Name extends keyof Handlers<S>> = Handlers<S>[Name] extends (
  request: infer Request,
  call: Call,
) => unknown
  ? Request
  : never;

type ClientMethod<Handler, Definition> =
  Definition extends MethodDefinition<infer Request, infer _In, infer _Out, infer Response>
    ? Handler extends handleServerStreamingCall<infer _Request, infer _Response>
      ? (request: Request, options?: CallOptions) => AsyncIterable<Response>
      : (request: Request, options?: CallOptions) => Promise<Response>
    : never;

/** How a service is called: promises for unary methods, async iterables for streams. */
export type Client<S> =
  S extends Service<infer Generated, infer Definition>
    ? {
        readonly [Name in keyof MethodsOf<Definition> as Uncapitalize<Name & string>]: ClientMethod<
          Generated[Name & keyof Generated],
          Definition[Name]
        >;
      }
    : never;

/** A service together with what implements it, as `host.serve` takes it. */
export interface Implementation {
  readonly service: Service;
  readonly handlers: ReadonlyMap<string, Handler>;
}

/** A handler without its types: what the hosts call. */
export type Handler = (request: Message, call: Call) => Promise<Message> | AsyncIterable<Message>;

/** Pairs a service with its handlers. A method without a handler answers UNIMPLEMENTED. */
export function implement<S extends Service>(
  service: S,
  handlers: Partial<Handlers<S>>,
): Implementation {
  return { service, handlers: new Map(Object.entries(handlers) as [string, Handler][]) };
}

const protoDirectory = join(import.meta.dir, "../../proto");

/** Where `proto/<file>.proto` is. */
export function protoPath(file: string): string {
  return join(protoDirectory, `${file}.proto`);
}

/** As proto-loader has them; the options by which `scripts/types.ts` generates the types. */
export const conversion = { longs: String, enums: String, defaults: true, oneofs: true } as const;

const roots = new Map<string, protobuf.Namespace>();

/**
 * The definitions of one .proto file, loaded once a process. By protobufjs itself: proto-loader
 * describes every message on top, for reflection, and a node's start would take 50 ms longer.
 */
export function loadRoot(file: string): protobuf.Namespace {
  const root = roots.get(file) ?? protobuf.loadSync(protoPath(file)).resolveAll();
  roots.set(file, root);
  return root;
}

function codec(type: protobuf.Type | null) {
  if (type === null) throw new Error("a method's messages are known once its file is resolved");
  return {
    encode: (message: Message) => type.encode(type.fromObject(message)).finish() as Buffer,
    decode: (bytes: Buffer): Message => type.toObject(type.decode(bytes), conversion),
  };
}

/**
 * A service of `proto/<file>.proto`.
 * @param name with its package, such as `proctor.filestore.v1.Replica`
 * @throws Error when the file has no such service
 */
export function defineService<Generated, Definition>(
  file: string,
  name: string,
): Service<Generated, Definition> {
  const methods = new Map<string, Method>();
  for (const method of loadRoot(file).lookupService(name).methodsArray) {
    const request = codec(method.resolvedRequestType);
    const response = codec(method.resolvedResponseType);
    methods.set(method.name.charAt(0).toLowerCase() + method.name.slice(1), {
      name: method.name,
      path: `/${name}/${method.name}`,
      responseStream: method.responseStream ?? false,
      encodeRequest: request.encode,
      decodeRequest: request.decode,
      encodeResponse: response.encode,
      decodeResponse: response.decode,
    });
  }
  return { name, file, methods };
}
