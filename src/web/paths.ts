import { addressOf, hostLinkPath, subscriptionsPath } from '../domain/address.ts'
import { type WritingKind, writingPath } from '../domain/writing.ts'
import type { FeedForm } from '../outlet/feeds/feed.ts'
import { commentPaths } from './comment-paths.ts'
import { readingPaths } from './reading-paths.ts'
import { takingPartPaths } from './taking-part-paths.ts'
import { youPaths } from './you-paths.ts'

/** Every address of the site is made here, and nowhere else; those of what is read and suggested in a file beside it. */
export const paths = {
  ...takingPartPaths,
  ...commentPaths,
  home: () => '/',
  /** Where other sites tell that they link here. */
  webmention: () => '/webmention',
  series: (series: string) => `/${series}`,
  edition: (series: string, edition: string, view?: View) =>
    `${addressOf(series, edition)}${view ? `?view=${view}` : ''}`,
  /** Changes as they happen (server-sent events). */
  live: (series: string, edition: string) => `${addressOf(series, edition)}/live`,
  /** @param asked since: what came after a revision; before: a page of what came before one; of: one of them */
  changes: (series: string, edition: string, asked: { since?: number; before?: number; of?: number } = {}) =>
    `${addressOf(series, edition)}/changes${askFor({
      since: asked.since?.toString(),
      before: (asked.of === undefined ? asked.before : asked.of + 1)?.toString(),
    })}${asked.of === undefined ? '' : `#c-${asked.of}`}`,
  entry: addressOf as (series: string, edition: string, entry: string) => string,
  /**
   * The calendar of a series, an edition or an entry.
   *
   * @param of its path
   * @param query which of it: `calendarQuery` of `web/calendar-query.ts` writes it
   */
  calendar: (of: string, query = '') => `${of}.ics${query ? `?${query}` : ''}`,
  session: (series: string, edition: string, entry: string, session: string) =>
    `/${series}/${edition}/${entry}#${session}`,
  /** A post or a page. */
  writing: writingPath,
  /** Passing on what is at an address. */
  passOn: (path: string) => `${path}/share`,
  /** The picture that stands for a page where its address is shared. @param version of what it shows */
  pagePicture: (path: string, language: string, version: string) =>
    `${path}/picture.png${askFor({ lang: language === 'en' ? undefined : language, v: version })}`,
  /** How what is at an address is cited, and the files of it that keepers of references read. */
  cite: (path: string) => `${path}/cite`,
  citation: (path: string, format: CitationFormat) => `${path}.${format}`,
  /** What was posted, and editions; by pages after the first. */
  blog: (page = 1) => (page > 1 ? `/page/${page}` : '/'),
  year: (year: string, page = 1) => paged(`/${year}`, page),
  /** @param month `2020-12` */
  month: (month: string, page = 1) => paged(`/${month.replace('-', '/')}`, page),
  category: (slug: string, page = 1) => paged(`/category/${slug}`, page),
  tag: (slug: string, page = 1) => paged(`/tag/${slug}`, page),
  author: (slug: string, page = 1) => paged(`/author/${slug}`, page),
  /** Who takes part. */
  organisations: (page = 1) => paged('/organisations', page),
  organisationsIn: (series: string, page = 1) => paged(`/organisations/in/${series}`, page),
  organisation: (slug: string, page = 1) => paged(`/organisations/${slug}`, page),
  person: (slug: string, page = 1) => paged(`/people/${slug}`, page),
  personHidden: (slug: string) => `/people/${slug}/hidden`,
  figures: () => '/figures',
  /** @param file the same as a picture or a table */
  figure: (slug: string, file?: FigureFile) => `/figures/${slug}${file ? `.${file}` : ''}`,
  deskExports: () => '/desk/exports',
  /** @param query which of its posts are shown */
  deskExport: (id: string, query = '') => `/desk/exports/${id}${query}`,
  deskExportSettings: (id: string) => `/desk/exports/${id}/settings`,
  deskExportItem: (id: string, number: number) => `/desk/exports/${id}/items/${number}`,
  deskExportRule: (id: string, rule: string) => `/desk/exports/${id}/rules/${rule}`,
  deskExportBringIn: (id: string) => `/desk/exports/${id}/bring-in`,
  deskExportPictures: (id: string) => `/desk/exports/${id}/pictures`,
  deskExportAgain: (id: string) => `/desk/exports/${id}/again`,
  deskExportDropped: (id: string) => `/desk/exports/${id}/dropped`,
  deskWritings: () => '/desk/writings',
  /** @param kind of a new one */
  deskNewWriting: (kind: WritingKind) => `/desk/writings/new/${kind}`,
  deskWriting: (id: string) => `/desk/writings/${id}`,
  deskAuthor: (slug: string) => `/desk/authors/${slug}`,
  /** @param query what is looked for, as `web/search` writes it */
  search: (query = '') => `/search${query ? `?${query}` : ''}`,
  /** @param of whether the reader's own zone is chosen there, or a second one beside it */
  zone: (back: string, of?: 'beside') => `/zone?back=${encodeURIComponent(back)}${of ? `&for=${of}` : ''}`,
  chooseZone: () => '/zone',
  chooseLanguage: () => '/language',
  health: () => '/healthz',
  robots: () => '/robots.txt',
  /** Of the whole site an index, of which each page is one part. */
  sitemap: (part?: number) => (part === undefined ? '/sitemap.xml' : `/sitemap-${part}.xml`),
  /**
   * What is new at a place, for reading programs.
   *
   * @param place its path, as of an edition, a series, a tag; `siteFeed` of the whole site
   * @param query which of it: `feedQuery` of `web/feed-query.ts` writes it
   */
  feed: (place: string, form: FeedForm, query = '') => `${place}.${form}${query ? `?${query}` : ''}`,
  siteFeed: () => '/feed',
  /** How one subscribes to the site, a series or an edition. */
  subscribe: (place = '', query = '') => `/subscribe${place}${query ? `?${query}` : ''}`,
  notices: (of: string) => (of === '/plan' ? '/plan/notices' : `/notices${of}`),
  subscriptions: subscriptionsPath,
  /** @param width the narrowest that is kept and at least so wide is given */
  picture: (id: string, width?: number) => `/pictures/${id}.webp${width ? `?w=${width}` : ''}`,
  addPicture: () => '/desk/pictures',
  preview: () => '/desk/preview',
  /** @param language in which it tells what the site is */
  favicon: () => '/favicon.ico',
  manifest: (language?: string) => `/manifest.webmanifest${askFor({ lang: language })}`,
  /** Keeps what readers saw for when they are offline; it serves what lies below it, so it lies on top. */
  worker: () => '/sw.js',
  offline: () => '/offline',
  /** A reader’s own plan; with a token, the same on another device. */
  plan: (token?: string) => (token ? `/plan/${token}` : '/plan'),
  planCalendar: (token: string) => `/plan/${token}.ics`,
  /** What script knows the stars by. */
  planStars: () => '/plan/stars',
  planEntries: () => '/plan/entries',
  planPins: () => '/plan/pins',
  planHours: () => '/plan/hours',
  planForgotten: () => '/plan/forgotten',
  /** @param query since when, and of what */
  catchUp: (query: Record<string, string | undefined> = {}) => `/plan/catch-up${askFor(query)}`,
  /** All of an edition, to be starred at once. */
  planChoice: (series: string, edition: string) => `/plan/choose${addressOf(series, edition)}`,
  ...youPaths,
  share: () => '/desk/share',
  /** @param back where signing in leads; the desk, where nothing is said */
  signIn: (back?: string) => withBack('/sign-in', back),
  /** The same for somebody who is signed in, and has to show again who they are. */
  signInAgain: (back: string) => `/sign-in?again=1&back=${encodeURIComponent(back)}`,
  signInCode: (back?: string) => withBack('/sign-in/code', back),
  signInPasskey: () => '/sign-in/passkey',
  signInPasskeyOptions: () => '/sign-in/passkey/options',
  /** Asks for a link by mail; with its token, uses it. */
  signInLink: (token?: string, back?: string) =>
    withBack(token ? `/sign-in/link/${token}` : '/sign-in/link', back),
  hostLink: hostLinkPath,
  forgotten: (token?: string) => (token ? `/sign-in/forgotten/${token}` : '/sign-in/forgotten'),
  signOut: () => '/sign-out',
  claim: (token: string) => `/claim/${token}`,
  account: () => '/account',
  accountName: () => '/account/name',
  accountPassword: () => '/account/password',
  accountPasskey: () => '/account/passkey',
  accountPasskeyOptions: () => '/account/passkey/options',
  accountPasskeyRemoved: () => '/account/passkey/removed',
  accountCodes: () => '/account/codes',
  accountCodesConfirmed: () => '/account/codes/confirmed',
  accountCodesRemoved: () => '/account/codes/removed',
  accountRecovery: () => '/account/codes/recovery',
  accountSignIns: () => '/account/sign-ins',
  /** Where an owner adds a second factor, or shows it. */
  secondFactor: (back?: string) => withBack('/account/second-factor', back),
  desk: () => '/desk',
  deskNew: () => '/desk/new',
  deskSeries: (series: string) => `/desk/${series}`,
  deskEdition: (series: string, edition: string) => `/desk${addressOf(series, edition)}`,
  deskStory: (series: string, edition: string) => `/desk${addressOf(series, edition)}/story`,
  /** What whoever watches over the day looks at. */
  deskDay: (series: string, edition: string) => `/desk${addressOf(series, edition)}/day`,
  deskLive: (series: string, edition: string) => `/desk${addressOf(series, edition)}/live`,
  /** @param ofSeries the words of the series instead of those of the edition */
  deskLanguages: (series: string, edition: string, language?: string, ofSeries = false) =>
    `/desk${addressOf(series, edition)}/languages${askFor({ in: language, of: ofSeries ? 'series' : undefined })}`,
  deskEntryLanguages: (id: string, language?: string) =>
    `/desk/entries/${id}/languages${askFor({ in: language })}`,
  deskRecordings: (series: string, edition: string, entry?: string) =>
    `/desk${addressOf(series, edition)}/recordings${entry ? `#recording-${entry}` : ''}`,
  deskRecordingOffer: (series: string, edition: string, id: string) =>
    `/desk${addressOf(series, edition)}/recordings/offers/${id}`,
  deskRecordingLooks: (series: string, edition: string) =>
    `/desk${addressOf(series, edition)}/recordings/looks`,
  deskRecordingPolicy: (series: string, edition: string) =>
    `/desk${addressOf(series, edition)}/recordings/policy`,
  deskText: (series: string, edition: string) => `/desk${addressOf(series, edition)}/text`,
  /** What is wrong with links: of an edition, or of all that one may write. */
  deskLinks: (series?: string, edition?: string) =>
    series && edition ? `/desk${addressOf(series, edition)}/links` : '/desk/links',
  /** The text that was kept of a statement, and whether readers may see it. */
  deskEntryText: (id: string) => `/desk/entries/${id}/text`,
  deskHistory: (series: string, edition: string) => `/desk${addressOf(series, edition)}/history`,
  deskRevision: (series: string, edition: string, number: number) =>
    `/desk${addressOf(series, edition)}/history/${number}`,
  deskVersion: (series: string, edition: string, number: number) =>
    `/desk${addressOf(series, edition)}/history/${number}/text`,
  deskWithdrawn: (series: string, edition: string) => `/desk${addressOf(series, edition)}/withdrawn`,
  deskNext: (series: string, edition: string) => `/desk${addressOf(series, edition)}/next`,
  deskAwaited: (series: string, edition: string) => `/desk${addressOf(series, edition)}/awaited`,
  /** The edition as a post for a blog. */
  deskPost: (series: string, edition: string) => `/desk${addressOf(series, edition)}/post`,
  /** The post of a blog that is kept like it. */
  deskBlog: (series: string, edition: string) => `/desk${addressOf(series, edition)}/post/blog`,
  deskBlogAct: (series: string, edition: string, act: string) =>
    `/desk${addressOf(series, edition)}/post/blog/${act}`,
  deskUndo: (series: string, edition: string) => `/desk${addressOf(series, edition)}/undo`,
  deskEntry: (id: string) => `/desk/entries/${id}`,
  /** @param back where one came from */
  editEntry: (id: string, back?: string) =>
    `/desk/entries/${id}${back ? `?back=${encodeURIComponent(back)}` : ''}`,
  deskEntryStatus: (id: string) => `/desk/entries/${id}/status`,
  deskEntryRecording: (id: string) => `/desk/entries/${id}/recording`,
  deskSessions: (id: string) => `/desk/entries/${id}/sessions`,
  deskNewSession: (id: string) => `/desk/entries/${id}/sessions/new`,
  deskNewEntry: (series: string, edition: string) => `/desk${addressOf(series, edition)}/new`,
  organisationNames: () => '/desk/organisation-names',
  deskEntryHistory: (id: string) => `/desk/entries/${id}/history`,
  deskEntryVersion: (id: string, number: number | string) => `/desk/entries/${id}/history/${number}`,
  deskEntryBack: (id: string) => `/desk/entries/${id}/back`,
  ...readingPaths,
  /** Two entries that are one event. */
  deskMerge: (keep: string, other?: string) =>
    `/desk/entries/${keep}/merge${other === undefined ? '' : `?other=${other}`}`,
  /** What is read again and again for an edition. @param address to be looked at */
  deskSources: (series: string, edition: string, address?: string) =>
    `/desk${addressOf(series, edition)}/sources${address ? `?address=${encodeURIComponent(address)}` : ''}`,
  deskSource: (series: string, edition: string, id: string) =>
    `/desk${addressOf(series, edition)}/sources/${id}`,
  /** How one answers what it says otherwise. */
  deskSourceAnswers: (series: string, edition: string, id: string) =>
    `/desk${addressOf(series, edition)}/sources/${id}/answers`,
  deskSourceReadings: (series: string, edition: string, id: string) =>
    `/desk${addressOf(series, edition)}/sources/${id}/readings`,
  deskSourcePause: (series: string, edition: string, id: string) =>
    `/desk${addressOf(series, edition)}/sources/${id}/pause`,
  /** Files that are imported, and the reports of all imports. */
  deskImports: (series: string, edition: string) => `/desk${addressOf(series, edition)}/import`,
  deskImport: (series: string, edition: string, id: string) =>
    `/desk${addressOf(series, edition)}/import/${id}`,
  deskFigures: () => '/desk/figures',
  deskFigure: (slug: string) => `/desk/figures/${slug}`,
  deskFigurePoints: (slug: string) => `/desk/figures/${slug}/points`,
  deskFigurePoint: (slug: string, point: string) => `/desk/figures/${slug}/points/${point}`,
  /** Where a table is pasted or uploaded. */
  deskFigureTable: (slug: string) => `/desk/figures/${slug}/table`,
  /** Where an address is added that is read again and again. */
  deskFigureWatches: (slug: string) => `/desk/figures/${slug}/sources`,
  deskFigureWatch: (slug: string, watch: string) => `/desk/figures/${slug}/sources/${watch}`,
  deskFigureOffer: (slug: string, offer: string) => `/desk/figures/${slug}/offers/${offer}`,
  deskFigureUndo: (slug: string) => `/desk/figures/${slug}/undo`,
  bookmarklet: () => '/desk/bookmarklet',
  deskOrganisations: () => '/desk/organisations',
  deskOrganisation: (id: string) => `/desk/organisations/${id}`,
  deskMerging: (id: string, other?: string) =>
    `/desk/organisations/${id}/merge${other ? `?with=${encodeURIComponent(other)}` : ''}`,
  deskParting: (id: string) => `/desk/organisations/${id}/part`,
  deskDomains: (id: string) => `/desk/organisations/${id}/domains`,
  deskOrganisationsApart: () => '/desk/organisations/apart',
  deskPeople: () => '/desk/people',
  deskPerson: (id: string) => `/desk/people/${id}`,
  deskPersonRole: (id: string) => `/desk/people/${id}/role`,
  deskPersonSignIns: (id: string) => `/desk/people/${id}/sign-ins`,
  deskInvitations: () => '/desk/people/invitations',
  deskInvitationSent: (id: string) => `/desk/people/invitations/${id}/sent`,
  deskInvitationWithdrawn: (id: string) => `/desk/people/invitations/${id}/withdrawn`,
  invitation: (token: string) => `/invitation/${token}`,
  deskJobs: () => '/desk/jobs',
  deskJob: (id: string) => `/desk/jobs/${id}`,
  deskOutbox: (before?: string) => (before ? `/desk/outbox?before=${before}` : '/desk/outbox'),
  deskMail: (id: string) => `/desk/outbox/${id}`,
  /** @param before the last line of the page before this one */
  deskAudit: (before?: string) => (before ? `/desk/audit?before=${before}` : '/desk/audit'),
  asset: (file: string) => `/assets/${file}`,
}

