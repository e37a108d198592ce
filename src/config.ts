import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Faces, facesOf } from './domain/faces.ts'
import { isMailAddress } from './domain/mail.ts'
import type { ProviderClient, Providers } from './domain/provider.ts'
import type { Dkim } from './outside/mail.ts'
import { type MailFolder, readMailFolder } from './outside/mail-folder.ts'
import { type MailListening, readMailListening } from './outside/mail-listening.ts'
import { type Mailbox, type MailServer, readMailServer } from './outside/mail-server.ts'
import type { SpamService } from './outside/spam-service.ts'

/** What a host can set. Everything has a default; nothing else reads the environment. */
export type Config = {
  port: number
  host: string
  /** Address under which readers see the site, without a slash at its end. */
  baseUrl: string
  /** Folder in which everything is kept that is not in PostgreSQL. */
  data: string
  /** `postgres://…`, or null for SQLite in the data folder. */
  database: string | null
  /** Whether addresses of private networks may be read as well. */
  fetchPrivate: boolean
  /** How many browsers may be told of changes as they happen, in all and from one address. */
  liveReaders: number
  liveReadersEach: number
  /** Whether the sites that are linked to are looked at, and what the Internet Archive may be asked. */
  links: { looks: boolean; archive: { asks: boolean; saves: boolean; keys: string | null } }
  /**
   * Who sends mails, and as whom; null: they are kept in the outbox. `returns`: where receivers send back what they
   * cannot deliver.
   */
  mail: { server: MailServer; from: Mailbox; dkim: Dkim | null; returns: MailFolder | null } | null
  /** By whom visitors may say who they are. */
  providers: Providers
  /**
   * By which doors suggestions come by mail. `trustedHost`: the name under which the server that takes them in for the
   * folder, or hands them over by LMTP, says what it saw of where they came from.
   */
  mailIn: { folder: MailFolder | null; listening: MailListening | null; trustedHost: string | null }
  /** Whether sites tell each other that they link to each other (Webmention), both ways. */
  webmention: boolean
  /** What is asked whether a text is spam, besides what the site finds itself; null: nobody. */
  spamService: SpamService | null
  /** Which pictures of those who take part are fetched. */
  faces: Faces
}

const byClient = 'client id and secret, as id:secret, to let visitors sign in by'
const providerSettings = [
  { name: 'SIGN_IN_WORDPRESS', fallback: '(not offered)', says: `${byClient} WordPress.com` },
  { name: 'SIGN_IN_GOOGLE', fallback: '(not offered)', says: `${byClient} Google` },
  { name: 'SIGN_IN_FACEBOOK', fallback: '(not offered)', says: `${byClient} Facebook` },
  { name: 'SIGN_IN_X', fallback: '(not offered)', says: `${byClient} X` },
  { name: 'SIGN_IN_GITHUB', fallback: '(not offered)', says: `${byClient} GitHub` },
  {
    name: 'SIGN_IN_ORCID',
    fallback: '(not offered)',
    says: `${byClient} ORCID; “id:secret at https://sandbox.orcid.org” asks another server of the same kind`,
  },
  {
    name: 'SIGN_IN_MASTODON',
    fallback: 'refuse',
    says: 'allow, to let visitors sign in by any server of Mastodon; the site makes itself known there',
  },
] as const

