import { shortMonths } from './short-months.ts'
import { worldMonths, worldWeekdays } from './world-calendar-words.ts'

const others =
  'ວັນທີ ວັນ ເດືອນ ປີ ເວລາ ໂມງ ເຄິ່ງ ນາທີ ຕອນກາງຄືນ ຕອນເຊົ້າ ເຊົ້າ ຕອນບ່າຍ ບ່າຍ ຕອນແລງ ແລງ ຕອນຄ່ຳ ຄ່ຳ ກາງຄືນ ຈົນເຖິງ ເຖິງ ຫາ ' +
  'ថ្ងៃទី ថ្ងៃ ទី ខែ ឆ្នាំ វេលា ម៉ោង នាទី ព្រឹក រសៀល ល្ងាច យប់ ត្រង់ កន្លះ ដល់ ' +
  'ថ្ងៃត្រង់ នៅពេល នៅ ប្រទេស កម្ពុជា ភ្នំពេញ ປະເທດ ລາວ ' +
  'မြန်မာ စံတော်ချိန် အချိန် ခုနှစ် ရက်နေ့ ရက် နာရီခွဲ နာရီ မနက် နံနက် နေ့လယ် နေ့လည် မွန်းလွဲ ညနေ မှ အထိ'

/** Lao, Khmer and Burmese set no blanks between words: those of the calendar and the clock, longest first, as a pattern. */
export const unspacedWords = ['lo', 'km', 'my']
  .flatMap(tongue => `${worldMonths[tongue]} ${worldWeekdays[tongue]}`.split(/[ |]/))
  .concat(others.split(' '), (shortMonths.lo ?? '').split(/[ |]/))
  .map(word => word.replaceAll('.', String.raw`\.`))
  .filter(word => word.length > 1)
  .toSorted((a, b) => b.length - a.length)
  .join('|')
