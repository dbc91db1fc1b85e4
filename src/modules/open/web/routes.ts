import { type RouteConfigEntry, relative } from '@react-router/dev/routes'

const { route, index: home } = relative(import.meta.dirname)

export const routes: RouteConfigEntry[] = [
  home('./home.tsx'),
  route('samsyn', './consensus.tsx'),
  route('tema/:slug', './theme.tsx'),
  route('visionen', './vision.tsx'),
  route('ord/:id', './phrase.tsx'),
  route('beslut/:id', './decision.tsx'),
  route('resultat', './results.tsx'),
  route('mal/:id', './goal.tsx'),
  route('matt/:slug', './indicator.tsx'),
  route('handling/:sha256', './document.tsx'),
  route('handling/:sha256/word', './document-as-word.ts'),
  route('folj', './follow.tsx'),
  route('om', './about.tsx'),
  route('tillganglighet', './accessibility.tsx'),
  route('tillganglighet/tack', './fault-sent.tsx'),
  route('integritet', './privacy.tsx'),
  route('sprak/:language', './language.tsx'),
  route('arbete', './workroom.tsx'),
  route('arbete/tillganglighet', './edit-accessibility.tsx'),
  route('arbete/kom-igang', './begin.tsx'),
  route('arbete/oversattningar', './translations.tsx'),
  route('arbete/delar', './parts.tsx'),
]
