import { type RouteConfigEntry, relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const routes: RouteConfigEntry[] = [
  route('arbete/samsyn', './matrix.tsx'),
  route('arbete/samsyn/vikter', './weights.tsx'),
  route('arbete/kodbok', './codebook.tsx'),
  route('arbete/kodbok/utbyte', './codebook-exchange.tsx'),
  route('arbete/kodbok/utbyte/fil', './codebook-file.ts'),
  route('arbete/kodbok/utbyte/:fil', './weigh-codebook.tsx'),
  route('arbete/kodning/utbyte', './coding-exchange.tsx'),
  route('arbete/kodning/utbyte/fil', './coding-file.ts'),
  route('arbete/kodning/utbyte/:fil', './weigh-codings.tsx'),
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
  route('arbete/kodning/lista', './coding-list.tsx'),
  route('arbete/kodning/citat', './coding-basket.tsx'),
  route('arbete/kodning/minnen', './coding-memos.tsx'),
  route('arbete/kodning/laget', './coding-progress.tsx'),
  route('arbete/asiktskarta', './opinion-maps.tsx'),
  route('delta/:slug/pastaenden/resultat', './opinion-result.tsx'),
]
