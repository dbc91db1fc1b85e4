import { readThemes } from '#analysis'
import { listIndicators } from '#indicators'
import type { Original } from '#kernel/content'
import type { Moment } from '#kernel/moment'
import { terms } from '#kernel/terms'
import { type DialogueReading, listDialogues } from '#participation'
import { listPlans } from '#plans'
import { listProcesses } from '#process'
import type { Place } from '#translations'
import { readFocusAreas, readProposals } from '#vision'
import type { Kind } from './translation-words.ts'

/** Every text of the latest process that can be translated, each with where it stands. The same number of statements however many there are. */
export async function gatherTexts(now: Moment): Promise<Place[]> {
  const on = now.day
  const [process] = await listProcesses(on)
  if (!process) return []
  const dialogues = (await listDialogues(now)).filter(({ processId }) => processId === process.id)
  const [themes, proposals, areas] = [await readThemes({ processId: process.id }), await readProposals(process.id), await readFocusAreas(process.id)]
  const goals = (await listPlans(process.id)).flatMap((plan) => plan.goals)
  const indicators = await listIndicators()
  return [
    ...places('process', process.id, process.name, { name: process.name, promise: process.promise, purpose: process.purpose, mandate: process.mandate, follows: process.follows }),
    ...process.steps.flatMap(({ id, number, title, who, purpose, focus, insertedBecause, moves, closed }) =>
      places('steps', id, `${number} ${title}`, { title, who, purpose, focus, inserted: insertedBecause, moved: moves.at(-1)?.reason, leftOut: closed?.reason }),
    ),
    ...dialogues.flatMap((dialogue) => [
      ...places('dialogues', dialogue.id, dialogue.title, {
        title: { text: dialogue.title, given: { en: dialogue.titleEnglish } },
        information: { text: dialogue.information, given: { en: dialogue.informationEnglish } },
        promise: { text: dialogue.promise, given: { en: dialogue.promiseEnglish } },
        group: dialogue.group.name,
      }),
      ...dialogue.questions.flatMap((question) => places('dialogues', question.id, dialogue.title, textsOfQuestion(question))),
    ]),
    ...themes.flatMap(({ id, name, definition }) => places('themes', id, name, { name, definition })),
    ...proposals.flatMap((proposal) => [
      ...places('phrases', proposal.id, proposal.name, { name: proposal.name }),
      ...proposal.phrases.flatMap(({ id, text }) => places('phrases', id, proposal.name, { text })),
    ]),
    ...areas.flatMap(({ id, name, description }) => places('focus-areas', id, name, { name, description })),
    ...goals.flatMap(({ id, number, text, whyWeBelieve, activities }) => [
      ...places('goals', id, `${terms.goal.One} ${number}`, { text, whyWeBelieve }),
      ...activities.flatMap((activity) => places('goals', activity.id, `${terms.goal.One} ${number}`, { activity: activity.text })),
    ]),
    ...indicators.flatMap(({ id, name, influence, definitions }) => [
      ...places('indicators', id, name, { name, influence }),
      ...definitions.slice(-1).flatMap((definition) => places('indicators', definition.id, name, { title: definition.title, description: definition.description })),
    ]),
  ]
}

function places(kind: Kind, id: string, what: string, fields: Record<string, string | Original | null | undefined>): Place[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    const original = typeof value === 'string' ? { text: value } : value
    return original?.text ? [{ ...original, kind, what, place: `${kind}:${id}:${field}` }] : []
  })
}

/** What is written in a question, each under the name of its place: also the choices, by their keys. */
function textsOfQuestion({ wording, wordingEnglish, hint, hintEnglish, sectionHeading, sectionHeadingEnglish, form }: DialogueReading['questions'][number]) {
  const said = (text: string | null | undefined, english: string | null | undefined) => (text ? { text, given: { en: english ?? null } } : undefined)
  const choices = [...(form.choices ?? []), ...(form.rows ?? [])]
  return {
    wording: said(wording, wordingEnglish),
    hint: said(hint, hintEnglish),
    section: said(sectionHeading, sectionHeadingEnglish),
    least: said(form.leastLabel, form.leastLabelEnglish),
    most: said(form.mostLabel, form.mostLabelEnglish),
    unit: said(form.unit, form.unitEnglish),
    ...Object.fromEntries(choices.map(({ key, label, labelEnglish }) => [`choice-${key}`, said(label, labelEnglish)])),
  }
}
