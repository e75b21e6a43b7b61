import fc from "fast-check";

const key = fc.constantFrom("x", "x", "y");
const value = fc.nat(2);

/** One operation on one of two registers of small values. */
export const registerPlan = fc.oneof(
  fc.record({
    f: fc.constant("read"),
    key,
    input: fc.constant(null),
    output: fc.option(value, { freq: 4 }),
  }),
  fc.record({ f: fc.constant("write"), key, input: value, output: fc.constant(null) }),
  fc.record({ f: fc.constant("cas"), key, input: fc.tuple(value, value), output: fc.boolean() }),
);

const letter = fc.constantFrom("a", "b");

/** One operation on one of two keys of short strings. */
export const keyValuePlan = fc.oneof(
  fc.record({
    f: fc.constant("get"),
    key,
    input: fc.constant(null),
    output: fc.constantFrom("", "a", "b", "ab", "ba"),
  }),
  fc.record({ f: fc.constantFrom("put", "append"), key, input: letter, output: fc.constant(null) }),
);

const version = fc.option(fc.constantFrom("1", "2"), { nil: undefined, freq: 3 });
const file = { name: fc.constantFrom("n", "m"), content: letter };

/** One operation on one of two files under two names; refusals are as likely as successes. */
export const fileStorePlan = fc.oneof(
  fc.record({
    f: fc.constant("read"),
    key,
    input: fc.constant(null),
    output: fc.oneof(
      fc.record({ status: fc.constant("SUCCESS"), ...file, version }),
      fc.record({ status: fc.constantFrom("FILE DOES NOT EXIST", "FILE ALREADY DELETED") }),
    ),
  }),
  fc.record({
    f: fc.constant("write"),
    key,
    input: fc.record(file),
    output: fc.record({
      status: fc.constantFrom(
        "SUCCESS",
        "SUCCESS",
        "SUCCESS",
        "FILE WITH THE SAME NAME ALREADY EXISTS",
        "DELETED FILE CANNOT BE UPDATED",
        "FILE CANNOT BE RENAMED",
        "NAME NOT ALLOWED",
      ),
      version,
    }),
  }),
  fc.record({
    f: fc.constant("delete"),
    key,
    input: fc.constant(null),
    output: fc.record({
      status: fc.constantFrom("SUCCESS", "FILE DOES NOT EXIST", "FILE ALREADY DELETED"),
    }),
  }),
);
