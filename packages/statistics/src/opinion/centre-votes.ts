/**
 * The mean vote of each statement over those who voted on it (0 where nobody did, and for a statement that is set aside),
 * from its counts of disagree, pass and agree.
 *
 * @example
 * [...centreVotes([1, 0, 3])] // => [0.5]
 */
export function centreVotes(counts: ArrayLike<number>, setAside: ReadonlySet<number> = new Set()): Float64Array {
  const centre = new Float64Array(counts.length / 3)
  for (let what = 0; what < centre.length; what++) {
    const [disagree, pass, agree] = [counts[what * 3] as number, counts[what * 3 + 1] as number, counts[what * 3 + 2] as number]
    const all = disagree + pass + agree
    centre[what] = all === 0 || setAside.has(what) ? 0 : (agree - disagree) / all
  }
  return centre
}
