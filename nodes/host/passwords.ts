/** Passwords, kept as slow hashes that are costly to guess from. */

export interface Passwords {
  hash(password: string): Promise<string>;
  /** False for another password, and for a hash that is none. */
  verify(password: string, hash: string): Promise<boolean>;
}

/** Argon2id (RFC 9106) at Bun's default cost: 64 MiB and two passes, on a thread of its own. */
export const argon2id: Passwords = {
  hash: (password) => Bun.password.hash(password, "argon2id"),
  verify: (password, hash) => Bun.password.verify(password, hash).catch(() => false),
};
