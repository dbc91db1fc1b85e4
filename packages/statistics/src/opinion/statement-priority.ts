/**
 * How much a statement is worth asking next: the higher, the likelier that it is shown.
 *
 * Method: Polis' priority-metric: (importance × (1 + 8 · 2^(-S/5)))², importance = (1 - (P + 1) / (S + 2)) (E + 1) (A + 1) / (S + 2),
 * of agrees A, passes P and votes S in the groups together and extremity E; a meta statement has 49.
 *
 * @example
 * statementPriority({ agree: 10, pass: 0, seen: 10, extremity: 1, meta: false }) // ≈ 25.4184
 * statementPriority({ agree: 0, pass: 0, seen: 0, extremity: 0, meta: true }) // => 49
 */
export function statementPriority({ agree, pass, seen, extremity, meta }: { agree: number; pass: number; seen: number; extremity: number; meta: boolean }): number {
  if (meta) return 49
  const importance = (1 - (pass + 1) / (seen + 2)) * (extremity + 1) * ((agree + 1) / (seen + 2))
  return (importance * (1 + 8 * 2 ** (-seen / 5))) ** 2
}
