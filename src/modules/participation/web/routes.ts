import { type RouteConfigEntry, relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const routes: RouteConfigEntry[] = [
  route('delta', './public-dialogues.tsx'),
  route('delta/:slug', './survey.tsx'),
  route('delta/:slug/fortsatt', './resume-answer.tsx'),
  route('delta/:slug/svar', './public-figures.tsx'),
  route('api', './api-page.tsx'),
  route('api/v1/openapi.json', './api-document.ts'),
  route('api/v1/dialogues', './api-dialogues.ts', { id: 'api-dialogues' }),
  route('api/v1/dialogues/:slug', './api-dialogues.ts', { id: 'api-dialogue' }),
  route('api/v1/dialogues/:slug/answers', './api-answers.ts'),
  route('api/v1/dialogues/:slug/figures', './api-figures.ts'),
  route('delta/forhandsvisning/:token', './shared-preview.tsx'),
  route('arbete/grupper', './groups.tsx'),
  route('arbete/dialoger', './dialogues.tsx'),
  route('arbete/dialoger/ny', './new-dialogue.tsx'),
  route('arbete/dialoger/:slug', './dialogue.tsx'),
  route('arbete/dialoger/:slug/siffror', './figures.tsx'),
  route('arbete/dialoger/:slug/vilka-saknas', './who-is-missing.tsx'),
  route('arbete/befolkning', './population.tsx'),
  route('arbete/dialoger/:slug/andra', './revise-draft.tsx'),
  route('arbete/dialoger/:slug/forhandsvisa', './preview.tsx'),
  route('arbete/dialoger/:slug/fragor/ny', './new-question.tsx'),
  route('arbete/dialoger/:slug/fragor/:key', './edit-question.tsx'),
  route('arbete/dialoger/:slug/fragor/:key/villkor', './condition.tsx'),
  route('arbete/dialoger/:slug/fragor/:key/ta-bort', './remove-question.tsx'),
  route('arbete/dialoger/:slug/fragor/:key/ratta', './correct-question.tsx'),
  route('arbete/dialoger/:slug/anteckning', './note.tsx'),
  route('arbete/granska', './review.tsx'),
  route('arbete/lasning', './readings.tsx'),
]
