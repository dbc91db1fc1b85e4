import { type RouteConfigEntry, relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const routes: RouteConfigEntry[] = [
  route('delta', './public-dialogues.tsx'),
  route('delta/:slug', './survey.tsx'),
  route('delta/:slug/kod', './enter-code.tsx', { id: 'enter-code-of' }),
  route('k', './enter-code.tsx', { id: 'enter-code' }),
  route('k/:code', './code-link.ts'),
  route('delta/:slug/klass', './one-device.tsx', { id: 'class' }),
  route('delta/:slug/kiosk', './one-device.tsx', { id: 'kiosk' }),
  route('delta/:slug/sparas', './stored-here.tsx'),
  route('delta/:slug/fortsatt', './resume-answer.tsx'),
  route('delta/:slug/svar', './public-figures.tsx'),
  route('api', './api-page.tsx'),
  route('api/v1/openapi.json', './api-document.ts'),
  route('api/v1/dialogues', './api-dialogues.ts', { id: 'api-dialogues' }),
  route('api/v1/dialogues/:slug', './api-dialogues.ts', { id: 'api-dialogue' }),
  route('api/v1/dialogues/:slug/answers', './api-answers.ts'),
  route('api/v1/dialogues/:slug/figures', './api-figures.ts'),
  route('arbete/grupper', './groups.tsx'),
  route('arbete/dialoger', './dialogues.tsx'),
  route('arbete/dialoger/ny', './new-dialogue.tsx'),
  route('arbete/dialoger/:slug', './dialogue.tsx'),
  route('arbete/dialoger/:slug/siffror', './figures.tsx'),
  route('arbete/dialoger/:slug/koder', './codes.tsx'),
  route('arbete/dialoger/:slug/andra', './revise-draft.tsx'),
  route('arbete/dialoger/:slug/anteckning', './note.tsx'),
  route('arbete/granska', './review.tsx'),
  route('arbete/lasning', './readings.tsx'),
]
