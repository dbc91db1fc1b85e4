import { beforeAll, expect, test } from 'vitest'
import { useSite } from '#test/site'
import { tellStory } from '../seeds/ange/tell-story.ts'
import { routes } from '../src/modules/analysis/web/routes.ts'

const site = useSite()
let leader = ''
beforeAll(async () => {
  await tellStory('seeds/ange/voices')
  leader = await site.signIn('pia@ange.example')
})

// Those that are only posted to, and those of one thing, which its list leads to.
const isPlace = (path: string) => path.startsWith('arbete/') && !path.includes(':') && !path.endsWith('/fil')

const places = new Set(routes.flatMap(({ path }) => (path && isPlace(path) ? [`/${path}`] : [])))

test('every page of the analysis is found by links from the workroom, by whoever has never been there', async () => {
  const found = new Set(['/arbete/process'])
  for (const path of found) {
    const page = await (await site.get(path, { cookie: leader })).text()
    for (const [, link = ''] of page.matchAll(/<a[^>]* href="([^"?#]+)/g))
      if (places.has(link) || link === '/arbete/dialoger' || /^\/arbete\/dialoger\/[^/]+$/.test(link)) found.add(link)
  }
  expect([...places].filter((place) => !found.has(place))).toEqual([])
})

test('at every page of the analysis it is seen at which station one is', async () => {
  for (const place of places) {
    const page = await (await site.get(place, { cookie: leader })).text()
    const stations = page.slice(page.indexOf('id="stationer"'), page.indexOf('</nav>', page.indexOf('id="stationer"')))
    const [, here] = /<a href="([^"]+)" aria-current="(?:page|true)"/.exec(stations) ?? []
    expect([place, here]).toEqual([place, /^\/arbete\/(kod|park)/.test(place) ? '/arbete/kodning' : '/arbete/samsyn'])
  }
})
