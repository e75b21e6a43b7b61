/** Looks again until the condition holds. @returns whether it came to hold within the time */
export async function until(
  condition: () => boolean | Promise<boolean>,
  milliseconds: number,
): Promise<boolean> {
  const endsAt = performance.now() + milliseconds;
  while (!(await condition())) {
    if (performance.now() > endsAt) return false;
    await Bun.sleep(20);
  }
  return true;
}
