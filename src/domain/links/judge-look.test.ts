import { describe, expect, test } from 'vitest'
import { judgeLook } from './judge-look.ts'
import { marksOf, tellingWords } from './page-words.ts'
import type { PagePrint, Seen } from './seen.ts'

const prose = `Migrants from many countries tell how they live and work, what they hope for and what governments have
promised in the convention. Organisations invite everybody to listen to their voices, to ask questions and to read the
statement that was adopted by the assembly of workers and their families, translated into several languages.`

function page(told: Partial<PagePrint> & { text?: string; source?: string } = {}): PagePrint {
  const { text = prose.repeat(3), source = '', ...rest } = told
  const title = rest.title === undefined ? 'Voices of migrants' : rest.title
  return {
    siteName: null,
    language: 'en',
    length: text.length,
    digest: String(text.length),
    words: tellingWords(text),
    marks: marksOf({ title, text, source }),
    ...rest,
    title,
  }
}

function answer(told: Partial<Extract<Seen, { kind: 'answer' }>> & { via?: number[] } = {}): Seen {
  const { via = [], ...rest } = told
  const hops = via.map(status => ({ url: 'https://example.org/step', status }))
  const seen = {
    status: 200,
    url: 'https://example.org/2020/voices-of-migrants',
    print: page(),
    isForAnything: false,
    isChallenged: false,
  }
  return { kind: 'answer', ...seen, hops, ...rest }
}

const url = 'https://example.org/2020/voices-of-migrants'
const judge = (seen: Seen, known: { url?: string; print?: PagePrint | null; titles?: string[] } = {}) => {
  const { kind, why, to } = judgeLook(seen, { url, print: null, titles: [], ...known })
  return to === undefined ? [kind, why] : [kind, why, to]
}
const failed = (code: Extract<Seen, { kind: 'failure' }>['code']): Seen => ({
  kind: 'failure',
  code,
  says: '',
})

