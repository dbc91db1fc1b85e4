import type { Language } from '#ui/catalogue'
import { formatNumber } from '#ui/format'
import { Table } from '#ui/table'
import { opinionWords } from '../opinion-words.ts'
import type { Claim, OpinionFindings } from '../rules/opinion-findings.ts'
import { sayAgreement, sayVotes } from '../say-agreement.ts'
import { OpinionPlot } from './opinion-plot.tsx'

type Wishes = { readonly findings: OpinionFindings; readonly language: Language }

/** What the votes say: in words first, then the groups, the map with its table, and every statement. */
export function OpinionFindingsView({ findings, language }: Wishes) {
  const word = opinionWords(language)
  const { form, groups, participants, votes } = findings
  const count = (number: number) => formatNumber(number, 0, language)
  if (form === 'too-few') return <p>{word['form-too-few']}</p>
  const many = wordOf(groups.length, language)
  return (
    <>
      <p>{form === 'groups' ? word['form-groups'](many) : word[`form-${form}`]}</p>
      <p>{word.who(count(participants), count(votes))}</p>
      <Together findings={findings} language={language} />
      {form === 'groups' && (
        <section>
          <h2>{word.dividing}</h2>
          {findings.dividing.length === 0 ? (
            <p>{word.dividingNone}</p>
          ) : (
            <ul className="rows">
              {findings.dividing.map(({ number, agree, disagree }) => (
                <li key={number}>
                  <StatementText number={number} findings={findings} language={language} />
                  <div className="soft">{word.sides(listed(agree.map(word.group), language), listed(disagree.map(word.group), language))}</div>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {findings.bridging.length > 0 && (
        <section>
          <h2>{word.bridging}</h2>
          <ul>
            {findings.bridging.map((number) => (
              <li key={number}>
                <StatementText number={number} findings={findings} language={language} />, {allSay(number, findings, language)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {form === 'groups' && <Groups findings={findings} language={language} />}
      <section>
        <h2>{word.table}</h2>
        <p className="soft">{word.how}</p>
        <Table
          cards
          caption={word.table}
          columns={[{ title: word.statement }, { title: word.votes, number: true }, { title: word.everybody }, ...groups.map(({ key }) => ({ title: word.group(key) }))]}
          rows={findings.statements.map((each) => [
            <StatementText key="t" number={each.number} findings={findings} language={language} />,
            sayVotes(each, language),
            sayAgreement(each.all, language),
            ...each.groups.map((group) => sayAgreement(group, language)),
          ])}
        />
      </section>
    </>
  )
}

function Together({ findings, language }: Wishes) {
  const word = opinionWords(language)
  const { groups, together } = findings
  const many = wordOf(groups.length, language)
  const hasGroups = groups.length > 0
  const of = (direction: Claim['direction']) => together.filter((claim) => claim.direction === direction)
  const leads = hasGroups ? { agree: word.agreeWith(many), disagree: word.disagreeWith(many) } : { agree: word.mostAgree, disagree: word.mostDisagree }
  return (
    <section>
      <h2>{hasGroups ? word.together(many) : word.togetherMost}</h2>
      {together.length === 0 && <p>{hasGroups ? word.togetherNone : word.togetherNoneMost}</p>}
      {(['agree', 'disagree'] as const).map(
        (direction) =>
          of(direction).length > 0 && (
            <div key={direction}>
              <p>{leads[direction]}</p>
              <ul>
                {of(direction).map(({ number }) => (
                  <li key={number}>
                    <StatementText number={number} findings={findings} language={language} />, {allSay(number, findings, language)}
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </section>
  )
}

function Groups({ findings, language }: Wishes) {
  const word = opinionWords(language)
  return (
    <>
      <section>
        <h2>{word.groupsTitle}</h2>
        {findings.groups.map(({ key, percent, stability, marks }) => (
          <div key={key}>
            <h3>{word.group(key)}</h3>
            <p>
              {word.share(String(percent))} {word.stability(String(stability))}
            </p>
            {marks.length > 0 && (
              <>
                <p>{word.marks}</p>
                <ul>
                  {marks.map(({ number, direction }) => (
                    <li key={number}>
                      {word[`mark-${direction}`]} <StatementText number={number} findings={findings} language={language} />
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        ))}
      </section>
      <OpinionPlot findings={findings} language={language} />
    </>
  )
}

function StatementText({ number, findings, language }: Wishes & { number: number }) {
  const statement = findings.statements.find((each) => each.number === number)
  const english = language === 'en' ? statement?.textEnglish : null
  return <q lang={english ? 'en' : 'sv'}>{english ?? statement?.text}</q>
}

/** Every claim has how many it rests on, and how sure it is. */
function allSay(number: number, findings: OpinionFindings, language: Language): string {
  const word = opinionWords(language)
  const statement = findings.statements.find((each) => each.number === number)
  if (!statement) return ''
  return `${sayAgreement(statement.all, language)}, ${statement.votes === null ? word['too-few'] : `${word.votes.toLowerCase()}: ${sayVotes(statement, language)}`}`
}

const numberWords = { sv: ['', 'en', 'två', 'tre', 'fyra', 'fem'], en: ['', 'one', 'two', 'three', 'four', 'five'] } as const

function wordOf(number: number, language: Language): string {
  return numberWords[language][number] ?? String(number)
}

function listed(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
}
