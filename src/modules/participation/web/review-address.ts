import type { ReviewState, ReviewWish } from '../read-review-queue.ts'
import type { FlagKind } from '../rules/flags.ts'

const states: Readonly<Record<string, ReviewState>> = { alla: 'all', vantar: 'waiting', visas: 'may-be-shown', maskerade: 'masked', 'visas-inte': 'withheld' }
const flags: Readonly<Record<string, FlagKind>> = {
  hot: 'threat',
  'grova-ord': 'insult',
  personnummer: 'personal-number',
  telefon: 'phone',
  'e-post': 'email',
  adress: 'address',
  namn: 'name',
  registreringsnummer: 'plate',
  lank: 'link',
  'annat-sprak': 'language',
}

/** What an address asks to see: whatever it doesn't say in our words is left out. */
export function wishIn(url: string): ReviewWish {
  const { searchParams } = new URL(url)
  const slug = (name: string) => /^[a-z0-9-]{1,60}$/.exec(searchParams.get(name) ?? '')?.[0]
  const own = <Value>(words: Readonly<Record<string, Value>>, name: string) => {
    const word = searchParams.get(name) ?? ''
    return Object.hasOwn(words, word) ? words[word] : undefined
  }
  const page = Number(/^\d{1,6}$/.exec(searchParams.get('sida') ?? '')?.[0] ?? 1)
  return { state: own(states, 'lage') ?? 'waiting', flag: own(flags, 'varning'), page, dialogue: slug('dialog'), group: slug('grupp') }
}

/** The address of a wish: a filter is a link that can be sent. */
export function addressOf({ state, flag, page, dialogue, group }: ReviewWish): string {
  const said = <Value>(words: Readonly<Record<string, Value>>, value: Value | undefined) => Object.entries(words).find(([, each]) => each === value)?.[0]
  const words = Object.entries({
    lage: state === 'waiting' ? undefined : said(states, state),
    varning: said(flags, flag),
    dialog: dialogue,
    grupp: group,
    sida: page > 1 ? String(page) : undefined,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
  return words.length === 0 ? '/arbete/granska' : `/arbete/granska?${words.join('&')}`
}
