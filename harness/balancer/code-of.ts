import { RpcError } from "../../nodes/host/rpc-error.ts";

/** The status of a call that fails, or `OK`. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "OK";
  } catch (error) {
    if (error instanceof RpcError) return error.code;
    throw error;
  }
}
