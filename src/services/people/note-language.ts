import { changeLanguage } from '../../storage/accounts.ts'
import type { Store } from '../../storage/store.ts'

/** Keeps in which language somebody reads the desk: mails to them are written in it. */
export function noteLanguage({ db }: Store, accountId: string, language: string): Promise<void> {
  return changeLanguage(db, accountId, language)
}
