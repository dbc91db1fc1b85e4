export function normaliseForGrouping(_text: string): string {
  throw new Error('Not built yet')
}
