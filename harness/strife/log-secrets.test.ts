import { expect, test } from "bun:test";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findSecrets } from "./log-secrets.ts";

test("a password, a token or a private key in any log is found, and none is no alarm", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "proctor-secrets-"));
  const [logs, certificates] = [join(folder.path, "logs"), join(folder.path, "certs")];
  await Bun.write(join(certificates, "north.key"), "-----BEGIN\nMIGHAgEAMBMG\n-----END\n");
  const secrets = new Map([["the password of alice", "alice-secret"]]);
  const log = (text: string) => Bun.write(join(logs, "gateway.log"), `first line\n${text}\n`);
  await log('{"user":"alice"}');
  const found = async () => (await findSecrets(logs, certificates, secrets)).verdict;
  expect(await found()).toBe("PASS");
  for (const leak of ["alice-secret", "MIGHAgEAMBMG", "$argon2id$v=19$m=65536"]) {
    await log(`{"error":"no ${leak}"}`);
    expect(await found()).toBe("FAIL");
  }
  await Bun.write(join(logs, "gateway.log"), "");
  expect(await found()).toBe("UNDECIDED");
});
