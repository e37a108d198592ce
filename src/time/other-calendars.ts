import { dayOfSolar, isSolar, type SolarCalendar, solarYearOf } from './solar-calendars.ts'

/** Calendars that announcements tell days in, beside ours; names as `Temporal` has them, where it has them. */
export type Calendar = 'persian' | 'islamic-umalqura' | 'ethiopic' | 'hebrew' | SolarCalendar

/** Months in their order, variants by `|`, words of one name by `_`. */
export const otherMonths: [Calendar, string, string][] = [
  ['persian', 'fa', 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'],
  [
    'persian',
    'en',
    'farvardin ordibehesht khordad - mordad|amordad shahrivar mehr aban azar|azer dey|dei bahman esfand',
  ],
  [
    'islamic-umalqura',
    'ar',
    'محرم|المحرم صفر ربيع_الأول ربيع_الآخر|ربيع_الثاني جمادى_الأولى|جمادى_الأول|جمادي_الأولى جمادى_الآخرة|جمادى_الثانية|جمادي_الثانية رجب شعبان رمضان شوال ذو_القعدة|ذي_القعدة ذو_الحجة|ذي_الحجة',
  ],
  [
    'islamic-umalqura',
    'fa',
    'محرم_الحرام صفر_المظفر ربیع_الاول ربیع_الثانی جمادی_الاول|جمادی_الاولی جمادی_الثانی|جمادی_الثانیه رجب_المرجب شعبان_المعظم رمضان_المبارک شوال_المکرم ذیقعده|ذی_القعده|ذوالقعده ذیحجه|ذی_الحجه|ذوالحجه',
  ],
  [
    'islamic-umalqura',
    'en',
    'muharram|moharram|muharrem safar rabi_al_awwal|rabi_ul_awwal|rabi_ul_awal|rabi_al_awal|rabiul_awal|rabiul_awwal|rabiulawal|rebiulevvel|rabi_i rabi_al_thani|rabi_ath_thani|rabi_ul_thani|rabi_us_sani|rabi_al_akhir|rabiul_akhir|rabiulakhir|rebiulahir|rabi_ii jumada_al_ula|jumada_al_awwal|jumadal_ula|jumadil_awal|jumadi_ul_awwal|cemaziyelevvel|jumada_i jumada_al_akhirah|jumada_al_akhira|jumada_al_thani|jumada_al_thaniyah|jumadal_akhirah|jumadil_akhir|cemaziyelahir|jumada_ii rajab|recep shaban|sha_ban|shaaban|shabaan|syaban|sya_ban|saban ramadan|ramadhan|ramazan|ramzan shawwal|shawal|syawal|sevval dhu_al_qadah|dhu_al_qa_dah|dhu_l_qa_dah|dhul_qadah|dhul_qa_dah|dhul_qi_dah|dhu_al_qi_dah|zulkaidah|zulqadah|zilkade dhu_al_hijjah|dhu_al_hijja|dhu_l_hijjah|dhul_hijjah|dhul_hijja|zulhijjah|zulhijah|dzulhijjah|zilhicce',
  ],
  [
    'ethiopic',
    'am',
    'መስከረም ጥቅምት ኅዳር|ህዳር|ሕዳር ታኅሣሥ|ታህሳስ|ታኅሳስ|ታሕሳስ ጥር የካቲት መጋቢት ሚያዝያ|ሚያዚያ ግንቦት ሰኔ ሐምሌ|ሀምሌ ነሐሴ|ነሀሴ ጳጉሜን|ጳጉሜ',
  ],
  [
    'ethiopic',
    'en',
    'meskerem tikimt|tekemt|tiqimt hidar|hedar tahsas|tahisas|tahesas tir yekatit megabit miyazya|miazia ginbot sene hamle nehase|nehasse pagume|pagumen',
  ],
  // Afghanistan calls the months of the Persian year by the signs of the zodiac.
  ['persian', 'fa', 'حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت'],
  ['persian', 'ps', 'وری غویی غبرګولی چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب'],
  // The thirteenth is the first Adar of a leap year.
  [
    'hebrew',
    'he',
    'תשרי|בתשרי חשוון|בחשוון|חשון|בחשון|מרחשוון|במרחשוון כסלו|בכסלו|כסליו|בכסליו טבת|בטבת שבט|בשבט אדר|באדר|אדר_ב|באדר_ב ניסן|בניסן אייר|באייר|איר|באיר סיוון|בסיוון|סיון|בסיון תמוז|בתמוז אב|באב|מנחם_אב|במנחם_אב אלול|באלול אדר_א|באדר_א',
  ],
  [
    'hebrew',
    'en',
    'tishri|tishrei cheshvan|heshvan|marcheshvan kislev tevet|teves shevat|shvat adar|adar_ii|adar_bet - iyar|iyyar sivan tammuz menachem_av elul adar_i|adar_aleph',
  ],
  [
    'bikram',
    'ne',
    'वैशाख|बैशाख जेठ|जेष्ठ असार|आषाढ साउन|श्रावण भदौ|भाद्र असोज|आश्विन कार्तिक|कात्तिक मंसिर|मङ्सिर|मार्ग पुस|पौष|पुष माघ फागुन|फाल्गुन|फाल्गुण चैत|चैत्र',
  ],
  [
    'bikram',
    'en',
    'baisakh|baishakh jestha|jeth ashadh|asar shrawan|saun bhadra|bhadau ashwin|asoj kartik mangsir|mansir poush|paush magh falgun|phalgun chaitra',
  ],
  ['bangla', 'bn', 'বৈশাখ জ্যৈষ্ঠ আষাঢ় শ্রাবণ ভাদ্র আশ্বিন কার্তিক অগ্রহায়ণ পৌষ মাঘ ফাল্গুন চৈত্র'],
]

/**
 * Years, of that calendar, in which it tells the days people announce. A figure outside is no year of it: 2026
 * behind "Ramadan" is one of ours.
 */
export function isYearOf(calendar: Calendar, year: number): boolean {
  const [first, last] = years[calendar]
  return year >= first && year <= last
}

const years: Record<Calendar, [number, number]> = {
  persian: [1300, 1500],
  'islamic-umalqura': [1300, 1600],
  ethiopic: [1940, 2100],
  hebrew: [5600, 5900],
  bikram: [2060, 2150],
  bangla: [1390, 1500],
}

/**
 * A day of another calendar as one of ours; null where that month has no such day. A thirtieth that the tables do not
 * have may yet be seen by the moon.
 */
export function dayIn(
  calendar: Calendar,
  year: number,
  month: number,
  day: number,
): Temporal.PlainDate | null {
  if (isSolar(calendar)) return dayOfSolar(calendar, year, month, day)
  try {
    const first = Temporal.PlainDate.from(
      { calendar, year, ...monthIn(calendar, month), day: 1 },
      { overflow: 'reject' },
    )
    const most = isByTheMoon(calendar) ? 30 : first.daysInMonth
    return day <= most ? first.withCalendar('iso8601').add({ days: day - 1 }) : null
  } catch {
    return null
  }
}

/** Months of the Hebrew year keep their names when it has one more. */
function monthIn(calendar: Calendar, month: number): { month: number } | { monthCode: string } {
  if (calendar !== 'hebrew') return { month }
  return { monthCode: month === 13 ? 'M05L' : `M${String(month).padStart(2, '0')}` }
}

/** That day in whichever year of its calendar brings it into a year of ours. */
export function dayInOurYear(
  calendar: Calendar,
  month: number,
  day: number,
  year: number,
): Temporal.PlainDate | null {
  const newYear = Temporal.PlainDate.from({ year, month: 1, day: 1 })
  const begins = isSolar(calendar) ? solarYearOf(calendar, newYear) : newYear.withCalendar(calendar).year
  const days = [begins, begins + 1].map(own => dayIn(calendar, own, month, day))
  return days.find(date => date?.year === year) ?? null
}

/** Whether days of it are told by who saw the moon, so that a neighbouring day may be meant. */
export function isByTheMoon(calendar: Calendar): boolean {
  return calendar === 'islamic-umalqura'
}

/** Whether a day may be one beside that which is reckoned: by the moon, or by tables that each year has anew. */
export function isNearly(calendar: Calendar): boolean {
  return isByTheMoon(calendar) || isSolar(calendar)
}
