import { expect, test } from 'vitest'
import { readTime } from '../../time/read-time.ts'
import { zoneOfName } from './zone-names.ts'

test.each([
  ['Mountain (US)', 'America/Denver'],
  ['Central (US)', 'America/Chicago'],
  ['US & Canada Eastern', 'America/New_York'],
  ['(UTC-07:00) Mountain Time (US & Canada)', 'America/Denver'],
  ['(GMT-07.00) Mountain Time (US & Canada)', 'America/Denver'],
  ['(UTC−05:00) Eastern Time (US & Canada)', 'America/New_York'],
  ['Atlantic (Canada)', 'America/Halifax'],
  ['Mountain (Mexico)', 'America/Mazatlan'],
  // Chihuahua left this zone in 2022, Almaty that in 2024.
  ['Mountain Standard Time (Mexico)', 'America/Mazatlan'],
  // As in times that people wrote.
  ['Central Africa', 'Africa/Maputo'],
  ['Southern Africa', 'Africa/Johannesburg'],
  ['Eastern Europe', 'Europe/Helsinki'],
  ['Western/Central Europe', 'Europe/Berlin'],
  ['Mitteleuropäische Zeit', 'Europe/Berlin'],
  ['Pacific (Mexico)', 'America/Tijuana'],
  ['Central Australia', 'Australia/Adelaide'],
  ['Central Asia Standard Time', 'Asia/Bishkek'],
  ['Eastern Africa', 'Africa/Nairobi'],
  ['(UTC+01:00) West Central Africa', 'Africa/Lagos'],
  ['(UTC) Coordinated Universal Time', 'UTC'],
  ['America/New York', 'America/New_York'],
  ['America/Toronto (Eastern)', 'America/Toronto'],
  ['America/Sao_Paulo_Custom', 'America/Sao_Paulo'],
  ['/freeassociation.sourceforge.net/Tzfile/Europe/Berlin', 'Europe/Berlin'],
  ['/mozilla.org/20071231_1/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['tzone://Microsoft/Utc', 'UTC'],
])('%s is %s', (name, zone) => {
  expect(zoneOfName(name)?.zone).toBe(zone)
})

test.each([
  'America',
  'Canada',
  'Central Europe Lunch',
  'Europe',
  'Local',
  'tzone://Microsoft/Custom',
  'Customized Time Zone',
  'ZE8',
])('%s tells no zone', name => {
  expect(zoneOfName(name)).toBeNull()
})

test.each(['Eastern Europe', 'Central Africa', 'West Africa', 'Mountain (Mexico)'])(
  '“%s” is one zone in calendars and in what people write',
  name => {
    const [reading] = readTime(`18 December 2026, 19:00 ${name} time`).readings
    expect(reading?.start).toContain(`[${zoneOfName(name)!.zone}]`)
  },
)
