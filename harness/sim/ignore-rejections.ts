/**
 * A node that crashes, and a run that ends, leave promises behind that nobody waits for any more.
 * Those that were rejected would end this process where its event loop turns next.
 */
export async function ignoreRejections<Result>(body: () => Promise<Result>): Promise<Result> {
  const ignore = () => {};
  process.on("unhandledRejection", ignore);
  try {
    return await body();
  } finally {
    await turn();
    process.off("unhandledRejection", ignore);
  }
}

/** Lets the event loop turn once, so that rejections are reported and signals heard. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
