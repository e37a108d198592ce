import type { Db } from '../../storage/tables.ts'
import { ownToken, readOwnToken } from '../own-token.ts'

const purpose = 'suggestions'

/** What opens the sender's own page of a suggestion, and stands in every mail to them. */
export function suggestionToken(db: Db, suggestionId: string): Promise<string> {
  return ownToken(db, purpose, suggestionId)
}

/** Which suggestion it opens; null for what the site did not make. */
export function readSuggestionToken(db: Db, token: string): Promise<string | null> {
  return readOwnToken(db, purpose, token)
}
