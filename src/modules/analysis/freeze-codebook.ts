import { freezeDocument } from '#documents'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayEditTheme } from './access.ts'
import { readCodebook } from './read-codebook.ts'
import { dimensionName } from './rules/dimensions.ts'
import { codebookFreezingForm } from './schema.ts'
import * as store from './store.server.ts'
import { type Mark, testedSaid } from './weak-words.ts'

/** Freezes the codebook as it reads now, so that what is coded by it can be explained afterwards. Refuses `empty-codebook`. */
export const freezeCodebook = command(mayEditTheme, codebookFreezingForm, async ({ input: { processId, note }, actor, now, record }) => {
  await store.lockCodebook(processId)
  const { themes } = await readCodebook(processId)
  if (themes.length === 0) return refused({ refused: 'empty-codebook' })
  const number = (await store.lastCodebookVersion(processId)) + 1
  const content = {
    title: `Kodbok ${number}`,
    subtitle: note,
    blocks: [...new Set(themes.map(({ dimension }) => dimension))].flatMap((dimension) => [
      { heading: dimensionName(dimension) },
      {
        table: {
          caption: `Koder i ${dimensionName(dimension)}`,
          head: ['Kod', 'Vad det är', 'När den används', 'När den inte används', 'Exempel'],
          rows: themes
            .filter((theme) => theme.dimension === dimension)
            .map((theme) => [`${'– '.repeat(theme.depth)}${testedName(theme)}`, theme.definition, theme.whenToUse, theme.whenNot, theme.examples]),
        },
      },
    ]),
    data: {
      number,
      themes: themes.map(({ id, slug, name, definition, whenToUse, whenNot, examples, dimension, parentId, isCodable, revision, isWeak, isUnreckoned, apart }) => ({
        ...{
          id,
          slug,
          name,
          definition,
          whenToUse,
          whenNot,
          examples,
          dimension,
          parentId,
          isCodable,
          revision,
          isWeak,
          ...(isUnreckoned && { isUnreckoned }),
          ...(apart && { apart }),
        },
      })),
    },
  }
  const document = await freezeDocument({ kind: 'codebook', subject: { kind: 'process', id: processId, version: number }, content, now })
  await store.putCodebookVersion({ processId, number, note, documentId: document.id, frozenBy: actor.person, frozenAt: now.at })
  await record('codebook-frozen', { kind: 'document', id: document.id }, note)
  return granted({ number, sha256: document.sha256 })
})

function testedName({ name, ...mark }: Mark & { readonly name: string }): string {
  const said = testedSaid(mark)
  return said ? `${name} (${said})` : name
}
