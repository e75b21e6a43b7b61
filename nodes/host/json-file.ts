/** A flag that names a JSON file, which is read and checked before a node starts. */
import { readFileSync } from "node:fs";
import { type ZodType, z } from "zod";
import type { Flag } from "./flags.ts";

/** Its value is what the file holds. A file with an error is refused, and the error says where. */
export function jsonFile<Content>(description: string, schema: ZodType<Content>): Flag<Content> {
  return { placeholder: "FILE", description, parse: (path) => readJsonFile(path, schema) };
}

/** @throws Error that names the file and the place in it, such as `accounts[2].balance` */
export function readJsonFile<Content>(path: string, schema: ZodType<Content>): Content {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`a JSON file that can be read, but ${path}: ${(error as Error).message}`);
  }
  const checked = schema.safeParse(content);
  if (checked.success) return checked.data;
  throw new Error(`a right file, but ${path} is not:\n${z.prettifyError(checked.error)}`);
}
