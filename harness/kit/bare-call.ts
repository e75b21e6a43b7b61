/** One call of gRPC by hand, on a connection of its own that is made in any way, right or wrong. */
import { connect as connectHttp2 } from "node:http2";
import { connect as connectPlain } from "node:net";
import { type ConnectionOptions, connect as connectTls } from "node:tls";
import { type StatusName, statusName } from "../../nodes/host/rpc-error.ts";

export interface BareCall {
  readonly address: string;
  /** As on the wire, such as `/proctor.strife.v1.Bank/GetAccount`. */
  readonly path: string;
  /** The message, whatever bytes; default none, which is a message with nothing in it. */
  readonly message?: Uint8Array;
  /** Undefined: without TLS. */
  readonly tls: ConnectionOptions | undefined;
}

/** A server that neither answers nor hangs up is not waited for. */
const timeoutMs = 5_000;

/**
 * @returns the status of the answer; `refused` when the connection ended without one, `silence`
 *   when nothing came for five seconds
 */
export async function bareCall(call: BareCall): Promise<StatusName | "refused" | "silence"> {
  const [hostname = "", port] = call.address.split(":");
  const place = { host: hostname, port: Number(port) };
  const socket =
    call.tls === undefined
      ? connectPlain(place)
      : connectTls({ ...place, servername: "localhost", ALPNProtocols: ["h2"], ...call.tls });
  const { promise, resolve } = Promise.withResolvers<StatusName | "refused" | "silence">();
  const refused = () => resolve("refused");
  const timer = setTimeout(() => resolve("silence"), timeoutMs);
  socket.on("error", refused).on("close", refused);
  const session = connectHttp2(`http://${call.address}`, { createConnection: () => socket });
  session.on("error", refused).on("close", refused);
  const read = (fields: Record<string, unknown>) => {
    if (fields["grpc-status"] !== undefined) resolve(statusName(Number(fields["grpc-status"])));
  };
  const stream = session.request({
    ":method": "POST",
    ":path": call.path,
    "content-type": "application/grpc",
    te: "trailers",
  });
  stream.on("response", read).on("trailers", read).on("error", refused).resume();
  stream.end(framed(call.message ?? new Uint8Array()));
  const answer = await promise;
  clearTimeout(timer);
  session.destroy();
  socket.destroy();
  return answer;
}

/** As gRPC frames a message: not compressed, its length, its bytes. */
function framed(message: Uint8Array): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}
