import type { Kysely } from 'kysely'
import type { AccountsTables } from './tables/accounts.ts'
import type { ComingInTables } from './tables/coming-in.ts'
import type { KeptTrueTables } from './tables/kept-true.ts'
import type { ProgrammeTables } from './tables/programme.ts'
import type { TakingPartTables } from './tables/taking-part.ts'
import type { ToldTables } from './tables/told.ts'
import type { WritingTables } from './tables/writing.ts'

/** A store's database, or a transaction on it. */
export type Db = Kysely<Tables>

/**
 * The tables, the same on SQLite and PostgreSQL. Names are the words of the product. Ids are UUIDv7 text; moments
 * are epoch milliseconds; days are ISO dates; yes and no are 1 and 0; columns of type `Json` hold JSON text, null
 * where there is nothing.
 */
export type Tables = ProgrammeTables &
  WritingTables &
  ComingInTables &
  TakingPartTables &
  KeptTrueTables &
  ToldTables &
  AccountsTables
