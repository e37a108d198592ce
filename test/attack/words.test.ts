import { describe, expect, test } from 'vitest'
import { createMailer } from '../../src/outside/mail.ts'
import { addProgramme, openSite } from '../site.ts'
import { openSmtp } from '../smtp.ts'
import { stores } from '../stores.ts'
import { visit } from '../visitor.ts'

const sly = `"'; drop table entries; -- </script><script>alert(1)</script>\r\nX-Evil: 1 %s \${7*7} {{7*7}} \\`
const edition = { series: 'data-day', edition: '2021', date: '2021-03-06', zone: 'Europe/Berlin' }
const start = '2021-03-06T10:00:00+01:00'

describe.each(stores)('words that are commands elsewhere, in $name', ({ empty }) => {
  test('are words to the database, to pages, to what machines read in them and to heads of answers', async () => {
    const site = await openSite('2021-03-06T09:20:00Z', await empty())
    const title = `Maps ${sly}`
    await addProgramme(site, edition, [
      { kind: 'event', title, start, people: [{ name: `Ada ${sly}` }], tags: [sly] },
      { kind: 'event', title: 'Boats', start },
    ])
    const reader = visit(site)
    const count = async () => (await site.store.db.selectFrom('entries').selectAll().execute()).length
    expect(await count()).toBe(2)
    const words = encodeURIComponent(`boats ${sly}`)
    for (const path of [
      `/search?q=${words}`,
      `/data-day/2021?q=${words}&tag=${words}&kind=${words}`,
      `/feed.atom?q=${words}`,
      `/data-day/2021.ics?tag=${words}`,
      `/people/${words}`,
      `/${words}/${words}/${words}`,
      `/plan?must=${words}`,
    ]) {
      const { status, page } = await reader.get(path)
      expect([path, status < 500, /<script>alert/.test(page)]).toEqual([path, true, path.includes('.ics')])
    }
    // All words are looked for: a condition that is always true would find what has none of them.
    expect((await reader.get(`/search?q=${encodeURIComponent("nowhere' or 1=1 --")}`)).page).not.toContain(
      'href="/data-day/2021/boats"',
    )
    await reader.post('/plan/entries', { must: `data-day/2021/${sly}`, zone: sly })
    await reader.post('/sign-in', { email: `${sly}@example.org`, password: sly })
    expect(await count()).toBe(2)

    const [{ slug }] = (await site.store.db
      .selectFrom('entries')
      .select('slug')
      .where('title', 'like', 'Maps%')
      .execute()) as [{ slug: string }]
    const { page } = await reader.get(`/data-day/2021/${slug}`)
    const isTold = (words: string) => page.includes(words)
    expect(isTold('&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;')).toBe(true)
    expect([isTold('<script>alert'), isTold(`%s \${7*7} {{7*7}} \\\\`)]).toEqual([false, true])
    const [, told = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? []
    expect(JSON.stringify(JSON.parse(told))).toContain('drop table entries')
    for (const ending of ['.bib', '.ics', '.csl.json']) {
      const answer = await site.app.request(`/data-day/2021/${slug}${ending}`)
      expect(answer.headers.get('content-disposition')).toMatch(/^(?:attachment|inline); filename="[\w.-]+"$/)
      expect([answer.status, answer.headers.get('x-evil')]).toEqual([200, null])
    }
    await site.close()
  })
})

test('words with line breaks begin no line of their own in the head of a mail, and no mailbox is added', async () => {
  const { port, mails } = await openSmtp()
  const send = createMailer(
    { host: 'localhost', port, isSecure: false, mayBePlain: true, login: null },
    { name: 'Daylong\r\nBcc: eve@example.org', address: 'daylong@day.example' },
  )
  const mail = {
    id: '01a2',
    to: 'amina@example.org',
    subject: 'Hello\r\nBcc: eve@example.org\r\n\r\n<b>Not this</b>',
    text: 'As it was written.\r\n.\r\nRCPT TO:<eve@example.org>\r\n',
    html: null,
  }
  await send(mail, new AbortController().signal)
  expect(mails).toMatchObject([{ to: ['amina@example.org'] }])
  const [head = '', body = ''] = mails[0]!.source.split('\n\n', 2)
  expect(head).not.toMatch(/^bcc:/im)
  expect(body).toMatch(/^As it was written\.\n\.\nRCPT TO:/)
})
