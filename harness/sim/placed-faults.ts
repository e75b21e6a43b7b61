/** Finds, for each call and each disk operation, the placed fault that is meant for it. */
import {
  type CallFault,
  type CallPoint,
  type DiskFault,
  type DiskOperation,
  type FaultPlan,
  isDiskFault,
  isPlaced,
} from "./fault-plan.ts";

interface Armed<Placed> {
  readonly fault: Placed;
  /** How many more that fit, this one included, until it strikes. */
  left: number;
}

export class PlacedFaults {
  private calls: Armed<CallFault>[] = [];
  private disk: Armed<DiskFault>[] = [];

  constructor(plan: FaultPlan) {
    for (const fault of plan.filter(isPlaced)) {
      if (isDiskFault(fault)) this.disk.push({ fault, left: fault.on.nth });
      else this.calls.push({ fault, left: fault.on.nth });
    }
  }

  /** None strikes any more. */
  disarm(): void {
    this.calls = [];
    this.disk = [];
  }

  /** What strikes this request, which is now being sent. */
  onCall(method: string, from: string, to: string): CallFault | undefined {
    if (this.calls.length === 0) return undefined;
    const struck = countDown(this.calls, ({ on }) => fits(on, method, from, to));
    if (struck !== undefined) this.calls = this.calls.filter((armed) => armed.left > 0);
    return struck;
  }

  /** What strikes this disk operation, which has now begun. */
  onDisk(node: string, operation: DiskOperation): DiskFault | undefined {
    if (this.disk.length === 0) return undefined;
    const struck = countDown(this.disk, ({ on }) => on.node === node && on.operation === operation);
    if (struck !== undefined) this.disk = this.disk.filter((armed) => armed.left > 0);
    return struck;
  }
}

function fits(on: CallPoint, method: string, from: string, to: string): boolean {
  return (
    on.method === method &&
    (on.from === undefined || on.from === from) &&
    (on.to === undefined || on.to === to)
  );
}

/** The first fault whose count comes to its end with this one. */
function countDown<Placed>(
  armed: readonly Armed<Placed>[],
  fitting: (fault: Placed) => boolean,
): Placed | undefined {
  let struck: Placed | undefined;
  for (const each of armed) {
    if (!fitting(each.fault)) continue;
    each.left -= 1;
    if (each.left === 0) struck ??= each.fault;
  }
  return struck;
}
