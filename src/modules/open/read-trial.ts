import recorded from './accessibility-result.json' with { type: 'json' }

/** What the tests' accessibility program last tried, with what outcome. Written by `npm run test:accessibility`, never by hand. */
export type Trial = {
  readonly triedOn: string
  /** The version of Samsyn that was tried. */
  readonly version: string
  readonly program: string
  readonly rules: readonly string[]
  /** Of the sources that the pages are drawn from: other pages than these have not been tried. */
  readonly pagesFingerprint: string
  readonly pages: readonly string[]
  /** Pages that there are, and that were not tried. */
  readonly untried: readonly string[]
  readonly violations: readonly { readonly page: string; readonly rule: string }[]
}

/** The last trial that was recorded. */
export function readTrial(): Trial {
  return recorded
}
