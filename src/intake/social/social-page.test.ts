import { describe, expect, test } from 'vitest'
import type { Finding } from '../../domain/finding.ts'
import { readPage } from '../page/read-page.ts'

function read(html: string, url: string): Finding[] {
  return [...readPage(Buffer.from(html), { url })].flatMap(line => ('finding' in line ? [line.finding] : []))
}

const head = (meta: Record<string, string>, title = '') =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${Object.entries(meta)
    .map(([name, content]) => `<meta property="${name}" content="${content.replaceAll('"', '&quot;')}">`)
    .join('')}</head><body><div id="root"></div></body></html>`

describe('a post is a statement, quoted, with who wrote it, when and where', () => {
  test('on Mastodon', () => {
    const url = 'https://social.example.org/@migrantsnet/105412345678901234'
    const html = head({
      'og:site_name': 'Example Social',
      'og:type': 'article',
      'og:title': 'Migrants Network (@migrantsnet@social.example.org)',
      'og:url': url,
      'og:published_time': '2020-12-18T09:30:00Z',
      'profile:username': 'migrantsnet@social.example.org',
      'og:description':
        'Today is International Migrants Day. Behind every figure there is a person. Join us at 14:00 UTC: https://meet.jit.si/MigrantsDay #MigrantsDay #18December',
      'og:image': 'https://files.example.org/accounts/avatars/000/original/a.png',
    })
    expect(read(html, url)).toEqual([
      {
        kind: 'statement',
        title: 'Today is International Migrants Day',
        url,
        published: '2020-12-18T09:30:00Z',
        summary:
          '“Today is International Migrants Day. Behind every figure there is a person. Join us at 14:00 UTC: https://meet.jit.si/MigrantsDay #MigrantsDay #18December”',
        organisations: [{ name: 'Migrants Network', url: 'https://social.example.org/@migrantsnet' }],
        languages: ['en'],
        links: [{ role: 'join', url: 'https://meet.jit.si/MigrantsDay' }],
        tags: ['MigrantsDay', '18December'],
        from: expect.objectContaining({
          title: 'open-graph',
          summary: 'open-graph',
          published: 'open-graph',
        }),
      },
    ])
  })

  test('on Bluesky', () => {
    const url = 'https://bsky.app/profile/iom.example.org/post/3kabcdefghi2x'
    const html = `<!doctype html><html><head><meta property="og:title" content="Example Migration Office (@iom.example.org)">
      <meta property="og:description" content="Every migrant counts. Here is why we count…">
      <meta name="article:published_time" content="2024-12-18T08:00:00.000Z"></head><body><noscript></noscript>
      <div id="bsky_post_summary"><h3>Post</h3><p id="bsky_display_name">Example Migration Office</p><p id="bsky_post_text">Every migrant counts. Here is why we count, and what for.</p></div></body></html>`
    expect(read(html, url)).toMatchObject([
      {
        kind: 'statement',
        title: 'Every migrant counts',
        published: '2024-12-18T08:00:00Z',
        summary: '“Every migrant counts. Here is why we count, and what for.”',
        organisations: [
          { name: 'Example Migration Office', url: 'https://bsky.app/profile/iom.example.org' },
        ],
      },
    ])
  })

  test('on X, where it is shown', () => {
    const url = 'https://x.com/ExampleUN/status/1339851234567890123'
    const html = head({
      'og:site_name': 'X (formerly Twitter)',
      'og:title': 'Example UN Office (@ExampleUN) on X',
      'og:description': 'Migration is as old as humankind. #MigrantsDay',
      'og:image': 'https://pbs.twimg.com/profile_images/1/a.jpg',
    })
    const [post] = read(html, url)
    expect(post).toMatchObject({
      kind: 'statement',
      title: 'Example UN Office (@ExampleUN) on X',
      summary: '“Migration is as old as humankind. #MigrantsDay”',
      organisations: [{ name: 'Example UN Office', url: 'https://x.com/ExampleUN' }],
    })
    expect(post!.image).toBeUndefined()
  })

  test('on LinkedIn, Facebook and Instagram', () => {
    const linkedin = `<!doctype html><html lang="en"><head><title>Example Alliance on LinkedIn: Domestic work is work…</title>
      <meta property="og:title" content="Example Alliance on LinkedIn: Domestic work is work…">
      <meta property="og:description" content="Domestic work is work. On #MigrantsDay we ask governments to ratify C189.">
      <script type="application/ld+json">{"@context":"http://schema.org","@type":"SocialMediaPosting","author":{"@type":"Organization","name":"Example Alliance","url":"https://www.linkedin.com/company/example"},"datePublished":"2023-12-18T10:00:00.000Z","articleBody":"Domestic work is work. On #MigrantsDay we ask governments to ratify C189."}</script></head><body></body></html>`
    expect(
      read(linkedin, 'https://www.linkedin.com/posts/example_migrantsday-activity-7142-abcd'),
    ).toMatchObject([
      {
        kind: 'statement',
        title: 'Domestic work is work',
        published: '2023-12-18T10:00:00Z',
        organisations: [{ name: 'Example Alliance' }],
        from: { summary: 'json-ld' },
      },
    ])
    const facebook = head(
      {
        'og:title': 'Network for Migrants’ Rights - Our statement for today',
        'og:description': 'Our statement for today: no one is illegal.\nRead it in full on our page.',
      },
      'Network for Migrants’ Rights - Our statement for today | Facebook',
    )
    expect(read(facebook, 'https://www.facebook.com/network/posts/10158')).toMatchObject([
      {
        kind: 'statement',
        title: 'Our statement for today: no one is illegal',
        organisations: [{ name: 'Network for Migrants’ Rights' }],
      },
    ])
    const instagram = head({
      'og:title':
        'Anna Example on Instagram: "My grandmother crossed three borders. Today I tell her story."',
      'og:description':
        '123 likes, 4 comments - anna.example on December 18, 2020: "My grandmother crossed three borders. Today I tell her story."',
    })
    expect(read(instagram, 'https://www.instagram.com/p/CI8abcdEFgh/')).toMatchObject([
      {
        kind: 'statement',
        title: 'My grandmother crossed three borders',
        published: '2020-12-18',
        people: [{ name: 'Anna Example', role: 'author' }],
      },
    ])
  })

  test('a film on such a site is a video', () => {
    const html = head({
      'og:title': 'Example Film Festival on Instagram: "Trailer: the long way home"',
      'og:description': 'Trailer',
    })
    expect(read(html, 'https://www.instagram.com/reel/CI8abcdEFgh/')).toMatchObject([
      { kind: 'video', title: 'Trailer: the long way home' },
    ])
  })

  test('profiles and start pages are no posts', () => {
    const html = head({
      'og:title': 'Example (@example@social.example.org)',
      'og:description': '1.2K Posts, 34 Following',
    })
    expect(read(html, 'https://social.example.org/@example')).toEqual([])
  })

  test.each([
    ['Log in to X / X', 'https://x.com/a/status/1'],
    ['Facebook – log in or sign up', 'https://www.facebook.com/a/posts/1'],
    ['Log into Facebook | Facebook', 'https://www.facebook.com/a/posts/1'],
    ['Login • Instagram', 'https://www.instagram.com/p/abc/'],
    ['Instagram', 'https://www.instagram.com/p/abc/'],
    ['Sign Up | LinkedIn', 'https://www.linkedin.com/posts/a'],
  ])('“%s” lets nobody in, and says so', (title, url) => {
    const lines = [...readPage(Buffer.from(head({ 'og:title': title }, title)), { url })]
    expect(lines).toMatchObject([{ problem: { code: 'no-access' } }])
  })
})

describe('a post handed out by its site (oEmbed)', () => {
  const embedded = (answer: Record<string, unknown>) => [...readPage(Buffer.from(JSON.stringify(answer)), {})]

  test('of X', () => {
    const url = 'https://twitter.com/Interior/status/507185938620219395'
    expect(
      embedded({
        url,
        author_name: 'US Department of the Interior',
        author_url: 'https://twitter.com/Interior',
        html: `<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Happy 50th anniversary to the Wilderness Act! Here&#39;s a great wilderness photo from <a href="https://twitter.com/YosemiteNPS">@YosemiteNPS</a>.<br><a href="https://twitter.com/hashtag/Wilderness50?src=hash">#Wilderness50</a> <a href="http://t.co/HMhbyTg18X">pic.twitter.com/HMhbyTg18X</a></p>&mdash; US Department of the Interior (@Interior) <a href="${url}?ref_src=twsrc%5Etfw">September 5, 2014</a></blockquote>`,
        type: 'rich',
        provider_name: 'Twitter',
        version: '1.0',
      }),
    ).toEqual([
      {
        finding: {
          kind: 'statement',
          title: 'Happy 50th anniversary to the Wilderness Act!',
          url,
          published: '2014-09-05',
          summary:
            "“Happy 50th anniversary to the Wilderness Act! Here's a great wilderness photo from @YosemiteNPS.\n#Wilderness50 pic.twitter.com/HMhbyTg18X”",
          organisations: [{ name: 'US Department of the Interior', url: 'https://twitter.com/Interior' }],
          languages: ['en'],
          tags: ['Wilderness50'],
          from: expect.objectContaining({ title: 'oembed', summary: 'oembed' }),
        },
      },
    ])
  })

  test('of Bluesky', () => {
    const [line] = embedded({
      type: 'rich',
      version: '1.0',
      author_name: 'Anna Example (@anna.example.org)',
      author_url: 'https://bsky.app/profile/anna.example.org',
      provider_name: 'Bluesky Social',
      html: '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:a/app.bsky.feed.post/3k"><p lang="en">We are all from somewhere.</p>&mdash; Anna Example (<a href="https://bsky.app/profile/did:plc:a">@anna.example.org</a>) <a href="https://bsky.app/profile/did:plc:a/post/3k">December 18, 2024 at 9:00 AM</a></blockquote>',
    })
    expect(line).toMatchObject({
      finding: { kind: 'statement', title: 'We are all from somewhere', published: '2024-12-18' },
    })
  })

  test('a video stays a video', () => {
    const [line] = embedded({
      type: 'video',
      version: '1.0',
      provider_name: 'YouTube',
      title: 'Opening of the day',
      author_name: 'Example Network',
      html: '<iframe src="https://www.youtube.com/embed/eiHXASgRTcA"></iframe>',
    })
    expect(line).toMatchObject({ finding: { kind: 'video', title: 'Opening of the day' } })
  })
})

