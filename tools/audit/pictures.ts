import type { Browser } from 'playwright-core'
import { openSite } from './open-site.ts'
import { keep, takeAll } from './pictures/camera.ts'
import { openDay } from './pictures/day.ts'
import { ofDesk, ofImport, ofSources } from './pictures/of-desk.ts'
import { ofPlan, ofYears } from './pictures/of-readers.ts'
import { ofComments, ofMail, ofQueue, ofSuggesting, ofSuggestion } from './pictures/of-visitors.ts'
import { readersPictures } from './pictures/readers.ts'

/** The afternoon before Open Data Day 2021, when the first of its events are on. */
const afternoon = '2021-03-05T14:30:00Z'

/** What a day at the desk and around it looks like; each picture is taken where the one before has left it. */
const pictures = {
  desk: ofDesk,
  plan: ofPlan,
  comments: ofComments,
  mail: ofMail,
  moderation: ofQueue,
  suggest: ofSuggesting,
  'suggestions-desk': ofSuggestion,
  'import-report': ofImport,
  sources: ofSources,
  years: ofYears,
}

/** Takes all pictures in `docs/` anew, as the pages are now. Chinese needs a font that has its letters. */
export async function takePictures(browser: Browser, site: { url: string }): Promise<string[]> {
  const taken = await takeAll(browser, site, readersPictures)
  const day = await openDay(browser, afternoon)
  try {
    for (const [name, take] of Object.entries(pictures)) {
      await keep(name, await take(day))
      taken.push(name)
    }
  } finally {
    await day.close()
  }
  await keep('share-picture', await pictureOfDay())
  return [...taken, 'share-picture']
}

/** What stands for a programme where its address is passed on, at a site with a name. */
async function pictureOfDay(): Promise<Buffer> {
  const { site, close } = await openSite({ BASE_URL: 'https://day.example' })
  try {
    const answer = await fetch(`${site.url}/open-data-day/2021/picture.png`)
    return Buffer.from(await answer.arrayBuffer())
  } finally {
    await close()
  }
}
