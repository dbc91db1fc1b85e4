import { Acts, ButtonLink } from '#ui/button'
import { Facts } from '#ui/facts'
import { formatCount, formatDays } from '#ui/format'
import { Notice } from '#ui/notice'
import type { SurveyReading } from '../read-survey.ts'
import { findUntranslated } from '../rules/find-untranslated.ts'
import type { Missing } from '../rules/opening-gate.ts'
import { retentionWords } from '../words.ts'
import { OpeningGate } from './opening-gate.tsx'
import { QuestionList } from './question-list.tsx'

type Wishes = { readonly dialogue: SurveyReading; readonly missing: readonly Missing[]; readonly mayChange: boolean; readonly isPartGone: boolean }

/** A draft as whoever makes it sees it: what is missing and where it is mended, the texts, the questions, and what is in Swedish only. */
export function DraftOverview({ dialogue, missing, mayChange, isPartGone }: Wishes) {
  const room = `/arbete/dialoger/${dialogue.slug}`
  return (
    <>
      {isPartGone && (
        <Notice>
          <p>Delen som frågan stod ensam i är borta, med sin rubrik.</p>
        </Notice>
      )}
      <Acts>
        {dialogue.kind === 'survey' && (
          <ButtonLink quiet href={`${room}/forhandsvisa`}>
            Se den som den som svarar
          </ButtonLink>
        )}
        {mayChange && (
          <ButtonLink quiet href={`${room}/andra`}>
            Ändra texter och tider
          </ButtonLink>
        )}
        {dialogue.kind === 'opinion' && <ButtonLink href={`${room}/pastaenden`}>Påståenden</ButtonLink>}
        {mayChange && dialogue.kind === 'survey' && (
          <>
            <ButtonLink quiet href={`${room}/fragor-ur-fil`}>
              Läs in frågor
            </ButtonLink>
            <ButtonLink quiet href={`${room}/koder`}>
              Engångskoder
            </ButtonLink>
          </>
        )}
      </Acts>
      <OpeningGate kind={dialogue.kind} missing={missing} isSwedishOnly={!dialogue.titleEnglish} mayOpen={mayChange} hrefOf={(each) => whereMended(each, dialogue)} />
      {dialogue.kind !== 'opinion' && <QuestionList slug={dialogue.slug} kind={dialogue.kind} questions={dialogue.questions} mayChange={mayChange} />}
      <h2>Texter och tider</h2>
      <Facts
        facts={[
          ['Tillfrågade', dialogue.group.name],
          ['Öppen', `${formatDays(dialogue.opensOn, dialogue.closesOn)}, klockan ${dialogue.opensTime.replace(':', '.')} till ${dialogue.closesTime.replace(':', '.')}`],
          ['Information', dialogue.information || 'saknas'],
          ['Lagligt stöd', dialogue.legalBasis || 'saknas'],
          ['Hur länge svaren sparas', retentionWords[dialogue.retention]],
          ['Löfte', dialogue.promise || 'saknas'],
          ['Frågor till', dialogue.contact || 'saknas'],
        ]}
      />
      <English dialogue={dialogue} />
    </>
  )
}

function English({ dialogue }: { dialogue: SurveyReading }) {
  const missing = findUntranslated(dialogue)
  const room = `/arbete/dialoger/${dialogue.slug}`
  return (
    <section id="engelska">
      <h2>På engelska</h2>
      {missing.length === 0 ? (
        <p>Allt finns på engelska.</p>
      ) : (
        <details>
          <summary>{formatCount(missing.length, 'text finns', 'texter finns')} bara på svenska</summary>
          <ul>
            {missing.map(({ text, question }, index) => (
              <li key={String(index)}>
                <a href={question ? `${room}/fragor/${question}` : `${room}/andra`}>{text.length > 80 ? `${text.slice(0, 79)}…` : text}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const ofTexts: Partial<Record<Missing, string>> = { information: 'information', 'legal-basis': 'legalBasis', promise: 'promise', contact: 'contact', time: 'closesOn' }

/** Where what is missing is mended. */
function whereMended(missing: Missing, { slug }: SurveyReading): string {
  const room = `/arbete/dialoger/${slug}`
  const field = ofTexts[missing]
  if (field) return `${room}/andra#${field}`
  if (missing === 'statements') return `${room}/pastaenden`
  if (missing === 'questions') return `${room}/fragor/ny`
  return missing === 'english' ? '#engelska' : '#fragor'
}
