import { Acts, Button, ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { Form } from '#ui/form'
import { formatNumber } from '#ui/format'
import { Tag } from '#ui/tag'
import { backgroundWords, questionKindWords } from '../builder-words.ts'
import type { QuestionReading, SurveyReading } from '../read-survey.ts'
import { backgrounds } from '../rules/question.ts'
import { type Misplaced, misplacedConditions, sectionsOf } from '../rules/show-question.ts'
import { conditionText } from './condition-text.ts'

type Wishes = { readonly slug: string; readonly kind: SurveyReading['kind']; readonly questions: readonly QuestionReading[]; readonly mayChange: boolean }

/** The questions of a draft, part by part, with what can be done with each. */
export function QuestionList({ slug, kind, questions, mayChange }: Wishes) {
  const room = `/arbete/dialoger/${slug}/fragor`
  const sections = sectionsOf(questions)
  const misplaced = misplacedConditions(questions)
  const left = backgrounds.filter((background) => !questions.some((question) => question.background === background))
  return (
    <section id="fragor">
      <h2>Frågorna</h2>
      {questions.length === 0 && (
        <Empty title="Här kommer frågorna">
          <p>Det finns ingen fråga än. Varje del blir en egen sida för den som svarar.</p>
        </Empty>
      )}
      {sections.map((section, index) => (
        <section key={section[0]?.key}>
          {sections.length > 1 && <h3>{[`Del ${index + 1}`, section[0]?.sectionHeading].filter(Boolean).join(': ')}</h3>}
          <ol className="rows">
            {section.map((question) => (
              <li key={question.key} id={`fraga-${question.key}`} tabIndex={-1}>
                <QuestionRow
                  question={question}
                  all={questions}
                  misplaced={misplaced.find(({ key }) => key === question.key)}
                  room={room}
                  mayChange={mayChange}
                  mayCondition={index > 0}
                />
              </li>
            ))}
          </ol>
          {mayChange && sections.length > 1 && (
            <p>
              <a href={`${room}/ny?${new URLSearchParams({ efter: section.at(-1)?.key ?? '' })}`}>Lägg till en fråga i del {index + 1}</a>
            </p>
          )}
        </section>
      ))}
      {mayChange && (
        <Acts>
          <ButtonLink href={`${room}/ny`}>Lägg till en fråga</ButtonLink>
          {kind === 'survey' && questions.length > 0 && (
            <ButtonLink quiet href={`${room}/ny?del=ny`}>
              Lägg till en del
            </ButtonLink>
          )}
        </Acts>
      )}
      {mayChange && kind === 'survey' && left.length > 0 && (
        <Form act="background">
          <h3>Bakgrundsfrågor</h3>
          <p>De ställs likadant i alla enkäter, så att svaren kan jämföras med befolkningen. Ta bara med dem du behöver.</p>
          <Acts>
            {left.map((background) => (
              <Button key={background} quiet small name="background" value={background}>
                Lägg till {backgroundWords[background].toLowerCase()}
              </Button>
            ))}
          </Acts>
        </Form>
      )}
    </section>
  )
}

type Row = {
  readonly question: QuestionReading
  readonly all: readonly QuestionReading[]
  readonly misplaced: Misplaced | undefined
  readonly room: string
  readonly mayChange: boolean
  readonly mayCondition: boolean
}

function QuestionRow({ question, all, misplaced, room, mayChange, mayCondition }: Row) {
  const { key, kind, wording, required, showIf, background, form } = question
  const count = form.choices?.length ?? 0
  const of = <span className="hidden">: {wording}</span>
  return (
    <>
      <p>
        <strong>{wording}</strong>
        {background && (
          <>
            {' '}
            <Tag>bakgrundsfråga</Tag>
          </>
        )}
      </p>
      <p className="soft">
        {questionKindWords[kind][0]}
        {form.choices && `, ${formatNumber(count)} att välja på`}
        {required && ', måste besvaras'}
      </p>
      {showIf && <p>{`${conditionText(showIf, all)}.`}</p>}
      {misplaced && (
        <p>
          <strong>Villkoret går inte att pröva.</strong> Frågan det gäller ska stå i en tidigare del och ha svaren kvar.
        </p>
      )}
      {mayChange && (
        <Form hidden={{ key }}>
          <Acts>
            <ButtonLink quiet small href={`${room}/${key}`}>
              Ändra{of}
            </ButtonLink>
            <Button quiet small name="act" value="up">
              Upp{of}
            </Button>
            <Button quiet small name="act" value="down">
              Ner{of}
            </Button>
            <Button quiet small name="act" value="copy">
              Kopiera{of}
            </Button>
            {(mayCondition || showIf) && (
              <ButtonLink quiet small href={`${room}/${key}/villkor`}>
                Villkor{of}
              </ButtonLink>
            )}
            <ButtonLink quiet small href={`${room}/${key}/ta-bort`}>
              Ta bort{of}
            </ButtonLink>
          </Acts>
        </Form>
      )}
    </>
  )
}
