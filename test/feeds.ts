import { parseFeed } from '@rowanmanning/feed-parser'
import { expect } from 'vitest'
import type { TestSite } from './site.ts'

/** What a site answers at an address. */
export const get = async (site: TestSite, at: string, headers: Record<string, string> = {}) => {
  const answer = await site.app.request(`http://localhost:1812${at}`, { headers })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

/** The feed there, as readers’ programs take it. */
export const read = async (site: TestSite, at: string) => {
  const { status, text } = await get(site, at)
  expect(status).toBe(200)
  return parseFeed(text)
}

/** What its items are called. */
export const titles = async (site: TestSite, at: string) =>
  (await read(site, at)).items.map(({ title }) => title)
