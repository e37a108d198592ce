import type { VerdictKind, Why } from '../../src/domain/links/verdict.ts'
import type { WorldPage } from '../pages-site.ts'

/**
 * What a server answers at an address, written by hand after public documentation, and what one look at it says.
 * `source`: that documentation. `before`: what stood there when it was last fine. Hosts that are not named in `answers`
 * do not exist; paths that are not are not found.
 */
export type LinkFixture = {
  name: string
  source: string
  url: string
  before?: WorldPage
  answers: Record<string, WorldPage | 'closed' | 'hangs' | 'no HTTP' | 'untrusted'>
  tells: [VerdictKind, Why] | [VerdictKind, Why, string]
}

const http = 'https://www.rfc-editor.org/rfc/rfc9110#section-'
/** Pages that say with 200 that nothing is there, and those that lead all that is gone to the front page. */
const soft404 =
  'https://developers.google.com/search/docs/crawling-indexing/http-network-errors#soft-404-errors'
/** Words, addresses and scripts by which parked pages are known. */
const parking =
  'https://www.ndss-symposium.org/ndss2015/parking-sensors-analyzing-and-detecting-parked-domains/'
const challenge =
  'https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/'
const expired = 'https://developers.google.com/search/docs/essentials/spam-policies#expired-domain'