export const citationFormats = ['bib', 'ris', 'csl.json'] as const
export type CitationFormat = (typeof citationFormats)[number]

export const figureFiles = ['svg', 'png', 'csv'] as const
export type FigureFile = (typeof figureFiles)[number]

const views = ['time', 'days', 'told', 'kiosk'] as const
export type View = (typeof views)[number]

function paged(path: string, page: number): string {
  return page > 1 ? `${path}/page/${page}` : path
}

/** What WordPress asked for by a number, `?p=123`, `?cat=4`; null where nothing of it is asked. */
export function oldQuery(query: URLSearchParams | null): string | null {
  for (const name of ['p', 'page_id', 'cat', 'author']) {
    const id = query?.get(name)
    if (id && /^\d{1,12}$/.test(id)) return `?${name}=${id}`
  }
  return null
}

function withBack(path: string, back: string | undefined): string {
  return back ? `${path}?back=${encodeURIComponent(back)}` : path
}

/** Whether an address is the one at which a site is claimed. */
export function isOfClaim(path: string): boolean {
  return path.startsWith(paths.claim(''))
}

/** Whether an address is one by which somebody comes in, to their desk or before it, or goes out again. */
export function isDoor(path: string): boolean {
  const first = path.indexOf('/', 1)
  return doors.includes(first < 0 ? path : path.slice(0, first))
}

