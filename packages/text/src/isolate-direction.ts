export function isolateDirection(_text: string): string {
  throw new Error('Not built yet')
}
