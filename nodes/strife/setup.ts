/** The set-up file: the users, accounts and balances with which all begins. */
import { z } from "zod";
import { bankPattern, numberPattern } from "./account.ts";
import { largestBalance } from "./money.ts";

const name = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "letters, digits, single hyphens");

const user = z.strictObject({
  name: name.max(63),
  /** By argon2id: `bun -e 'console.log(await Bun.password.hash("…"))'`. */
  passwordHash: z.string().startsWith("$argon2id$", "a hash by argon2id"),
  role: z.enum(["client", "admin"]),
});

const account = z.strictObject({
  bank: z.string().max(63).regex(bankPattern, "the name of a bank"),
  number: z.string().regex(numberPattern, "1 to 34 letters and digits"),
  owner: name.max(63),
  /** In minor units. */
  balance: z.int().min(0).max(largestBalance),
});

/** Adds a problem at each item that repeats an earlier one. */
function unique<Item>(list: string, keyOf: (item: Item) => string) {
  return (items: readonly Item[], context: z.RefinementCtx) => {
    const seen = new Set<string>();
    for (const [index, item] of items.entries()) {
      const key = keyOf(item);
      if (seen.has(key)) {
        context.addIssue({
          code: "custom",
          path: [index],
          message: `${list} ${key} is there twice`,
        });
      }
      seen.add(key);
    }
  };
}

export const setUpSchema = z.strictObject({
  users: z.array(user).superRefine(unique("user", (each) => each.name)),
  accounts: z
    .array(account)
    .superRefine(unique("account", ({ bank, number }) => `${bank}/${number}`)),
});

export type SetUp = z.infer<typeof setUpSchema>;
