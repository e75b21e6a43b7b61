/**
 * Writes results/run-page.png, or the file that is named, the README's picture of the page of a
 * run: a schedule in which a mutant of the file store was caught. Needs Chromium. Ends with exit 0
 * when it is written.
 * Copy: `bun scripts/picture.ts`
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { $ } from "zx";
import { repositoryRoot } from "../harness/kit/repository.ts";

const picture = resolve(process.argv[2] ?? join(repositoryRoot, "results/run-page.png"));
/** Its story is short: a message is lost, its write is acknowledged, and a read misses it. */
const mutant = "swallows-a-failed-backup";
const size = { width: 1400, height: 860 };

async function takePicture(): Promise<void> {
  const runs = await mkdtemp(join(tmpdir(), "proctor-picture-"));
  try {
    const shell = $({
      cwd: repositoryRoot,
      quiet: true,
      env: { ...process.env, PROCTOR_RUNS: runs },
    });
    const flags = ["--only", mutant, "--shrink", "--workers", "1", "--quiet"];
    await shell`${process.execPath} harness/mutants.ts filestore ${flags}`;
    const executablePath = Bun.which("chromium") ?? "chromium";
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage({ viewport: size, colorScheme: "light" });
      await page.goto(Bun.pathToFileURL(join(runs, "latest/index.html")).href);
      await page.locator(".operation.witness").first().waitFor();
      await page.screenshot({ path: picture });
    } finally {
      await browser.close();
    }
    console.log(`${picture}, ${Math.round(Bun.file(picture).size / 1_000)} kB`);
  } finally {
    await rm(runs, { recursive: true });
  }
}

if (import.meta.main) await takePicture();
