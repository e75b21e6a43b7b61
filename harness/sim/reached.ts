/**
 * What the faults reached. A fault that strikes nothing tests nothing, so a run tells how often
 * each kind of fault struck which remote method (or disk operation) in flight.
 */
export class Reached {
  private readonly byKind = new Map<string, Map<string, number>>();

  /** Counts that a fault of `kind` struck `method` in flight. */
  strike(kind: string, method: string, count = 1): void {
    let methods = this.byKind.get(kind);
    if (methods === undefined) {
      methods = new Map();
      this.byKind.set(kind, methods);
    }
    methods.set(method, (methods.get(method) ?? 0) + count);
  }

  /** How often a fault of `kind` struck `method`, or anything. */
  count(kind: string, method?: string): number {
    const methods = this.byKind.get(kind);
    if (methods === undefined) return 0;
    if (method !== undefined) return methods.get(method) ?? 0;
    return [...methods.values()].reduce((sum, count) => sum + count, 0);
  }

  merge(other: Reached): void {
    for (const [kind, methods] of other.byKind)
      for (const [method, count] of methods) this.strike(kind, method, count);
  }

  /** The kinds among `requested` that never struck anything. */
  missing(requested: Iterable<string>): string[] {
    return [...new Set(requested)].filter((kind) => this.count(kind) === 0).sort();
  }

  /** Rows in the order of kind, then method. */
  rows(): { readonly kind: string; readonly method: string; readonly count: number }[] {
    const order = (one: [string, unknown], other: [string, unknown]) =>
      one[0] < other[0] ? -1 : 1;
    return [...this.byKind]
      .sort(order)
      .flatMap(([kind, methods]) =>
        [...methods].sort(order).map(([method, count]) => ({ kind, method, count })),
      );
  }

  /** One line a row, such as `kill struck Replicate in flight: 3`. */
  toString(): string {
    return this.rows()
      .map(({ kind, method, count }) => `${kind} struck ${method} in flight: ${count}\n`)
      .join("");
  }
}
