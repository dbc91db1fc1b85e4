import { type RouteConfigEntry, relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const routes: RouteConfigEntry[] = [
  route('arbete/samsyn', './matrix.tsx'),
  route('arbete/kodbok', './codebook.tsx'),
  route('arbete/kodbok/:slug', './codebook-theme.tsx'),
  route('arbete/kodbok/:slug/dela', './split-theme.tsx'),
  route('arbete/kodning', './coding.tsx'),
  route('arbete/omvarld', './outside.tsx'),
  route('arbete/fynd', './findings.tsx'),
  route('arbete/fynd/nytt', './new-finding.tsx'),
  route('arbete/fynd/:number', './finding.tsx'),
  route('arbete/metod', './method.tsx'),
  route('arbete/parkodning', './rounds.tsx'),
  route('arbete/parkodning/:number', './round.tsx'),
  route('arbete/parkodning/:number/koda', './round-coding.tsx'),
]
