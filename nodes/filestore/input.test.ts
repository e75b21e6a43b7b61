import { expect, test } from "bun:test";
import { isUuid, maxContentBytes, refusedDelete, refusedWrite } from "./input.ts";

const uuid = "03ff7ebe-bf8e-11ed-89d9-76aef1e817c5";

function outcome(name: string, content = ""): string | undefined {
  return refusedWrite({ uuid, name, content });
}

test("names that lead elsewhere, hide, or that no file system takes are refused", () => {
  const bad = ["", ".", "..", ".hidden", ".updates.log", "a/b", "/a", "a/", "../a", "a\0", "\0"];
  for (const name of bad) expect(outcome(name), name).toBe("NAME NOT ALLOWED");
});

test("a name may have 255 bytes of UTF-8 and not one more, whatever its characters", () => {
  const exact = ["n".repeat(255), `${"é".repeat(127)}n`, "€".repeat(85), `${"😀".repeat(63)}abc`];
  for (const name of exact) {
    expect(Buffer.byteLength(name)).toBe(255);
    expect(outcome(name), name).toBeUndefined();
    expect(outcome(`${name}n`), name).toBe("NAME NOT ALLOWED");
  }
});

test("a lone surrogate, which UTF-8 does not have, is refused in a name", () => {
  expect(outcome("a\ud800b")).toBe("NAME NOT ALLOWED");
  expect(outcome("\udc00")).toBe("NAME NOT ALLOWED");
});

test("names that mean something to JavaScript or a shell are plain names", () => {
  for (const name of ["__proto__", "constructor", "a b", "$(ls)", "-rf", "a\\b", "a..b", "日本"]) {
    expect(outcome(name), name).toBeUndefined();
  }
});

test("content may have 1 MiB of UTF-8 and not one byte more, whatever its characters", () => {
  const exact = ["x".repeat(maxContentBytes), "😀".repeat(maxContentBytes / 4)];
  for (const content of exact) {
    expect(outcome("a", content)).toBeUndefined();
    expect(outcome("a", `${content}x`)).toBe("CONTENT TOO LARGE");
  }
  expect(outcome("a", "€".repeat(maxContentBytes / 3 + 1))).toBe("CONTENT TOO LARGE");
});

test("only a uuid is one, in either case", () => {
  expect(isUuid(uuid)).toBe(true);
  expect(isUuid(uuid.toUpperCase())).toBe(true);
  const bad = [
    "",
    "42",
    `${uuid} `,
    `${uuid}\n`,
    `{${uuid}}`,
    uuid.replaceAll("-", ""),
    "__proto__",
  ];
  for (const text of bad) {
    expect(refusedDelete({ uuid: text }), text).toBe("NOT A UUID");
    expect(refusedWrite({ uuid: text, name: "a", content: "" }), text).toBe("NOT A UUID");
  }
});
