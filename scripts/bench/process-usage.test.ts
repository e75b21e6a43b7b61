import { expect, test } from "bun:test";
import { processorSeconds, proportionalMiB, residentMiB } from "./process-usage.ts";

const onLinux = test.if(process.platform === "linux");

onLinux("process usage: processor time and memory are those that the process itself sees", () => {
  const { user, system } = process.cpuUsage();
  expect(Math.abs(processorSeconds(process.pid) - (user + system) / 1e6)).toBeLessThan(0.1);
  const own = process.memoryUsage.rss() / 2 ** 20;
  expect(Math.abs(residentMiB(process.pid) - own) / own).toBeLessThan(0.2);
  // Shared pages count in part, the process's own in full.
  expect(proportionalMiB(process.pid)).toBeLessThanOrEqual(1.1 * own);
  expect(proportionalMiB(process.pid)).toBeGreaterThan(0.2 * own);
});

onLinux("process usage: a process that is gone is an error, not a zero", () => {
  expect(() => processorSeconds(2 ** 30)).toThrow("ENOENT");
  expect(() => residentMiB(2 ** 30)).toThrow("ENOENT");
  expect(() => proportionalMiB(2 ** 30)).toThrow("ENOENT");
});
