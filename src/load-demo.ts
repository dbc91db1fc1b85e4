import { join } from 'node:path'
import { projectFolder } from '#db/project-folder'
import { tellStory } from '../seeds/ange/tell-story.ts'

/** Loads the demo into an empty database. */
export async function loadDemo(): Promise<void> {
  await tellStory(join(projectFolder(import.meta.url), 'seeds/ange/voices'))
}
