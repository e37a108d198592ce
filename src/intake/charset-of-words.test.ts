import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readText } from './read-text.ts'

test.each([
  ['windows-1251', 'Собрание мигрантов'],
  ['windows-1251', 'Зустріч у Києві'],
  ['windows-1251', 'Среща на мигрантите'],
  ['koi8-r', 'Круглый стол'],
  ['windows-1256', 'ندوة حقوق العمال'],
  ['windows-1253', 'Συνάντηση μεταναστών'],
  ['windows-1255', 'כנס זכויות האדם בחיפה'],
  ['gb18030', '移民日讲座'],
  ['euc-kr', '이주민의 날'],
  ['shift-jis', '移住者の日フォーラム'],
  ['windows-1252', 'Rencontre à Montréal – débat'],
  ['windows-1252', 'Größe: Müßiggang für Übermütige'],
])('a calendar in %s with few letters beyond ASCII: %s', (charset, title) => {
  const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//A//B//EN\r\nBEGIN:VEVENT\r\nUID:1@example.org\r\nSUMMARY:${title}\r\nDTSTART:20261218T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
  expect(readText(iconv.encode(text, charset)).text).toContain(`SUMMARY:${title}\r\n`)
})
