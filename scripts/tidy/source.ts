/**
 * What the tidy rules look at: a text file and, where it is TypeScript, its code without comments
 * and strings, and its imports. TypeScript's own scanner tells what is code.
 */
import { posix } from "node:path";
import { SyntaxKind } from "typescript/unstable/ast";
import { createScanner } from "typescript/unstable/ast/scanner";

export interface Source {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
  /** The lines with comments, strings, templates and regular expressions blanked out. */
  readonly code: readonly string[];
  readonly imports: readonly Import[];
}

export interface Import {
  /** Counted from 1. */
  readonly line: number;
  /** A path from the root for a file of this repository, else the name of a package. */
  readonly target: string;
  readonly typeOnly: boolean;
}

export interface Finding {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** One thing that every file must obey. */
export interface Rule {
  readonly name: string;
  readonly why: string;
  readonly applies: (path: string) => boolean;
  /** @param paths all files of the repository */
  readonly find: (file: Source, paths: ReadonlyMap<string, string>) => readonly Finding[];
}

/** Files that show that a rule can see: it must find something in the bad ones alone. */
export interface Sample {
  readonly bad: readonly (readonly [path: string, text: string])[];
  readonly good: readonly (readonly [path: string, text: string])[];
  /** Further files of their tree. */
  readonly beside?: readonly (readonly [path: string, text: string])[];
}

export const isCode = (path: string): boolean => path.endsWith(".ts");
export const isTest = (path: string): boolean => path.endsWith(".test.ts");

/** Reads one file; anything but TypeScript has no code and no imports. */
export function readSource(path: string, text: string): Source {
  const lines = text.split("\n");
  if (!isCode(path)) return { path, text, lines, code: [], imports: [] };
  const tokens = scan(text);
  return { path, text, lines, code: codeOnly(text, tokens), imports: findImports(path, tokens) };
}

/** A finding for each line that matches. */
export function matching(
  lines: readonly string[],
  pattern: RegExp,
  message: (match: string) => string,
): Finding[] {
  return lines.flatMap((line, index) => {
    const match = pattern.exec(line);
    return match === null ? [] : [{ line: index + 1, message: message(match[0]) }];
  });
}

interface Token {
  readonly kind: SyntaxKind;
  readonly text: string;
  readonly start: number;
  readonly line: number;
}

const quoted: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.StringLiteral,
  SyntaxKind.RegularExpressionLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateHead,
  SyntaxKind.TemplateMiddle,
  SyntaxKind.TemplateTail,
]);

/** Whether a slash after this token divides; else it opens a regular expression. */
const endsOperand = (text: string): boolean =>
  /[\w$)\]"'`]$/.test(text) &&
  !/^(?:await|case|delete|else|in|instanceof|of|return|throw|typeof|void|yield)$/.test(text);

/** The tokens of a file, which must be well formed; comments are left out. */
function scan(text: string): Token[] {
  const scanner = createScanner(true);
  scanner.setText(text);
  const tokens: Token[] = [];
  const openTemplates: number[] = [];
  let depth = 0;
  let line = 1;
  let counted = 0;
  for (let kind = scanner.scan(); kind !== SyntaxKind.EndOfFile; kind = scanner.scan()) {
    if (kind === SyntaxKind.SlashToken && !endsOperand(tokens.at(-1)?.text ?? "")) {
      kind = scanner.reScanSlashToken();
    }
    if (kind === SyntaxKind.CloseBraceToken && openTemplates.at(-1) === depth) {
      kind = scanner.reScanTemplateToken(false);
      if (kind === SyntaxKind.TemplateTail) openTemplates.pop();
    } else if (kind === SyntaxKind.CloseBraceToken) depth -= 1;
    else if (kind === SyntaxKind.OpenBraceToken) depth += 1;
    else if (kind === SyntaxKind.TemplateHead) openTemplates.push(depth);
    const start = scanner.getTokenStart();
    for (; counted < start; counted += 1) if (text[counted] === "\n") line += 1;
    tokens.push({ kind, text: scanner.getTokenText(), start, line });
  }
  return tokens;
}

/** The lines of a text with everything blank but its code. */
function codeOnly(text: string, tokens: readonly Token[]): string[] {
  let code = "";
  for (const token of tokens) {
    code += text.slice(code.length, token.start).replace(/[^\n]/g, " ");
    code += quoted.has(token.kind) ? token.text.replace(/[^\n]/g, " ") : token.text;
  }
  return code.split("\n");
}

/** `import … from "x"`, `export … from "x"`, `import "x"` and `import("x")`. */
function findImports(path: string, tokens: readonly Token[]): Import[] {
  const imports: Import[] = [];
  let first = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === SyntaxKind.ImportKeyword || token.kind === SyntaxKind.ExportKeyword) {
      first = index;
    }
    if (token.kind !== SyntaxKind.StringLiteral) continue;
    const before = tokens[index - 1]?.kind;
    const called =
      before === SyntaxKind.OpenParenToken && tokens[index - 2]?.kind === SyntaxKind.ImportKeyword;
    if (before !== SyntaxKind.FromKeyword && before !== SyntaxKind.ImportKeyword && !called) {
      continue;
    }
    const specifier = token.text.slice(1, -1);
    const target = specifier.startsWith(".")
      ? posix.join(posix.dirname(path), specifier)
      : specifier;
    const typeOnly = tokens[first + 1]?.kind === SyntaxKind.TypeKeyword;
    imports.push({ line: token.line, target, typeOnly });
  }
  return imports;
}
