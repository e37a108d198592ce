import { fold } from './fold.ts'

/**
 * One thing a zone's abbreviation may stand for. `offsetMinutes` is what the letters say literally (minutes east
 * of UTC), `summer` whether they name summer time; the zone itself may be on another offset on the day meant.
 * `onlyHinted`: so rare that it counts only where a place, another zone or the language points to it.
 */
export type AbbreviationMeaning = {
  zone: string
  offsetMinutes: number
  summer: boolean
  onlyHinted?: true
}

/** Meanings of a zone's abbreviation in any case, likeliest first; `[]` where it is not known. */
export function meaningsOf(abbreviation: string): AbbreviationMeaning[] {
  return meanings.get(abbreviation.toUpperCase()) ?? []
}

/** Abbreviations that name no season ("ET", "PT"): the zone alone is meant. */
export function isSeasonFree(abbreviation: string): boolean {
  return seasonFree.has(abbreviation.toUpperCase())
}

/**
 * One line an abbreviation: meanings after one another, likeliest first, each "zone offset", `*` for summer time,
 * `?` for a meaning that counts only where something points to it.
 * Sources: the abbreviations of the IANA time zone database and of its older releases; usage of organisers.
 */
const table = `
UTC  UTC 0
GMT  UTC 0
ZULU UTC 0
UTK  UTC 0
TU   UTC 0
WET  Europe/Lisbon 0
WEST Europe/Lisbon 1*
BST  Europe/London 1* | Asia/Dhaka 6 | Pacific/Bougainville 11? | America/Sao_Paulo -3?
IST  Asia/Kolkata 5:30 | Europe/Dublin 1* | Asia/Jerusalem 2
IDT  Asia/Jerusalem 3*
ISRAEL Asia/Jerusalem 2
CET  Europe/Berlin 1
CEST Europe/Berlin 2*
CEDT Europe/Berlin 2*
MEZ  Europe/Berlin 1
MESZ Europe/Berlin 2*
SEČ  Europe/Prague 1
SELČ Europe/Prague 2*
MET  Europe/Berlin 1
MEST Europe/Berlin 2*
HNEC Europe/Paris 1
HAEC Europe/Paris 2*
EET  Europe/Helsinki 2
EEST Europe/Helsinki 3*
EEDT Europe/Helsinki 3*
OEZ  Europe/Helsinki 2
OESZ Europe/Helsinki 3*
MSK  Europe/Moscow 3
MSD  Europe/Moscow 4*
МСК  Europe/Moscow 3
TRT  Europe/Istanbul 3
TSİ  Europe/Istanbul 3
FET  Europe/Minsk 3
SAMT Europe/Samara 4
YEKT Asia/Yekaterinburg 5
OMST Asia/Omsk 6
NOVT Asia/Novosibirsk 7
KRAT Asia/Krasnoyarsk 7
IRKT Asia/Irkutsk 8
YAKT Asia/Yakutsk 9
VLAT Asia/Vladivostok 10
MAGT Asia/Magadan 11
PETT Asia/Kamchatka 12
AZOT Atlantic/Azores -1
AZOST Atlantic/Azores 0*
CVT  Atlantic/Cape_Verde -1
WAT  Africa/Lagos 1
WAST Africa/Windhoek 2*
CAT  Africa/Maputo 2
SAST Africa/Johannesburg 2
EAT  Africa/Nairobi 3
MUT  Indian/Mauritius 4
RET  Indian/Reunion 4
SCT  Indian/Mahe 4
AST  America/Halifax -4 | Asia/Riyadh 3
ADT  America/Halifax -3*
KSA  Asia/Riyadh 3
GST  Asia/Dubai 4 | Atlantic/South_Georgia -2
UAE  Asia/Dubai 4
IRST Asia/Tehran 3:30
IRDT Asia/Tehran 4:30*
AMT  Asia/Yerevan 4 | America/Manaus -4
AMST America/Cuiaba -3* | Asia/Yerevan 5*
AZT  Asia/Baku 4
GET  Asia/Tbilisi 4
AFT  Asia/Kabul 4:30
PKT  Asia/Karachi 5
UZT  Asia/Tashkent 5
TMT  Asia/Ashgabat 5
TJT  Asia/Dushanbe 5
MVT  Indian/Maldives 5
SLST Asia/Colombo 5:30
SLT  Asia/Colombo 5:30
NPT  Asia/Kathmandu 5:45
NST  America/St_Johns -3:30 | Asia/Kathmandu 5:45?
NDT  America/St_Johns -2:30*
BDT  Asia/Dhaka 6 | Asia/Brunei 8?
BTT  Asia/Thimphu 6
KGT  Asia/Bishkek 6
ALMT Asia/Almaty 5
MMT  Asia/Yangon 6:30
ICT  Asia/Bangkok 7
THA  Asia/Bangkok 7
WIB  Asia/Jakarta 7
WITA Asia/Makassar 8
WIT  Asia/Jayapura 9
HOVT Asia/Hovd 7
ULAT Asia/Ulaanbaatar 8
BNT  Asia/Brunei 8
SGT  Asia/Singapore 8
MYT  Asia/Kuala_Lumpur 8
HKT  Asia/Hong_Kong 8
PHT  Asia/Manila 8
PHST Asia/Manila 8
CST  America/Chicago -6 | Asia/Shanghai 8 | America/Havana -5? | Australia/Adelaide 9:30? | America/Mexico_City -6?
CDT  America/Chicago -5* | America/Havana -4? | Australia/Adelaide 10:30?*
AWST Australia/Perth 8
AWDT Australia/Perth 9*
WST  Australia/Perth 8 | Pacific/Apia 13
ACST Australia/Adelaide 9:30
ACDT Australia/Adelaide 10:30*
ACWST Australia/Eucla 8:45
AEST Australia/Sydney 10
AEDT Australia/Sydney 11*
LHST Australia/Lord_Howe 10:30
LHDT Australia/Lord_Howe 11*
JST  Asia/Tokyo 9
KST  Asia/Seoul 9
TLT  Asia/Dili 9
PWT  Pacific/Palau 9
CHST Pacific/Guam 10
PGT  Pacific/Port_Moresby 10
SBT  Pacific/Guadalcanal 11
NCT  Pacific/Noumea 11
VUT  Pacific/Efate 11
NZST Pacific/Auckland 12
NZDT Pacific/Auckland 13*
FJT  Pacific/Fiji 12
TVT  Pacific/Funafuti 12
MHT  Pacific/Majuro 12
CHAST Pacific/Chatham 12:45
CHADT Pacific/Chatham 13:45*
TOT  Pacific/Tongatapu 13
LINT Pacific/Kiritimati 14
SST  Pacific/Pago_Pago -11 | Asia/Singapore 8
HST  Pacific/Honolulu -10
HDT  America/Adak -9*
TAHT Pacific/Tahiti -10
AKST America/Anchorage -9
AKDT America/Anchorage -8*
PST  America/Los_Angeles -8 | Asia/Manila 8? | Asia/Karachi 5?
PDT  America/Los_Angeles -7*
MST  America/Denver -7 | Asia/Kuala_Lumpur 8? | Asia/Yangon 6:30?
MDT  America/Denver -6*
EST  America/New_York -5 | Australia/Sydney 10?
EDT  America/New_York -4* | Australia/Sydney 11?*
HNE  America/Toronto -5
HAE  America/Toronto -4*
HNC  America/Winnipeg -6
HAC  America/Winnipeg -5*
HNR  America/Edmonton -7
HAR  America/Edmonton -6*
HNP  America/Vancouver -8
HAP  America/Vancouver -7*
HNA  America/Halifax -4
HAA  America/Halifax -3*
HNT  America/St_Johns -3:30
HAT  America/St_Johns -2:30*
COT  America/Bogota -5
PET  America/Lima -5
ECT  America/Guayaquil -5 | America/Puerto_Rico -4
BOT  America/La_Paz -4
VET  America/Caracas -4
GYT  America/Guyana -4
PYT  America/Asuncion -3
PYST America/Asuncion -3*
CLT  America/Santiago -4
CLST America/Santiago -3*
ART  America/Argentina/Buenos_Aires -3
BRT  America/Sao_Paulo -3
BRST America/Sao_Paulo -2*
UYT  America/Montevideo -3
SRT  America/Paramaribo -3
GFT  America/Cayenne -3
FKST Atlantic/Stanley -3
WGT  America/Nuuk -2
AOE  -12:00 -12
ET   America/New_York -5
CT   America/Chicago -6
MT   America/Denver -7
PT   America/Los_Angeles -8
AKT  America/Anchorage -9
AT   America/Halifax -4
HT   Pacific/Honolulu -10
AET  Australia/Sydney 10
HE   America/Toronto -5
HEC  Europe/Paris 1
NZT  Pacific/Auckland 12
SA   Africa/Johannesburg 2 | Australia/Adelaide 9:30
ARG  America/Argentina/Buenos_Aires -3
COL  America/Bogota -5
MEX  America/Mexico_City -6
CHI  America/Santiago -4 | America/Chicago -6
CHL  America/Santiago -4
PER  America/Lima -5
VEN  America/Caracas -4
ESP  Europe/Madrid 1
URU  America/Montevideo -3
ECU  America/Guayaquil -5
BOL  America/La_Paz -4
PAR  America/Asuncion -3
CRC  America/Costa_Rica -6
GUA  America/Guatemala -6
`