/** What the addresses behind a door begin with. */
export const doors: readonly string[] = [
  paths.desk(),
  paths.account(),
  paths.signIn(),
  paths.signOut(),
  paths.claim('').replace(/\/$/, ''),
  paths.invitation('').replace(/\/$/, ''),
]

function askFor(query: Record<string, string | undefined>): string {
  const told = Object.entries(query).filter((part): part is [string, string] => part[1] !== undefined)
  return told.length ? `?${new URLSearchParams(told)}` : ''
}

/** The view that `?view=` asks for; null where it asks for none that there is. */
export function viewOf(word: string | null | undefined): View | null {
  return views.find(view => view === word) ?? null
}

/** An address with what the reader asked for in the address of this page (zone, language, moment) kept. */
export function withKept(path: string, kept: string): string {
  if (!kept) return path
  const [rest = '', hash] = path.split('#', 2)
  return `${rest}${rest.includes('?') ? '&' : '?'}${kept}${hash === undefined ? '' : `#${hash}`}`
}

/** A path of this site, or null: what comes back from a form must not lead elsewhere. */
export function ownPath(path: string | undefined): string | null {
  if (!path?.startsWith('/')) return null
  const url = URL.parse(path, 'http://here.invalid')
  if (url?.origin !== 'http://here.invalid') return null
  // `/.//elsewhere` is a path of ours whose dots are gone once it is read: what is left would name a host.
  const own = url.pathname + url.search + url.hash
  return isElsewhere(path) || isElsewhere(own) ? null : own
}

/** Browsers take two slashes of either kind for the beginning of a host. */
function isElsewhere(path: string): boolean {
  return /^\/[/\\]/.test(path)
}
