import 'server-only'
import type { Certainty } from '@/lib/ledger/charge'
import type { Outcome, Question } from '@/lib/judging/vote'
import type { PictureRole } from '@/lib/library/library-entry'
import type { ProviderId } from '@/lib/models/providers'
import type { Mark, StateName } from '@/lib/predictions/prediction'

/**
 * The tables, the same on SQLite and PostgreSQL: epoch milliseconds, ids made by the app, JSON as text that zod parses
 * on the way out, booleans as 0 and 1.
 */
export interface Database {
  runs: {
    id: string
    input: string
    choices: string
    /** JSON; null where nothing is varied. */
    axes: string | null
    idempotency_key: string | null
    request_fingerprint: string | null
    /** The API token it was made by; null for the pages. */
    token_id: string | null
    created_at: number
  }
  predictions: {
    id: string
    run_id: string
    position: number
    attempt: number
    model_id: string
    provider: ProviderId
    mode: 'live' | 'sandbox'
    /** JSON: the model's complete checked input. */
    input: string
    /** JSON; null where the answer is taken as it comes. */
    composition: string | null
    price_cents: number
    state: StateName
    /** JSON: the fields that only this state has. */
    status: string
    mark: Mark | null
    created_at: number
    updated_at: number
    /** Not to be claimed before. */
    not_before: number
    lease_owner: string | null
    lease_until: number
  }
  assets: {
    id: string
    type: string
    width: number
    height: number
    bytes: number
    has_alpha: number
    created_at: number
  }
  votes: {
    id: string
    run_id: string
    round_id: string
    voter: string
    question: Question
    /** Both predictions, the same in either order: a voter has one answer to a question about a pair. */
    pair: string
    first_prediction_id: string
    first_model_id: string
    second_prediction_id: string
    second_model_id: string
    outcome: Outcome
    created_at: number
  }
  /** One row for each asset that was made of another by edits. */
  prepared_pictures: {
    asset_id: string
    source_id: string
    used_as: 'picture' | 'mask'
    /** JSON, normalised: equal edits are equal texts. */
    edits: string
    created_at: number
  }
  presets: {
    id: string
    /** The name in small letters: unique. */
    name_key: string
    /** JSON: the whole preset with its name. */
    content: string
    created_at: number
    updated_at: number
  }
  shares: {
    id: string
    token: string
    run_id: string
    prediction_id: string | null
    /** JSON: what it shows. */
    choices: string
    created_at: number
    ends_at: number | null
    revoked_at: number | null
    visits: number
    last_visit_at: number | null
  }
  /** One row for each answer that a visitor of a blind link gave. */
  share_votes: {
    id: string
    share_id: string
    visitor: string
    address_hash: string
    question: Question
    /** Both predictions, the same in either order. */
    pair: string
    first_prediction_id: string
    second_prediction_id: string
    outcome: Outcome
    created_at: number
  }
  sessions: { id_hash: string; created_at: number; seen_at: number }
  tokens: {
    id: string
    name: string
    token_hash: string
    monthly_budget_cents: number | null
    created_at: number
    used_at: number | null
    /** Null while it works. */
    revoked_at: number | null
  }
  /** What each live prediction has cost, or may cost; outlives a deleted run. */
  charges: {
    prediction_id: string
    run_id: string
    token_id: string | null
    provider: ProviderId
    model_id: string
    /** When it was sent, as in `2026-11-21`, by the server's clock. */
    day: string
    certainty: Certainty
    cents: number
  }
  /** One row for each run: what the library finds it by and shows of it, kept up with the run's changes. */
  library_runs: {
    run_id: string
    created_at: number
    /** When it was put into the trash; 0 where it is not there. */
    deleted_at: number
    /** `updated_at` of the newest prediction that is in here. */
    seen: number
    cost_cents: number
    has_mask: number
    has_star: number
    /** Words between bars, as in "|succeeded|failed|"; so are models and providers. */
    states: string
    models: string
    providers: string
    /** In small letters. */
    search_text: string
    shown_prediction_id: string | null
    /** JSON. */
    summary: string
  }
  /** Every picture a run was given or made. */
  run_pictures: {
    run_id: string
    asset_id: string
    /** `origin`: what a given picture was prepared from. */
    role: PictureRole | 'origin'
    prediction_id: string | null
  }
  collections: { id: string; name: string; name_key: string; created_at: number }
  collection_runs: { collection_id: string; run_id: string; added_at: number }
  /** What this installation made for itself, such as the secret that signs picture links. */
  settings: { name: string; content: string }
}
