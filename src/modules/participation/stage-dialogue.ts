import { noonOf } from '#http/clock'
import { useInstallationSecret } from '#http/secret'
import type { Actor } from '#kernel/actor'
import { day } from '#kernel/day'
import type { Refused, Result } from '#kernel/result'
import { mintActor, storeCast } from '#people'
import { createProcess, listProcesses } from '#process'
import { createDialogue } from './create-dialogue.ts'
import { createGroup } from './create-group.ts'
import { openDialogue } from './open-dialogue.ts'

export type Stage = {
  readonly leader: Actor
  readonly analyst: Actor
  readonly auditor: Actor
  readonly secretary: Actor
  readonly processId: string
  readonly stepId: string
  readonly residents: string
  readonly staff: string
  readonly survey: StagedDialogue
  readonly notes: StagedDialogue
}
export type StagedDialogue = { readonly id: string; readonly slug: string; readonly questionIds: readonly string[] }

const before = day('2019-01-01')
const made = noonOf(day('2020-09-30'))
const common = {
  legalBasis: 'Uppgift av allmänt intresse',
  information: 'Vad, varför och hur länge.',
  promise: 'Svaren läses av alla som beslutar.',
  contact: 'Växeln',
  opensOn: '2020-10-05',
  closesOn: '2020-11-29',
}

/**
 * Sets the stage of a test: a municipality with its people, a process, two groups, an open survey with two questions about the
 * place, and an open dialogue for notes with one about the place and one about the workplace. For tests only.
 */
export async function stageDialogue(): Promise<Stage> {
  useInstallationSecret('the secret of the stage, that nobody else has')
  const roles = ['process-leader', 'analyst', 'auditor', 'secretary'] as const
  const people = roles.map((role) => ({ name: role, email: `${role}@example.se`, organ: 'ks', role }))
  const cast = await storeCast({ municipality: 'Provinge', organs: [{ key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board', validFrom: before }], people, from: before })
  const [leader, analyst, auditor, secretary] = await Promise.all(people.map(({ email }) => mintActor(cast.personIds[email] ?? '', before)))
  if (!leader || !analyst || !auditor || !secretary) throw new Error('The cast has no actors.')
  const { id: processId } = await grantedBy(
    createProcess(
      leader,
      {
        name: 'Visionen',
        slug: 'visionen',
        purpose: 'Att välja',
        mandate: 'Kommunstyrelsen',
        mandatedOn: '2019-10-08',
        promise: 'Ni blir hörda',
        fromDay: '2020-01-01',
        toDay: '2021-12-31',
      },
      made,
    ),
  )
  const stepId = (await listProcesses(made.day))[0]?.steps.find(({ key }) => key === 'survey')?.id ?? ''
  const { id: residents } = await grantedBy(createGroup(leader, { processId, key: 'invanare', name: 'Invånare', unit: 'persons' }, made))
  const { id: staff } = await grantedBy(createGroup(leader, { processId, key: 'medarbetare', name: 'Medarbetare', unit: 'notes', size: '1000' }, made))
  const survey = await grantedBy(
    createDialogue(
      leader,
      {
        ...common,
        processId,
        stepId,
        groupId: residents,
        kind: 'survey',
        slug: 'din-framtid',
        title: 'Din framtid här',
        titleEnglish: 'Your future here',
        questions: [
          { wording: 'Vad är bra och ska finnas kvar?', wordingEnglish: 'What is good and should stay?', stance: 'keep', maxLines: 3 },
          { wording: 'Vad saknas i dag?', wordingEnglish: 'What is missing today?', stance: 'want', maxLines: 3 },
        ],
      },
      made,
    ),
  )
  const notes = await grantedBy(
    createDialogue(
      leader,
      {
        ...common,
        processId,
        stepId,
        groupId: staff,
        kind: 'notes',
        slug: 'gruppsamtal',
        title: 'Gruppsamtal',
        questions: [
          { wording: 'Hur beskriver du orten?', stance: null, axis: 'place' },
          { wording: 'Hur vill du må på jobbet?', stance: null, axis: 'workplace' },
        ],
      },
      made,
    ),
  )
  for (const { id } of [survey, notes]) await grantedBy(openDialogue(leader, { dialogueId: id }, made))
  return { leader, analyst, auditor, secretary, processId, stepId, residents, staff, survey, notes }
}

/** What was granted; a refusal is a fault in the test. */
export async function grantedBy<Value>(act: Promise<Result<Value, Refused>>): Promise<Value> {
  const result = await act
  if (!result.granted) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}
