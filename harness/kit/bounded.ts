/**
 * Waits for `promise`, but no longer than `milliseconds`.
 * @returns what it resolved to, or `"late"`; the promise itself goes on
 */
export async function bounded<Result>(
  promise: Promise<Result>,
  milliseconds: number,
): Promise<Result | "late"> {
  let timer: Timer | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, milliseconds, "late");
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
