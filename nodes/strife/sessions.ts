/**
 * Sessions: after a right password a random token, which ends by time or by logging out. Only its
 * hash is kept, so that who reads the database can't log in.
 */
import { timingSafeEqual } from "node:crypto";
import type { Call, Host } from "../host/host.ts";
import { Mutex } from "../host/mutex.ts";
import type { Passwords } from "../host/passwords.ts";
import { RecentMap } from "../host/recent-map.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { User, Users } from "./authorization.ts";
import type { UserStore } from "./user-store.ts";

interface Failures {
  readonly count: number;
  readonly sinceMs: number;
}

/** Wrong passwords of one user until it must wait, and for how long. */
const mostFailures = 5;
const failureWindowMs = 60_000;
/** Of users whose failures are remembered. */
const rememberedUsers = 10_000;
/** Log-ins that wait for their password to be checked. */
const mostWaiting = 64;

const refusal = "this user and password are not known, or the certificate is another's";

export class Sessions implements Users {
  readonly #host: Host;
  readonly #users: UserStore;
  readonly #passwords: Passwords;
  readonly #lifetimeMs: number;
  readonly #failures = new RecentMap<string, Failures>(rememberedUsers);
  /** A check takes 64 MiB and a processor: one at a time leaves the other for payments. */
  readonly #checks = new Mutex();
  #waiting = 0;
  /** Stands in for the hash of a user that is not there. */
  readonly #nobody: Promise<string>;

  constructor(
    host: Host,
    parts: {
      readonly users: UserStore;
      readonly passwords: Passwords;
      readonly lifetimeMs: number;
    },
  ) {
    this.#host = host;
    this.#users = parts.users;
    this.#passwords = parts.passwords;
    this.#lifetimeMs = parts.lifetimeMs;
    this.#nobody = this.#passwords.hash(host.random.secret());
  }

  /**
   * A new session. What is wrong is not told, and takes as long whatever it is.
   * @param name that the caller gives, and that its certificate must bear
   * @throws RpcError UNAUTHENTICATED; RESOURCE_EXHAUSTED after too many attempts
   */
  async logIn(call: Call, name: string, password: string) {
    const { clock, random } = this.#host;
    const nowMs = clock.monotonicMs();
    // By the certificate: who holds another one must not be able to lock this user out.
    const caller = call.identity?.name ?? "";
    const failures = this.#failures.get(caller);
    const recent = failures !== undefined && nowMs - failures.sinceMs < failureWindowMs;
    if (recent && failures.count >= mostFailures) {
      throw new RpcError("RESOURCE_EXHAUSTED", "too many wrong passwords: try again in a minute");
    }
    // Counted before it is checked, so that many at once are as limited as one after another.
    const sinceMs = recent ? failures.sinceMs : nowMs;
    this.#failures.set(caller, { count: (recent ? failures.count : 0) + 1, sinceMs });
    const user = await this.#users.find(name);
    const isRight = await this.#check(password, user?.passwordHash ?? (await this.#nobody));
    if (!isRight || user === undefined || caller !== name) {
      throw new RpcError("UNAUTHENTICATED", refusal);
    }
    this.#failures.delete(caller);
    const token = random.secret();
    const expiresAtMs = clock.wallMs() + this.#lifetimeMs;
    await this.#users.addSession({ hash: hashOf(token), user: name, expiresAtMs });
    return { token, expiresAtMs };
  }

  /** Revokes the session of a call. */
  async logOut(call: Call): Promise<void> {
    await this.#users.removeSession(hashOf(tokenOf(call)));
  }

  /** Forgets sessions that have ended. */
  async expire(): Promise<void> {
    await this.#users.expireSessions(this.#host.clock.wallMs());
  }

  async authenticate(call: Call): Promise<User> {
    const hash = hashOf(tokenOf(call));
    const session = await this.#users.findSession(hash);
    const user = session === undefined ? undefined : await this.#users.find(session.user);
    const isGood =
      session !== undefined &&
      user !== undefined &&
      timingSafeEqual(Buffer.from(session.hash), Buffer.from(hash)) &&
      session.expiresAtMs > this.#host.clock.wallMs() &&
      call.identity?.name === user.name;
    if (!isGood) throw new RpcError("UNAUTHENTICATED", "log in first, or again");
    return { name: user.name, role: user.role };
  }

  async owns(user: string, account: string): Promise<boolean> {
    return (await this.#users.ownerOf(account)) === user;
  }

  async #check(password: string, hash: string): Promise<boolean> {
    if (this.#waiting >= mostWaiting) {
      throw new RpcError("RESOURCE_EXHAUSTED", "too many log in at once: try again later");
    }
    this.#waiting += 1;
    try {
      return await this.#checks.run(() => this.#passwords.verify(password, hash));
    } finally {
      this.#waiting -= 1;
    }
  }
}

function tokenOf({ metadata }: Call): string {
  return /^Bearer ([0-9a-f]{64})$/.exec(metadata.get("authorization") ?? "")?.[1] ?? "";
}

/** A look-up by the hash of a token tells by its time nothing of the token. */
function hashOf(token: string): string {
  return new Bun.CryptoHasher("sha256").update(token).digest("hex");
}
