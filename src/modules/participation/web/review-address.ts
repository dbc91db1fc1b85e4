import type { ReviewWish } from '../read-review-queue.ts'

const verdicts = { vantar: 'waiting', visas: 'may-be-shown', 'visas-inte': 'withheld' } as const

/** What an address asks to see: whatever it doesn't say in our words is left out. */
export function wishIn(url: string): ReviewWish {
  const { searchParams } = new URL(url)
  const slug = (name: string) => /^[a-z0-9-]{1,60}$/.exec(searchParams.get(name) ?? '')?.[0]
  const verdict = verdicts[(searchParams.get('lage') ?? 'vantar') as keyof typeof verdicts] ?? 'waiting'
  const page = Number(/^\d{1,6}$/.exec(searchParams.get('sida') ?? '')?.[0] ?? 1)
  return { verdict, page, dialogue: slug('dialog'), group: slug('grupp') }
}

/** The address of a wish: a filter is a link that can be sent. */
export function addressOf({ verdict, page, dialogue, group }: ReviewWish): string {
  const words = Object.entries({
    lage: verdict === 'waiting' ? undefined : Object.entries(verdicts).find(([, each]) => each === verdict)?.[0],
    dialog: dialogue,
    grupp: group,
    sida: page > 1 ? String(page) : undefined,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
  return words.length === 0 ? '/arbete/granska' : `/arbete/granska?${words.join('&')}`
}
