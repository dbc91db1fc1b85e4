import type { z } from 'zod'
import type { SentForm } from '#http/read-form'
import type { SurveyReading } from '../read-survey.ts'
import type { revisionForm } from '../schema.ts'

const fields = [
  'processId',
  'stepId',
  'groupId',
  'slug',
  'title',
  'titleEnglish',
  'kind',
  'information',
  'informationEnglish',
  'promise',
  'promiseEnglish',
  'contact',
  'legalBasis',
  'opensOn',
  'opensTime',
  'closesOn',
  'closesTime',
  'retention',
  'retentionYears',
  'draftDays',
] as const
// What a form without the field means by leaving it out.
const withDefault: ReadonlySet<string> = new Set(['opensTime', 'closesTime', 'retention', 'draftDays'])

/** The texts and times that a form was sent with. */
export function draftOf(form: SentForm): z.input<typeof revisionForm> {
  const sent = Object.fromEntries(fields.map((name) => [name, form.text(name) || (withDefault.has(name) ? undefined : '')]))
  return { ...sent, figuresWhileOpen: form.has('figuresWhileOpen'), dialogueId: form.text('dialogueId'), basis: form.text('basis') } as unknown as z.input<typeof revisionForm>
}

/** The same as the fields of their form. */
export function keptOf(dialogue: SurveyReading): Record<string, string> {
  const own = { ...dialogue, groupId: dialogue.group.id }
  return { ...Object.fromEntries(fields.map((name) => [name, String(own[name] ?? '')])), ...(dialogue.figuresWhileOpen && { figuresWhileOpen: 'ja' }) }
}
