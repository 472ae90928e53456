import { z } from 'zod'

/** Stands beside tables and pictures, and is written last: a folder without it is no whole backup. */
export const manifestSchema = z.object({
  format: z.literal('diptych-backup-1'),
  /** ISO 8601. */
  madeAt: z.string(),
  /** The last migration of the database it was made from. */
  migration: z.string(),
  /** Rows of each table. */
  rows: z.record(z.string(), z.number().int()),
  pictures: z.number().int(),
})
export type BackupManifest = z.infer<typeof manifestSchema>

export const manifestFile = 'backup.json'
export const tablesFolder = 'tables'
export const picturesFolder = 'pictures'
