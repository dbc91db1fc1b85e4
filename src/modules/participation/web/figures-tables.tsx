import type { ReactNode } from 'react'
import { formatNumber, formatShare } from '#ui/format'
import { ShareBar } from '#ui/share-bars'
import { SquareMap } from '#ui/square-map'
import { Table } from '#ui/table'
import { figureWords } from '../figure-words.ts'
import type { Language, Spoken } from '../rules/in-language.ts'
import type { PublicFigures, ShownCount } from '../rules/public-figures.ts'
import type { SurveyQuestion } from '../rules/spoken-question.ts'
import { InLanguage } from './question-field.tsx'

type Wishes = { readonly questions: readonly SurveyQuestion[]; readonly figures: readonly PublicFigures[]; readonly language: Language }

/** What was answered, question by question: how many answered, each option with its number and its share of those who did, and what may not be shown. */
export function FiguresTables({ questions, figures, language }: Wishes) {
  return figures.map((each) => {
    const question = questions.find(({ key }) => key === each.key)
    return question && <QuestionTables key={each.key} question={question} figures={each} language={language} />
  })
}

function QuestionTables({ question, figures, language }: { question: SurveyQuestion; figures: PublicFigures; language: Language }) {
  const word = figureWords(language)
  const { answered, responses, dontKnow, options, rows, ranking, numbers, ideas } = figures
  const known = answered === null ? null : answered - (question.kind === 'matrix' ? 0 : (dontKnow ?? 0))
  return (
    <section>
      <h2>
        <InLanguage spoken={question.wording} />
      </h2>
      <p className="soft">
        {answered === null ? word.tooFew : word.answered(formatNumber(answered, 0, language), formatNumber(responses, 0, language))}
        {answered !== null && question.kind === 'several' && ` ${word.several}`}
      </p>
      {options.length > 0 && answered !== null && (
        <Options
          caption={<InLanguage spoken={question.wording} />}
          of={known}
          options={options}
          dontKnow={question.kind === 'scale' ? dontKnow : undefined}
          labels={labelsOf(question, language)}
          language={language}
        />
      )}
      {question.map && options.some(({ key }) => question.map?.squares.some((square) => square.key === key)) && (
        <div aria-hidden="true">
          <SquareMap map={question.map}>
            {({ key }) => {
              const count = options.find((option) => option.key === key)?.count
              return count ? <span className="counted">{count}</span> : <span />
            }}
          </SquareMap>
        </div>
      )}
      {rows.map((row) => (
        <Options
          key={row.key}
          caption={<InLanguage spoken={question.rows.find(({ key }) => key === row.key)?.label ?? { text: row.key, lang: language }} />}
          of={row.answered === null ? null : row.answered - (row.dontKnow ?? 0)}
          options={row.options}
          dontKnow={row.dontKnow}
          labels={labelsOf(question, language)}
          language={language}
        />
      ))}
      {ranking.length > 0 && answered !== null && (
        <Table
          caption={<InLanguage spoken={question.wording} />}
          columns={[{ title: word.option }, { title: word.first, number: true }, { title: word.ranked, number: true }, { title: word.meanRank, number: true }]}
          rows={ranking.map(({ key, first, ranked, meanRank }) => [
            <Label key="label" of={key} labels={labelsOf(question, language)} />,
            shown(first, language),
            shown(ranked, language),
            meanRank === null ? '–' : formatNumber(meanRank, 1, language),
          ])}
        />
      )}
      {numbers && <p>{word.middle(formatNumber(numbers.median, 1, language), formatNumber(numbers.mean, 1, language))}</p>}
      {(question.kind === 'lines' || question.kind === 'text') && answered !== null && ideas !== null && <p>{word.ideas(formatNumber(ideas, 0, language))}</p>}
    </section>
  )
}

type OptionsWishes = {
  readonly caption: ReactNode
  readonly of: number | null
  readonly options: PublicFigures['options']
  readonly dontKnow: ShownCount | undefined
  readonly labels: ReadonlyMap<string, Spoken>
  readonly language: Language
}

function Options({ caption, of, options, dontKnow, labels, language }: OptionsWishes) {
  const word = figureWords(language)
  const row = (key: string, label: ReactNode, count: ShownCount, isPart: boolean) => {
    const share = isPart && count !== null && of !== null && of > 0 ? count / of : undefined
    return [
      label,
      shown(count, language),
      share === undefined ? (isPart ? '–' : word.notInShare) : formatShare(share, language),
      isPart ? <ShareBar key={key} share={share} /> : '',
    ]
  }
  return (
    <Table
      caption={caption}
      columns={[{ title: word.option }, { title: word.count, number: true }, { title: word.share, number: true }, { title: word.bar }]}
      rows={[
        ...options.map(({ key, count }) => row(key, <Label of={key} labels={labels} />, count, true)),
        ...(dontKnow === undefined ? [] : [row('vet ej', word.dontKnow, dontKnow, false)]),
      ]}
    />
  )
}

function Label({ of, labels }: { of: string; labels: ReadonlyMap<string, Spoken> }) {
  const spoken = labels.get(of)
  return spoken ? <InLanguage spoken={spoken} /> : of
}

function labelsOf({ choices, kind, ends, form }: SurveyQuestion, language: Language): ReadonlyMap<string, Spoken> {
  const word = figureWords(language)
  const labels = new Map(choices.map(({ key, label }) => [key, label]))
  labels.set('annat', { text: word.other, lang: language })
  if (kind === 'scale') {
    const [least, most] = ends
    if (least) labels.set(String(form.least ?? 1), { ...least, text: `${form.least ?? 1} – ${least.text}` })
    if (most) labels.set(String(form.most ?? 5), { ...most, text: `${form.most ?? 5} – ${most.text}` })
  }
  return labels
}

function shown(count: ShownCount, language: Language): string {
  return count === null ? figureWords(language).hidden : formatNumber(count, 0, language)
}
