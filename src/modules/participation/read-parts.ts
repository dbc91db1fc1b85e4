import type { Moment } from '#kernel/moment'
import { withQuestions } from './read-survey.ts'
import { isUndisclosed } from './rules/match-background.ts'
import { choicesNamed } from './rules/question.ts'
import * as store from './store.server.ts'

export type PartsReading = { readonly groupId: string; readonly of: 'age' | 'place'; readonly levels: readonly { readonly key: string; readonly label: string }[] }

/** By what the groups of a process can be divided: the ages and places that they were asked for, in the order of the choices; a draft asks nobody. Three or four statements. */
export async function readParts(processId: string, now: Moment): Promise<PartsReading[]> {
  const dialogues = (await withQuestions(await store.listDialogueRows({ processId }), now)).filter(({ state }) => state !== 'draft')
  return [...Map.groupBy(dialogues, ({ group }) => group.id)].flatMap(([groupId, ofGroup]) =>
    (['age', 'place'] as const).flatMap((of) => {
      const choices = ofGroup.flatMap(({ questions }) => questions.filter(({ background }) => background === of)).flatMap(choicesNamed)
      const levels = new Map(choices.filter((choice) => !isUndisclosed(choice)).map(({ key, label }) => [key, label]))
      return levels.size === 0 ? [] : [{ groupId, of, levels: [...levels].map(([key, label]) => ({ key, label })) }]
    }),
  )
}
