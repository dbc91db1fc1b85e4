/** So many milliseconds this process worked, with the embedded database in it, while something was done. What else the machine does meanwhile counts for nothing. */
export async function processorTime(act: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await act()
  return milliseconds(process.cpuUsage(before))
}

/** The milliseconds that this thread alone has worked since it began: for a rule, which has no database and is done in one piece. */
export function ownMs(): number {
  return milliseconds(process.threadCpuUsage())
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1_000
}
