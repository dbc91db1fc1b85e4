import { dayOf } from '#http/clock'
import { Acts, Button, ButtonLink } from '#ui/button'
import { Facts } from '#ui/facts'
import { DayField, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatCount, formatDay, formatNumber } from '#ui/format'
import { Table } from '#ui/table'
import { questionKindWords } from '../builder-words.ts'
import type { DialogueReading } from '../read-dialogues.ts'
import { axisWords, stanceWords, unitWords } from '../words.ts'
import { closedOn, dayAndClock } from './closing-time.ts'
import { conditionText } from './condition-text.ts'

type Answer = { readonly act: string; readonly kept: Readonly<Record<string, string>>; readonly problems: readonly { readonly field: string; readonly text: string }[] }
type Wishes = {
  readonly dialogue: DialogueReading
  readonly mayChange: boolean
  readonly mayNote: boolean
  readonly mayRead: boolean
  readonly mayExport: boolean
  readonly answer: Answer | undefined
}

/** A dialogue that has been opened: what has come in, what was asked, and what can still be done. */
export function OpenedDialogue({ dialogue, mayChange, mayNote, mayRead, mayExport, answer }: Wishes) {
  const room = `/arbete/dialoger/${dialogue.slug}`
  const isRunning = dialogue.state === 'open' || dialogue.state === 'waiting'
  const field = (act: string) => (name: string) => ({
    name,
    value: answer?.act === act ? answer.kept[name] : undefined,
    error: answer?.act === act ? answer.problems.find((problem) => problem.field === name)?.text : undefined,
  })
  const [extending, closing] = [field('extend'), field('close')]
  return (
    <>
      <Acts>
        {dialogue.kind === 'opinion' && (
          <>
            <ButtonLink href={`${room}/pastaenden`}>Påståenden</ButtonLink>
            <ButtonLink quiet href={`/arbete/asiktskarta?dialog=${dialogue.slug}`}>
              Åsiktskartan
            </ButtonLink>
            {mayChange && (
              <ButtonLink quiet href={`${room}/gallring`}>
                Gallra
              </ButtonLink>
            )}
          </>
        )}
        {dialogue.kind !== 'notes' && (
          <ButtonLink quiet href={`/delta/${dialogue.slug}`}>
            Se den öppna sidan
          </ButtonLink>
        )}
        {dialogue.kind === 'notes' && mayNote && <ButtonLink href={`${room}/anteckning`}>Skriv in en anteckning</ButtonLink>}
        {dialogue.kind === 'survey' && mayRead && (
          <>
            <ButtonLink quiet href={`${room}/siffror`}>
              Se siffrorna
            </ButtonLink>
            <ButtonLink quiet href={`${room}/vilka-saknas`}>
              Se vilka som saknas
            </ButtonLink>
            <ButtonLink quiet href={`${room}/lagg-marke-till`}>
              Lägg märke till
            </ButtonLink>
          </>
        )}
        {dialogue.kind === 'survey' && mayNote && (
          <ButtonLink quiet href={`${room}/inskrivning`}>
            Papper och intervjuer
          </ButtonLink>
        )}
        {dialogue.kind === 'survey' && mayChange && (
          <>
            <ButtonLink quiet href={`${room}/las-in`}>
              Läs in svar
            </ButtonLink>
            <ButtonLink quiet href={`${room}/koder`}>
              Engångskoder
            </ButtonLink>
          </>
        )}
        {dialogue.kind !== 'opinion' && mayExport && (
          <ButtonLink quiet href={`${room}/utlamning`}>
            Lämna ut eller gallra
          </ButtonLink>
        )}
        {dialogue.responses > 0 && mayRead && (
          <ButtonLink quiet href={`/arbete/granska?dialog=${dialogue.slug}`}>
            Granska texterna
          </ButtonLink>
        )}
      </Acts>
      <Facts facts={factsOf(dialogue)} />
      {dialogue.kind !== 'opinion' && <Questions dialogue={dialogue} mayCorrect={mayChange && isRunning} />}
      {isRunning && mayChange && (
        <>
          <Form act="extend">
            <h2>Förläng</h2>
            <p>Den sista dagen är nu {dayAndClock(dialogue.closesOn, dialogue.closesTime)}. Den kan flyttas fram, aldrig tillbaka.</p>
            <DayField {...extending('closesOn')} label="Ny sista dag" />
            <TextField {...extending('closesTime')} label="Stänger klockan" hint="24:00 är midnatt när dagen är slut." value={extending('closesTime').value ?? '24:00'} short />
            <TextField {...extending('reason')} label="Skälet" hint="Det här läser alla." />
            <Button quiet>Förläng dialogen</Button>
          </Form>
          <Form act="close">
            <h2>Stäng i förtid</h2>
            <p>Dialogen stänger av sig själv efter sista dagen. Stänger du den nu kan den inte öppnas igen.</p>
            <TextField {...closing('reason')} label="Skälet" hint="Det här läser alla." />
            <Button grave>Stäng dialogen</Button>
          </Form>
        </>
      )}
    </>
  )
}

