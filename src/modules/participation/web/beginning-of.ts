import type { z } from 'zod'
import type { SentForm } from '#http/read-form'
import { builderProblems } from '../builder-words.ts'
import { dialogueKinds } from '../rules/dialogue-kind.ts'
import { inSwedishOnly, questionsOfTemplate, templates } from '../rules/dialogue-templates.ts'
import { keyOfWords } from '../rules/key-of-words.ts'
import type { copyForm } from '../schema.ts'

const fields = ['processId', 'stepId', 'groupId', 'title', 'titleEnglish', 'kind', 'opensOn', 'closesOn'] as const

/** What a new dialogue begins with: what is its own, and the questions of a template or the dialogue to copy. The address is made from the title when none is written. */
export function beginningOf(form: SentForm) {
  const sent = Object.fromEntries(fields.map((name) => [name, form.text(name)]))
  const slug = form.text('slug').trim() || keyOfWords(form.text('title'), new Set(['ny', 'forhandsvisning']), 'dialog')
  const template = templates.find((each) => each === form.text('begin')) ?? 'empty'
  const areas = form
    .text('areas')
    .split('\n')
    .map((area) => area.trim())
    .filter((area) => area !== '')
  const isBaseline = template === 'baseline'
  const isCopy = form.text('begin') === 'copy'
  const kind = dialogueKinds.find((each) => each === form.text('kind')) ?? 'survey'
  const questions = questionsOfTemplate(template, kind, areas)
  return {
    dialogue: { ...sent, slug } as Omit<z.input<typeof copyForm>, 'from'>,
    from: isCopy ? form.text('from') : undefined,
    // A survey in English is so altogether: without a title in English the questions of a template come in Swedish only, and nothing stands in the way of opening.
    questions: form.text('titleEnglish').trim() === '' ? questions.map(inSwedishOnly) : [...questions],
    problems: [
      ...(isBaseline && areas.length === 0 ? [{ field: 'areas', text: 'Skriv minst ett område' }] : []),
      ...(isBaseline && kind !== 'survey' ? [{ field: 'kind', text: builderProblems['only-lines'] ?? '' }] : []),
      ...(isCopy && form.text('from') === '' ? [{ field: 'from', text: 'Välj vilken dialog du vill kopiera' }] : []),
    ],
  }
}
