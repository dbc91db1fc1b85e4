export type GroupThen = { readonly key: string; readonly persons: number }
export type GroupNow = GroupThen & { readonly threshold: number }

/**
 * Whether a matrix lies so close to an earlier one that the answers of a few could be reckoned from the two: in some group persons have come or gone, but
 * fewer than its threshold. Where nobody has, only the codings differ, and that tells of nobody's answer by itself.
 */
export function isTooLittleNew(groups: readonly GroupNow[], earlier: readonly (readonly GroupThen[])[]): boolean {
  return earlier.some((then) =>
    groups.some(({ key, persons, threshold }) => {
      const changed = Math.abs(persons - (then.find((group) => group.key === key)?.persons ?? 0))
      return changed > 0 && changed < threshold
    }),
  )
}
