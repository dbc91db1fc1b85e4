import { type RouteConfigEntry, relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const routes: RouteConfigEntry[] = [
  route('arbete/matt', './indicators.tsx'),
  route('arbete/matt/nytt', './new-indicator.tsx'),
  route('arbete/matt/:slug', './indicator.tsx'),
]
