import { countAttempt, countWrite } from '#people'

// By address only generously: a thousand employees answer from behind one municipal address, and a school class at the same instant.
const writesAMinuteByAddress = 60_000
// Answers are their own measure: a whole town may sit behind one address when the last hour comes, and what one costs is a row.
const answersAMinuteByAddress = 120_000
// Whoever answers one survey votes on fifty statements.
const votesAMinuteByAddress = 1_200_000
const secretsTriedAMinute = 30
// Anybody can bring a new cookie to every try; behind one address there are many who follow their own answer.
const secretsTriedAMinuteByAddress = 300

/** Whether what is sent to a page, a form or a guess at a secret, is more than anybody honest sends within a minute. Counts it. */
export async function isSentTooOften({ page, address, cookie }: { readonly page: string; readonly address: string; readonly cookie: string | undefined }): Promise<boolean> {
  if (await sentTooOften(address, page)) return true
  return guessesASecret(page) && (await triedTooOften(address, cookie))
}

async function sentTooOften(address: string, page: string): Promise<boolean> {
  const now = new Date()
  if (isAVote(page)) return (await countWrite(`votes ${address}`, now, 500)) > votesAMinuteByAddress
  return isAnAnswer(page) ? (await countWrite(`answers ${address}`, now)) > answersAMinuteByAddress : (await countWrite(address, now)) > writesAMinuteByAddress
}

async function triedTooOften(address: string, cookie: string | undefined): Promise<boolean> {
  const now = new Date()
  if ((await countAttempt(`address ${address}`, now)) > secretsTriedAMinuteByAddress) return true
  return cookie !== undefined && (await countAttempt(`cookie ${cookie}`, now)) > secretsTriedAMinute
}

/** An answer to a survey, or a part of one: by the form or by the interface. */
function isAnAnswer(path: string): boolean {
  return /^(?:\/delta\/[^/]+|\/api\/v1\/dialogues\/[^/]+\/answers)$/.test(path)
}

/** A vote on a statement: by the page or by the interface. */
function isAVote(path: string): boolean {
  return /^(?:\/delta\/[^/]+\/pastaenden|\/api\/v1\/dialogues\/[^/]+\/votes)$/.test(path)
}

function guessesASecret(page: string): boolean {
  return page === '/folj' || page === '/logga-in/lank' || page.startsWith('/logga-in/passnyckel') || page === '/forsta' || /^\/delta\/[^/]+\/fortsatt$/.test(page)
}
