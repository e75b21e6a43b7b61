import { freePorts } from "./free-ports.ts";

/** So many different `127.0.0.1:port` that nobody listens at. @throws Error when there are none */
export function freeAddresses(count: number): string[] {
  return freePorts(count).map((port) => `127.0.0.1:${port}`);
}
