/** Which workers count as alive: each while its last word is at most a lease ago. */
import type { Clock } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { WorkerName } from "./protocol.ts";

export interface LivingWorker {
  readonly id: string;
  readonly incarnation: string;
  /** Where its Mapper service is. */
  readonly address: string;
  endsMs: number;
}

export class WorkerLeases {
  readonly #clock: Pick<Clock, "monotonicMs">;
  readonly #leaseMs: number;
  readonly #workers = new Map<string, LivingWorker>();

  constructor(clock: Pick<Clock, "monotonicMs">, leaseMs: number) {
    this.#clock = clock;
    this.#leaseMs = leaseMs;
  }

  /** In the order of their registration. */
  get living(): readonly LivingWorker[] {
    return [...this.#workers.values()];
  }

  /** @returns the incarnation of the same id that this one replaces */
  register({ id, incarnation }: WorkerName, address: string): LivingWorker | undefined {
    const known = this.#workers.get(id);
    const endsMs = this.#clock.monotonicMs() + this.#leaseMs;
    this.#workers.set(id, { id, incarnation, address, endsMs });
    return known?.incarnation === incarnation ? undefined : known;
  }

  /** Every word of a worker renews its lease. @throws RpcError NOT_FOUND when it has none */
  renew(worker: WorkerName | null): LivingWorker {
    const known = this.#workers.get(worker?.id ?? "");
    if (known === undefined || known.incarnation !== worker?.incarnation) {
      throw new RpcError("NOT_FOUND", `worker ${worker?.id} has no lease`);
    }
    known.endsMs = this.#clock.monotonicMs() + this.#leaseMs;
    return known;
  }

  /** Strikes those off whose lease is over. @returns them */
  expire(): LivingWorker[] {
    const nowMs = this.#clock.monotonicMs();
    const gone = this.living.filter(({ endsMs }) => endsMs < nowMs);
    for (const { id } of gone) this.#workers.delete(id);
    return gone;
  }
}
