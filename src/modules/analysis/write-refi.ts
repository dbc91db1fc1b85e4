import { fileFormats } from '#participation'
import { guidOf, guidOfKind } from './guid-of.ts'
import { describeCode } from './rules/code-description.ts'
import { dimensionName } from './rules/dimensions.ts'
import { charactersBefore } from './rules/text-places.ts'
import { type Placed, themesInTree } from './rules/theme-tree.ts'

type Theme = Placed & Record<'name' | 'definition' | 'whenToUse' | 'whenNot' | 'examples' | 'slug', string> & { readonly isCodable: boolean; readonly tested?: string | undefined }
type Memo = { readonly id: string; readonly text: string; readonly statementId: string | null; readonly themeId: string | null }
type Coding = {
  readonly id: string
  readonly themeId: string
  readonly stance: string | null
  readonly suggestion: string
  readonly spanFrom: number | null
  readonly spanTo: number | null
  /** The coder's number. */
  readonly coder: number
}
type Quote = { readonly id: string; readonly spanFrom: number | null; readonly spanTo: number | null; readonly why: string }
export type ExchangedSource = {
  readonly id: string
  readonly name: string
  readonly group: string
  readonly question: string
  readonly text: string
  /** Why it was set aside as brus. */
  readonly aside: string | null
  readonly quotes: readonly Quote[]
  readonly codings: readonly Coding[]
}
export type ExchangedProject = {
  readonly processId: string
  readonly name: string
  readonly themes: readonly Theme[]
  readonly memos: readonly Memo[]
  readonly sources: readonly ExchangedSource[]
}

const { inXml } = fileFormats
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** The notes that say what a coding has besides its code, for which the standard has no place. */
export const noteOfStance = (stance: string) => guidOf(`stance ${stance}`)
export const noteOfSuggestion = (suggestion: string) => guidOf(`suggestion ${suggestion}`)
/** A dimension has no identity of its own; it is the same code in every file. */
export const codeOfDimension = (key: string) => guidOf(`dimension ${key}`)

/** What the sets and the places are called that hold what the standard has no place for, for people and for tools that give new guids. */
export const [setAsideName, quoteName] = ['Lagda åt sidan som brus', 'Citatkorgen']

/** A codebook as REFI-QDA has it (`.qdc`). */
export function writeCodebook(themes: readonly Theme[]): string {
  return `${declaration}<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Samsyn">${codesXml(themes, [])}</CodeBook>\n`
}

/**
 * A dimension is a code at the top that nothing is coded as, and not a set: a set is flat, and most tools leave sets out, while all of them keep the tree.
 */
function codesXml(themes: readonly Theme[], memos: readonly Memo[]): string {
  const inTree = themesInTree(themes)
  const partsOf = Map.groupBy(inTree, ({ parentId }) => parentId)
  const code = (theme: Theme): string =>
    element(
      'Code',
      { guid: theme.id, name: theme.name, isCodable: String(theme.isCodable) },
      textElement('Description', describeCode(theme)),
      ...memos.filter(({ themeId }) => themeId === theme.id).map(({ id }) => reference('NoteRef', id)),
      ...(partsOf.get(theme.id) ?? []).map(code),
    )
  const known = new Set(themes.map(({ id }) => id))
  const tops = inTree.filter(({ parentId }) => parentId === null || !known.has(parentId))
  const dimensions = [...Map.groupBy(tops, ({ dimension }) => dimension)].map(([key, top]) =>
    element('Code', { guid: codeOfDimension(key), name: dimensionName(key), isCodable: 'false' }, ...top.map(code)),
  )
  return element('Codes', {}, ...dimensions)
}

