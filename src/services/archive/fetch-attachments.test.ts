import { describe, expect, test } from 'vitest'
import { bringInAll, sourceOf } from '../../../test/archives.ts'
import { openPages } from '../../../test/pages-site.ts'
import { drawing } from '../../../test/pictures.ts'
import { stores } from '../../../test/stores.ts'
import { roundUp, wxr } from '../../../test/wxr.ts'
import { countAttachments } from '../../storage/attachments.ts'
import { findEdition } from '../../storage/editions.ts'
import { listJobs } from '../../storage/jobs.ts'
import { findWriting } from '../../storage/writings.ts'
import { fetchAttachments, wishForAttachments } from './fetch-attachments.ts'

const at = Date.parse('2026-11-29T12:00:00Z')

describe.each(stores)('pictures of an export in $name', ({ empty }) => {
  test('are fetched on wish, shown from here, and what cannot be had stays where it is', async () => {
    const boat = await drawing(900, 600).jpeg().toBuffer()
    const { address, fetch, pages } = await openPages({ '/wp/boat.jpg': { body: boat, type: 'image/jpeg' } })
    const store = await empty()
    const file = (name: string) => `${address}/wp/${name}`
    const blog = sourceOf(
      wxr([
        {
          id: 1,
          slug: 'a',
          content: `<img src="${file('boat-300x200.jpg')}" alt="A boat"> <a href="${file('boat.jpg')}">large</a> <img src="${file('gone.png')}">`,
        },
        {
          id: 2,
          slug: 'imd',
          title: 'Migrants Day 2020: events',
          content: `<p>Look: <a href="${file('boat.jpg')}">${file('boat.jpg')}</a></p>${roundUp(2020)}`,
        },
        { id: 3, type: 'attachment', status: 'inherit', parent: 1, attachment: file('boat.jpg') },
        { id: 4, type: 'attachment', status: 'inherit', parent: 1, attachment: file('gone.png') },
        { id: 5, type: 'attachment', status: 'inherit', attachment: file('paper.pdf') },
      ]),
    )
    const { id, site } = await bringInAll(store, blog)
    expect(await countAttachments(store.db, site!)).toEqual({ listed: 2, kept: 0, failed: 0, files: 1 })
    await wishForAttachments(store, id, at)
    expect((await listJobs(store.db, 'waiting', 5)).map(({ kind }) => kind)).toEqual(['fetch-attachments'])
    await fetchAttachments(store, id, { fetch, now: () => at })

    expect(await countAttachments(store.db, site!)).toEqual({ listed: 0, kept: 1, failed: 1, files: 1 })
    const { text } = (await findWriting(store.db, 'post', 'a'))!
    expect(text).toMatch(
      /^!\[A boat\]\(\/pictures\/[0-9a-f-]{36}\.webp#900x600\) \[large\]\(\/pictures\/[0-9a-f-]{36}\.webp#900x600\)/,
    )
    expect(text).toContain(file('gone.png'))
    expect((await findEdition(store.db, 'migrants-day', '2020'))!.text ?? '').not.toContain('boat.jpg)')

    expect((await bringInAll(store, blog)).report).toMatchObject({ posts: 0, unchanged: 2, kept: [] })
    pages['/wp/gone.png'] = { body: await drawing(50, 50).png().toBuffer(), type: 'image/png' }
    await wishForAttachments(store, id, at)
    await fetchAttachments(store, id, { fetch, now: () => at })
    expect((await findWriting(store.db, 'post', 'a'))!.text).not.toContain('gone.png')
  })
})
