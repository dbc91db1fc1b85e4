import type { DocumentContent } from '#documents'
import program from '../../../package.json' with { type: 'json' }
import { opinionWords } from './opinion-words.ts'
import type { Agreement, OpinionFindings } from './rules/opinion-findings.ts'
import { sayAgreement, sayVotes } from './say-agreement.ts'

/** What a frozen map holds for machines. The first versions kept neither the threshold nor the version of the program. */
export type FrozenMap = { readonly findings: OpinionFindings; readonly threshold?: number; readonly program?: string }

/** The findings as a document: what they say in words first, then every figure that is shown, and all of it as data. */
export function documentOfFindings(findings: OpinionFindings, { title, number, threshold }: { title: string; number: number; threshold: number }): DocumentContent {
  const word = opinionWords('sv')
  const { groups, statements, participants, votes } = findings
  const textOf = (wished: number) => statements.find((each) => each.number === wished)?.text ?? ''
  const cell = (agreement: Agreement) => sayAgreement(agreement, 'sv')
  return {
    title: `Åsiktskarta: ${title}`,
    subtitle: `Uträkning ${number}`,
    blocks: [
      { text: word.who(String(participants), String(votes)) },
      { heading: groups.length > 0 ? word.together(String(groups.length)) : word.togetherMost },
      { list: findings.together.map((claim) => `${textOf(claim.number)} (${claim.direction === 'agree' ? 'håller med' : 'håller inte med'})`) },
      { heading: word.dividing },
      {
        list: findings.dividing.map(
          ({ number: which, agree, disagree }) => `${textOf(which)} ${word.sides(agree.map(word.group).join(', '), disagree.map(word.group).join(', '))}`,
        ),
      },
      {
        table: {
          caption: word.table,
          head: ['Nr', word.statement, word.votes, word.everybody, ...groups.map(({ key }) => word.group(key))],
          rows: statements.map((each) => [String(each.number), each.text, sayVotes(each, 'sv'), cell(each.all), ...each.groups.map(cell)]),
        },
      },
    ],
    data: { findings, threshold, program: program.version } satisfies FrozenMap,
  }
}
