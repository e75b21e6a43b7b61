/** Who is who in an army, as the harness starts it. */
import type { Post } from "../../nodes/byzantine/camp.ts";

/** Who commands the generals, by the name on its certificate. */
export const campName = "camp";

/** The certificate and node name of a general: `general-0` is the commander. */
export function nameOf(general: number): string {
  return `general-${general}`;
}

/** All generals on the simulated host. */
export function postsOf(generals: number): Post[] {
  return Array.from({ length: generals }, (_, general) => {
    return { id: nameOf(general), address: `${nameOf(general)}:1` };
  });
}