/** The project.qde of a project (`.qdpx`), piece by piece. Places are in characters (code points) of the text in its own file. */
export function* writeProject({ processId, name, themes, memos, sources }: ExchangedProject): Generator<string> {
  const user = (coder: number) => guidOf(`${processId} coder ${coder}`)
  const coders = [...new Set(sources.flatMap(({ codings }) => codings.map(({ coder }) => coder)))].sort((one, other) => one - other)
  const [group, question] = [guidOf(`${processId} group`), guidOf(`${processId} question`)]
  yield `${declaration}<Project xmlns="urn:QDA-XML:project:1.0" name="${inXml(name)}" origin="Samsyn">`
  yield element('Users', {}, ...coders.map((coder) => element('User', { guid: user(coder), name: `Kodare ${coder}` })))
  yield element('CodeBook', {}, codesXml(themes, memos))
  yield element(
    'Variables',
    {},
    ...[[group, 'Grupp'] as const, [question, 'Fråga'] as const].map(([guid, said]) => element('Variable', { guid, name: said, typeOfVariable: 'Text' })),
  )
  yield '<Cases>'
  // What a group said on a question is one case: an answer is never put together with the others of the same person.
  for (const [, same] of Map.groupBy(sources, (source) => JSON.stringify([source.group, source.question]))) {
    const [first] = same
    if (!first) continue
    const value = (variable: string, text: string) => element('VariableValue', {}, reference('VariableRef', variable), textElement('TextValue', text))
    yield element(
      'Case',
      { guid: guidOf(`${processId} case ${first.group} ${first.question}`), name: `${first.group}: ${first.question}` },
      value(group, first.group),
      value(question, first.question),
      ...same.map(({ id }) => reference('SourceRef', id)),
    )
  }
  yield '</Cases><Sources>'
  const memosOn = Map.groupBy(memos, ({ statementId }) => statementId)
  for (const source of sources) yield sourceXml(source, memosOn.get(source.id) ?? [], user)
  yield '</Sources>'
  yield element('Notes', {}, ...[...fixedNotes, ...memos.map(({ id, text }) => [id, 'Minnesanteckning', text] as const)].map(noteXml))
  const sets = [...Map.groupBy(sources, ({ aside }) => aside)].flatMap(([reason, same]) => (reason === null ? [] : [setXml(guidOf(`${processId} aside ${reason}`), reason, same)]))
  if (sets.length > 0) yield element('Sets', {}, ...sets)
  for (const { id, statementId, themeId } of memos) if (statementId === null && themeId === null) yield reference('NoteRef', id)
  yield '</Project>\n'
}

/** What was set aside for the same reason is a set, which says why. */
function setXml(identity: string, reason: string, sources: readonly ExchangedSource[]): string {
  return element('Set', { guid: guidOfKind('aside', identity), name: setAsideName }, textElement('Description', reason), ...sources.map(({ id }) => reference('MemberSource', id)))
}

function sourceXml({ id, name, text, codings, quotes }: ExchangedSource, memos: readonly Memo[], user: (coder: number) => string): string {
  const codingXml = ({ id: guid, themeId, stance, suggestion, coder }: Coding) =>
    element(
      'Coding',
      { guid, creatingUser: user(coder) },
      reference('CodeRef', themeId),
      ...(stance === null ? [] : [reference('NoteRef', noteOfStance(stance))]),
      ...(suggestion === 'none' ? [] : [reference('NoteRef', noteOfSuggestion(suggestion))]),
    )
  const spans = codings.flatMap((coding) => {
    const { id: codingId, spanFrom, spanTo, coder } = coding
    if (spanFrom === null || spanTo === null) return []
    const [startPosition, endPosition] = [charactersBefore(text, spanFrom), charactersBefore(text, spanTo)]
    const places = { startPosition: String(startPosition), endPosition: String(endPosition) }
    return [
      element('PlainTextSelection', { guid: guidOf(`span of ${codingId}`), name: `${startPosition}–${endPosition}`, ...places, creatingUser: user(coder) }, codingXml(coding)),
    ]
  })
  return element(
    'TextSource',
    { guid: id, name, plainTextPath: `internal://${id}.txt` },
    ...spans,
    ...quotes.map((quote) => quoteXml(quote, text)),
    ...codings.filter(({ spanFrom }) => spanFrom === null).map(codingXml),
    ...memos.map((memo) => reference('NoteRef', memo.id)),
  )
}

/** A quote of the basket is a place that nothing is coded at, with why it was chosen. */
function quoteXml({ id, spanFrom, spanTo, why }: Quote, text: string): string {
  const [startPosition, endPosition] = [String(charactersBefore(text, spanFrom ?? 0)), String(charactersBefore(text, spanTo ?? text.length))]
  return element('PlainTextSelection', { guid: guidOfKind('quote', id), name: quoteName, startPosition, endPosition }, textElement('Description', why))
}

const fixedNotes = [
  [noteOfStance('keep'), 'Hållning: Bevara', 'Vill bevara.'],
  [noteOfStance('leave'), 'Hållning: Lämna', 'Vill lämna.'],
  [noteOfStance('want'), 'Hållning: Önska', 'Önskar.'],
  [noteOfSuggestion('hidden'), 'Förslag: dolt', 'Ett förslag fanns, men kodaren såg det inte.'],
  [noteOfSuggestion('seen'), 'Förslag: sett', 'Kodaren såg ett förslag.'],
  [noteOfSuggestion('in-bulk'), 'Förslag: flera på en gång', 'Förslaget godtogs tillsammans med andra.'],
] as const

function noteXml([guid, name, text]: readonly [string, string, string]): string {
  return element('Note', { guid, name }, textElement('PlainTextContent', text))
}
function reference(name: string, targetGUID: string): string {
  return element(name, { targetGUID })
}
function textElement(name: string, text: string): string {
  return `<${name}>${inXml(text)}</${name}>`
}
function element(name: string, attributes: Readonly<Record<string, string>>, ...inside: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${inXml(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`)
  return inside.length === 0 ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside.join('')}</${name}>`
}
