import type { BrowserContext } from 'playwright-core'
import { follow } from '../../../test/browser/browser.ts'
import { beside, phone, shoot } from './camera.ts'
import type { Day } from './day.ts'
import { edition, eventPage } from './of-desk.ts'
import { approveAll, entry, say } from './saying.ts'

/** What readers say below an entry, and one of them being told of an answer by mail. */
export async function ofComments(day: Day): Promise<Buffer> {
  const amina = await day.visit()
  await say(day, amina, {
    name: 'Amina Wanjiru',
    text: 'Will there be a recording? It is past midnight in **Nairobi** when you begin, and three of us would like to hear it on Sunday.',
  })
  await approveAll(day)
  const page = await day.desk.newPage()
  await say(day, day.desk, {
    name: '',
    to: 'Amina Wanjiru',
    text: 'Yes – we put it up the same evening, with captions in English and French. The link will stand in the entry above.',
  })
  await page.close()
  await say(day, amina, { name: 'Amina Wanjiru', to: 'Ada Curator', text: 'Wonderful, thank you!' })
  await say(day, await day.visit({ locale: 'ar' }), {
    name: 'سلمى الحاج',
    text: 'شكرًا لكم على هذا البرنامج. هل توجد ترجمة إلى العربية؟',
  })
  await say(day, await day.visit(), {
    name: 'João Pereira',
    text: 'Two more that may belong here:\n\n- the reading in Lisbon at 18:00\n- https://example.org/atlas\n\n> the budget keeps no secret\n\nis the line I came for.',
  })
  await say(day, await day.visit(), { name: 'Lin', text: 'We listen from Chengdu, too.' })
  await approveAll(day)
  const reader = await day.visit({ viewport: { width: 1280, height: 1720 }, timezoneId: 'Africa/Lagos' })
  const shown = await reader.newPage()
  await shown.goto(day.url + entry, { waitUntil: 'networkidle' })
  await shown.getByRole('link', { name: 'Say something' }).click()
  await shown.locator('.comment-form').first().waitFor()
  await shown.evaluate(() => {
    document.documentElement.style.scrollPaddingBlockStart = '0'
  })
  const picture = await shoot(shown, '#comments')
  await reader.close()
  return picture
}

/** The mail that tells of an answer, as it is shown by who reads it. */
export async function ofMail(day: Day): Promise<Buffer> {
  const nour = await day.visit({ locale: 'en' })
  await say(day, nour, { name: 'Nour Alhuda', text: 'Is there interpretation into Arabic?', tell: true })
  await approveAll(day)
  const page = await nour.newPage()
  // By the link in a first mail one says that one wants to be told.
  const { text } = await day.mailTo('nour@example.org')
  await page.goto(/https?:\/\/\S+\/subscriptions\/\S+/.exec(text)![0])
  await follow(page.locator('main form .act').first())
  await say(day, day.desk, {
    name: '',
    to: 'Nour Alhuda',
    text: 'Thank you for asking. The interpretation into Arabic begins at 14:00, in the same room; the recording will have it too.',
  })
  const told = await day.mailTo('nour@example.org', /answer/i)
  // Whoever reads it has the style of the mail alone, and knows the site by its name.
  const letter = await nour.newPage()
  await letter.setViewportSize({ width: 640, height: 420 })
  await letter.setContent(told.html.replaceAll(new URL(day.url).host, 'day.example'))
  const picture = await shoot(letter)
  await nour.close()
  return picture
}

/** What waits to be decided, and what speaks for and against it. */
export async function ofQueue(day: Day): Promise<Buffer> {
  await say(day, await day.visit(), {
    name: 'Dr. Maria Fernanda de la Concepción Rodríguez-Villanueva',
    text: 'The figures that were shown leave out everybody who was turned back.\n\n'.repeat(6),
  })
  await say(day, await day.visit({ javaScriptEnabled: false }), {
    name: 'CheapMedsOnline4You',
    url: 'https://cheap-meds.example/without-prescription',
    text: 'BUY NOW!!! https://cheap-meds.example/a https://pills.example/b',
  })
  await say(day, await day.visit(), {
    name: 'نور الهدى',
    text: 'شكراً على هذا البرنامج. هل ستكون هناك ترجمة فورية؟ https://example.org/تسجيل',
  })
  await say(day, await day.visit(), {
    name: 'Amina Yusuf',
    text: 'Will there be a *recording*? I am in Kano, and it is late there.',
  })
  const page = await day.desk.newPage()
  await page.setViewportSize({ width: 1280, height: 1400 })
  await page.goto(`${day.url}/desk/comments`)
  return shoot(page)
}

/** A reader suggests what is missing, and follows it on a phone. */
export async function ofSuggesting(day: Day): Promise<Buffer> {
  const { pages, url } = day.world
  pages['/webinar'] = {
    body: eventPage('Rights at the border', '2021-03-06T14:00:00+01:00', {
      endDate: '2021-03-06T15:30:00+01:00',
      organizer: { '@type': 'Organization', name: 'Red Migrante' },
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: { '@type': 'VirtualLocation', url: 'https://meet.example/abc' },
    }),
  }
  const rosa = await day.visit()
  const form = await rosa.newPage()
  await form.goto(`${day.url}${edition}/suggest`)
  const told = {
    text: `${url}/webinar`,
    name: 'Rosa Díaz',
    mail: 'rosa@red.example',
    organisation: 'Red Migrante',
  }
  for (const [name, words] of Object.entries(told)) await form.fill(`main [name=${name}]`, words)
  await form.locator('main textarea').last().fill('Please add our webinar. It is open to all.')
  const filled = await shoot(form, 'body')
  await form.locator('form:has([name=text]) .strong').click()
  await form.waitForURL('**/suggestions/*')
  const own = await look(await day.visit({ viewport: phone }), form.url(), true)
  const options = { viewport: phone, colorScheme: 'dark' } as const
  const arabic = await look(await day.visit(options), `${form.url()}?lang=ar`)
  await rosa.close()
  return beside([filled, own, arabic])
}

async function look(context: BrowserContext, address: string, opens = false): Promise<Buffer> {
  const page = await context.newPage()
  await page.goto(address, { waitUntil: 'networkidle' })
  if (opens) await page.locator('main details > summary').first().click()
  const picture = await shoot(page)
  await context.close()
  return picture
}

/** The same at the desk. */
export async function ofSuggestion(day: Day): Promise<Buffer> {
  const page = await day.desk.newPage()
  await page.goto(`${day.url}/desk/suggestions`)
  await page.getByRole('link', { name: 'Rights at the border' }).first().click()
  await page.locator('h1').waitFor()
  return shoot(page)
}
