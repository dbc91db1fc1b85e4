export type Position = { readonly latitude: number; readonly longitude: number }
/** Metres in SWEREF 99 TM, the plane that Swedish maps and statistical squares are drawn in. */
export type Metres = { readonly north: number; readonly east: number }

// Gauss's conformal projection on GRS 80, by the formulas of Lantmäteriet; under a millimetre wrong in all of Sweden.
const flattening = 1 / 298.257222101
/** A transverse cylinder that the earth is unrolled from. */
export type Plane = { readonly meridian: number; readonly scale: number; readonly falseNorth: number; readonly falseEast: number }
const sweref99Tm: Plane = { meridian: 15, scale: 0.9996, falseNorth: 0, falseEast: 500_000 }
const e2 = flattening * (2 - flattening)
const n = flattening / (2 - flattening)
const radius = (6_378_137 / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64)
const toSphere = [e2, (5 * e2 ** 2 - e2 ** 3) / 6, (104 * e2 ** 3 - 45 * e2 ** 4) / 120, (1237 * e2 ** 4) / 1260] as const
const toPlane = [
  n / 2 - (2 * n ** 2) / 3 + (5 * n ** 3) / 16 + (41 * n ** 4) / 180,
  (13 * n ** 2) / 48 - (3 * n ** 3) / 5 + (557 * n ** 4) / 1440,
  (61 * n ** 3) / 240 - (103 * n ** 4) / 140,
  (49_561 * n ** 4) / 161_280,
] as const

/** Where a position lies on a plane; SWEREF 99 TM where nothing else is said. */
export function swerefOf({ latitude, longitude }: Position, { meridian, scale, falseNorth, falseEast }: Plane = sweref99Tm): Metres {
  const [phi, lambda] = [(latitude * Math.PI) / 180, ((longitude - meridian) * Math.PI) / 180]
  const [a, b, c, d] = toSphere
  const s2 = Math.sin(phi) ** 2
  const conformal = phi - Math.sin(phi) * Math.cos(phi) * (a + b * s2 + c * s2 ** 2 + d * s2 ** 3)
  const xi = Math.atan2(Math.tan(conformal), Math.cos(lambda))
  const eta = Math.atanh(Math.cos(conformal) * Math.sin(lambda))
  const term = (of: (k: number) => number) => toPlane.reduce((sum, factor, index) => sum + factor * of(2 * (index + 1)), 0)
  return {
    north: falseNorth + scale * radius * (xi + term((k) => Math.sin(k * xi) * Math.cosh(k * eta))),
    east: falseEast + scale * radius * (eta + term((k) => Math.cos(k * xi) * Math.sinh(k * eta))),
  }
}
