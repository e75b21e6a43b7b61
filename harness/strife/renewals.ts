/** Certificates that are exchanged while payments run. */
import { type ConnectionOptions, connect } from "node:tls";
import type { Payer } from "../../nodes/strife/payer.ts";
import { type Check, fail, pass, undecided } from "../check/verdict.ts";
import { certificateFiles, ensureCertificates } from "../kit/certificates.ts";
import { until } from "../kit/until.ts";
import type { RealTown } from "./real-town.ts";

/**
 * A bank and the gateway get new keys and certificates while a user pays: new connections are shown
 * these, open ones live on, and no payment fails.
 */
export async function renewCertificates(
  town: RealTown,
  alice: Payer,
  newcomer: () => Promise<Payer>,
): Promise<Check> {
  const name = "certificates are renewed while payments run";
  const doors = [town.node("south"), town.gateway];
  const before = await Promise.all(doors.map(({ address }) => shownSerial(town, address)));
  let isOver = false;
  const states: string[] = [];
  const paying = (async () => {
    while (!isOver) states.push((await alice.pay("north/1001", "south/2002", "1")).state);
  })();
  await ensureCertificates(town.certificates, ["south"], { role: "bank", renew: true });
  await ensureCertificates(town.certificates, ["gateway"], { role: "gateway", renew: true });
  const areShown = async () => {
    const now = await Promise.all(doors.map(({ address }) => shownSerial(town, address)));
    return now.every((serial, place) => serial !== before[place]);
  };
  const isDone = await until(areShown, 10_000);
  isOver = true;
  await paying;
  if (!isDone) return fail(name, "new connections are shown the old certificates");
  const later = await newcomer();
  states.push((await later.pay("north/1001", "south/2002", "1")).state);
  later.close();
  const failed = states.filter((state) => state !== "paid");
  if (states.length < 3) return undecided(name, `${states.length} payments ran meanwhile`);
  const evidence = `${states.length} payments, ${failed.length} failed`;
  return (failed.length === 0 ? pass : fail)(name, evidence);
}

/** The serial number of the certificate that a new connection is shown. */
async function shownSerial(town: RealTown, address: string): Promise<string> {
  const [host = "", port] = address.split(":");
  const options: ConnectionOptions = {
    ...(await certificateFiles(town.certificates, "alice")),
    host,
    port: Number(port),
    servername: "localhost",
    ALPNProtocols: ["h2"],
  };
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(options, () => resolve(socket.getPeerCertificate().serialNumber));
  socket.on("error", reject);
  return await promise.finally(() => socket.destroy());
}
