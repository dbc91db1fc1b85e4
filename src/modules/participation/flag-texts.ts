import { flagRules, flagsOf } from './rules/flags.ts'
import * as store from './store.server.ts'

// Some tenths of a second's work: many more come only with a large file, and are read the next time.
const atOnce = 5_000

/** Points out what a person should look at in texts that have come since last. One statement when none have. */
export async function flagTexts(): Promise<void> {
  const unread = await store.listUnflagged(flagRules, atOnce)
  if (unread.length > 0)
    await store.putFlags(
      flagRules,
      unread.map(({ id, text, answeredIn }) => ({ id, kinds: flagsOf(text, answeredIn) })),
    )
}
