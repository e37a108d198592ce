import { type Pictures, phone } from './camera.ts'

const demo = '/open-data-day/2021'
const at = '2021-03-06T13:20Z'
const migrants = '/international-migrants-day'
const short = { width: 1120, height: 860 }

/** What readers of the demo see. */
export const readersPictures: Pictures = {
  daylong: [{ path: `${demo}?at=${at}`, options: { viewport: { width: 1280, height: 960 } } }],
  phone: [
    { path: `${demo}?at=${at}`, options: { viewport: phone } },
    { path: `${demo}?at=${at}&lang=ar`, options: { viewport: phone, colorScheme: 'dark' } },
  ],
  'by-day': [{ path: `${demo}?at=${at}&view=days`, from: '#on-2021-03-05' }],
  kiosk: [{ path: `${demo}?at=${at}&view=kiosk`, options: { viewport: { width: 1280, height: 720 } } }],
  'two-places': [{ path: `${demo}?at=${at}&zone=Europe/Zurich&beside=Asia/Manila`, from: '.tools' }],
  entry: [{ path: `${demo}/abuja-open-data-day?at=2021-03-06T08:20Z` }],
  search: [
    { path: '/search?q=datos abiertos', options: { viewport: phone } },
    { path: `${demo}?at=${at}&q=mapping&only=to-come`, options: { viewport: phone }, from: '.tools' },
  ],
  'figures-en': [{ path: migrants, options: { viewport: short } }],
  'figures-ar-dark': [{ path: `${migrants}?lang=ar`, options: { viewport: short, colorScheme: 'dark' } }],
  'figures-zh-phone': [{ path: `${migrants}?lang=zh`, options: { viewport: { ...phone, height: 860 } } }],
}
