import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openSurvey } from './open-survey.ts'
import { buildHouse, type House } from './soak-house.ts'
import { answerAndAnswer, inviteAndInvite, knock, type Told, type Until } from './soak-writers.ts'

const seconds = Number(process.env.SAMSYN_SOAK_SECONDS ?? 600)
const kinds = (process.env.SAMSYN_SOAK_ON ?? 'embedded,postgres').split(',') as ('embedded' | 'postgres')[]
const writers = 8
const atOnce = 8
const mailsAtATime = 10

test.each(kinds)(`${writers} write for ${seconds} s on %s while each part is restarted in turn: what was acknowledged is stored, once`, async (kind) => {
  const house = await buildHouse(kind)
  try {
    const { question, cookie, organId } = await moveIn(house)
    const told: Told = { receipts: new Map(), invited: [], linked: [], odd: [], tries: 0, longestMs: 0 }
    const until: Until = { isOver: false }
    const writing = [inviteAndInvite(house, cookie, organId, told, until), ...Array.from({ length: writers }, (_, writer) => answerAndAnswer(house, question, writer, told, until))]
    const happened = await trouble(house, told)
    until.isOver = true
    await Promise.all(writing)
    const doubles = await tryMails(house, told)
    const kills = happened.filter((name) => name.startsWith('kill')).length
    console.log(
      `soak on ${kind}: ${told.receipts.size} answers in ${told.tries} tries, the slowest ${Math.round(told.longestMs)} ms; ${told.invited.length} invitations; ` +
        `${house.mails().length} mails, ${doubles} of them a second time; ${happened.length} troubles, ${kills} of them kill -9; ${house.complaints().length} faults in the log`,
    )
    expect(house.fallen()).toEqual([])
    expect(told.odd).toEqual([])
    expect(doubles).toBeLessThanOrEqual(kills * mailsAtATime)
    expect(await storedAnswers(house)).toEqual([...told.receipts.keys()].sort())
    await openReceipts(house, told)
    expect(house.fallen()).toEqual([])
    await tryTrail(house, told)
  } finally {
    await house.stop()
  }
})

async function moveIn(house: House): Promise<{ question: string; cookie: string; organId: string }> {
  const key = new URL(house.firstLink).searchParams.get('nyckel') ?? ''
  const origin = new URL(house.firstLink).origin
  const form = new URLSearchParams({ nyckel: key, municipality: 'Provkommun', name: 'Ada Prov', email: 'ada@prov.example' })
  const welcome = await fetch(house.firstLink, { method: 'POST', body: form, headers: { origin }, redirect: 'manual' })
  expect(welcome.status).toBe(302)
  const cookie = welcome.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return house.speak(async (client) => ({
    question: await openSurvey(client),
    cookie,
    organId: (await client.query('select id from people_organs')).rows[0].id,
  }))
}

/** One part after another goes and comes back, until the time is over; each at least once. */
async function trouble(house: House, told: Told): Promise<string[]> {
  const [happened, end]: [string[], number] = [[], performance.now() + seconds * 1000]
  const pause = Math.min(10_000, (seconds * 1000) / (house.troubles.length * 3))
  for (let turn = 0; turn < house.troubles.length || performance.now() < end; turn++) {
    const { name, happen } = house.troubles[turn % house.troubles.length] ?? {}
    const before = told.receipts.size
    await wait(Math.random() * 2 * pause)
    await happen?.()
    happened.push(name ?? '')
    // Nothing is well before somebody has been answered again.
    for (let tries = 0; told.receipts.size === before; tries++) {
      if (tries > 1800) throw new Error(`Nobody was answered after: ${name}`)
      await wait(100)
    }
  }
  return happened
}

/** Every mail that was queued goes, and each goes once: how many a second time. */
async function tryMails(house: House, told: Told): Promise<number> {
  for (let tries = 0; ; tries++) {
    // Nobody waits here until the hour of the next try has come.
    const { rows } = await house.speak(async (client) => {
      await client.query('update people_mails set next_attempt_at = now(), held_until = null where sent_at is null and given_up_at is null and held_until < now()')
      await client.query('update people_mails set next_attempt_at = now() where sent_at is null and given_up_at is null and held_until is null')
      return client.query('select id from people_mails where sent_at is null and given_up_at is null')
    })
    if (rows.length === 0) break
    if (tries > 200) throw new Error(`${rows.length} mails never went.`)
    await wait(1000)
  }
  const mails = house.mails()
  const reached = new Set(mails.map(({ recipient }) => recipient))
  expect(told.linked.filter((email) => !reached.has(email))).toEqual([])
  return mails.length - new Set(mails.map(({ id }) => id)).size
}

async function storedAnswers(house: House): Promise<string[]> {
  const rows = await house.speak((client) =>
    client.query('select statements.text from participation_responses responses left join participation_statements statements on responses.id = statements.response_id'),
  )
  return rows.rows.map(({ text }) => text).sort()
}

async function openReceipts(house: House, told: Told): Promise<void> {
  const left = [...told.receipts]
  const closed: string[] = []
  const open = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const [text, code] = next
      const place = left.length
      const answer = await knock(house, '/folj', new URLSearchParams({ code }), `10.3.${place >> 8}.${place & 255}`)
      if (answer?.status !== 200 || !answer.page.includes(text)) closed.push(`${text}: ${answer?.status}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, open))
  expect(closed, house.fallen().join('\n')).toEqual([])
}

/** The chain is whole, and every invitation that was acknowledged has its event, no two of them one person's. */
async function tryTrail(house: House, told: Told): Promise<void> {
  const persons = await house.speak((client) => client.query("select email, count(*)::int as times from people_persons where email like 'nummer%' group by email"))
  expect(persons.rows.filter(({ times }) => times !== 1)).toEqual([])
  const known = new Set(persons.rows.map(({ email }) => email))
  expect(told.invited.filter((email) => !known.has(email))).toEqual([])
  const events = await house.speak((client) => client.query("select count(*)::int as count from trail_events where act = 'person-invited'"))
  expect(events.rows[0].count).toBe(known.size)
  const { status, said, complained } = house.verify()
  expect([status, complained]).toEqual([0, ''])
  expect(said).toContain('Kedjan är hel')
}
