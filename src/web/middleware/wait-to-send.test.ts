import { describe, expect, test } from 'vitest'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { openStore } from '../../storage/store.ts'
import type { Visit } from '../show.ts'
import { createTries } from './tries.ts'
import { waitToSend } from './wait-to-send.ts'

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress }, headers: {} } })

describe.each(stores)('what strangers send, in $name', ({ address }) => {
  test('is counted for an address and its network in two processes together', async () => {
    const where = await address()
    const sites: TestSite[] = []
    for (let each = 0; each < 2; each++)
      sites.push(await openSite('2021-12-18T12:00:00Z', await openStore(where)))
    const send = (number: number, ip: string) => {
      const { store, clock } = sites[number % 2]!
      return waitToSend({ env: from(ip) } as unknown as Visit, { store, now: () => clock.now }, 'notice')
    }
    try {
      for (let number = 0; number < 20; number++) expect(await send(number, '192.0.2.7')).toBe(null)
      expect([await send(0, '192.0.2.7'), await send(1, '192.0.2.7')]).toEqual([3600, 3600])
      // Two more were refused and count, too: a network may send three times what one address may.
      for (let number = 0; number < 38; number++)
        expect(await send(number, `192.0.2.${20 + number}`)).toBe(null)
      expect([await send(0, '192.0.2.99'), await send(1, '198.51.100.7')]).toEqual([3600, null])
      for (const { clock } of sites) clock.now += 3_600_000
      expect(await send(1, '192.0.2.7')).toBe(null)
    } finally {
      for (const { close } of sites) await close()
    }
  })

  test('and so are passwords that are tried; who was right has not tried at all', async () => {
    const where = await address()
    const stores = [await openStore(where), await openStore(where)]
    const at = Date.parse('2021-12-18T12:00:00Z')
    const tries = stores.map(store => createTries({ store, now: () => at }, 'password'))
    const visit = (ip: string) => ({ env: from(ip) }) as unknown as Visit
    try {
      const take = (number: number) => tries[number % 2]!.take(visit('192.0.2.7'), 'amina@example.org')
      for (let number = 0; number < 8; number++) expect(await take(number)).toBe(null)
      expect([await take(0), await take(1)]).toEqual([900, 900])
      await tries[0]!.forget(visit('192.0.2.7'), 'Amina@example.org')
      expect(await take(1)).toBe(null)
    } finally {
      for (const store of stores) await store.close()
    }
  })
})
