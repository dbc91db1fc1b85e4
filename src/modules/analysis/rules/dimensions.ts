/** What a theme may be a reading of: its matter, or a box of the workshops' canvas. The municipality may add its own, which is then its own name. */
export const dimensions = [
  { key: 'tema', name: 'Teman', question: 'Vad handlar det om?' },
  { key: 'grundstyrkor', name: 'Grundstyrkor', question: 'Vad bygger vi på?' },
  { key: 'varderingar', name: 'Värderingar', question: 'Vad värderar vi?' },
  { key: 'fortroende', name: 'Förtroende', question: 'Varför ska man tro oss?' },
  { key: 'insikter', name: 'Insikter', question: 'Vad vet vi om människors behov?' },
  { key: 'alternativ', name: 'Alternativ', question: 'Vad väljer folk i stället?' },
  { key: 'egenskaper', name: 'Egenskaper', question: 'Hurdana är vi?' },
] as const

/**
 * What a dimension is called.
 *
 * @example
 * dimensionName('varderingar') // => 'Värderingar'
 * dimensionName('Årstider') // => 'Årstider'
 */
export function dimensionName(key: string): string {
  return dimensions.find((dimension) => dimension.key === key)?.name ?? key
}
