export const line: readonly string[]