/** The one table of settings: `daylong help` and the documentation are made from it. */
export const settings = [
  { name: 'PORT', fallback: '1812', says: 'port to listen on' },
  {
    name: 'HOST',
    fallback: '0.0.0.0',
    says: 'address to listen on; 127.0.0.1 behind a proxy of the same machine',
  },
  { name: 'BASE_URL', fallback: 'http://localhost:PORT', says: 'address under which readers see the site' },
  { name: 'DAYLONG_DATA', fallback: './data', says: 'folder in which the site is kept' },
  {
    name: 'DATABASE_URL',
    fallback: '(SQLite in the data folder)',
    says: 'postgres://… to keep it in PostgreSQL',
  },
  {
    name: 'DAYLONG_FETCH_PRIVATE',
    fallback: 'refuse',
    says: 'allow, to read addresses of private networks too, where all who may give addresses are trusted',
  },
  {
    name: 'SMTP_URL',
    fallback: '(mails are kept in the outbox)',
    says: 'smtps://user:password@host or smtp://…, to send mails; ?tls=optional where the server has no encryption',
  },
  {
    name: 'MAIL_FROM',
    fallback: 'Daylong <daylong@ host of BASE_URL>',
    says: 'who mails are from',
  },
  {
    name: 'DAYLONG_LIVE_READERS',
    fallback: '10000',
    says: 'how many browsers are told of changes at once, some 20 KB of memory each; 0 tells none',
  },
  {
    name: 'DAYLONG_LIVE_READERS_EACH',
    fallback: '250',
    says: 'how many of them may be at one address, as those of a school or a hall are',
  },
  {
    name: 'DAYLONG_LINKS',
    fallback: 'look',
    says: 'leave, and nobody looks whether what is linked to is still there',
  },
  {
    name: 'DAYLONG_ARCHIVE',
    fallback: 'leave',
    says: 'ask, and the Internet Archive is asked for copies of what is gone; save, and it is also asked to save what is published',
  },
  {
    name: 'ARCHIVE_KEYS',
    fallback: '(asked without an account)',
    says: 'access:secret of an account of archive.org, to have more saved and sooner',
  },
  {
    name: 'DKIM_KEY',
    fallback: '(mails are not signed here)',
    says: 'file of the private key (PEM) mails are signed with, where the mail server does not do that',
  },
  { name: 'DKIM_SELECTOR', fallback: 'daylong', says: 'name of that key in the domain of MAIL_FROM' },
  {
    name: 'RETURNS_URL',
    fallback: '(what comes back is not read)',
    says: 'imaps://user:password@host/INBOX?address=returns@example.org: the mailbox of what could not be delivered',
  },
  ...providerSettings,
  {
    name: 'SUGGESTIONS_URL',
    fallback: '(no mailbox is read)',
    says: 'imaps://user:password@host/INBOX?address=suggest@example.org: the mailbox to which anybody may send what belongs into a programme',
  },
  {
    name: 'MAIL_LISTEN',
    fallback: '(no mails are taken in)',
    says: 'smtp://0.0.0.0:25?address=suggest@example.org, with &cert=FILE&key=FILE for encryption, or lmtp://127.0.0.1:2424?address=… behind a mail server of this machine, to take them in without a mailbox',
  },
  {
    name: 'MAIL_TRUSTED_HOST',
    fallback: '(what headers say is not believed)',
    says: 'name in Authentication-Results of the server that takes mails in for that mailbox, such as mx.example.org: what it says of where they came from is believed',
  },
  {
    name: 'SPAM_SERVICE',
    fallback: '(nobody is asked)',
    says: 'address of a service that speaks as Akismet does, such as https://rest.akismet.com/1.1, to ask it of what strangers write: it is told text, name, website and network, which the page on privacy says',
  },
  { name: 'SPAM_SERVICE_KEY', fallback: '(none)', says: 'the key by which that service knows the site' },
  {
    name: 'DAYLONG_WEBMENTION',
    fallback: 'refuse',
    says: 'allow, to tell sites that texts link to them, and to take in, held first, which sites link here',
  },
  {
    name: 'DAYLONG_FACES',
    fallback: 'told',
    says: 'whose pictures are copied here: told, of visitors whose provider tells one; gravatar, also of who is known at gravatar.com by their mail address, or its address at another server of the kind, such as https://seccdn.libravatar.org/avatar/; drawn, nobody’s',
  },
] as const

