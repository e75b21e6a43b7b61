/**
 * Signatures that nobody can forge and everybody can check (Lamport, Shostak, Pease 1982, section
 * 4, A4), by Ed25519 (RFC 8032). A traitor's signature can be forged by other traitors only.
 */
import {
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as signBytes,
  verify,
} from "node:crypto";
import type { Message } from "./algorithm.ts";
import { generalsOn, letterOf } from "./path.ts";

/** What stands before the 32 bytes of a key in PKCS #8 and in SPKI (RFC 8410). */
const privatePrefix = Buffer.from("302e020100300506032b657004220420", "hex");
const publicPrefix = Buffer.from("302a300506032b6570032100", "hex");

export const keyBytes = 32;

/** @param secret 32 bytes */
export function privateKeyOf(secret: Uint8Array): KeyObject {
  const key = Buffer.concat([privatePrefix, secret]);
  return createPrivateKey({ key, format: "der", type: "pkcs8" });
}

/** The 32 bytes by which others check this key's signatures. */
export function publicKeyOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-keyBytes);
}

/** What one general can sign and check in one campaign. */
export class Seals {
  readonly #campaign: number;
  readonly #publicKeys: readonly Uint8Array[];
  readonly #secrets: ReadonlyMap<number, KeyObject>;
  readonly #checkers = new Map<number, KeyObject>();

  /**
   * @param publicKeys by the numbers of the generals, 32 bytes each
   * @param secrets the keys that it has, by the numbers of their owners: a loyal general its own
   */
  constructor(
    campaign: number,
    publicKeys: readonly Uint8Array[],
    secrets: ReadonlyMap<number, KeyObject>,
  ) {
    this.#campaign = campaign;
    this.#publicKeys = publicKeys;
    this.#secrets = secrets;
  }

  /** The message with one more general on its path. @throws Error without that general's key */
  sign(message: Message, signer: number): Message {
    const secret = this.#secrets.get(signer);
    if (secret === undefined) throw new Error(`there is no key to sign for general ${signer}`);
    const path = message.path + letterOf(signer);
    const { order, signatures } = message;
    const signature = signBytes(null, this.#signed({ path, order, signatures }), secret);
    return { path, order, signatures: [...signatures, signature] };
  }

  /** Whether each general on the path has signed the order with all signatures before his own. */
  areGenuine({ path, order, signatures }: Message): boolean {
    if (signatures.length !== path.length) return false;
    const signers = generalsOn(path);
    return signatures.every((signature, index) => {
      const checker = this.#checker(signers[index]);
      if (checker === undefined) return false;
      const before = { path: path.slice(0, index + 1), order, signatures };
      return verify(null, this.#signed(before), checker, signature);
    });
  }

  /** What the last general on the path signs; one campaign's signatures are good for no other. */
  #signed({ path, order, signatures }: Message): Uint8Array {
    const head = Buffer.from(`proctor.byzantine.v1 ${this.#campaign} ${order} ${path}\n`);
    return Buffer.concat([head, ...signatures.slice(0, path.length - 1)]);
  }

  #checker(general = -1): KeyObject | undefined {
    const bytes = this.#publicKeys[general];
    if (bytes?.length !== keyBytes) return undefined;
    let checker = this.#checkers.get(general);
    if (checker === undefined) {
      const key = Buffer.concat([publicPrefix, bytes]);
      checker = createPublicKey({ key, format: "der", type: "spki" });
      this.#checkers.set(general, checker);
    }
    return checker;
  }
}
