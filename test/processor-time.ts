/** So many milliseconds this process worked, with the embedded database in it, while something was done. What else the machine does meanwhile counts for nothing. */
export async function processorTime(act: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
