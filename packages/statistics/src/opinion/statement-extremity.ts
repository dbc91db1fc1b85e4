/**
 * How far out on the map each statement stands: where somebody would be who voted on it alone, and agreed.
 *
 * Method: Polis' E_j = √T |1 - m_j| ‖w_j‖.
 *
 * @example
 * [...statementExtremity([Float64Array.of(1), Float64Array.of(0)], Float64Array.of(0))] // => [1]
 */
export function statementExtremity(components: readonly Float64Array[], centre: Float64Array): Float64Array {
  const scale = Math.sqrt(centre.length)
  return centre.map((mean, what) => scale * Math.abs(1 - mean) * Math.hypot(...components.map((component) => component[what] ?? 0)))
}
