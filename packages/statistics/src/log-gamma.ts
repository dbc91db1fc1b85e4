/**
 * The natural logarithm of the gamma function, for x > 0.
 *
 * Method: Lanczos' approximation with g = 7 and nine terms (Lanczos 1964; coefficients by Godfrey 2001), and the
 * reflection formula under ½ (DLMF 5.5.3). Relative error about 1e-15.
 * Throws RangeError when x is not above 0.
 *
 * @example
 * logGamma(5) // ≈ 3.17805383035
 * logGamma(0.5) // ≈ 0.57236494292
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs a number above 0, not ${x}`)
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  const series = coefficients.reduce((sum, coefficient, index) => sum + coefficient / (shifted + index + 1), firstCoefficient)
  const t = shifted + g + 0.5
  return halfLogTwoPi + (shifted + 0.5) * Math.log(t) - t + Math.log(series)
}

const g = 7
const firstCoefficient = 0.9999999999998099
const coefficients = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905, -0.13857109526572012, 0.000009984369578019572, 1.5056327351493116e-7,
]
const halfLogTwoPi = 0.9189385332046728
