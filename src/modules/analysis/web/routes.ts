import { type RouteConfigEntry, relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const routes: RouteConfigEntry[] = [
  route('arbete/samsyn', './matrix.tsx'),
  route('arbete/kodbok', './codebook.tsx'),
  route('arbete/kodbok/:slug', './codebook-theme.tsx'),
  route('arbete/kodbok/:slug/dela', './split-theme.tsx'),
  route('arbete/parkodning', './rounds.tsx'),
  route('arbete/parkodning/:number', './round.tsx'),
  route('arbete/parkodning/:number/koda', './round-coding.tsx'),
  route('arbete/kodning', './coding.tsx'),
  route('arbete/kodning/lista', './coding-list.tsx'),
  route('arbete/kodning/forslag', './suggestions.tsx'),
  route('arbete/kodning/forslag/:number', './bulk.tsx'),
  route('arbete/kodning/teman', './proposals.tsx'),
  route('arbete/kodning/citat', './coding-basket.tsx'),
  route('arbete/kodning/minnen', './coding-memos.tsx'),
  route('arbete/kodning/laget', './coding-progress.tsx'),
]
