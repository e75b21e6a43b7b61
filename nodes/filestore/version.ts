/**
 * Versions: hybrid logical clocks (Kulkarni et al. 2014, "Logical Physical Clocks"). A version is
 * later than every version that its maker had seen, stays close to wall time, and is unique by the
 * maker's id, so two writes in one millisecond and a clock that steps back still order right.
 *
 * As text, `018f3c2b9a10-0000-r1`: 12 hexadecimal digits of wall milliseconds, 4 of the counter,
 * the maker. Texts order as bytes. People are shown `dd/mm/yyyy hh:mm:ss`, which does not order.
 */
import type { Clock } from "../host/host.ts";

const maxCounter = 0xffff;
const dayMs = 24 * 60 * 60 * 1_000;
const pattern = /^[0-9a-f]{12}-[0-9a-f]{4}-\S{1,64}$/;

export class HybridLogicalClock {
  readonly #clock: Clock;
  readonly #maker: string;
  #wallMs = 0;
  #counter = 0;

  constructor(clock: Clock, maker: string) {
    this.#clock = clock;
    this.#maker = maker;
  }

  /** A version later than all that this clock has made or observed. */
  next(): string {
    this.#advance(this.#clock.wallMs(), 0);
    const wall = this.#wallMs.toString(16).padStart(12, "0");
    const counter = this.#counter.toString(16).padStart(4, "0");
    this.#counter += 1;
    return `${wall}-${counter}-${this.#maker}`;
  }

  /** Makes all later versions greater than this one. */
  observe(version: string): void {
    const [wall = "0", counter = "0"] = version.split("-");
    this.#advance(Number.parseInt(wall, 16), Number.parseInt(counter, 16) + 1);
  }

  #advance(wallMs: number, counter: number): void {
    if (wallMs > this.#wallMs) {
      this.#wallMs = wallMs;
      this.#counter = counter;
    } else if (wallMs === this.#wallMs && counter > this.#counter) {
      this.#counter = counter;
    }
    if (this.#counter > maxCounter) {
      this.#wallMs += 1;
      this.#counter = 0;
    }
  }
}

/** Milliseconds since 1970 at which the version was made, by its maker's clock. */
export function wallMsOf(version: string): number {
  return Number.parseInt(version.slice(0, 12), 16);
}

/** Whether a client may use this version: well formed, and at most a day ahead of our clock. */
export function isVersion(text: string, clock: Clock): boolean {
  return pattern.test(text) && wallMsOf(text) <= clock.wallMs() + dayMs;
}

/** `dd/mm/yyyy hh:mm:ss` in local time; empty for no version. */
export function showVersion(version: string): string {
  if (version === "") return "";
  const date = new Date(wallMsOf(version));
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
