/** The statements that two coders have read differently and not settled; undefined while nothing is coded twice, and then nobody is offered to look for them. */
export async function differingStatements(_processId: string): Promise<readonly string[] | undefined> {
  return undefined
}
