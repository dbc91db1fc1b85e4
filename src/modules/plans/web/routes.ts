import { type RouteConfigEntry, relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const routes: RouteConfigEntry[] = [route('arbete/planer', './plans.tsx'), route('arbete/planer/:versionId', './plan.tsx')]
