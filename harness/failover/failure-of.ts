import { RpcError } from "../../nodes/host/rpc-error.ts";

/** The error of a call, or undefined when it was answered. */
export async function failureOf(call: Promise<unknown>): Promise<RpcError | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (error instanceof RpcError) return error;
    throw error;
  }
}
