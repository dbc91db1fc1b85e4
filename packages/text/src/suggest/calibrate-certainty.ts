/** How likely something with a score is right: 1 / (1 + e^(slope × score + offset)), slope below 0. */
export type Calibration = { readonly slope: number; readonly offset: number }

/**
 * Learns how likely a score is to be right from scores that are known to be so or not.
 *
 * Method: Platt 1999 with his smoothed targets, by Newton's method as Lin, Lin & Weng 2007 advise.
 *
 * @example
 * const calibration = calibrateCertainty([-2, -1, 1, 2, -1, 1], [false, false, true, true, false, true])
 * certaintyOf(calibration, 2) > certaintyOf(calibration, -2) // => true
 */
export function calibrateCertainty(scores: readonly number[], right: readonly boolean[]): Calibration {
  const positive = right.filter(Boolean).length
  const targets = right.map((each) => (each ? (positive + 1) / (positive + 2) : 1 / (right.length - positive + 2)))
  let [slope, offset] = [0, Math.log((right.length - positive + 1) / (positive + 1))]
  for (let turn = 0; turn < 50; turn++) {
    let [gradientA, gradientB, aa, ab, bb] = [0, 0, 1e-9, 0, 1e-9]
    scores.forEach((score, at) => {
      const p = 1 / (1 + Math.exp(slope * score + offset))
      const difference = (targets[at] as number) - p
      const weight = p * (1 - p)
      gradientA += score * difference
      gradientB += difference
      aa += score * score * weight
      ab += score * weight
      bb += weight
    })
    const determinant = aa * bb - ab * ab
    const [stepA, stepB] = [(bb * gradientA - ab * gradientB) / determinant, (aa * gradientB - ab * gradientA) / determinant]
    slope -= Math.max(-5, Math.min(5, stepA))
    offset -= Math.max(-5, Math.min(5, stepB))
    if (Math.abs(stepA) + Math.abs(stepB) < 1e-9) break
  }
  return { slope: Math.min(slope, -1e-6), offset }
}

/** Between 0 and 1. */
export function certaintyOf({ slope, offset }: Calibration, score: number): number {
  return 1 / (1 + Math.exp(slope * score + offset))
}
