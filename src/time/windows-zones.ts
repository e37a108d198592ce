import { findIana } from 'windows-iana'
import { canonicalZone } from './zones.ts'

/** The IANA zone that stands for a zone of Windows (`W. Europe Standard Time`); null for what Windows does not know. */
export function zoneOfWindows(name: string): string | null {
  const zone = newer.get(name) ?? findIana(name)[0]
  return zone === undefined ? null : (canonicalZone(zone) ?? zone)
}

/** Where the place that used to stand for a zone has left it since, and names that Windows gave up. */
const newer = new Map<string, string>(
  Object.entries({
    'Armenian Standard Time': 'Asia/Yerevan',
    'Central Asia Standard Time': 'Asia/Bishkek',
    'Kamchatka Standard Time': 'Asia/Kamchatka',
    'Mexico Standard Time': 'America/Mexico_City',
    'Mexico Standard Time 2': 'America/Mazatlan',
    'Mountain Standard Time (Mexico)': 'America/Mazatlan',
  }),
)
