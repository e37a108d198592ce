import { beforeEach, describe, expect, test } from 'vitest'
import { stores } from '../../test/stores.ts'
import { readDrawnPicture } from '../storage/drawn-pictures.ts'
import type { Store } from '../storage/store.ts'
import { keepDrawnPicture } from './keep-drawn-picture.ts'

describe.each(stores)('pictures of pages in $name', ({ empty }) => {
  let store: Store
  beforeEach(async () => {
    store = await empty()
  })
  const keep = (address: string, version: string, at: number) =>
    keepDrawnPicture(store, { address, version, bytes: new Uint8Array([at]), at }, { most: 2 })
  const kept = async (address: string, version: string) => {
    const bytes = await readDrawnPicture(store.db, address, version)
    return bytes && [...bytes]
  }

  test('the newest of each page is kept, and of all so many', async () => {
    await keep('/a', '1', 1)
    await keep('/a', '2', 2)
    expect([await kept('/a', '1'), await kept('/a', '2')]).toEqual([null, [2]])
    await keep('/b', '1', 3)
    await keep('/c', '1', 4)
    expect([await kept('/a', '2'), await kept('/b', '1'), await kept('/c', '1')]).toEqual([null, [3], [4]])
  })
})
