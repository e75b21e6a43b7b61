/** What a backend does for clients: tasks, as many at once as it has slots. */
import type { Call, Host } from "../host/host.ts";
import type { Handlers } from "../host/service.ts";
import type { LoadMeter } from "./load-meter.ts";
import type { Machine } from "./machine.ts";
import type { Backend } from "./protocol.ts";
import { drawServiceTime } from "./service-time.ts";
import type { Slots } from "./slots.ts";
import { checkTask, emulated } from "./tasks.ts";

/** @param slowFactor how many times longer than usual every task takes */
export function taskService(
  host: Host,
  slowFactor: number,
  machine: Machine,
  slots: Slots,
  meter: LoadMeter,
): Handlers<typeof Backend> {
  const { clock, random } = host;

  /** A slow backend takes its time whether the task is real or emulated. */
  const perform = async (task: string, size: number, emulatedMs: number): Promise<string> => {
    if (task === emulated) {
      if (emulatedMs > 0) await clock.sleep(emulatedMs * slowFactor);
      return "";
    }
    const beganMs = clock.monotonicMs();
    const result = await machine.compute(task, size);
    const slowdownMs = (clock.monotonicMs() - beganMs) * (slowFactor - 1);
    if (slowdownMs > 0) await clock.sleep(slowdownMs);
    return result;
  };

  return {
    async compute({ task, size: digits, distribution }, call: Call) {
      const size = Number(digits);
      checkTask(task, size);
      const emulatedMs = drawServiceTime(size / 1_000, distribution, random);
      const arrivedMs = clock.monotonicMs();
      const calls = slots.inFlight + slots.queued + 1;
      let beganMs = arrivedMs;
      let failed = true;
      try {
        const work = () => {
          beganMs = clock.monotonicMs();
          return perform(task, size, emulatedMs);
        };
        const abandoned = () => call.signal.aborted || call.remainingMs() <= 0;
        const result = await slots.run(work, abandoned);
        failed = false;
        const serviceMs = clock.monotonicMs() - beganMs;
        return { result, backend: host.id, queuedMs: beganMs - arrivedMs, serviceMs };
      } finally {
        meter.record(clock.monotonicMs() - arrivedMs, calls, failed);
      }
    },
  };
}
