import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Copy, copyTemplate } from '#test/database'

let copy: Copy
const clients: pg.Client[] = []
const named = (text: string, values: unknown[]) => ({ name: 'the same name', text, values })

async function comes(): Promise<pg.Client> {
  const client = new pg.Client(copy.connection)
  clients.push(client)
  await client.connect()
  return client
}

beforeAll(async () => {
  copy = await copyTemplate()
})
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()))
  await copy.remove()
})

test('two clients may give what they ask the same name, and are answered each their own', async () => {
  const [one, other] = [await comes(), await comes()]
  for (let round = 0; round < 3; round++) {
    expect((await one.query(named('select $1::int + 1 as sum', [round]))).rows).toEqual([{ sum: round + 1 }])
    expect((await other.query(named('select $1::text as word', [`r${round}`]))).rows).toEqual([{ word: `r${round}` }])
  }
})

test('what is named in a transaction that fails can be named again after it', async () => {
  const client = await comes()
  await client.query('begin')
  await expect(client.query(named('select 1 / $1::int as part', [0]))).rejects.toThrow('division by zero')
  await client.query('rollback')
  expect((await client.query(named('select 1 / $1::int as part', [1]))).rows).toEqual([{ part: 1 }])
  await expect(client.query({ name: 'broken', text: 'select from nowhere' })).rejects.toThrow('does not exist')
  expect((await client.query({ name: 'broken', text: 'select 1 as one' })).rows).toEqual([{ one: 1 }])
})

test('a client that goes leaves no statement behind, also when somebody else is in a transaction', async () => {
  const [stays, goes] = [await comes(), await comes()]
  const left = async () => Number((await stays.query(`select count(*) from pg_prepared_statements where statement like '%the one who went%'`)).rows[0].count)
  await goes.query(named(`select $1::int as n /* the one who went */`, [1]))
  await stays.query('begin')
  await goes.end()
  expect((await stays.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await stays.query('commit')
  await expect.poll(left).toBe(0)
})
