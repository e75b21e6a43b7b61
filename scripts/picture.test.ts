import { expect, test } from "bun:test";
import { join } from "node:path";
import { $ } from "zx";
import { repositoryRoot } from "../harness/kit/repository.ts";
import { temporaryDirectory } from "../nodes/host/test-support.ts";

test.if(Bun.which("chromium") !== null)(
  "the README's picture can be made again",
  async () => {
    using scratch = temporaryDirectory();
    const file = join(scratch.path, "picture.png");
    await $({ cwd: repositoryRoot, quiet: true })`${process.execPath} scripts/picture.ts ${file}`;
    const bytes = await Bun.file(file).bytes();
    expect(Buffer.from(bytes.subarray(1, 4)).toString()).toBe("PNG");
    expect(bytes.length).toBeLessThan(200_000);
  },
  60_000,
);
