import { type RouteConfigEntry, relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const routes: RouteConfigEntry[] = [route('arbete/arenden', './matters.tsx'), route('arbete/arenden/:id', './matter.tsx')]
