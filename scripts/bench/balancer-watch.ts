/** Looks at what the balancer knows of its backends, again and again while something runs. */
import type { BalancerCluster } from "../../harness/balancer/balancer-cluster.ts";

const everyMs = 100;

/** One look. */
interface Look {
  /** Since the watch began. */
  readonly atMs: number;
  /** By backend: the share of its slots that was busy lately. */
  readonly utilization: ReadonlyMap<string, number>;
}

export class Looks {
  readonly #looks: readonly Look[];

  constructor(looks: readonly Look[]) {
    this.#looks = looks;
  }

  /** Each backend's mean utilization between two times. */
  means(fromMs: number, untilMs: number): ReadonlyMap<string, number> {
    const sums = new Map<string, { sum: number; count: number }>();
    for (const { atMs, utilization } of this.#looks) {
      if (atMs < fromMs || atMs > untilMs) continue;
      for (const [id, value] of utilization) {
        const { sum, count } = sums.get(id) ?? { sum: 0, count: 0 };
        sums.set(id, { sum: sum + value, count: count + 1 });
      }
    }
    return new Map([...sums].map(([id, { sum, count }]) => [id, sum / count]));
  }

  /** As of the last look before a time; nothing before the first. */
  at(timeMs: number): ReadonlyMap<string, number> {
    return this.#looks.findLast(({ atMs }) => atMs <= timeMs)?.utilization ?? new Map();
  }
}

export function watchBackends(balanced: BalancerCluster): { end(): Promise<Looks> } {
  const looks: Look[] = [];
  const beganMs = performance.now();
  let ended = false;
  const watch = async () => {
    while (!ended) {
      const { backends } = await balanced.admin().listBackends({});
      const entries = backends.map(({ backend, load }) => {
        return [backend?.id ?? "", load?.utilization ?? 0] as const;
      });
      looks.push({ atMs: performance.now() - beganMs, utilization: new Map(entries) });
      await Bun.sleep(everyMs);
    }
  };
  const watching = watch();
  return {
    end: async () => {
      ended = true;
      await watching;
      return new Looks(looks);
    },
  };
}