const url = 'http://forum.example/2020/voices-of-migrants'
const prose = `<p>Migrants from many countries tell how they live and work, what they hope for and what governments have
promised in the convention. Organisations invite everybody to listen to their voices and to ask questions.</p>`
const page = (title: string, body = prose.repeat(4), head = '') =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><main><h1>${title}</h1>${body}</main></body></html>`
const named = '<meta property="og:site_name" content="Migrant Forum">'
const voices = page('Voices of migrants', undefined, named)
const answer = (status: number, headers?: Record<string, string>, body = ''): WorldPage => ({
  body,
  status,
  ...(headers && { headers }),
})
const to = (location: string, status = 301) => answer(status, { location })

export const linkFixtures: LinkFixture[] = [
  {
    name: 'a page',
    source: `${http}15.3.1 (200 OK)`,
    url,
    answers: { [url]: voices },
    tells: ['fine', 'answers'],
  },
  {
    name: 'a page behind a name and a password',
    source: `${http}15.5.2 (401 Unauthorized)`,
    url,
    answers: { [url]: answer(401, { 'www-authenticate': 'Basic realm="members"' }) },
    tells: ['fine', 'log-in'],
  },
  {
    name: 'a page that leads to where one signs in',
    source: 'https://developer.wordpress.org/reference/functions/auth_redirect/',
    url,
    answers: {
      [url]: to('http://forum.example/wp-login.php?redirect_to=2020', 302),
      'http://forum.example/wp-login.php?redirect_to=2020': page('Log In'),
    },
    tells: ['fine', 'log-in'],
  },
  {
    name: 'a page that is to be paid for, by its status',
    source: `${http}15.5.3 (402 Payment Required)`,
    url,
    answers: { [url]: answer(402) },
    tells: ['fine', 'paywall'],
  },
  {
    name: 'a page that is kept from who has not subscribed',
    source: `${http}15.5.4 (403 Forbidden)`,
    url,
    answers: {
      [url]: answer(403, {}, page('Voices', '<p>This article is for subscribers. Already a subscriber?</p>')),
    },
    tells: ['fine', 'paywall'],
  },
  {
    name: 'the first lines of an article that is to be paid for',
    source:
      'https://developers.google.com/search/docs/appearance/structured-data/paywalled-content (isAccessibleForFree)',
    url,
    before: voices,
    answers: {
      [url]: page(
        'Voices of migrants',
        `${prose}<p class="paywall">Subscribe to continue reading.</p>`,
        `${named}<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>`,
      ),
    },
    tells: ['fine', 'answers'],
  },
  {
    name: 'a page that was taken away',
    source: `${http}15.5.11 (410 Gone)`,
    url,
    answers: { [url]: answer(410) },
    tells: ['gone', 'taken-away'],
  },
  {
    name: 'a page that a court took away',
    source: 'https://www.rfc-editor.org/rfc/rfc7725#section-3 (451)',
    url,
    answers: { [url]: answer(451) },
    tells: ['gone', 'taken-away'],
  },
  {
    name: 'no such page',
    source: `${http}15.5.5 (404 Not Found)`,
    url,
    answers: { 'http://forum.example/': voices },
    tells: ['gone', 'not-found'],
  },
  {
    name: 'no such site',
    source: 'https://www.rfc-editor.org/rfc/rfc8020#section-2 (NXDOMAIN)',
    url,
    answers: {},
    tells: ['gone', 'no-host'],
  },
  {
    name: 'a page that says that nothing was found, with success',
    source: soft404,
    url,
    answers: {
      [url]: page('Page not found – Migrant Forum', '<p>It looks like nothing was found here.</p>'),
    },
    tells: ['gone', 'not-found-words'],
  },
  {
    name: 'a site that has the same page for any address',
    source: soft404,
    url,
    before: voices,
    answers: {
      [url]: page('Migrant Forum', prose.repeat(5), named),
      'http://forum.example/*': page('Migrant Forum', prose.repeat(5), named),
    },
    tells: ['gone', 'for-anything'],
  },
  {
    name: 'a site that leads whatever is gone to its front page',
    source: soft404,
    url,
    answers: { [url]: to('/', 302), 'http://forum.example/': page('Migrant Forum') },
    tells: ['gone', 'to-front', 'http://forum.example/'],
  },
  {
    name: 'a site that leads whatever is gone to the page above it',
    source: soft404,
    url,
    before: voices,
    answers: { [url]: to('/2020'), 'http://forum.example/2020': page('All of 2020', prose.repeat(6), named) },
    tells: ['gone', 'to-parent', 'http://forum.example/2020'],
  },
  ...([301, 308] as const).map((status): LinkFixture => {
    const there = 'http://new.example/archive/voices-of-migrants'
    return {
      name: `a page that moved for ever (${status})`,
      source: `${http}${status === 301 ? '15.4.2' : '15.4.9'} (${status})`,
      url,
      answers: { [url]: to(there, status), [there]: voices },
      tells: ['moved', 'moved', there],
    }
  }),
  {
    name: 'a page that is somewhere else for now',
    source: `${http}15.4.3 (302 Found)`,
    url,
    answers: {
      [url]: to('http://new.example/archive/voices-of-migrants', 302),
      'http://new.example/archive/voices-of-migrants': voices,
    },
    tells: ['fine', 'answers'],
  },
  {
    name: 'a page that leads on for ever to something else',
    source: `${http}15.4.2 (301)`,
    url,
    before: voices,
    answers: {
      [url]: to('http://forum.example/node/17'),
      'http://forum.example/node/17': page('Annual report of the bakers', prose.repeat(3), named),
    },
    tells: ['elsewhere', 'elsewhere', 'http://forum.example/node/17'],
  },
  {
    name: 'a name that leads to who sells it',
    source: `${parking} (redirects)`,
    url,
    answers: {
      [url]: to('http://www.hugedomains.com/domain_profile.cfm?d=forum.example', 302),
      'http://www.hugedomains.com/domain_profile.cfm?d=forum.example': page('forum.example'),
    },
    tells: ['changed-hands', 'parked', 'http://www.hugedomains.com/domain_profile.cfm?d=forum.example'],
  },
  ...(
    [
      ['Sedo', '<script src="https://img.sedoparking.com/jspartner/iam.js"></script>'],
      ['Bodis', '<script>window.park = "eyJ1dWlkIjoiMSJ9"</script>'],
      ['ParkingCrew', '<script src="https://www.parkingcrew.net/jsparkcaf.php"></script>'],
      ['GoDaddy', '<script src="https://img1.wsimg.com/parking-lander/static/js/main.js"></script>'],
    ] as const
  ).map(
    ([who, script]): LinkFixture => ({
      name: `a page of advertisements where nobody has a site: ${who}`,
      source: `${parking} (third-party scripts)`,
      url,
      before: voices,
      answers: { [url]: page('forum.example', `<p>Flights Hotels Insurance</p>`, script) },
      tells: ['changed-hands', 'parked'],
    }),
  ),
  {
    name: 'a page that says that its name is for sale',
    source: `${parking} (words)`,
    url,
    before: voices,
    answers: {
      [url]: page('forum.example', '<p>The domain name forum.example is for sale. Make an offer!</p>'),
    },
    tells: ['changed-hands', 'for-sale'],
  },
  {
    name: 'a name that was bought for what it was known by',
    source: expired,
    url,
    before: voices,
    answers: {
      [url]: page(
        'Slot Gacor',
        '<p>Best online casino bonus: slots, jackpot, roulette, poker and free spins. Togel and betting.</p>'.repeat(
          5,
        ),
      ),
    },
    tells: ['changed-hands', 'spam'],
  },
  {
    name: 'a name under which somebody else speaks now',
    source: expired,
    url,
    before: voices,
    answers: {
      [url]: page(
        'Fresh bread daily',
        `<p>Our bakery sells crusty wholegrain loaves, pretzels, croissants, sourdough, pastries, biscuits and muffins
