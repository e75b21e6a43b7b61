/** Lets the timed faults of a plan begin and heal. */
import { assert } from "./assert.ts";
import { describeFault, type FaultPlan, isPlaced, type TimedFault } from "./fault-plan.ts";
import type { SimulatedNode } from "./simulated-node.ts";
import type { Simulation } from "./simulation.ts";

const defaultSlowness = 10;

/** Times count from now. Placed faults need no injection: the simulation has them. */
export function injectFaults(simulation: Simulation, plan: FaultPlan): void {
  for (const fault of plan) {
    if (isPlaced(fault)) continue;
    const { scheduler } = simulation;
    simulation.healsAt = Math.max(simulation.healsAt, scheduler.now + fault.at + fault.forMs);
    scheduler.after(fault.at, () => {
      const heal = begin(simulation, fault);
      if (heal !== undefined) scheduler.after(fault.forMs, heal);
    });
  }
}

/** Returns what heals the fault; undefined where it heals by itself or did not begin. */
function begin(simulation: Simulation, fault: TimedFault): (() => void) | undefined {
  if ("node" in fault) {
    const node = simulation.nodes.get(fault.node);
    assert(node !== undefined, `there is no node ${fault.node} to harm`);
    if (fault.kind === "kill" || fault.kind === "power-failure") {
      simulation.crash(node, fault.kind, fault.forMs);
      return undefined;
    }
    if (fault.kind === "pause")
      return simulation.pause(node) ? () => simulation.resume(node) : undefined;
    announce(simulation, describeFault(fault));
    if (fault.kind === "clock-step") return stepClock(node, fault.amount ?? 0);
    return slowDisk(simulation, node, fault.amount ?? defaultSlowness);
  }
  announce(simulation, describeFault(fault));
  simulation.network.begin(fault);
  return () => {
    announce(simulation, `${fault.kind} heals`);
    simulation.network.end(fault);
  };
}

function stepClock(node: SimulatedNode, byMs: number): () => void {
  node.wallOffsetMs += byMs;
  node.clockSteps += 1;
  return () => {
    node.wallOffsetMs -= byMs;
    node.clockSteps -= 1;
  };
}

/** Where two overlap, the slower one counts. What the disk was asked for meanwhile stays slow. */
function slowDisk(simulation: Simulation, { volume }: SimulatedNode, factor: number): () => void {
  volume.slowness = Math.max(volume.slowness, factor);
  volume.slowFaults += 1;
  return () => {
    volume.slowFaults -= 1;
    if (volume.slowFaults === 0) volume.slowness = 1;
    simulation.healsAt = Math.max(simulation.healsAt, volume.busyUntil);
  };
}

function announce({ trace, scheduler }: Simulation, text: string): void {
  trace?.push({ kind: "world", at: scheduler.now, text });
}
