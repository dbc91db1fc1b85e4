export type Eigen = {
  /** The largest first. */
  readonly values: readonly number[]
  /** vectors[i] belongs to values[i] and has length 1. */
  readonly vectors: readonly Float64Array[]
}

/**
 * Every eigenvalue and eigenvector of a symmetric tridiagonal matrix, from its diagonal (n numbers) and what stands beside it
 * (n - 1 numbers).
 *
 * Method: implicit QL with Wilkinson's shift (Bowdler, Martin, Reinsch & Wilkinson 1968; EISPACK's tql2). Throws Error when
 * an eigenvalue has not come forth in 60 turns, which has not been seen.
 *
 * @example
 * tridiagonalEigen([2, 2], [1]).values // ≈ [3, 1]
 */
export function tridiagonalEigen(diagonal: readonly number[], beside: readonly number[]): Eigen {
  const n = diagonal.length
  const [d, e] = [Float64Array.from(diagonal), Float64Array.from([...beside, 0])]
  const columns = Array.from({ length: n }, (_, at) => {
    const unit = new Float64Array(n)
    unit[at] = 1
    return unit
  })
  for (let low = 0; low < n; low++) {
    for (let turn = 0; ; turn++) {
      let split = low
      while (split < n - 1 && Math.abs(e[split] as number) > Number.EPSILON * (Math.abs(d[split] as number) + Math.abs(d[split + 1] as number))) split++
      if (split === low) break
      if (turn === 60) throw new Error('No eigenvalue came forth in 60 turns')
      rotate(d, e, columns, low, split)
    }
  }
  const order = Array.from({ length: n }, (_, at) => at).sort((a, b) => (d[b] as number) - (d[a] as number))
  return { values: order.map((at) => d[at] as number), vectors: order.map((at) => columns[at] as Float64Array) }
}

/** One implicit QL step on the block from `low` to `split`. */
function rotate(d: Float64Array, e: Float64Array, columns: readonly Float64Array[], low: number, split: number): void {
  let g = ((d[low + 1] as number) - (d[low] as number)) / (2 * (e[low] as number))
  let r = Math.hypot(g, 1)
  g = (d[split] as number) - (d[low] as number) + (e[low] as number) / (g + (g < 0 ? -r : r))
  let [s, c, p] = [1, 1, 0]
  for (let at = split - 1; at >= low; at--) {
    const [f, b] = [s * (e[at] as number), c * (e[at] as number)]
    r = Math.hypot(f, g)
    e[at + 1] = r
    if (r === 0) {
      d[at + 1] = (d[at + 1] as number) - p
      e[split] = 0
      return
    }
    s = f / r
    c = g / r
    g = (d[at + 1] as number) - p
    r = ((d[at] as number) - g) * s + 2 * c * b
    p = s * r
    d[at + 1] = g + p
    g = c * r - b
    const [one, other] = [columns[at] as Float64Array, columns[at + 1] as Float64Array]
    for (let k = 0; k < one.length; k++) {
      const value = other[k] as number
      other[k] = s * (one[k] as number) + c * value
      one[k] = c * (one[k] as number) - s * value
    }
  }
  d[low] = (d[low] as number) - p
  e[low] = g
  e[split] = 0
}
