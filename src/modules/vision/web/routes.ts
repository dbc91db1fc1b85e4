import { type RouteConfigEntry, relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const routes: RouteConfigEntry[] = [
  route('arbete/vision', './proposals.tsx'),
  route('arbete/vision/:slug', './proposal.tsx'),
  route('arbete/fokusomraden', './focus-areas.tsx'),
]