describe('one look', () => {
  test('at what answers is fine, however the address is written', () => {
    expect(judge(answer())).toEqual(['fine', 'answers'])
    expect(
      judge(answer({ via: [301], url: `https://www.example.org/2020/voices-of-migrants/?utm_source=x` })),
    ).toEqual(['fine', 'answers'])
    expect(judge(answer({ print: null }))).toEqual(['fine', 'answers'])
    expect(judge(answer({ status: 304 }))).toEqual(['fine', 'answers'])
  })

  test('tells what is gone from what is only kept shut', () => {
    expect(judge(answer({ status: 404 }))).toEqual(['gone', 'not-found'])
    expect(judge(answer({ status: 410 }))).toEqual(['gone', 'taken-away'])
    expect(judge(failed('host-unknown'))).toEqual(['gone', 'no-host'])
    expect(judge(answer({ status: 401 }))).toEqual(['fine', 'log-in'])
    expect(judge(answer({ status: 402 }))).toEqual(['fine', 'paywall'])
    const shut = page({ text: 'This article is for subscribers. Already a subscriber? Log in.' })
    expect(judge(answer({ status: 403, print: shut }))).toEqual(['fine', 'paywall'])
    expect(judge(answer({ via: [302], url: 'https://example.org/login?next=/2020' }))).toEqual([
      'fine',
      'log-in',
    ])
  })

  test('concludes nothing from what can have many reasons', () => {
    expect(judge(answer({ status: 403, print: null }))).toEqual(['unclear', 'refused'])
    expect(judge(answer({ status: 200, isChallenged: true }))).toEqual(['unclear', 'refused'])
    expect(judge(answer({ status: 429 }))).toEqual(['unclear', 'busy'])
    expect(judge(answer({ status: 418 }))).toEqual(['unclear', 'odd'])
    for (const code of ['robots', 'busy', 'other', 'redirect-loop'] as const)
      expect(judge(failed(code))[0]).toBe('unclear')
  })

  test('tells a broken server and a bad certificate apart from death', () => {
    expect(judge(answer({ status: 500 }))).toEqual(['down', 'server-error'])
    expect(judge(failed('slow'))).toEqual(['down', 'slow'])
    expect(judge(failed('unreachable'))).toEqual(['down', 'unreachable'])
    expect(judge(failed('bad-certificate'))).toEqual(['certificate', 'certificate'])
  })

  test('finds out what says that it is not there, in many languages', () => {
    const titles = [
      '404 Not Found',
      'Page not found – Example',
      'Seite nicht gefunden',
      'Page introuvable',
      'Página no encontrada',
      'Страница не найдена',
      'الصفحة غير موجودة',
      '页面不存在',
      'ページが見つかりません',
      'Halaman tidak ditemukan',
      'Pagina non trovata',
      'Không tìm thấy trang',
    ]
    for (const title of titles)
      expect([title, judge(answer({ print: page({ title }) }))[1]]).toEqual([title, 'not-found-words'])
    const short = page({ title: 'Example', text: 'Sorry, the page you are looking for does not exist.' })
    expect(judge(answer({ print: short }))).toEqual(['gone', 'not-found-words'])
    const onSearch = page({ text: `${prose.repeat(12)} Sorry, the page you are looking for does not exist.` })
    expect(judge(answer({ print: onSearch }))).toEqual(['fine', 'answers'])
    expect(judge(answer({ print: page({ title: 'Lost and found: 404 people on the move' }) }))).toEqual([
      'fine',
      'answers',
    ])
  })

  test('finds out what is given for any address, and asks a page of scripts for nothing of the kind', () => {
    expect(judge(answer({ isForAnything: true }))).toEqual(['gone', 'for-anything'])
    const shell = page({ title: 'App', text: 'You need to enable JavaScript to run this app.' })
    expect(judge(answer({ isForAnything: true, print: shell }))).toEqual(['fine', 'answers'])
  })

  test('finds out what leads to the front door or to the floor above', () => {
    expect(judge(answer({ via: [302], url: 'https://example.org/' }))).toEqual([
      'gone',
      'to-front',
      'https://example.org/',
    ])
    const print = page({ title: 'All events' })
    expect(judge(answer({ via: [301], url: 'https://example.org/2020', print }))).toEqual([
      'gone',
      'to-parent',
      'https://example.org/2020',
    ])
    expect(
      judge(answer({ via: [301], url: 'https://example.org/en/' }), { url: 'https://example.org/' }),
    ).toEqual(['elsewhere', 'elsewhere', 'https://example.org/en/'])
  })

  test('follows what moved for ever to the same thing, and shows what moved to another', () => {
    const to = 'https://new.example.net/archive/voices-of-migrants'
    expect(judge(answer({ via: [301, 308], url: to }))).toEqual(['moved', 'moved', to])
    const other = 'https://example.org/node/1893'
    expect(judge(answer({ via: [301], url: other }), { titles: ['Voices of Migrants 2020'] })).toEqual([
      'moved',
      'moved',
      other,
    ])
    const print = page({ title: 'Annual report of the bakers' })
    expect(judge(answer({ via: [301], url: other, print }), { titles: ['Voices of migrants'] })).toEqual([
      'elsewhere',
      'elsewhere',
      other,
    ])
    expect(judge(answer({ via: [302], url: other }))).toEqual(['fine', 'answers'])
    expect(judge(answer({ via: [301], url: other }), { url: 'https://bit.ly/3abcdef' })).toEqual([
      'fine',
      'answers',
    ])
  })

  test('finds out what changed hands', () => {
    const before = page({ siteName: 'Migrant Forum' })
    expect(
      judge(answer({ via: [302], url: 'https://www.hugedomains.com/domain_profile.cfm?d=example' }))[1],
    ).toBe('parked')
    expect(judge(answer({ url: 'https://ww25.example.org/' }))[1]).toBe('parked')
    const source = '<script>window.park = "eyJ"</script>'
    expect(
      judge(answer({ print: page({ title: null, text: 'example.org', source }) }), { print: before })[1],
    ).toBe('parked')
    for (const text of [
      'example.org is for sale! Make an offer on this domain.',
      'Die Domain steht zum Verkauf',
      'Le nom de domaine est à vendre',
      '域名出售',
    ])
      expect([text, judge(answer({ print: page({ title: null, text }) }))[1]]).toEqual([text, 'for-sale'])
    const casino =
      'Best online casino bonus: slots, jackpot, roulette, poker and free spins. Slot gacor casino jackpot.'
    expect(
      judge(answer({ print: page({ title: 'Slot Gacor', text: casino.repeat(9) }) }), { print: before }),
    ).toEqual(['changed-hands', 'spam'])
    const bread = page({
      title: 'Fresh bread daily',
      siteName: 'Bakery Miller',
      text: 'Our bakery sells crusty wholegrain loaves, pretzels, croissants, sourdough, pastries, biscuits and muffins every morning from seven o’clock until noon, delivered throughout town by bicycle couriers.',
    })
    expect(judge(answer({ print: bread }), { print: before })).toEqual(['changed-hands', 'other-site'])
    expect(judge(answer({ print: { ...bread, siteName: 'Migrant Forum' } }), { print: before })).toEqual([
      'fine',
      'answers',
    ])
    const report = page({ text: `${prose.repeat(3)} A report on gambling, casinos, betting and poker.` })
    expect(judge(answer({ print: report }), { print: before })).toEqual(['fine', 'answers'])
  })
})
