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
  route('arbete/grupper', './groups.tsx'),
  route('arbete/dialoger', './dialogues.tsx'),
  route('arbete/dialoger/ny', './new-dialogue.tsx'),
  route('arbete/dialoger/:slug', './dialogue.tsx'),
  route('arbete/dialoger/:slug/siffror', './figures.tsx'),
  route('arbete/dialoger/:slug/andra', './revise-draft.tsx'),
  route('arbete/dialoger/:slug/anteckning', './note.tsx'),
  route('arbete/dialoger/:slug/inskrivning', './batches.tsx'),
  route('arbete/dialoger/:slug/inskrivning/:batch', './desk.tsx'),
  route('arbete/dialoger/:slug/papper', './paper.tsx'),
  route('arbete/dialoger/:slug/blankett.pdf', './paper-pdf.ts', { id: 'paper-form' }),
  route('arbete/dialoger/:slug/affischer.pdf', './paper-pdf.ts', { id: 'posters' }),
  route('arbete/granska', './review.tsx'),
  route('arbete/lasning', './readings.tsx'),
]
