import 'server-only'
import type { Migration } from 'kysely'
import { firstTables } from './0001-first-tables'
import { cells } from './0002-cells'
import { votes } from './0003-votes'
import { preparedPictures } from './0004-prepared-pictures'
import { composition } from './0005-composition'
import { presets } from './0006-presets'
import { access } from './0007-access'
import { ledger } from './0008-ledger'
import { library } from './0009-library'
import { shares } from './0010-shares'

/** All migrations by name, applied in the order of their names. One set serves SQLite and PostgreSQL. */
export const migrations: Record<string, Migration> = {
  '0001-first-tables': firstTables,
  '0002-cells': cells,
  '0003-votes': votes,
  '0004-prepared-pictures': preparedPictures,
  '0005-composition': composition,
  '0006-presets': presets,
  '0007-access': access,
  '0008-ledger': ledger,
  '0009-library': library,
  '0010-shares': shares,
}
