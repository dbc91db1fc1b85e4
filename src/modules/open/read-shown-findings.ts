import { figureSaid, figuresOf, movedText, type PublishedFinding, readLastMethod, readPublishedFindings } from '#analysis'
import type { Language } from '#ui/catalogue'
import type { Picture } from './read-picture.ts'

/** The published findings of the analysis that is released, in words, and the method behind them. Nothing before the step is published. */
export async function readShownFindings({ process, released, snapshot }: Picture, language: Language) {
  if (!released.analysis.released) return { findings: [], method: undefined }
  const findings = await readPublishedFindings(process.id, released.analysis.at)
  return {
    findings: findings.map(({ documentId: _, figures, ...finding }) => ({
      ...finding,
      figures: figures.map((figure) => ({ name: figure.name, group: figure.of === 'group' ? figure.groupName : null, text: figureSaid(figure, language) })),
      moved: snapshot && Date.parse(snapshot.frozenAt) > Date.parse(finding.publishedAt) ? movedIn({ figures }, snapshot, language) : [],
    })),
    method: (await readLastMethod(process.id, released.analysis.at))?.sha256,
  }
}

// Against the analysis that is public, never the codings of today: what is not published can't be told from what has moved.
function movedIn({ figures }: Pick<PublishedFinding, 'figures'>, { rows, groups }: NonNullable<Picture['snapshot']>, language: Language): string[] {
  return figures.flatMap((then) => {
    const [now] = figuresOf(rows, groups, [{ theme: then.theme, group: then.of === 'group' ? then.group : null }])
    return now ? (movedText(then, now, language) ?? []) : []
  })
}
