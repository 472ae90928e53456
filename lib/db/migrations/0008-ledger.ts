import { sql, type Kysely, type Migration } from 'kysely'

interface OldPrediction {
  id: string
  run_id: string
  model_id: string
  provider: string
  price_cents: number
  state: string
  status: string
  created_at: number
}

/** What every live prediction has cost, or may cost: kept by itself, so that it outlives a deleted run. */
export const ledger: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('charges')
      .addColumn('prediction_id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('run_id', 'text', (column) => column.notNull())
      .addColumn('token_id', 'text')
      .addColumn('provider', 'text', (column) => column.notNull())
      .addColumn('model_id', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('certainty', 'text', (column) => column.notNull())
      .addColumn('cents', 'double precision', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('charges_by_day').on('charges').column('day').execute()
    await db.schema.createIndex('charges_by_run').on('charges').column('run_id').execute()
    await db.schema.createIndex('charges_by_token').on('charges').columns(['token_id', 'day']).execute()
    await keepOldCharges(db)
  },
}

/** What was spent before there was a ledger. The states are read as they were then. */
async function keepOldCharges(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<OldPrediction>`
    select id, run_id, model_id, provider, price_cents, state, status, created_at
    from predictions where mode = 'live' and state <> 'queued'`.execute(db)
  for (const row of rows) {
    const charge = oldCharge(row)
    if (!charge) continue
    const day = dayOf(Number(row.created_at))
    await sql`insert into charges (prediction_id, run_id, provider, model_id, day, certainty, cents)
      values (${row.id}, ${row.run_id}, ${row.provider}, ${row.model_id}, ${day}, ${charge.certainty}, ${charge.cents})`.execute(
      db,
    )
  }
}

function oldCharge({ state, status, price_cents }: OldPrediction) {
  const read = JSON.parse(status) as { costCents?: number; failure?: { billed: string }; outcome?: string }
  const listed = Number(price_cents)
  if (state === 'succeeded')
    return {
      cents: read.costCents ?? listed,
      certainty: read.costCents === undefined ? 'listed' : 'reported',
    }
  if (read.failure?.billed === 'no' || read.outcome === 'not-sent') return undefined
  const isOver = state === 'failed' || state === 'canceled' || state === 'unconfirmed'
  return { cents: listed, certainty: isOver ? 'maybe' : 'reserved' }
}

function dayOf(at: number): string {
  const date = new Date(at)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
