/** The worlds in which policies are compared: what backends there are, and what is asked of all. */

export interface BackendModel {
  readonly id: string;
  /** Tasks at once. */
  readonly capacity: number;
  /** How many times longer than usual a task takes. */
  readonly slowFactor: number;
}

/** Tasks that some backends get past the balancer, one every so often at each of them. */
export interface SideLoad {
  readonly backends: readonly string[];
  readonly task: string;
  readonly size: number;
  /** At each of the backends. */
  readonly ratePerSecond: number;
}

export interface Scenario {
  readonly name: string;
  /** For people. */
  readonly title: string;
  readonly backends: readonly BackendModel[];
  /** Of service times, whose mean is `meanServiceMs`. */
  readonly distribution: string;
  readonly sideLoads: readonly SideLoad[];
  /** Killed after the first third, and added after the second third of a run. */
  readonly killed?: string;
  readonly added?: BackendModel;
}

/** Of a task on a usual backend. */
export const meanServiceMs = 40;

const capacity = 4;

function backendsOf(slowFactors: readonly number[]): BackendModel[] {
  return slowFactors.map((slowFactor, index) => ({ id: `b${index + 1}`, capacity, slowFactor }));
}

const usual = (count: number) => backendsOf(Array(count).fill(1));

/** Slot time of the heavy tasks; a small part of it is real computing, for there are few cores. */
const heavyMs = 400;

/** @param count of backends, at least 6 */
export function scenariosOf(count: number): Scenario[] {
  const quiet = { distribution: "exponential", sideLoads: [] };
  const unequal = [0.5, 0.5, ...Array(count - 4).fill(1), 2, 2];
  const heavy = ["b1", "b2", "b3"];
  return [
    { ...quiet, name: "equal", title: "equal backends, equal tasks", backends: usual(count) },
    {
      name: "cpu_heavy",
      title: "CPU-heavy tasks on three backends beside the balancer's",
      backends: usual(count),
      distribution: "exponential",
      sideLoads: [
        { backends: heavy, task: "emulate", size: heavyMs * 1_000, ratePerSecond: 5 },
        { backends: heavy, task: "primes", size: 500_000, ratePerSecond: 5 },
      ],
    },
    {
      ...quiet,
      name: "unequal",
      title: "two backends twice as fast, two half as fast as the others",
      backends: backendsOf(unequal),
    },
    {
      ...quiet,
      name: "heavy_tailed",
      title: "heavy-tailed tasks",
      backends: usual(count),
      distribution: "pareto",
    },
    {
      ...quiet,
      name: "churn",
      title: "a backend killed after a third, one added after two thirds",
      backends: usual(count),
      killed: "b3",
      added: { id: `b${count + 1}`, capacity, slowFactor: 1 },
    },
  ];
}

/** Calls a second that all backends together can do, less what the side loads take. */
export function mostPerSecond({ backends, sideLoads }: Scenario): number {
  const all = backends.reduce(
    (sum, each) => sum + (each.capacity * 1_000) / (meanServiceMs * each.slowFactor),
    0,
  );
  const emulated = sideLoads.filter(({ task }) => task === "emulate");
  const taken = emulated.reduce((sum, { backends: where, ratePerSecond, size }) => {
    return sum + (where.length * ratePerSecond * size) / 1_000 / meanServiceMs;
  }, 0);
  return all - taken;
}
