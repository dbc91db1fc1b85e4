import { languages } from '#kernel/languages'
import { CheckboxGroup, DayField, describedBy, HintAndError, LinesField, RadioGroup, SelectField, TextArea, TextField } from '#ui/field'
import { otherKey } from '../rules/check-answers.ts'
import type { Language, Spoken } from '../rules/in-language.ts'
import { middleOfSquare } from '../rules/map-squares.ts'
import { choiceKeys, dontKnow, scaleSteps } from '../rules/question.ts'
import type { SpokenChoice, SurveyQuestion } from '../rules/spoken-question.ts'
import type { Written } from '../rules/written-answers.ts'
import { otherField, rowField } from '../rules/written-answers.ts'
import { words } from '../words.ts'
import { PlaceField } from './place-field.tsx'

type Wishes = {
  readonly question: SurveyQuestion
  readonly written: Written
  readonly language: Language
  readonly error?: string | undefined
  readonly errorRow?: string | undefined
}

/** One question as it is answered: fields that work without script, in the way of its kind. */
export function QuestionField(wishes: Wishes) {
  const { question, written, language, error } = wishes
  const { id, kind, form, choices } = question
  const word = words(language)
  const common = { name: id, label: <Asked question={question} language={language} />, error, hint: hintOf(question, language) }
  const [value] = written[id] ?? []
  if (kind === 'information')
    return (
      <div className="field">
        <h2>
          <InLanguage spoken={question.wording} />
        </h2>
        {question.hint && <Paragraphs spoken={question.hint} />}
      </div>
    )
  if (kind === 'lines') return <LinesField {...common} rows={question.maxLines} line={word.line} values={written[id]} />
  if (kind === 'text') return <TextArea {...common} rows={6} value={(written[id] ?? []).join('\n')} />
  if (kind === 'number') return <TextField {...common} value={value} inputMode={form.whole === false ? 'decimal' : 'numeric'} short />
  if (kind === 'date') return <DayField {...common} value={value} />
  if (kind === 'matrix') return <MatrixField {...wishes} />
  if (kind === 'ranking') return <RankingField {...wishes} />
  if (kind === 'place' && question.map) {
    const older = olderSquare(question, written[id])
    return <PlaceField {...common} id={id} chosen={written[id]} map={question.map} older={older} choices={placesOffered(question)} language={language} />
  }
  if (kind === 'place') return <SelectField {...common} value={value} empty={word.choosePlace} choices={placesOffered(question)} />
  const offered = kind === 'scale' ? scaleChoices(question, language) : choicesOf(choices, form.other ? word.other : undefined)
  return (
    <>
      {kind === 'several' ? <CheckboxGroup {...common} choices={offered} values={written[id]} /> : <RadioGroup {...common} choices={offered} value={value} />}
      {form.other && <TextField name={otherField(id)} label={word.otherWhat} value={written[otherField(id)]?.[0]} />}
    </>
  )
}

function placesOffered(question: SurveyQuestion) {
  const offered = new Set(choiceKeys(question))
  return question.choices.filter(({ key }) => offered.has(key)).map(({ key, label }) => ({ value: key, label: label.text }))
}

/** What was chosen when another map was shown: whoever changes their answer keeps it. */
function olderSquare({ choices, map }: SurveyQuestion, chosen: readonly string[] = []) {
  const found = choices.find(({ key }) => chosen.includes(key) && middleOfSquare(key) && !map?.squares.some((square) => square.key === key))
  return found && { value: found.key, label: found.label.text }
}

/** A matrix as one question a row: it is read aloud in order, and fits the narrowest phone. */
function MatrixField({ question, written, language, error, errorRow }: Wishes) {
  const wrong = errorRow ? undefined : error
  const hint = hintOf(question, language)
  const offered = [...choicesOf(question.choices, undefined), { value: dontKnow, label: words(language).dontKnow }]
  return (
    <fieldset className={wrong ? 'field wrong' : 'field'} id={question.id} aria-describedby={describedBy({ id: question.id, hint, error: wrong })}>
      <legend>
        <Asked question={question} language={language} />
      </legend>
      <HintAndError id={question.id} hint={hint} error={wrong} />
      {question.rows.map(({ key, label }) => (
        <RadioGroup
          key={key}
          name={rowField(question.id, key)}
          label={<InLanguage spoken={label} />}
          choices={offered}
          value={written[rowField(question.id, key)]?.[0]}
          error={errorRow === key ? error : undefined}
        />
      ))}
    </fieldset>
  )
}

