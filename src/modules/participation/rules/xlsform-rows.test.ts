import { describe, expect, test } from 'vitest'
import { type AskedInForm, xlsFormOf } from './xlsform-rows.ts'

const asked = (key: string, kind: AskedInForm['kind'], more: Partial<AskedInForm> = {}): AskedInForm => ({
  ...{ id: key, key, kind, wording: `Om ${key}`, wordingEnglish: `About ${key}`, hint: null, hintEnglish: null },
  ...{ required: false, maxLines: 3, form: {}, showIf: null, sectionHeading: null, sectionHeadingEnglish: null, ...more },
})
const choices = [
  { key: 'skog', label: 'Skog', labelEnglish: 'Forest' },
  { key: 'inget', label: 'Inget', labelEnglish: null, alone: true },
]
const form = (...questions: AskedInForm[]) => xlsFormOf({ slug: 'orten', title: 'Orten', version: 2 }, questions)
const rowOf = (name: string, ...questions: AskedInForm[]) => form(...questions).survey.find((row) => row[1] === name)
const ref = (name: string) => `\${${name}}`

describe('an XLSForm', () => {
  test('has its headings, its languages and its settings', () => {
    const { survey, choices: lists, settings } = form(asked('bor', 'one', { form: { choices } }))
    expect(survey[0]).toEqual([
      ...['type', 'name', 'label::Svenska (sv)', 'label::English (en)', 'hint::Svenska (sv)', 'hint::English (en)', 'required', 'relevant', 'appearance', 'constraint'],
    ])
    expect(survey[1]?.slice(0, 4)).toEqual(['select_one bor', 'bor', 'Om bor', 'About bor'])
    expect(lists).toContainEqual(['bor', 'skog', 'Skog', 'Forest'])
    expect(settings[1]).toEqual(['Orten', 'orten', '2', 'Svenska (sv)'])
  })
  test('says the kinds, what goes with a choice and the bounds', () => {
    expect(rowOf('gillar', asked('gillar', 'several', { form: { choices, other: true, most: 2 } }))).toEqual([
      ...['select_multiple gillar or_other', 'gillar', 'Om gillar', 'About gillar', null, null, null, null, null],
      "count-selected(.) <= 2 and not(selected(., 'inget') and count-selected(.) > 1)",
    ])
    expect(rowOf('ar', asked('ar', 'number', { required: true, form: { whole: false, least: 0 } }))).toEqual(expect.arrayContaining(['decimal', 'yes', '. >= 0']))
    expect(rowOf('dag', asked('dag', 'date', { form: { latest: '2026-01-31' } }))).toEqual(expect.arrayContaining(['date', ". <= date('2026-01-31')"]))
    expect(rowOf('ord', asked('ord', 'information'))?.[0]).toBe('note')
    expect(rowOf('rang', asked('rang', 'ranking', { form: { choices } }))?.[0]).toBe('rank rang')
  })
  test('makes a matrix a group of one question a row, with Vet ej', () => {
    const { survey, choices: lists } = form(asked('betyg', 'matrix', { required: true, form: { choices, rows: [{ key: 'vag-ett', label: 'Väg 1', labelEnglish: null }] } }))
    expect(survey.slice(1).map(([type, name]) => [type, name])).toEqual([
      ['begin_group', 'betyg'],
      ['select_one betyg', 'betyg__vag_ett'],
      ['end_group', ''],
    ])
    expect(lists).toContainEqual(['betyg', 'vet-ej', 'Vet ej', 'Don’t know'])
  })
  test('makes parts groups, and conditions relevance by names that XPath can read', () => {
    const showIf = {
      match: 'any' as const,
      conditions: [
        { question: 'vad-gillar', is: 'one-of' as const, values: ['skog', 'inget'] },
        { question: 'vad-gillar', is: 'at-least' as const, value: 2 },
        { question: 'nojd', is: 'not-answered' as const },
      ],
    }
    const questions = [asked('vad-gillar', 'several', { form: { choices } }), asked('nojd', 'scale'), asked('mer', 'text', { sectionHeading: 'Mer', showIf })]
    const { survey } = form(...questions)
    expect(survey.map(([type]) => type).slice(1)).toEqual(['begin_group', 'select_multiple vad_gillar', 'select_one nojd', 'end_group', 'begin_group', 'text', 'end_group'])
    expect(rowOf('mer', ...questions)?.[7]).toBe(
      `(selected(${ref('vad_gillar')}, 'skog') or selected(${ref('vad_gillar')}, 'inget')) or (count-selected(${ref('vad_gillar')}) >= 2) or ${ref('nojd')} = ''`,
    )
  })
  test('says what it can’t say', () => {
    expect(form(asked('tycker', 'lines'), asked('var', 'place'), asked('ar', 'number', { form: { unit: 'år' } })).unsaid).toEqual([
      { key: 'tycker', what: 'one-idea-a-line' },
      { key: 'var', what: 'place-without-list' },
      { key: 'ar', what: 'unit' },
    ])
  })
})
