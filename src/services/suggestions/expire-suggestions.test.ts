import { expect, test } from 'vitest'
import { anEdition } from '../../../test/entries.ts'
import { stores } from '../../../test/stores.ts'
import { listSuggestionReadings } from '../../storage/readings.ts'
import { findSuggestion } from '../../storage/suggestions.ts'
import { cleanUp } from '../clean-up.ts'
import { answerSuggestion } from './answer-suggestion.ts'
import { openSuggestion } from './open-suggestion.ts'
import { markAsSpam } from './settle-suggestion.ts'

const day = 86_400_000

test.each(stores)(
  'in $name, what nobody decided expires 60 days after the day, and senders are forgotten',
  async ({ empty }) => {
    const store = await empty()
    const edition = await anEdition(store, { takesSuggestions: true })
    const at = Date.parse('2020-12-10T12:00Z')
    const suggest = async (formKey: string) => {
      const sender = {
        name: 'Rosa',
        mail: 'rosa@example.org',
        organisation: null,
        url: null,
        visitorId: null,
        accountId: null,
      }
      const given = { text: `https://a.example/${formKey}`, files: [] }
      const told = {
        door: 'form' as const,
        sender,
        language: 'en',
        words: '',
        given,
        mailKey: 'm',
        fromKey: 'n',
        formKey,
      }
      const weigh = async () => ({ state: 'pending' as const, evidence: [] })
      return (await openSuggestion(store, edition.id, told, { weigh, at })).id
    }
    const [late, declined, spam] = [await suggest('a'), await suggest('b'), await suggest('c')]
    const anna = { by: 'Anna', at }
    await answerSuggestion(store, declined, { act: 'decline', words: 'No' }, null, anna)
    await markAsSpam(store, spam, anna)
    const stateOf = async (id: string) => {
      const found = await findSuggestion(store.db, id)
      return found && [found.state, found.sender.mail]
    }
    await cleanUp(store, Date.parse('2021-02-16T12:00Z'))
    expect(await stateOf(late)).toEqual(['new', 'rosa@example.org'])
    expect(await stateOf(spam)).toBeNull()
    const expiry = Date.parse('2021-02-17T12:00Z')
    await cleanUp(store, expiry)
    expect(await stateOf(late)).toEqual(['expired', 'rosa@example.org'])
    expect((await listSuggestionReadings(store.db, late)).map(({ state }) => state)).toEqual(['closed'])
    await cleanUp(store, at + 91 * day)
    expect(await stateOf(declined)).toEqual(['declined', null])
    expect(await stateOf(late)).toEqual(['expired', 'rosa@example.org'])
    await cleanUp(store, expiry + 91 * day)
    expect(await stateOf(late)).toEqual(['expired', null])
    expect(await store.db.selectFrom('suggestions').select(['from_key', 'mail_key']).execute()).toEqual(
      Array.from({ length: 2 }, () => ({ from_key: null, mail_key: null })),
    )
    expect(await store.db.selectFrom('mails').selectAll().execute()).toEqual([])
  },
)
