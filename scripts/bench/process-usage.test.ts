import { expect, test } from "bun:test";
import { processorSeconds, residentMiB } from "./process-usage.ts";

const onLinux = test.if(process.platform === "linux");

onLinux("process usage: processor time and memory are those that the process itself sees", () => {
  const { user, system } = process.cpuUsage();
  expect(Math.abs(processorSeconds(process.pid) - (user + system) / 1e6)).toBeLessThan(0.1);
  const own = process.memoryUsage.rss() / 2 ** 20;
  expect(Math.abs(residentMiB(process.pid) - own) / own).toBeLessThan(0.2);
});

onLinux("process usage: a process that is gone is an error, not a zero", () => {
  expect(() => processorSeconds(2 ** 30)).toThrow("ENOENT");
  expect(() => residentMiB(2 ** 30)).toThrow("ENOENT");
});