/** Countries as posters of Latin America shorten them beside their hours. */
const countries = new Set('ARG COL MEX CHI CHL PER VEN ESP URU ECU BOL PAR CRC GUA'.split(' '))
const seasonFree = new Set([
  ...[
    'SA',
    'AT',
    'ET',
    'CT',
    'MT',
    'PT',
    'AKT',
    'HT',
    'AET',
    'NZT',
    'HE',
    'HEC',
    'ISRAEL',
    'KSA',
    'UAE',
    'THA',
  ],
  ...countries,
])

/** "Col", "MEX": letters of a country, which may be an ordinary word or a rank as well. */
export function isShortCountry(letters: string): boolean {
  return countries.has(fold(letters).toUpperCase())
}

const meanings = new Map(
  table
    .trim()
    .split('\n')
    .map(line => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ')).split('|').map(meaning)]),
)

function meaning(words: string): AbbreviationMeaning {
  const [, zone = '', sign = '', hours = '0', minutes = '0', marks = ''] =
    /^\s*(\S+) (-?)(\d+)(?::(\d+))?([*?]*)\s*$/.exec(words) ?? []
  const offsetMinutes = (Number(hours) * 60 + Number(minutes)) * (sign ? -1 : 1)
  const found = { zone, offsetMinutes, summer: marks.includes('*') }
  return marks.includes('?') ? { ...found, onlyHinted: true } : found
}
