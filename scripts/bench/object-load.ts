/**
 * The objects of one load: each lane has its own, so that what it was told last is what must be
 * read back. A value says whose it is, so that every read can be checked, also beside writes.
 */
import type { Random } from "../../nodes/host/host.ts";

/** Bytes of a value; what it says is ASCII. */
export const valueBytes = 300;

/** Values that are read back after a run, at the most. */
const sampleSize = 50;

export interface KeptObject {
  readonly uuid: string;
  readonly name: string;
  /** As last acknowledged. */
  value: string;
}

/** What a load needs of a system. Each rejects when the answer is not a success. */
export interface ObjectStore {
  put(lane: number, object: KeptObject, value: string): Promise<void>;
  get(lane: number, object: KeptObject): Promise<string>;
  close(): void;
}

/** Loads an `ObjectStore` by operations `read`, `write`, `mix` (90 % reads) and `create`. */
export class ObjectLoad {
  readonly #store: ObjectStore;
  readonly #random: Random;
  readonly #perLane: number;
  readonly #lanes: KeptObject[][] = [];
  readonly #created: KeptObject[] = [];
  #serial = 0;

  /** @param random also names the objects: it must be this process's own */
  constructor(store: ObjectStore, random: Random, lanes: number, perLane: number) {
    this.#store = store;
    this.#random = random;
    this.#perLane = perLane;
    this.#lanes = Array.from({ length: lanes }, () => []);
  }

  /** Makes the objects that `read`, `write` and `mix` use. */
  async prepare(): Promise<void> {
    await Promise.all(
      this.#lanes.map(async (objects, lane) => {
        while (objects.length < this.#perLane) objects.push(await this.#create(lane));
      }),
    );
  }

  operation(kind: string, lane: number): () => Promise<void> {
    const write = this.#writer(lane);
    const read = () => this.#read(lane);
    switch (kind) {
      case "read":
        return read;
      case "write":
        return write;
      case "mix":
        return () => (this.#random.number() < 0.9 ? read() : write());
      case "create":
        return async () => {
          this.#created.push(await this.#create(lane));
        };
      default:
        throw new Error(`there is no operation ${kind}`);
    }
  }

  async verify(): Promise<number> {
    const all = [...this.#lanes.flat(), ...this.#created];
    const sample = this.#random.sample(all, Math.min(sampleSize, all.length));
    for (const object of sample) {
      const value = await this.#store.get(0, object);
      if (value !== object.value) {
        throw new Error(`${object.uuid}: read ${value}, last written was ${object.value}`);
      }
    }
    return sample.length;
  }

  close(): void {
    this.#store.close();
  }

  /** Goes through the lane's own objects in turn. */
  #writer(lane: number): () => Promise<void> {
    const objects = this.#lanes[lane] ?? [];
    let next = 0;
    return async () => {
      const object = objects[next % objects.length] as KeptObject;
      next += 1;
      const value = this.#newValue(object.uuid);
      await this.#store.put(lane, object, value);
      object.value = value;
    };
  }

  async #read(lane: number): Promise<void> {
    const object = this.#random.pick(this.#random.pick(this.#lanes));
    const value = await this.#store.get(lane, object);
    if (value.length !== valueBytes || !value.startsWith(object.uuid)) {
      throw new Error(`${object.uuid} was read as ${JSON.stringify(value)}`);
    }
  }

  async #create(lane: number): Promise<KeptObject> {
    const uuid = this.#random.uuid();
    const object = { uuid, name: `${uuid}.txt`, value: this.#newValue(uuid) };
    await this.#store.put(lane, object, object.value);
    return object;
  }

  #newValue(uuid: string): string {
    this.#serial += 1;
    return `${uuid} ${this.#serial} `.padEnd(valueBytes, "proctor ");
  }
}
