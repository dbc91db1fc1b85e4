import { figureSaid, figuresOf, movedText, type PublishedFinding, readPublishedFindings, readThemeCourses } from '#analysis'
import type { Language } from '#ui/catalogue'
import { shownPhrases } from './compose-thread.ts'
import type { Picture } from './read-picture.ts'

/**
 * The published findings of the analysis that is released, in words, each with the themes of today that it rests on and the words of the vision that rest on them too.
 * Nothing before the step is published.
 */
export async function readShownFindings(picture: Picture, language: Language) {
  const { process, released, snapshot } = picture
  if (!released.analysis.released) return []
  const findings = await readPublishedFindings(process.id, released.analysis.at)
  const courses = await readThemeCourses(findings.flatMap(({ figures }) => figures.map(({ theme }) => theme)))
  const phrases = shownPhrases(picture)
  const resting = findings.map((finding) => ({ ...finding, themes: [...new Set(finding.figures.map(({ theme }) => courses.get(theme)?.at(-1) ?? theme))] }))
  return resting.map(({ documentId: _, figures, quotes, ...finding }) => ({
    ...finding,
    quotes: snapshot && isLater(snapshot, finding) ? quotes.filter(({ group }) => isShownIn(group, { figures }, snapshot, courses)) : quotes,
    phrases: phrases.filter(({ themes }) => themes.some((theme) => finding.themes.includes(theme))).map(({ id, text }) => ({ id, text })),
    figures: figures.map((figure) => ({ name: figure.name, group: figure.of === 'group' ? figure.groupName : null, text: figureSaid(figure, language) })),
    moved: snapshot && isLater(snapshot, finding) ? movedIn({ figures }, snapshot, courses, language) : [],
  }))
}

type Snapshot = NonNullable<Picture['snapshot']>

// Against the analysis that is public, never the codings of today: what is not published can't be told from what has moved.
function movedIn({ figures }: Pick<PublishedFinding, 'figures'>, { rows, groups }: Snapshot, courses: ReadonlyMap<string, readonly string[]>, language: Language): string[] {
  return figures.flatMap((then) => {
    const row = rowOf(courses.get(then.theme) ?? [then.theme], rows)
    const [now] = row ? figuresOf([row], groups, [{ theme: row.theme, group: then.of === 'group' ? then.group : null }]) : []
    return now ? (movedText(then, now, language) ?? []) : []
  })
}

function isLater({ frozenAt }: Snapshot, { publishedAt }: Pick<PublishedFinding, 'publishedAt'>): boolean {
  return Date.parse(frozenAt) > Date.parse(publishedAt)
}

// As on the page of a theme: what a group says is quoted where its word on the theme is shown. A quote of a hidden cell would tell what the cell keeps back.
function isShownIn(group: string, { figures }: Pick<PublishedFinding, 'figures'>, { rows, groups }: Snapshot, courses: ReadonlyMap<string, readonly string[]>): boolean {
  const key = groups.find(({ name }) => name === group)?.key
  return figures.some(({ theme }) => rowOf(courses.get(theme) ?? [theme], rows)?.cells.some((cell) => cell.group === key && cell.shown))
}

// What a theme was when the analysis was frozen: itself, or the first of those that have taken it over. One that took it over later has its own row.
function rowOf(course: readonly string[], rows: Snapshot['rows']): Snapshot['rows'][number] | undefined {
  const [was] = course.filter((theme) => rows.some(({ frozenAs }) => frozenAs === theme))
  return rows.find(({ frozenAs }) => frozenAs === was)
}
