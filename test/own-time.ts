/** The milliseconds that this thread has worked since it began: whatever else the machine does meanwhile is not counted. */
export function ownMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
