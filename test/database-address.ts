import pg from 'pg'

/** Runs one statement as whoever may make databases. */
export async function asAdmin(admin: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** @example databaseAddress('postgres://u@h/postgres?host=/tmp', 'other') // => 'postgres://u@h/other?host=/tmp' */
export function databaseAddress(address: string, database: string): string {
  return address.replace(/^(\w+:\/\/[^/]*\/)[^?]*/, `$1${database}`)
}
