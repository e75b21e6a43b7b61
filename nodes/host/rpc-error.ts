/**
 * The one error of every remote call. It says whether the call happened, which is what a caller
 * must know before it repeats the call, and what a checker must know before it judges a history.
 */

/** The status codes of gRPC, by their names in the specification. */
export type StatusName = keyof typeof statusCodes;

export const statusCodes = {
  OK: 0,
  CANCELLED: 1,
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  OUT_OF_RANGE: 11,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  DATA_LOSS: 15,
  UNAUTHENTICATED: 16,
} as const;

const statusNames = new Map<number, StatusName>(
  Object.entries(statusCodes).map(([name, code]) => [code, name as StatusName]),
);

/** The name of a numeric status code; UNKNOWN for one that gRPC does not have. */
export function statusName(code: number): StatusName {
  return statusNames.get(code) ?? "UNKNOWN";
}

/** Codes with which a server may leave a call half done: the caller can't know. */
const indefiniteCodes: ReadonlySet<StatusName> = new Set([
  "CANCELLED",
  "UNKNOWN",
  "DEADLINE_EXCEEDED",
  "INTERNAL",
  "DATA_LOSS",
]);

export class RpcError extends Error {
  override readonly name = "RpcError";
  readonly code: StatusName;
  /** One sentence for people, without the code. */
  readonly details: string;
  /** True: the call certainly had no effect. False: it may have had, or may still have. */
  readonly definite: boolean;

  /** Without `definite`, a refusal counts as definite and a time-out or a crash does not. */
  constructor(code: StatusName, details: string, options: { readonly definite?: boolean } = {}) {
    super(`${code}: ${details}`);
    this.code = code;
    this.details = details;
    this.definite = options.definite ?? !indefiniteCodes.has(code);
  }
}

/** What a caller is told about an error that a handler threw: never its stack. */
export function toRpcError(error: unknown): RpcError {
  if (error instanceof RpcError) return error;
  const details = error instanceof Error ? error.message : String(error);
  return new RpcError("INTERNAL", details);
}
