import type { Role } from '#kernel/actor'
import type { Day } from '#kernel/day'
import * as store from './store.server.ts'
import type { organKinds } from './tables.ts'

export type ToldCast = {
  readonly municipality: string
  readonly organs: readonly { readonly key: string; readonly name: string; readonly kind: (typeof organKinds)[number]; readonly validFrom: Day }[]
  readonly people: readonly { readonly name: string; readonly email: string; readonly organ: string; readonly role: Role }[]
  readonly from: Day
}

/** Makes a demo municipality with its organs and people at once, for stories told afterwards. Throws when there is a municipality already. */
export async function storeCast(cast: ToldCast): Promise<{ organIds: Record<string, string>; personIds: Record<string, string> }> {
  const [organIds, personIds]: [Record<string, string>, Record<string, string>] = [{}, {}]
  await store.putMunicipality(cast.municipality, 'demo')
  for (const organ of cast.organs) organIds[organ.key] = (await store.putOrgan(organ))?.id ?? ''
  for (const { name, email, organ, role } of cast.people) {
    const person = await store.putPerson({ name, email })
    personIds[email] = person.id
    await store.putAssignment({ personId: person.id, organId: organIds[organ] ?? '', role, validFrom: cast.from })
  }
  return { organIds, personIds }
}
