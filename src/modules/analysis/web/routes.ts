import { type RouteConfigEntry, relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const routes: RouteConfigEntry[] = [
  route('arbete/samsyn', './matrix.tsx'),
  route('arbete/kodbok', './codebook.tsx'),
  route('arbete/kodning', './coding.tsx'),
  route('arbete/asiktskarta', './opinion-maps.tsx'),
  route('delta/:slug/pastaenden/resultat', './opinion-result.tsx'),
]