/** A setting that cannot be used: the message says which, what came and what was expected. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** @throws ConfigError naming every setting that cannot be used */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const wrong: string[] = []
  const told = (name: (typeof settings)[number]['name']) => environment[name]?.trim() || undefined

  const port = Number(told('PORT') ?? 1812)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    wrong.push(`PORT is “${told('PORT')}”; expected a number from 0 to 65535.`)

  const baseUrl = (told('BASE_URL') ?? `http://localhost:${port}`).replace(/\/+$/, '')
  if (told('BASE_URL') && !isRoot(URL.parse(baseUrl)))
    wrong.push(`BASE_URL is “${told('BASE_URL')}”; expected the root of a site, such as https://example.org.`)

  const database = told('DATABASE_URL') ?? null
  if (database && !/^postgres(ql)?:$/.test(URL.parse(database)?.protocol ?? ''))
    wrong.push('DATABASE_URL is not an address that begins with postgres://; leave it out to use SQLite.')

  const fetchPrivate = told('DAYLONG_FETCH_PRIVATE') ?? 'refuse'
  if (fetchPrivate !== 'allow' && fetchPrivate !== 'refuse')
    wrong.push(`DAYLONG_FETCH_PRIVATE is “${fetchPrivate}”; expected allow or refuse.`)

  const server = told('SMTP_URL') ? readMailServer(told('SMTP_URL')!) : null
  if (told('SMTP_URL') && !server)
    wrong.push(
      'SMTP_URL is not an address like smtps://user:password@mail.example.org; special characters in it are written %40 and so on.',
    )

  const host = URL.parse(baseUrl)?.hostname ?? ''
  const from = mailboxOf(told('MAIL_FROM') ?? `Daylong <daylong@${host}>`)
  if (told('MAIL_FROM') && !from)
    wrong.push(`MAIL_FROM is “${told('MAIL_FROM')}”; expected Name <name@example.org>, or the address alone.`)
  if (server && !told('MAIL_FROM') && !/\.[a-z]+$/.test(host))
    wrong.push(
      'MAIL_FROM is missing: mails need an address to come from, such as Daylong <daylong@example.org>.',
    )

  const count = (name: 'DAYLONG_LIVE_READERS' | 'DAYLONG_LIVE_READERS_EACH', fallback: number) => {
    const asked = told(name) ?? String(fallback)
    if (!/^\d{1,7}$/.test(asked)) wrong.push(`${name} is “${asked}”; expected a number, such as ${fallback}.`)
    return Number(asked)
  }
  const liveReaders = count('DAYLONG_LIVE_READERS', 10_000)
  const liveReadersEach = count('DAYLONG_LIVE_READERS_EACH', 250)
  const looks = told('DAYLONG_LINKS') ?? 'look'
  if (looks !== 'look' && looks !== 'leave')
    wrong.push(`DAYLONG_LINKS is “${looks}”; expected look or leave.`)

  const archive = told('DAYLONG_ARCHIVE') ?? 'leave'
  if (archive !== 'leave' && archive !== 'ask' && archive !== 'save')
    wrong.push(`DAYLONG_ARCHIVE is “${archive}”; expected leave, ask or save.`)

  const keys = told('ARCHIVE_KEYS') ?? null
  if (keys !== null && !/^[\w-]+:[\w-]+$/.test(keys))
    wrong.push('ARCHIVE_KEYS is not of the form access:secret, as archive.org/account/s3.php shows it.')
  const dkim = told('DKIM_KEY') ? readDkim(told('DKIM_KEY')!, told('DKIM_SELECTOR') ?? 'daylong') : null
  if (typeof dkim === 'string') wrong.push(dkim)
  const returns = told('RETURNS_URL') ? readMailFolder(told('RETURNS_URL')!) : null
  if (told('RETURNS_URL') && !returns)
    wrong.push(
      'RETURNS_URL is not an address like imaps://user:password@mail.example.org/INBOX?address=returns@example.org; special characters in it are written %40 and so on.',
    )

  const providers: Providers = {}
  for (const name of clientNames) {
    const client_ = told(`SIGN_IN_${name.toUpperCase() as Uppercase<ClientName>}`)
    const client = client_ === undefined ? null : clientOf(client_)
    if (client) providers[name] = client
    else if (client_ !== undefined)
      wrong.push(
        `SIGN_IN_${name.toUpperCase()} is not of the form id:secret, with “ at https://…” for another server.`,
      )
  }
  const mastodon = told('SIGN_IN_MASTODON') ?? 'refuse'
  if (mastodon === 'allow') providers.mastodon = true
  else if (mastodon !== 'refuse') wrong.push(`SIGN_IN_MASTODON is “${mastodon}”; expected allow or refuse.`)
  const folder = told('SUGGESTIONS_URL') ? readMailFolder(told('SUGGESTIONS_URL')!) : null
  if (told('SUGGESTIONS_URL') && !folder)
    wrong.push(
      'SUGGESTIONS_URL is not an address like imaps://user:password@mail.example.org/INBOX?address=suggest@example.org; special characters in it are written %40 and so on.',
    )
  const listening = told('MAIL_LISTEN') ? readMailListening(told('MAIL_LISTEN')!, isMailAddress) : null
  if (told('MAIL_LISTEN') && !listening)
    wrong.push(
      'MAIL_LISTEN is not an address like smtp://0.0.0.0:2525?address=suggest@example.org or lmtp://127.0.0.1:2424?address=suggest@example.org; lmtp: is of this machine alone, and cert= and key= go together.',
    )
  const trustedHost = told('MAIL_TRUSTED_HOST') ?? null
  if (trustedHost !== null && !/^[a-z0-9](?:[a-z0-9.-]{0,253}[a-z0-9])?$/i.test(trustedHost))
    wrong.push(
      `MAIL_TRUSTED_HOST is “${trustedHost}”; expected the name of a server, such as mx.example.org.`,
    )
  const webmention = told('DAYLONG_WEBMENTION') ?? 'refuse'
  if (webmention !== 'allow' && webmention !== 'refuse')
    wrong.push(`DAYLONG_WEBMENTION is “${webmention}”; expected allow or refuse.`)

  const [serviceAddress, serviceKey] = [told('SPAM_SERVICE'), told('SPAM_SERVICE_KEY')]
  const spamService = serviceAddress && serviceKey ? { address: serviceAddress, key: serviceKey } : null
  if (serviceAddress && !isService(URL.parse(serviceAddress)))
    wrong.push(
      `SPAM_SERVICE is “${serviceAddress}”; expected an address such as https://rest.akismet.com/1.1.`,
    )
  if (Boolean(serviceAddress) !== Boolean(serviceKey))
    wrong.push(
      serviceAddress
        ? 'SPAM_SERVICE_KEY is missing: the service knows sites by a key.'
        : 'SPAM_SERVICE is missing: there is a key, and nobody to show it to.',
    )

  const wished = told('DAYLONG_FACES') ?? 'told'
  const faces = facesOf(wished)
  if (!faces) wrong.push(`DAYLONG_FACES is “${wished}”; expected drawn, told, gravatar or an address.`)

  if (wrong.length || !faces) throw new ConfigError(wrong.join('\n'))
  return {
    port,
    host: told('HOST') ?? '0.0.0.0',
    baseUrl,
    data: resolve(told('DAYLONG_DATA') ?? './data'),
    database,
    fetchPrivate: fetchPrivate === 'allow',
    mail: server && from && { server, from, dkim: typeof dkim === 'string' ? null : dkim, returns },
    providers,
    mailIn: { folder, listening, trustedHost },
    webmention: webmention === 'allow',
    spamService,
    faces,
    liveReaders,
    liveReadersEach,
    links: {
      looks: looks === 'look',
      archive: { asks: archive !== 'leave', saves: archive === 'save', keys },
    },
  }
}

