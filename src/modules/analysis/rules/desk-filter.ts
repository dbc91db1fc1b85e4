/** What a coder looks at. What is not there is not narrowed. */
export type DeskFilter = {
  readonly state: DeskState
  readonly source?: string
  readonly group?: string
  readonly place?: string
  readonly question?: string
  readonly theme?: string
  readonly sought?: string
  /** A statement that the others are like. */
  readonly alike?: string
}
export const deskStates = ['uncoded', 'coded', 'aside', 'differing', 'any'] as const
export type DeskState = (typeof deskStates)[number]

/** What there is to choose from, as it was read from the material and the codebook. */
export type DeskChoices = Readonly<Record<'sources' | 'groups' | 'places' | 'questions' | 'themes', ReadonlySet<string>>> & {
  readonly statements: Pick<ReadonlySet<string>, 'has'>
  readonly differing: boolean
}

const names = { source: 'kanal', group: 'grupp', place: 'plats', question: 'fraga', theme: 'tema', sought: 'sok', alike: 'likt' } as const
const stateNames: Readonly<Record<DeskState, string>> = { uncoded: 'okodat', coded: 'kodat', aside: 'undan', differing: 'olika', any: 'allt' }
const longest = 200

/**
 * Reads the filter of an address. What is none of the choices is left out, so that no forged value reaches further. Without a word of which state, what is
 * not coded is shown; of what is like a statement all; with a theme never what isn't coded, for what has one is.
 */
export function filterOf(address: URLSearchParams, choices: DeskChoices): DeskFilter {
  const among = (name: keyof typeof names, known: Pick<ReadonlySet<string>, 'has'>) => {
    const value = address.get(names[name]) ?? ''
    return known.has(value) ? { [name]: value } : {}
  }
  const said = deskStates.find((state) => stateNames[state] === address.get('lage') && (state !== 'differing' || choices.differing))
  const sought = (address.get(names.sought) ?? '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .toWellFormed()
    .trim()
    .slice(0, longest)
  const [theme, alike] = [among('theme', choices.themes), among('alike', choices.statements)]
  const state = said ?? (alike.alike ? 'any' : 'uncoded')
  return {
    state: theme.theme && state === 'uncoded' ? 'any' : state,
    ...among('source', choices.sources),
    ...among('group', choices.groups),
    ...among('place', choices.places),
    ...among('question', choices.questions),
    ...theme,
    ...alike,
    ...(sought && { sought }),
  }
}

/** The filter as an address says it, with what more the address is to say. */
export function addressOf(path: string, filter: DeskFilter, more: Readonly<Record<string, string>> = {}): string {
  const pairs = new URLSearchParams()
  for (const [key, name] of Object.entries(names) as [keyof typeof names, string][]) if (filter[key]) pairs.set(name, filter[key])
  if (filter.state !== (filter.theme || filter.alike ? 'any' : 'uncoded')) pairs.set('lage', stateNames[filter.state])
  for (const [name, value] of Object.entries(more)) pairs.set(name, value)
  return pairs.size > 0 ? `${path}?${pairs}` : path
}

/** How the states are named in an address, for the form. */
export const stateValue = (state: DeskState): string => stateNames[state]

const identity = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The statement that an address names; what can't be one is as if it weren't there. */
export function statementIn(address: URLSearchParams, name: string): string | undefined {
  const value = address.get(name) ?? ''
  return identity.test(value) ? value.toLowerCase() : undefined
}
