/** Times for people, and the ticks of a time axis. */
import type { Span } from "../run-page-model.ts";

const numbers = new Intl.NumberFormat("en", { maximumFractionDigits: 3 });

/** Such as `1,234.567 ms`. */
export function milliseconds(time: number): string {
  return `${numbers.format(time)} ms`;
}

/** Such as `+1.2 ms` or `−0.3 ms`. */
export function difference(time: number): string {
  const sign = time < 0 ? "−" : "+";
  return `${sign}${numbers.format(Math.abs(time))} ms`;
}

/** A whole number with separators. */
export function count(number: number): string {
  return numbers.format(number);
}

export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** Round times, at most so many, with their unit: all in seconds or all in milliseconds. */
export function ticksOf({ from, to }: Span, atMost: number): Tick[] {
  const rough = Math.max((to - from) / Math.max(1, atMost), 0.001);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const inSeconds = step >= 100;
  const decimals = Math.max(0, -Math.floor(Math.log10(inSeconds ? step / 1_000 : step) + 1e-9));
  const format = new Intl.NumberFormat("en", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const ticks: Tick[] = [];
  for (let place = Math.ceil(from / step); place * step <= to; place += 1) {
    const at = place * step;
    const label = inSeconds ? `${format.format(at / 1_000)} s` : `${format.format(at)} ms`;
    ticks.push({ at, label });
  }
  return ticks;
}
