import { anyOf } from './word-pattern.ts'

const day = anyOf(
  {
    en: "(?:international|world|global|universal|european|national|african|un)\\s(?:[\\p{L}’'-]+\\s){0,8}(?:day|week|month|year|decade)s?|\\d+ days of|day against|day of (?:action|remembrance)",
    de: '(?:internationale[rnms]?|europäische[rnms]?|nationale[rnms]?)\\s(?:\\p{L}+\\s){0,5}(?:tag|woche)|welt-?\\p{L}*tag(?:es)?|(?:aktions|gedenk)(?:tag|woche)|tag (?:der|des|gegen)\\s\\p{L}+',
    fr: "(?:journée|semaine|quinzaine)s?\\s(?:d[’']action |\\p{L}+ )?(?:mondiale|internationale|européenne|nationale)s?|journée (?:de la|des|du|contre)\\s\\p{L}+",
    es: '(?:día|semana|jornada)s?\\s(?:internacional|mundial|europe[oa]|nacional|global)|día (?:de la|de los|de las|del|contra)\\s\\p{L}+',
    pt: '(?:dia|semana|jornada)s?\\s(?:internacional|mundial|europeu|europeia|nacional|global)|dia (?:da|do|das|dos|contra)\\s\\p{L}+',
    it: '(?:giornata|settimana)\\s(?:mondiale|internazionale|europea|nazionale)|giornata (?:della|del|dei|delle|contro)\\s\\p{L}+',
    nl: '(?:internationale|wereld|europese)\\s?(?:\\p{L}{1,40}\\s){0,4}\\p{L}{0,40}(?:dag|week)|wereld\\p{L}*dag',
    id: 'hari\\s(?:\\p{L}+\\s){0,4}(?:internasional|sedunia|nasional)',
    ru: '(?:международн|всемирн)\\p{L}+\\s(?:день|неделя)|день\\s\\p{L}+',
    ar: 'اليوم (?:العالمي|الدولي)|لليوم (?:العالمي|الدولي)|باليوم (?:العالمي|الدولي)|الأسبوع (?:العالمي|الدولي)|يوم \\p{L}+ (?:العالمي|الدولي)',
    ja: '(?:国際|世界)[^、。\\n]{0,20}(?:デー|の日)',
    ko: '(?:국제|세계)\\s?[^,.\\n]{1,16}의?\\s?날',
    tr: '(?:uluslararası|dünya)\\s(?:\\p{L}+\\s){0,5}(?:günü|haftası)',
    hi: '(?:\\S+\\s){1,3}दिवस',
    bn: '(?:\\S+\\s){1,3}দিবস',
    ur: 'عالمی یوم|یومِ? \\p{L}+',
    fa: 'روز (?:جهانی|بین‌?المللی)',
    he: 'היום הבינ-?לאומי|יום \\p{L}+ (?:הבינ-?לאומי|העולמי)',
    pl: '(?:międzynarodow|światow|europejsk)\\p{L}+\\s(?:dzień|tydzień)',
    cs: '(?:mezinárodní|světový|evropský)\\s(?:den|týden)',
    hu: '\\p{L}*(?:világnapja?|nemzetközi napja)',
    ro: 'ziua (?:internațională|mondială|europeană)',
    el: '(?:παγκόσμια|διεθνής) (?:η|ημέρα|μέρα)',
    uk: '(?:міжнародн|всесвітн)\\p{L}+\\s(?:день|тиждень)',
    sv: '(?:internationella|europeiska|världs)\\s?\\p{L}*(?:dag|dagen|vecka|veckan)(?:\\s\\p{L}+)?',
    da: '(?:fns?|den|verdens) internationale (?:\\p{L}+)?dag',
    fi: '(?:kansainvälinen|maailman)\\s(?:\\p{L}+\\s){0,3}(?:päivä|viikko)',
    vi: 'ngày\\s(?:\\p{L}+\\s){0,5}(?:quốc tế|thế giới)',
    th: 'วัน\\S{2,30}(?:สากล|โลก)',
    sw: 'siku ya (?:kimataifa|dunia|wa)',
    ca: 'dia (?:internacional|mundial|dels?|de les)',
    zh: '(?:国际|世界)[^，。\\n]{1,12}(?:日|周|年)',
  },
  'iu',
)

/** Whether words name a day of the calendar of observances: "World Refugee Day", "#IWD2021", "Weltflüchtlingstag". */
export function namesDay(text: string): boolean {
  return day.test(text) || named.test(text)
}

/** "Human Rights Day", "Day of the Seafarer", "#IWD2021": told by their capitals. */
const named =
  /(?<!\p{L})Day (?:of|for) (?:the )?\p{Lu}\p{Ll}{3}|(?<!\p{L})(?!(?:This|Last|Next|Every|Each|Sun|Mon|The|One|Some|First|Second|Launch|Release)\s)(?:\p{Lu}[\p{L}’'-]+\s(?:of\s|the\s|for\s)*){1,5}(?:Day|Week)(?!\p{L})|#\p{L}{2,40}(?:Day|Week|Tag|Dia|Día)\d*(?!\p{L})|(?<!\p{L})#?\p{Lu}{1,4}D ?20\d\d(?!\d)/u
