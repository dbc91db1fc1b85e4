import { type RouteConfig, relative } from '@react-router/dev/routes'
import { routes as files } from './foundation/files/web/routes.ts'
import { routes as people } from './foundation/people/web/routes.ts'
import { routes as analysis } from './modules/analysis/web/routes.ts'
import { routes as decision } from './modules/decision/web/routes.ts'
import { routes as followup } from './modules/followup/web/routes.ts'
import { routes as indicators } from './modules/indicators/web/routes.ts'
import { routes as open } from './modules/open/web/routes.ts'
import { routes as participation } from './modules/participation/web/routes.ts'
import { routes as plans } from './modules/plans/web/routes.ts'
import { routes as process } from './modules/process/web/routes.ts'
import { routes as vision } from './modules/vision/web/routes.ts'

const { route } = relative(import.meta.dirname)

export default [
  ...open,
  ...process,
  ...participation,
  ...analysis,
  ...decision,
  ...vision,
  ...indicators,
  ...plans,
  ...followup,
  ...people,
  ...files,
  route('fel/:status', './fault.tsx'),
  route('*', './missing.tsx'),
] satisfies RouteConfig
