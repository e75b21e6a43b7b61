/** How many replicas the simulated file store has, and how many of them an operation asks. */

export const replicas: readonly string[] = ["r1", "r2", "r3"];

export const quorumSizes = { replicas: replicas.length, readQuorum: 2, writeQuorum: 2 };