test.each([
  ['tags without an end', `${'#a'.repeat(9000)}!`],
  ['names without an end', `${'@a'.repeat(9000)}!`],
  ['one letter', 'x'.repeat(19_000)],
  ['full stops', '. '.repeat(9000)],
  ['blanks and quotes', '“ '.repeat(9000)],
  ['nothing but signs', '🧵'.repeat(4000)],
])('a post of %s is read or left alone', (_, text) => {
  const url = 'https://social.example.org/@net/105412345678901234'
  const html = head({
    'og:title': `${text.slice(0, 2000)} (@net@social.example.org)`,
    'og:description': text,
  })
  for (const finding of read(html, url)) {
    expect(finding.title.length).toBeLessThan(200)
    expect((finding.summary ?? '').length).toBeLessThan(5100)
  }
})

test('an answer that lies about its kind is read as what it has', () => {
  const answer = (fields: Record<string, unknown>) => [
    ...readPage(Buffer.from(JSON.stringify({ version: '1.0', type: 'rich', ...fields })), {}),
  ]
  const quote = (inner: string) => `<blockquote class="twitter-tweet">${inner}</blockquote>`
  expect(answer({ title: 'A', html: quote('') })).toMatchObject([{ finding: { title: 'A' } }])
  expect(answer({ html: quote(''), author_name: '' })).toMatchObject([{ problem: { code: 'nothing-found' } }])
  expect(answer({ title: 'A', html: quote('<p>'.repeat(5000)) })).toHaveLength(1)
  expect(
    answer({ title: 'A', url: 'javascript:alert(1)', author_url: 'data:x', html: quote('<p>Hi there</p>') }),
  ).toMatchObject([{ finding: { title: 'Hi there' } }])
})
