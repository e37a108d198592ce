import type { Db } from './tables.ts'

/** How a site is put in the place of another. */
export type Replacement = {
  /** Makes the tables and fills them, in a transaction on a database that has none. */
  fill: (db: Db) => Promise<void>
  /** Whether a site that holds something may be replaced. */
  mayReplace: boolean
  /** The name under which a file that is replaced is kept, beside it. */
  asideName: string
  /** Keeps what tables hold that are to be replaced. @returns where */
  keep: (db: Db) => Promise<string>
}

/** Why a site was not replaced; `in-use` and `has-content` are for the host to settle, `unreadable` too. */
export class NotReplaced extends Error {
  readonly reason: 'in-use' | 'has-content' | 'unreadable'

  constructor(reason: 'in-use' | 'has-content' | 'unreadable', message: string) {
    super(message)
    this.name = 'NotReplaced'
    this.reason = reason
  }
}
