import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export interface PostgresDatabase {
  url: string
  drop(): Promise<void>
}

/** An empty database of one's own on the test run's PostgreSQL. */
export async function createPostgresDatabase(): Promise<PostgresDatabase> {
  const server = inject('postgresUrl')
  if (!server)
    throw new Error(
      'This test needs PostgreSQL, and none is installed. Install Debian’s package: apt-get install postgresql.',
    )
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await execute(server, `create database ${name}`)
  return {
    url: server.replace(/\/postgres$/, `/${name}`),
    drop: () => execute(server, `drop database ${name} with (force)`),
  }
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
