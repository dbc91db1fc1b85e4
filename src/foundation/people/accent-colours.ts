/** The colours that what can be followed or done is drawn in, in one scheme. */
export type ActColours = { readonly act: string; readonly strong: string; readonly ink: string; readonly pale: string }

// What they stand on: see ui/styles/paper.css, which a test holds them to.
export const grounds = {
  light: { paper: '#fbf8f2', raised: '#fffefb', faint: '#f3eee3', warnPale: '#faf0d9' },
  dark: { paper: '#171512', raised: '#1f1c18', faint: '#24211c', warnPale: '#332813' },
} as const
export type Scheme = keyof typeof grounds

const leastContrast = 4.5

/**
 * The colours of an accent in a scheme. In the dark one it is made lighter until it can be read; hue and strength are kept. In the light one it is
 * taken as it is: whether it can be read says `accentContrast`.
 *
 * Method: lightness in OKLCH (Ottosson 2020); contrast by WCAG 2.2.
 *
 * @example
 * accentColours('#1b4f8f', 'light').act // => '#1b4f8f'
 */
export function accentColours(accent: string, scheme: Scheme): ActColours {
  const { paper } = grounds[scheme]
  const own = scheme === 'light' ? accent : nearestReadable(accent, 'dark')
  const strong = withLightness(own, lightnessOf(own) + (scheme === 'light' ? -0.09 : 0.09))
  return { act: own, strong, ink: scheme === 'light' ? '#ffffff' : withLightness(own, 0.24, 0.4), pale: mixed(own, paper, 0.1) }
}

/**
 * The least contrast of an accent with all that it stands on or under, in a scheme; 4.5 is what text needs.
 *
 * @example
 * accentContrast('#ffdd00', 'light') < 4.5 // => true
 */
export function accentContrast(accent: string, scheme: Scheme): number {
  const ink = scheme === 'light' ? '#ffffff' : withLightness(accent, 0.24, 0.4)
  return Math.min(...[...Object.values(grounds[scheme]), mixed(accent, grounds[scheme].paper, 0.1), ink].map((other) => contrastOf(accent, other)))
}

/**
 * The accent itself where it can be read, else the nearest of the same hue that can: darker in the light scheme, lighter in the dark.
 *
 * @example
 * accentContrast(nearestReadable('#ffdd00', 'light'), 'light') >= 4.5 // => true
 */
export function nearestReadable(accent: string, scheme: Scheme = 'light'): string {
  const step = scheme === 'light' ? -0.005 : 0.005
  for (let lightness = lightnessOf(accent); lightness > 0.1 && lightness < 0.98; lightness += step) {
    const tried = lightness === lightnessOf(accent) ? accent : withLightness(accent, lightness)
    if (accentContrast(tried, scheme) >= leastContrast) return tried
  }
  return scheme === 'light' ? '#1b1b1b' : '#f2f2f2'
}

/**
 * How clearly two colours are told apart, from 1 to 21.
 *
 * @example
 * contrastOf('#000000', '#ffffff') // => 21
 */
export function contrastOf(one: string, other: string): number {
  const [high = 0, low = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

type Lab = readonly [lightness: number, a: number, b: number]

function linear(hex: string): [number, number, number] {
  const shares = (hex.slice(1).match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16) / 255)
  return shares.map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4)) as [number, number, number]
}

function luminanceOf(hex: string): number {
  const [red, green, blue] = linear(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function labOf(hex: string): Lab {
  const [r, g, b] = linear(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s]
}

function hexOf([lightness, a, b]: Lab): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return `#${channels
    .map((share) => Math.max(0, Math.min(1, share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055)))
    .map((share) =>
      Math.round(share * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

function lightnessOf(hex: string): number {
  return labOf(hex)[0]
}

function withLightness(hex: string, lightness: number, strength = 1): string {
  const [, a, b] = labOf(hex)
  return hexOf([lightness, a * strength, b * strength])
}

function mixed(one: string, other: string, share: number): string {
  const [[lightness, a, b], to] = [labOf(one), labOf(other)]
  const between = (from: number, end: number) => from * share + end * (1 - share)
  return hexOf([between(lightness, to[0]), between(a, to[1]), between(b, to[2])])
}