every morning from seven o’clock until noon, delivered throughout town by bicycle couriers.</p>`,
        '<meta property="og:site_name" content="Bakery Miller">',
      ),
    },
    tells: ['changed-hands', 'other-site'],
  },
  {
    name: 'a certificate that nobody vouches for',
    source: 'https://www.rfc-editor.org/rfc/rfc5280#section-6',
    url: 'https://forum.example/2020',
    answers: { 'https://forum.example/2020': 'untrusted' },
    tells: ['certificate', 'certificate'],
  },
  {
    name: 'a server with a fault of its own',
    source: `${http}15.6.1 (500)`,
    url,
    answers: { [url]: answer(500) },
    tells: ['down', 'server-error'],
  },
  {
    name: 'a server that has too much to do, without a word on when it has not',
    source: `${http}15.6.4 (503 without Retry-After)`,
    url,
    answers: { [url]: answer(503) },
    tells: ['down', 'server-error'],
  },
  {
    name: 'a server that nobody listens at',
    source: 'https://www.rfc-editor.org/rfc/rfc9293#section-3.5.2 (reset)',
    url,
    answers: { [url]: 'closed' },
    tells: ['down', 'unreachable'],
  },
  {
    name: 'a server that does not answer',
    source: `${http}15.5.9 (nobody waits for ever)`,
    url,
    answers: { [url]: 'hangs' },
    tells: ['down', 'slow'],
  },
  {
    name: 'an answer that is no HTTP',
    source: 'https://www.rfc-editor.org/rfc/rfc9112#section-4',
    url,
    answers: { [url]: 'no HTTP' },
    tells: ['down', 'broken'],
  },
  {
    name: 'addresses that lead to each other without end',
    source: `${http}15.4 (cyclical redirections)`,
    url,
    answers: { [url]: to('/a'), 'http://forum.example/a': to(url) },
    tells: ['unclear', 'loop'],
  },
  {
    name: 'a site that keeps programs out',
    source: `${http}15.5.4 (403 Forbidden)`,
    url,
    answers: { [url]: answer(403) },
    tells: ['unclear', 'refused'],
  },
  {
    name: 'a site that wants proof of a person',
    source: challenge,
    url,
    answers: { [url]: answer(403, { 'cf-mitigated': 'challenge' }, page('Just a moment…', '<p>Log in</p>')) },
    tells: ['unclear', 'refused'],
  },
  {
    name: 'a site that asks programs not to look',
    source: 'https://www.rfc-editor.org/rfc/rfc9309#section-2.2.2',
    url,
    answers: {
      'http://forum.example/robots.txt': { body: 'User-agent: *\nDisallow: /2020', type: 'text/plain' },
      [url]: voices,
    },
    tells: ['unclear', 'robots'],
  },
  {
    name: 'a site that asks for patience',
    source: 'https://www.rfc-editor.org/rfc/rfc6585#section-4 (429)',
    url,
    answers: { [url]: answer(429, { 'retry-after': '600' }) },
    tells: ['unclear', 'busy'],
  },
  {
    name: 'a status of which nothing follows',
    source: `${http}15.5.19 (418 is unused)`,
    url,
    answers: { [url]: answer(418) },
    tells: ['unclear', 'odd'],
  },
]
