/** Choices whose keys are their own words. */
export const choices = (...labels: string[]) => labels.map((label) => ({ key: label.toLowerCase(), label, labelEnglish: null }))

/** A question about its own key. */
export const asked = (key: string, kind: string, more: object = {}) => ({ key, kind, wording: `Fråga om ${key}`, ...more }) as never
