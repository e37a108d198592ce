import { targetsOf } from '../../domain/mail-in/recipient.ts'
import { takesSuggestions } from '../../domain/suggestion.ts'
import { type EditionRow, findEdition, findEditionById, listEditions } from '../../storage/editions.ts'
import type { Db } from '../../storage/tables.ts'

/**
 * The edition that a mail is for: the one its address names, where that takes suggestions, or else the next that does –
 * of those that are over already, the last. Null where none does.
 */
export async function editionForMail(
  db: Db,
  { recipient, address }: { recipient: string; address: string },
  at: number,
): Promise<EditionRow | null> {
  for (const target of targetsOf(recipient, address) ?? ['next' as const]) {
    const edition =
      target === 'next' ? await nextEdition(db, at) : await findEdition(db, target.series, target.edition)
    if (edition && takesSuggestions(edition, at)) return edition
  }
  return null
}

async function nextEdition(db: Db, at: number): Promise<EditionRow | null> {
  const open = (await listEditions(db)).filter(edition => takesSuggestions(edition, at))
  const today = new Date(at).toISOString().slice(0, 10)
  const coming = open.filter(({ endsOn }) => endsOn >= today).at(-1)
  const { id } = coming ?? open[0] ?? {}
  return id === undefined ? null : findEditionById(db, id)
}
