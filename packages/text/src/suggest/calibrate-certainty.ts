/** How likely a suggestion is right: 1 / (1 + e^-(score × its score + margin × its margin + offset)). */
export type Calibration = { readonly score: number; readonly margin: number; readonly offset: number }

/** A suggestion that somebody has judged: its score, how far it is before the best of the other codes (below 0 when it is behind), and whether it was right. */
export type Judged = { readonly score: number; readonly margin: number; readonly right: boolean }

/**
 * Learns how likely a suggestion is to be right from those that are known to be so or not.
 *
 * Method: logistic regression on score and margin (Platt 1999 has the score alone), drawn towards what is known beforehand by a Gaussian
 * prior as strong as `trust` says; Newton's method. A higher score and a larger margin never make it less likely.
 *
 * @example
 * const beforehand = { score: 1, margin: 1, offset: 0 }
 * const calibration = calibrateCertainty([{ score: -1, margin: -1, right: false }, { score: 1, margin: 1, right: true }], beforehand)
 * certaintyOf(calibration, 1, 1) > certaintyOf(calibration, -1, -1) // => true
 */
export function calibrateCertainty(judged: readonly Judged[], beforehand: Calibration, trust = 20): Calibration {
  let [a, b, c] = [beforehand.score, beforehand.margin, beforehand.offset]
  for (let turn = 0; turn < 60; turn++) {
    let [ga, gb, gc] = [trust * (beforehand.score - a), trust * (beforehand.margin - b), trust * (beforehand.offset - c)]
    let [aa, ab, ac, bb, bc, cc] = [trust, 0, 0, trust, 0, trust]
    for (const { score, margin, right } of judged) {
      const p = 1 / (1 + Math.exp(-(a * score + b * margin + c)))
      const [miss, weight] = [Number(right) - p, p * (1 - p)]
      ga += miss * score
      gb += miss * margin
      gc += miss
      aa += weight * score * score
      ab += weight * score * margin
      ac += weight * score
      bb += weight * margin * margin
      bc += weight * margin
      cc += weight
    }
    const [da, db, dc] = solved([aa, ab, ac, bb, bc, cc], [ga, gb, gc])
    const scale = Math.min(1, 2 / Math.max(Math.abs(da), Math.abs(db), Math.abs(dc), 1e-9))
    a += da * scale
    b += db * scale
    c += dc * scale
    if (Math.abs(da) + Math.abs(db) + Math.abs(dc) < 1e-9) break
  }
  return { score: Math.max(a, 1e-6), margin: Math.max(b, 0), offset: c }
}

/** Between 0 and 1. */
export function certaintyOf({ score, margin, offset }: Calibration, itsScore: number, itsMargin: number): number {
  return 1 / (1 + Math.exp(-(score * itsScore + margin * itsMargin + offset)))
}

/** Three equations with a symmetric matrix, by Cholesky's way. */
function solved([aa, ab, ac, bb, bc, cc]: [number, number, number, number, number, number], [x, y, z]: [number, number, number]): [number, number, number] {
  const l11 = Math.sqrt(aa)
  const [l21, l31] = [ab / l11, ac / l11]
  const l22 = Math.sqrt(Math.max(1e-12, bb - l21 * l21))
  const l32 = (bc - l31 * l21) / l22
  const l33 = Math.sqrt(Math.max(1e-12, cc - l31 * l31 - l32 * l32))
  const u = x / l11
  const v = (y - l21 * u) / l22
  const w = (z - l31 * u - l32 * v) / l33
  const dz = w / l33
  const dy = (v - l32 * dz) / l22
  return [(u - l21 * dy - l31 * dz) / l11, dy, dz]
}
