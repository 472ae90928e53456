import path from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import pg from 'pg'
import type { StateName } from '@/lib/predictions/prediction'

/** A prediction as it lies in the database, whoever is dead or alive. */
export interface StoredPrediction {
  id: string
  state: StateName
  /** The person's words. */
  prompt: string
  /** JSON: the fields that only its state has. */
  status: string
}

const statement = 'select id, state, input, status from predictions'
interface Row {
  id: string
  state: StateName
  input: string
  status: string
}

/** Read beside the server and without touching a thing: a reader that recovers the database would be a help. */
export function readEmbedded(dataFolder: string): StoredPrediction[] {
  const database = new SqliteDatabase(path.join(dataFolder, 'diptych.db'), { readonly: true })
  try {
    return database.prepare<[], Row>(statement).all().map(read)
  } finally {
    database.close()
  }
}

export async function readPostgres(url: string): Promise<StoredPrediction[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows.map(read)
  } finally {
    await client.end()
  }
}

function read({ id, state, input, status }: Row): StoredPrediction {
  const { prompt } = JSON.parse(input) as { prompt: string }
  return { id, state, prompt, status }
}
