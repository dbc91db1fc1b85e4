import type { Actor } from '#kernel/actor'
import { day } from '#kernel/day'
import { mintActor, storeCast } from '#people'

/** The people of the demo. All are invented; the surname says so. */
const people = [
  { key: 'leader', name: 'Pia Exempel', email: 'pia@ange.example', organ: 'forvaltning', role: 'process-leader' },
  { key: 'analyst', name: 'Anders Exempel', email: 'anders@ange.example', organ: 'forvaltning', role: 'analyst' },
  { key: 'coder', name: 'Noor Exempel', email: 'noor@ange.example', organ: 'forvaltning', role: 'analyst' },
  { key: 'secretary', name: 'Sara Exempel', email: 'sara@ange.example', organ: 'ks', role: 'secretary' },
  { key: 'controller', name: 'Kim Exempel', email: 'kim@ange.example', organ: 'ks', role: 'controller' },
  { key: 'responsible', name: 'Rut Exempel', email: 'rut@ange.example', organ: 'ks', role: 'responsible' },
  { key: 'auditor', name: 'Eva Exempel', email: 'eva@ange.example', organ: 'kf', role: 'auditor' },
  { key: 'administrator', name: 'Ali Exempel', email: 'ali@ange.example', organ: 'forvaltning', role: 'administrator' },
] as const

/** The organs, named as the municipality names them. */
const organs = [
  { key: 'kf', name: 'Kommunfullmäktige', kind: 'council' },
  { key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board' },
  { key: 'ksau', name: 'Kommunstyrelsens arbetsutskott', kind: 'committee' },
  { key: 'tn', name: 'Tekniska nämnden', kind: 'board' },
  { key: 'un', name: 'Utbildningsnämnden', kind: 'board' },
  { key: 'sn', name: 'Socialnämnden', kind: 'board' },
  { key: 'forvaltning', name: 'Kommunförvaltningen', kind: 'administration' },
  { key: 'afa', name: 'Ånge Fastighets & Industri AB', kind: 'company' },
  { key: 'energi', name: 'Ånge Energi AB', kind: 'company' },
] as const

export type Cast = { readonly [Key in (typeof people)[number]['key']]: Actor } & { readonly organ: { readonly [Key in (typeof organs)[number]['key']]: string } }

// Before the first act of the story, so that everybody holds their assignment all the way through.
const before = day('2019-01-01')

/** Makes the municipality of the demo, its organs and the people who act in the story. */
export async function castPeople(): Promise<Cast> {
  const made = await storeCast({
    municipality: 'Ånge, exempel',
    organs: organs.map((organ) => ({ ...organ, validFrom: before })),
    people: people.map(({ name, email, organ, role }) => ({ name, email, organ, role })),
    from: before,
  })
  const actors = {} as Record<(typeof people)[number]['key'], Actor>
  for (const { key, email } of people) {
    const actor = await mintActor(made.personIds[email] ?? '', before)
    if (!actor) throw new Error(`${key} has no assignment.`)
    actors[key] = actor
  }
  return { ...actors, organ: made.organIds as Cast['organ'] }
}
