import { analyse } from './analysis.ts'
import { castPeople } from './cast.ts'
import { find } from './findings.ts'
import { followUp } from './followup.ts'
import { planGoals } from './goals.ts'
import { measure } from './measures.ts'
import { askWhatTheyThink } from './opinion.ts'
import { changePlan, frameProcess, publish } from './process.ts'
import { readCodebook, readSentences } from './sentences.ts'
import { transactionOf } from './transaction-of.ts'
import { decideVision } from './vision.ts'
import { askEverybody } from './voices.ts'

/**
 * Tells the story of the demo *Ånge, exempel* from the mandate to a judged goal, every act by its own role and on its own day.
 * All of it or nothing: in one transaction.
 */
export async function tellStory(voicesFolder: string): Promise<void> {
  const [codebook, sentences] = [readCodebook(voicesFolder), readSentences(voicesFolder)]
  await transactionOf(async () => {
    const cast = await castPeople()
    const { id: processId, stepIds } = await frameProcess(cast)
    const told = await askEverybody(cast, processId, stepIds, sentences)
    const themeIds = await analyse(cast, processId, codebook, told)
    await find(cast, processId, themeIds, told)
    await askWhatTheyThink(cast, processId, stepIds)
    await changePlan(cast, processId, stepIds)
    await publish(cast, stepIds, 'survey', '2020-12-07')
    await publish(cast, stepIds, 'analysis', '2021-06-03')
    const areaIds = await decideVision(cast, processId, themeIds)
    await publish(cast, stepIds, 'proposal', '2021-06-14')
    await publish(cast, stepIds, 'executive-decision', '2021-11-29')
    await publish(cast, stepIds, 'council-decision', '2021-11-29')
    const measures = await measure(cast)
    await publish(cast, stepIds, 'baseline', '2026-01-21')
    const planned = await planGoals(cast, processId, areaIds, measures)
    await publish(cast, stepIds, 'implementation', '2023-06-26')
    await followUp(cast, planned)
    await publish(cast, stepIds, 'followup', '2026-03-05')
  })
}
