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
    fetchPrivate: false,
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