function Questions({ dialogue, mayCorrect }: { dialogue: DialogueReading; mayCorrect: boolean }) {
  const room = `/arbete/dialoger/${dialogue.slug}`
  return (
    <Table
      cards
      caption="Frågor"
      columns={[
        { title: 'Fråga' },
        { title: 'Slag' },
        { title: 'Gäller' },
        { title: 'Ett svar betyder' },
        { title: 'På engelska' },
        ...(mayCorrect ? [{ title: <span className="hidden">Rätta</span> }] : []),
      ]}
      rows={dialogue.questions.map(({ key, kind, wording, axis, stance, background, wordingEnglish, showIf }) => [
        <span key="q">
          {wording}
          {showIf && <span className="soft small">{` ${conditionText(showIf, dialogue.questions)}.`}</span>}
        </span>,
        questionKindWords[kind][0],
        // A background question is about the one who answers.
        background ? 'den som svarar' : axisWords[axis],
        stance ? stanceWords[stance] : background ? '–' : 'inget bestämt',
        wordingEnglish ? (
          <span key="en" lang="en">
            {wordingEnglish}
          </span>
        ) : (
          'nej'
        ),
        ...(mayCorrect
          ? [
              <a key="r" href={`${room}/fragor/${key}/ratta`}>
                Rätta frågan<span className="hidden">: {wording}</span>
              </a>,
            ]
          : []),
      ])}
    />
  )
}

function factsOf(dialogue: DialogueReading) {
  const { group, responses, persons, statements, extended, corrections } = dialogue
  const counted =
    group.unit === 'persons' ? formatCount(responses, 'svar', 'svar') : `${formatCount(responses, 'anteckning', 'anteckningar')}, ${formatNumber(persons)} personer bakom`
  const said = statements.map(({ axis, count }) => `${formatNumber(count)} om ${axisWords[axis]}`).join(', ')
  return [
    ['Tillfrågade', `${group.name}, räknas i ${unitWords[group.unit]}`],
    ['Öppnar', dayAndClock(dialogue.opensOn, dialogue.opensTime)],
    ['Stänger', dayAndClock(dialogue.closesOn, dialogue.closesTime)],
    ...(extended ? [['Förlängd', `Skulle ha stängt ${dayAndClock(extended.from, extended.fromTime)}. ${extended.reason}`] as const] : []),
    ...(dialogue.closedBecause ? [['Stängdes i förtid', `${closedOn(dialogue)}. ${dialogue.closedBecause}`] as const] : []),
    ...corrections.map(({ version, reason, correctedAt }) => [`Version ${version}`, `${formatDay(dayOf(correctedAt))}. ${reason}`] as const),
    ...(dialogue.kind === 'opinion' ? [] : [['Hittills', counted] as const]),
    ...(said ? [['Yttranden', said] as const] : []),
    ['Information', dialogue.information || 'saknas'],
    ['Löfte', dialogue.promise || 'saknas'],
    ['Frågor till', dialogue.contact || 'saknas'],
  ] as const
}
