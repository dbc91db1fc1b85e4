import { type RouteConfigEntry, relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const routes: RouteConfigEntry[] = [route('arbete/uppfoljning', './rounds.tsx'), route('arbete/uppfoljning/:roundId', './round.tsx')]
