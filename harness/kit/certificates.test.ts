import { afterAll, expect, test } from "bun:test";
import { X509Certificate } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { $ as zx } from "zx";
import { ensureCertificates } from "./certificates.ts";

const $ = zx({ quiet: true, nothrow: true });
const script = join(import.meta.dir, "../../scripts/certs.ts");
const scratch = await mkdtemp(join(tmpdir(), "proctor-certificates-"));
afterAll(() => rm(scratch, { recursive: true }));

const none = join(scratch, "none");
const withOpenssl = test.if(Bun.which("openssl") !== null);
const newDirectory = () => mkdtemp(join(scratch, "certs-"));

const read = async (directory: string, name: string) =>
  new X509Certificate(await Bun.file(join(directory, `${name}.pem`)).text());

const impossible = ["ca", "../r1", "", "a b", "-r1", "r--1", "r1/CN=root", "a".repeat(64)];

test.each(impossible)("certificates: the name %p is refused", async (name) => {
  await expect(ensureCertificates(none, [name])).rejects.toThrow(RangeError);
  await expect(ensureCertificates(none, ["r1"], { role: name })).rejects.toThrow(RangeError);
});

test.each([0, 1.5, 3651, Number.NaN])("certificates: %p days are refused", async (days) => {
  await expect(ensureCertificates(none, ["r1"], { days })).rejects.toThrow(RangeError);
});

test("certs.ts: bad usage is one sentence and exit 64", async () => {
  for (const flags of [["../r1"], ["--days", "0", "r1"], ["--role", "a b", "r1"], []]) {
    const result = await $`${process.execPath} ${script} --directory ${none} ${flags}`;
    expect(result.stderr).toMatch(/^error: [^\n]+\n$/);
    expect(result.exitCode).toBe(64);
  }
});

test("certs.ts: without openssl one sentence says so, and exit is 69", async () => {
  const path = join(scratch, "only-bash");
  await mkdir(path);
  await symlink(Bun.which("bash") ?? "", join(path, "bash"));
  const bare = $({ env: { ...process.env, PATH: path } });
  const result = await bare`${process.execPath} ${script} --directory ${none} r1`;
  expect(result.stderr).toMatch(/^openssl is not on the PATH[^\n]*\n$/);
  expect(result.exitCode).toBe(69);
});

withOpenssl("certificates: openssl verifies them for both ends and for each address", async () => {
  const directory = await newDirectory();
  expect(await ensureCertificates(directory, ["r1", "r2"])).toEqual(["ca", "r1", "r2"]);
  for (const purpose of ["sslserver", "sslclient"]) {
    for (const [flag, address] of [
      ["-verify_hostname", "r1"],
      ["-verify_hostname", "localhost"],
      ["-verify_ip", "127.0.0.1"],
    ]) {
      const verified = await $({ cwd: directory })`openssl verify -x509_strict -CAfile ca.pem \
        -purpose ${purpose} ${flag} ${address} r1.pem`;
      expect(verified.stdout).toBe("r1.pem: OK\n");
    }
  }
});

withOpenssl("certificates: each names its node, role and addresses, on P-256", async () => {
  const directory = await newDirectory();
  await ensureCertificates(directory, ["bank-1"], { role: "bank" });
  const certificate = await read(directory, "bank-1");
  expect(certificate.subject).toBe("O=Proctor\nOU=bank\nCN=bank-1");
  expect(certificate.subjectAltName).toBe("DNS:bank-1, DNS:localhost, IP Address:127.0.0.1");
  expect(certificate.publicKey.asymmetricKeyDetails?.namedCurve).toBe("prime256v1");
  expect(certificate.ca).toBe(false);
  expect((await read(directory, "ca")).ca).toBe(true);
});

withOpenssl("certificates: only the owner can read the keys, and nothing is left", async () => {
  const directory = await newDirectory();
  await ensureCertificates(directory, ["r1"]);
  const files = await readdir(directory);
  expect(files.sort()).toEqual([".lock", "ca.key", "ca.pem", "r1.key", "r1.pem"]);
  for (const file of ["ca.key", "r1.key"]) {
    expect((await stat(join(directory, file))).mode & 0o777).toBe(0o600);
  }
});

