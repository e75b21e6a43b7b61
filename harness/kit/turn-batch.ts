/** Collects what one turn of the event loop brings, to be sent together. */
export class TurnBatch<Item> {
  readonly #send: (items: readonly Item[]) => void;
  #items: Item[] = [];

  /** @param send is given the items, at least one, in the order in which they were added */
  constructor(send: (items: readonly Item[]) => void) {
    this.#send = send;
  }

  add(item: Item): void {
    if (this.#items.push(item) > 1) return;
    setImmediate(() => {
      const items = this.#items;
      this.#items = [];
      this.#send(items);
    });
  }
}
