import { type RouteConfigEntry, relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const routes: RouteConfigEntry[] = [
  route('processen', './public-process.tsx'),
  route('arbete/process', './processes.tsx'),
  route('arbete/process/ny', './new-process.tsx'),
  route('arbete/process/:slug', './process.tsx'),
]