withOpenssl("certificates: what is good is kept", async () => {
  const directory = await newDirectory();
  await ensureCertificates(directory, ["bank-1"], { role: "bank" });
  const before = (await read(directory, "bank-1")).fingerprint256;
  expect(await ensureCertificates(directory, ["bank-1"], { role: "bank" })).toEqual([]);
  expect((await read(directory, "bank-1")).fingerprint256).toBe(before);
});

withOpenssl("certificates: another role, another's key or half a file is made anew", async () => {
  const directory = await newDirectory();
  await ensureCertificates(directory, ["r1", "r2"]);
  const ensure = () => ensureCertificates(directory, ["r1"], { role: "gateway" });
  expect(await ensure()).toEqual(["r1"]);
  await $`cp ${directory}/r2.key ${directory}/r1.key`;
  expect(await ensure()).toEqual(["r1"]);
  await Bun.write(join(directory, "r1.pem"), "-----BEGIN CERTIFICATE-----\n");
  expect(await ensure()).toEqual(["r1"]);
  expect(await ensure()).toEqual([]);
});

withOpenssl("certificates: one that has expired is made anew", async () => {
  const directory = await newDirectory();
  await ensureCertificates(directory, ["r1"]);
  const expired = await $({ cwd: directory })`
    openssl req -new -key r1.key -subj /O=Proctor/CN=r1 -addext subjectAltName=DNS:r1 \
    | openssl x509 -req -copy_extensions copy -CA ca.pem -CAkey ca.key -set_serial 1 -days 0 \
      -out r1.pem`;
  expect(expired.exitCode).toBe(0);
  expect(await ensureCertificates(directory, ["r1"])).toEqual(["r1"]);
});

withOpenssl("certificates: those of another authority are made anew", async () => {
  const directory = await newDirectory();
  await ensureCertificates(directory, ["r1"]);
  await rm(join(directory, "ca.key"));
  expect(await ensureCertificates(directory, ["r1"])).toEqual(["ca", "r1"]);
  const authority = await read(directory, "ca");
  expect((await read(directory, "r1")).verify(authority.publicKey)).toBe(true);
});

withOpenssl("certificates: processes and calls at once agree on one authority", async () => {
  const directory = await newDirectory();
  await Promise.all([
    $`${process.execPath} ${script} --directory ${directory} a b`,
    $`${process.execPath} ${script} --directory ${directory} b c`,
    ensureCertificates(directory, ["c", "d"]),
    ensureCertificates(directory, ["d", "a"]),
  ]);
  const authority = await read(directory, "ca");
  for (const name of ["a", "b", "c", "d"]) {
    expect((await read(directory, name)).verify(authority.publicKey)).toBe(true);
  }
});

withOpenssl("certificates: a renewal has a new key and a new serial number", async () => {
  const directory = await newDirectory();
  await ensureCertificates(directory, ["r1"]);
  const before = await read(directory, "r1");
  expect(await ensureCertificates(directory, ["r1"], { renew: true })).toEqual(["r1"]);
  const after = await read(directory, "r1");
  expect(after.serialNumber).not.toBe(before.serialNumber);
  const key = ({ publicKey }: X509Certificate) =>
    publicKey.export({ type: "spki", format: "pem" }).toString();
  expect(key(after)).not.toBe(key(before));
});

withOpenssl("certificates: one that is asked for as expired is, and is not kept", async () => {
  const directory = await newDirectory();
  await ensureCertificates(directory, ["r1"], { expired: true });
  expect(Date.parse((await read(directory, "r1")).validTo)).toBeLessThan(Date.now());
  expect(await ensureCertificates(directory, ["r1"])).toEqual(["r1"]);
});

withOpenssl("certs.ts: --rotate keeps the old authority too, and --drop-old ends it", async () => {
  const directory = await newDirectory();
  const run = (...flags: string[]) =>
    $`${process.execPath} ${script} --directory ${directory} ${flags} r1`;
  const authorities = async () =>
    (await Bun.file(join(directory, "ca.pem")).text()).match(/BEGIN/g)?.length;
  await run();
  const old = await read(directory, "ca");
  expect((await run("--rotate")).stdout).toContain(`made ${join(directory, "r1.pem")}`);
  expect(await authorities()).toBe(2);
  expect((await read(directory, "r1")).verify(old.publicKey)).toBe(false);
  expect((await run("--drop-old")).stdout).toContain(`kept ${join(directory, "r1.pem")}`);
  expect(await authorities()).toBe(1);
  const authority = await read(directory, "ca");
  expect((await read(directory, "r1")).verify(authority.publicKey)).toBe(true);
});
