/** Counts, for each two that are there, how often either came since both are there. */
export class PairCounts {
  /** By the later of the two, then the earlier: what the later got less what the earlier got. */
  readonly #lead = new Map<string, Map<string, { now: number; least: number; most: number }>>();
  /** The largest difference over any stretch of time, so far. */
  worst = 0;

  join(id: string): void {
    const others = [...this.#lead.keys()];
    this.#lead.set(id, new Map(others.map((other) => [other, { now: 0, least: 0, most: 0 }])));
  }

  leave(id: string): void {
    this.#lead.delete(id);
    for (const pairs of this.#lead.values()) pairs.delete(id);
  }

  count(id: string): void {
    for (const [later, pairs] of this.#lead) {
      for (const [earlier, lead] of pairs) {
        if (later !== id && earlier !== id) continue;
        lead.now += later === id ? 1 : -1;
        lead.least = Math.min(lead.least, lead.now);
        lead.most = Math.max(lead.most, lead.now);
        // Between the moment of the least lead and that of the most, so much was the difference.
        this.worst = Math.max(this.worst, lead.most - lead.least);
      }
    }
  }
}