function isService(url: URL | null): boolean {
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.search === ''
}

type ClientName = Exclude<keyof Providers, 'mastodon'>
const clientNames: ClientName[] = ['wordpress', 'google', 'facebook', 'x', 'github', 'orcid']

function clientOf(words: string): ProviderClient | null {
  const [, id, secret, at = null] = /^([^\s:]+):(\S+)(?: at (https?:\/\/[^\s/]+)\/?)?$/.exec(words) ?? []
  return id && secret ? { id, secret, at } : null
}

/** The key, or what is wrong with it. */
function readDkim(file: string, selector: string): Dkim | string {
  if (!/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(selector))
    return `DKIM_SELECTOR is “${selector}”; expected a name such as daylong.`
  try {
    const key = readFileSync(file, 'utf8')
    return /-----BEGIN (?:RSA )?PRIVATE KEY-----/.test(key)
      ? { selector, key }
      : `DKIM_KEY is “${file}”, which holds no private key in PEM.`
  } catch (error) {
    return `DKIM_KEY is “${file}”, which cannot be read (${(error as NodeJS.ErrnoException).code}).`
  }
}

/** Where a site keeps what it has, when it is not in PostgreSQL. */
export function storeOf(config: Config): { sqlite: string } | { postgres: string } {
  return config.database ? { postgres: config.database } : { sqlite: join(config.data, 'daylong.sqlite') }
}

/** A site has a host of its own: it does not live below a path. */
function isRoot(url: URL | null): boolean {
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash
}

/** `Name <name@example.org>` or `name@example.org`. */
function mailboxOf(told: string): Mailbox | null {
  const [, name = '', address = told] = /^"?([^"<>\p{Cc}]*?)"? *<([^<>]+)>$/u.exec(told) ?? []
  return isMailAddress(address) ? { name: name.trim(), address } : null
}
