/** Logs as JSON lines on stderr, by pino, with secrets redacted. */
import pino from "pino";
import type { Log, LogFields } from "./host.ts";

export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

const secrets = ["password", "token", "secret", "key", "privateKey", "authorization"];

/** @param file descriptor to write to; 2 is stderr */
export function jsonLog(node: string, level: LogLevel, file: number | string = 2): Log {
  const logger = pino(
    {
      level,
      base: { node },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secrets.flatMap((secret) => [secret, `*.${secret}`]), censor: "[secret]" },
    },
    pino.destination({ dest: file, sync: true }),
  );
  const at =
    (label: Exclude<LogLevel, "silent">) =>
    (message: string, fields: LogFields = {}) =>
      logger[label](fields, message);
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