/** A ranking as a place to choose for each: nothing has to be dragged. */
function RankingField({ question, written, language, error }: Wishes) {
  const word = words(language)
  const hint = hintOf(question, language)
  const most = question.form.most ?? question.choices.length
  const places = Array.from({ length: most }, (_, index) => ({ value: String(index + 1), label: word.rank(index + 1) }))
  return (
    <fieldset className={error ? 'field wrong' : 'field'} id={question.id} aria-describedby={describedBy({ id: question.id, hint, error })}>
      <legend>
        <Asked question={question} language={language} />
      </legend>
      <HintAndError id={question.id} hint={hint} error={error} />
      {question.choices.map(({ key, label }) => (
        <SelectField
          key={key}
          name={rowField(question.id, key)}
          label={<InLanguage spoken={label} />}
          empty={word.noRank}
          choices={places}
          value={written[rowField(question.id, key)]?.[0]}
        />
      ))}
    </fieldset>
  )
}

function choicesOf(choices: readonly SpokenChoice[], other: string | undefined) {
  const offered = choices.map(({ key, label, picture }) => ({ value: key, label: (<ChoiceLabel label={label} picture={picture} />) as React.ReactNode }))
  return other ? [...offered, { value: otherKey, label: other }] : offered
}

function ChoiceLabel({ label, picture }: { label: Spoken; picture: string | undefined }) {
  return (
    <>
      {picture && <img className="choice-picture" src={picture} alt="" width="240" height="160" loading="lazy" />}
      <InLanguage spoken={label} />
    </>
  )
}

/** The steps with the words of its ends, and a way not to know. */
function scaleChoices({ form, ends }: Pick<SurveyQuestion, 'form' | 'ends'>, language: Language) {
  const steps = scaleSteps(form)
  const [least, most] = ends
  const end = (step: number) => (step === steps[0] ? least : step === steps.at(-1) ? most : undefined)
  return [
    ...steps.map((step) => {
      const said = end(step)
      return {
        value: String(step),
        label: (
          <>
            {step}
            {said && (
              <>
                {' – '}
                <InLanguage spoken={said} />
              </>
            )}
          </>
        ),
      }
    }),
    { value: dontKnow, label: <>{words(language).dontKnow}</> },
  ]
}

function Asked({ question, language }: { question: SurveyQuestion; language: Language }) {
  const word = words(language)
  return (
    <>
      <InLanguage spoken={question.wording} />
      {question.required && <span className="soft"> {word.mustBeAnswered}</span>}
    </>
  )
}

/** How it is answered, or nothing: an empty hint would be read aloud as silence. */
function hintOf(question: SurveyQuestion, language: Language): React.ReactNode | undefined {
  const word = words(language)
  const { kind, form, hint, choices, unit } = question
  const own = hint && <InLanguage spoken={hint} />
  const how =
    kind === 'lines'
      ? form.longest === undefined
        ? hint
          ? undefined
          : word.oneIdea
        : `${hint ? '' : `${word.oneIdea} `}${word.atMostSignsALine(form.longest)}`
      : kind === 'text'
        ? word.atMostSigns(form.longest ?? 5000)
        : kind === 'several'
          ? word.severalHow(form.least, form.most)
          : kind === 'ranking'
            ? word.rankHow(form.most ?? choices.length)
            : kind === 'number' && (form.least !== undefined || form.most !== undefined)
              ? word.numberHow(form.least, form.most)
              : undefined
  if (!own && !how && !unit) return undefined
  return (
    <>
      {own}
      {own && (how || unit) && ' '}
      {how}
      {unit && (
        <>
          {how && ' '}
          {word.unit} <InLanguage spoken={unit} />.
        </>
      )}
    </>
  )
}

/** A text that says which language it is in, for those who have it read aloud. */
export function InLanguage({ spoken }: { spoken: Spoken }) {
  return (
    <span lang={spoken.lang} dir={directionOf(spoken)}>
      {spoken.text}
    </span>
  )
}

/** The direction of a text that does not run as the page does. */
export function directionOf({ lang }: Spoken): 'rtl' | undefined {
  return languages[lang].dir === 'rtl' ? 'rtl' : undefined
}

function Paragraphs({ spoken }: { spoken: Spoken }) {
  return (
    <div lang={spoken.lang} dir={directionOf(spoken)}>
      {spoken.text.split(/\n+/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  )
}
