/** The receipt code that a page of thanks shows; empty when it shows none. */
export const receiptIn = (html: string) => (/class="receipt-code[^>]*>(.*?)<\/span><\/p>/s.exec(html)?.[1] ?? '').replaceAll(/<[^>]*>/g, '')

/** The key that a form of answers sends itself with. */
export const keyIn = (html: string) => /name="submissionKey" value="([^"]+)"/.exec(html)?.[1] ?? ''
