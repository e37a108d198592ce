import { addressesIn } from '../../domain/links/addresses-in.ts'
import { firstLook } from '../../domain/links/link-pace.ts'
import { meetLinks, settleNewPlaces } from '../../storage/link-looks.ts'
import { readTextsSince, writeOrganisationLinks, writeTextLinks } from '../../storage/link-places.ts'
import { readSetting, writeSetting } from '../../storage/settings.ts'
import type { Store } from '../../storage/store.ts'

/** How many addresses are met at once: what an import brings by the ten thousand is met in several goes. */
const mostMet = 2000
const minute = 60_000

/**
 * Takes note of every address that something of the site links to: entries, texts, organisations. What it gathers is
 * only what was written since the last time, so it may be called often.
 *
 * @param chance from 0 to 1, asked anew for each link
 */
export async function gatherLinks(
  store: Store,
  { at, chance }: { at: number; chance: () => number },
): Promise<void> {
  await store.db.transaction().execute(async db => {
    const before = Number((await readSetting(db, setting)) ?? 0)
    // A clock that was put back has written what is older than the mark: all of it is read once more.
    const since = before > at ? 0 : before
    for (const { kind, id, text } of await readTextsSince(db, since))
      await writeTextLinks(db, { kind, id }, addressesIn(text).slice(0, mostMet))
    await writeOrganisationLinks(db)
    await settleNewPlaces(db, since)
    // What is being written just now may be stored with a moment that is past already.
    await writeSetting(db, setting, String(at - 10 * minute))
  })
  // Each go is short: whoever writes an entry does not wait for all that an import brought.
  for (let met = mostMet; met >= mostMet; )
    met = await store.db
      .transaction()
      .execute(db => meetLinks(db, at, () => firstLook(at, chance()), mostMet))
}

const setting = 'links.gathered'
