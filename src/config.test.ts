import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

test('an empty environment is a whole configuration', () => {
  expect(readConfig({})).toEqual({
    port: 1812,
    host: '0.0.0.0',
    baseUrl: 'http://localhost:1812',
    data: resolve('data'),
    database: null,
    faces: { told: true, server: null },
    fetchPrivate: false,
    links: { looks: true, archive: { asks: false, saves: false, keys: null } },
    mail: null,
    mailIn: { folder: null, listening: null, trustedHost: null },
    providers: {},
    webmention: false,
    spamService: null,
    liveReaders: 10_000,
    liveReadersEach: 250,
  })
})

test('what is told is taken, without a slash at the end of the address', () => {
  const config = readConfig({
    PORT: '80',
    BASE_URL: 'https://day.example/',
    DATABASE_URL: 'postgres://u@h/d',
    DAYLONG_DATA: '/srv',
    DAYLONG_FETCH_PRIVATE: 'allow',
  })
  expect(config).toMatchObject({
    port: 80,
    baseUrl: 'https://day.example',
    database: 'postgres://u@h/d',
    data: '/srv',
    fetchPrivate: true,
  })
})

test('every setting that cannot be used is named, with what came and what was expected', () => {
  const environment = {
    PORT: 'http',
    BASE_URL: 'day.example',
    DATABASE_URL: 'mysql://root:secret@h/d',
    DAYLONG_FETCH_PRIVATE: 'yes',
  }
  expect(() => readConfig(environment)).toThrow(ConfigError)
  expect(() => readConfig(environment)).toThrow(
    /PORT is “http”.*\n.*BASE_URL is “day\.example”.*\n.*DATABASE_URL.*\n.*expected allow or refuse/,
  )
  expect(() => readConfig(environment)).not.toThrow(/secret/)
})

test('nothing is complained of but what was told', () => {
  expect(() => readConfig({ PORT: '99999' })).toThrow(
    /^PORT is “99999”; expected a number from 0 to 65535\.$/,
  )
})

test('mails are sent where a server is named, encrypted unless it is this machine or the host says otherwise', () => {
  const mailOf = (environment: Record<string, string>) =>
    readConfig({ BASE_URL: 'https://day.example', ...environment }).mail
  const from = { name: 'Daylong', address: 'daylong@day.example' }
  const unsigned = { dkim: null, returns: null }
  expect(mailOf({ SMTP_URL: 'smtps://user:p%40ss@mail.example' })).toEqual({
    server: {
      host: 'mail.example',
      port: 465,
      isSecure: true,
      mayBePlain: false,
      login: { user: 'user', password: 'p@ss' },
    },
    from,
    ...unsigned,
  })
  const plain = { port: 587, isSecure: false, login: null }
  expect(mailOf({ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'Day <day@example.org>' })).toEqual({
    server: { ...plain, host: 'mail.example', mayBePlain: false },
    from: { name: 'Day', address: 'day@example.org' },
    ...unsigned,
  })
  expect(mailOf({ SMTP_URL: 'smtp://mail:25?tls=optional', MAIL_FROM: 'day@example.org' })).toEqual({
    server: { ...plain, host: 'mail', port: 25, mayBePlain: true },
    from: { name: '', address: 'day@example.org' },
    ...unsigned,
  })
  expect(mailOf({ SMTP_URL: 'smtp://[::1]:2525' })).toEqual({
    server: { ...plain, host: '::1', port: 2525, mayBePlain: true },
    from,
    ...unsigned,
  })
})

test.each([
  'mail.example',
  'https://mail.example',
  'smtp://:secret@mail.example',
  'smtp://user:%zzsecret@mail.example',
  'smtp://user:secret@mail.example?logger=true',
  'smtp://user:secret@mail.example?tls=no',
  'smtp://user:secret@mail.example/inbox',
])('%s names no mail server, and is not repeated', address => {
  const environment = { SMTP_URL: address, MAIL_FROM: 'day@example.org' }
  expect(() => readConfig(environment)).toThrow(/^SMTP_URL is not an address like/)
  expect(() => readConfig(environment)).not.toThrow(/secret/)
})

test.each(['Day', 'Day <day>', 'Day <day@example.org>, Night <night@example.org>', 'Day\n<day@example.org>'])(
  'mails are not from “%s”',
  from => {
    expect(() => readConfig({ MAIL_FROM: from })).toThrow(/^MAIL_FROM is “.*”; expected Name/s)
  },
)

test('mails of a site without a name of its own need to be told who they are from', () => {
  expect(() => readConfig({ SMTP_URL: 'smtp://mail.example' })).toThrow(/^MAIL_FROM is missing/)
})

test('a service that judges texts has an address and a key, or there is none', () => {
  expect(readConfig({ SPAM_SERVICE: 'https://spam.example/1.1', SPAM_SERVICE_KEY: 'k' }).spamService).toEqual(
    {
      address: 'https://spam.example/1.1',
      key: 'k',
    },
  )
  for (const wrong of [
    { SPAM_SERVICE: 'https://spam.example/1.1' },
    { SPAM_SERVICE_KEY: 'k' },
    { SPAM_SERVICE: 'spam.example', SPAM_SERVICE_KEY: 'k' },
    { SPAM_SERVICE: 'https://user:pass@spam.example', SPAM_SERVICE_KEY: 'k' },
  ])
    expect(() => readConfig(wrong)).toThrow(/SPAM_SERVICE/)
})

test.each([
  ['drawn', { told: false, server: null }],
  ['gravatar', { told: true, server: 'https://gravatar.com/avatar/' }],
  ['https://seccdn.libravatar.org/avatar', { told: true, server: 'https://seccdn.libravatar.org/avatar/' }],
])('faces: %s', (told, faces) => {
  expect(readConfig({ DAYLONG_FACES: told }).faces).toEqual(faces)
  expect(() => readConfig({ DAYLONG_FACES: `${told}?x` })).toThrow(/^DAYLONG_FACES is “.*”; expected drawn/)
})
