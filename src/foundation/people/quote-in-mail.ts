// Signs that turn the direction of what comes after them, and line breaks of other kinds.
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const lineEnds = /\r\n|[\n\r\u0085\u2028\u2029]/

/**
 * What a stranger wrote, as it may stand in a mail of ours: each line marked as quoted and closed in for its direction, so that nothing in it can pass for our
 * own words, nor become a link in the page of the mail.
 *
 * @example
 * quoteInMail('Hej\nhttps://x.example') // => '> \u2068Hej\u2069\n> \u2068https://x.example\u2069'
 */
export function quoteInMail(text: string): string {
  return text
    .split(lineEnds)
    .map((line) => `> \u2068${line.replaceAll(turning, '')}\u2069`)
    .join('\n')
}
