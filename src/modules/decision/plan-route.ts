import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayPlanRoute } from './access.ts'
import { routeForm } from './schema.ts'
import * as store from './store.server.ts'

/** Adds an organ to the matter's route. Once something has been decided, a new step says why: `reason-missing`. */
export const planRoute = command(mayPlanRoute, routeForm, async ({ input, record }) => {
  const { matterId, organId, plannedOn, because } = input
  if (!(await store.findMatter(matterId)) || !(await store.organExists(organId))) return refused({ refused: 'not-found' })
  const [route, decided] = [await store.listRoute([matterId]), await store.listPointRows({ matterIds: [matterId] })]
  if (decided.length > 0 && !because) return refused({ refused: 'reason-missing' })
  await store.putRouteStep({ matterId, organId, plannedOn, position: route.length, addedBecause: because })
  await record('route-planned', { kind: 'matter', id: matterId }, because)
  return granted(null)
})
