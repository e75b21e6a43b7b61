import type { Host } from "../host/host.ts";

/**
 * A UUID of version 7 (RFC 9562, section 5.7): it begins with the wall time, so that newer keys
 * come later in an index, and goes on at random, so that nobody else makes the same.
 */
export function uuidV7(host: Pick<Host, "clock" | "random">): string {
  const time = host.clock.wallMs().toString(16).padStart(12, "0");
  const random = host.random.uuid();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}

export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
