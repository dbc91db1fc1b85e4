import type { Moment } from '#kernel/moment'
import { readPeople } from '#people'
import { figureText, movedText } from './figure-text.ts'
import { readFindingQuotes } from './read-finding-quotes.ts'
import { type FindingReading, followFigures, readFindings } from './read-findings.ts'
import { type MatrixReading, readMatrix } from './read-matrix.ts'
import { readOutside } from './read-outside.ts'
import { figuresOf } from './rules/figures.ts'
import { markedName, readingWords, weakSentence } from './words.ts'

const mostOffered = 40

/** The findings in short, with whether the data of a published one has moved since. */
export async function readFindingList(processId: string, now: Moment) {
  const [matrix, findings] = [await readMatrix(processId, now), await readFindings(processId)]
  const moved = await movedSince(findings, matrix)
  return findings.map((finding) => ({
    ...{ id: finding.id, number: finding.number, question: finding.question, claim: finding.claim, withdrawn: finding.withdrawn !== undefined },
    verdict: finding.versions[0]?.review?.verdict ?? null,
    published: finding.published !== undefined,
    isAhead: finding.published !== undefined && finding.published.revision < finding.revision,
    moved: (moved.get(finding.id) ?? []).length > 0,
  }))
}

/** What a finding may be written with: every number that may be shown, the quotes of its themes, those that it has first, and the sources from outside. */
export async function readFindingChoices(processId: string, themeIds: readonly string[], now: Moment, chosen: readonly string[] = []) {
  const [matrix, outside] = [await readMatrix(processId, now), await readOutside(processId, now)]
  const quotes = await readFindingQuotes(matrix, themeIds)
  const [own, others] = [quotes.filter(({ statementId }) => chosen.includes(statementId)), quotes.filter(({ statementId }) => !chosen.includes(statementId))]
  return {
    figures: matrix.rows.map((row) => ({
      theme: markedName(row.name, row),
      reading: readingWords[row.reading],
      choices: [
        ...figuresOf(matrix.rows, matrix.groups, [{ theme: row.theme, group: null }]).map((figure) => ({ value: row.theme, label: `Alla grupper: ${figureText(figure)}` })),
        ...matrix.groups.flatMap(({ id, key }) =>
          figuresOf(matrix.rows, matrix.groups, [{ theme: row.theme, group: key }]).flatMap((figure) =>
            figure.of === 'group' && figure.cell.shown ? [{ value: `${row.theme}.${id}`, label: figureText(figure) }] : [],
          ),
        ),
      ],
    })),
    quotes: [...own, ...others.slice(0, mostOffered)].map(({ statementId, text, group }) => ({ value: statementId, label: `${group}: ${text}` })),
    sources: outside.filter(({ withdrawn }) => !withdrawn).map(({ id, claim }) => ({ value: id, label: claim })),
  }
}

/** One finding by its number, with its numbers as they are now and what has moved since they were published. */
export async function readFinding(processId: string, number: number, now: Moment) {
  const finding = (await readFindings(processId)).find((each) => each.number === number)
  if (!finding) return undefined
  const [matrix, outside, people] = [await readMatrix(processId, now), await readOutside(processId, now), await readPeople(now.day)]
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? 'Någon'
  const wishes = finding.figures.map(({ themeId, groupId }) => ({ theme: themeId, group: groupId && (matrix.groups.find(({ id }) => id === groupId)?.key ?? '') }))
  const figures = figuresOf(matrix.rows, matrix.groups, wishes)
  return {
    ...finding,
    by: nameOf(finding.writtenBy),
    live: figures.map((figure) => ({ name: figure.name, text: figureText(figure), weak: weakSentence(matrix.rows.find(({ theme }) => theme === figure.theme) ?? {}) })),
    moved: (await movedSince([finding], matrix)).get(finding.id) ?? [],
    shown: await readFindingQuotes(matrix, [...new Set(finding.figures.map(({ themeId }) => themeId))], finding.quotes),
    outside: outside.filter(({ id }) => finding.sources.includes(id)),
    withdrawnBy: finding.withdrawn && nameOf(finding.withdrawn.by),
    history: finding.versions.map(({ revision, claim, writtenBy, writtenAt, review }) => ({
      ...{ revision, claim, by: nameOf(writtenBy), at: writtenAt },
      review: review && { verdict: review.verdict, reason: review.reason, by: nameOf(review.reviewedBy), at: review.reviewedAt },
    })),
  }
}

async function movedSince(findings: readonly FindingReading[], matrix: MatrixReading): Promise<Map<string, string[]>> {
  const now = await followFigures(findings.flatMap(({ published }) => published?.figures ?? []))
  return new Map(findings.map(({ id, published }) => [id, (published?.figures ?? []).flatMap((then) => movedText(then, nowOf(then, now, matrix)) ?? [])]))
}

function nowOf(then: NonNullable<FindingReading['published']>['figures'][number], now: ReadonlyMap<string, string>, { rows, groups }: MatrixReading) {
  return figuresOf(rows, groups, [{ theme: now.get(then.theme) ?? then.theme, group: then.of === 'group' ? then.group : null }])[0]
}
