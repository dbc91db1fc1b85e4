/**
 * How well points in the plane (two numbers each) lie in their clusters: the mean of (b - a) / max(a, b), a the mean distance to
 * the own cluster and b to the nearest other; 0 for one that is alone. Rousseeuw 1987. Takes time in the square of the points.
 *
 * @example
 * silhouette(Float64Array.of(0, 0, 0, 1, 9, 9, 9, 10), [0, 0, 1, 1], 2) // ≈ 0.92
 */
export function silhouette(points: Float64Array, of: ArrayLike<number>, k: number): number {
  const n = points.length / 2
  let total = 0
  for (let i = 0; i < n; i++) {
    const [sums, sizes] = [new Float64Array(k), new Float64Array(k)]
    for (let j = 0; j < n; j++) {
      if (i === j) continue
      const g = of[j] as number
      sums[g] = (sums[g] as number) + Math.hypot((points[i * 2] as number) - (points[j * 2] as number), (points[i * 2 + 1] as number) - (points[j * 2 + 1] as number))
      sizes[g] = (sizes[g] as number) + 1
    }
    const own = of[i] as number
    if (sizes[own] === 0) continue
    const inside = (sums[own] as number) / (sizes[own] as number)
    let outside = Infinity
    for (let g = 0; g < k; g++) if (g !== own && (sizes[g] as number) > 0) outside = Math.min(outside, (sums[g] as number) / (sizes[g] as number))
    if (outside < Infinity && Math.max(inside, outside) > 0) total += (outside - inside) / Math.max(inside, outside)
  }
  return n === 0 ? 0 : total / n
}
