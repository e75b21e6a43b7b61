/** Who takes part in a simulated schedule. */

export const balancers: readonly string[] = ["lb1", "lb2"];
export const backends: readonly string[] = ["b1", "b2", "b3", "b4"];
