import { normalQuantile } from '../normal-quantile.ts'

/**
 * Half the width of the interval about a share, of so many answers with such a design effect, at a level (0.95).
 *
 * @example
 * marginOfError(0.5, 400) // ≈ 0.0490
 * marginOfError(0.5, 400, { designEffect: 2 }) // ≈ 0.0693
 */
export function marginOfError(share: number, answers: number, { designEffect = 1, level = 0.95 }: { designEffect?: number; level?: number } = {}): number {
  return normalQuantile((1 + level) / 2) * Math.sqrt((designEffect * share * (1 - share)) / answers)
}
