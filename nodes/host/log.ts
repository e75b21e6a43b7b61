/** Logs as JSON lines on stderr, by pino, with secrets redacted. */
import { createRequire } from "node:module";
import type { Logger, pino as Pino } from "pino";
import type { Log, LogFields } from "./host.ts";

const require = createRequire(import.meta.url);

export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

const secrets = new Set(["password", "token", "secret", "privateKey", "authorization"]);

/** @param file descriptor to write to; 2 is stderr */
export function jsonLog(node: string, level: LogLevel, file: number | string = 2): Log {
  let logger: Logger | undefined;
  const threshold = logLevels.indexOf(level);
  const at =
    (label: Exclude<LogLevel, "silent">) =>
    (message: string, fields: LogFields = {}) => {
      if (logLevels.indexOf(label) < threshold) return;
      // Pino takes 15 ms to load, and a node has nothing to say before it is ready.
      logger ??= openLogger(node, level, file);
      logger[label](withoutSecrets(fields), message);
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

/**
 * Secrets are known by the names of their fields, at the top and one level below. Pino's own
 * redaction looks for each of them in each line, which takes longer than to write it.
 */
function withoutSecrets(fields: LogFields): LogFields {
  const inner = (value: unknown) => (isRecord(value) ? censored(value) : value);
  return Object.values(fields).some(isRecord)
    ? censored(
        Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, inner(value)])),
      )
    : censored(fields);
}

function isRecord(value: unknown): value is LogFields {
  return typeof value === "object" && value !== null;
}

/** The fields themselves where none of them is a secret. */
function censored(fields: LogFields): LogFields {
  const names = Object.keys(fields).filter((name) => secrets.has(name));
  if (names.length === 0) return fields;
  return { ...fields, ...Object.fromEntries(names.map((name) => [name, "[secret]"])) };
}

/** How far the clock that counts on may be from the system's before that was set. */
const tolerableMs = 2;

/**
 * The wall time to the microsecond, so that the lines of processes on one machine can be put in
 * order: a call over loopback takes less than a millisecond.
 */
function isoMicroseconds(): string {
  const wallMs = Date.now();
  const exactMs = performance.timeOrigin + performance.now();
  const nowMs = Math.abs(exactMs - wallMs) < tolerableMs ? exactMs : wallMs;
  const microseconds = Math.floor((nowMs % 1) * 1_000);
  const text = new Date(Math.floor(nowMs)).toISOString().slice(0, -1);
  return `${text}${`${microseconds}`.padStart(3, "0")}Z`;
}

function openLogger(node: string, level: LogLevel, file: number | string): Logger {
  const pino: typeof Pino = require("pino");
  return pino(
    {
      level,
      base: { node },
      timestamp: () => `,"time":"${isoMicroseconds()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    pino.destination({ dest: file, sync: true, mkdir: true }),
  );
}
