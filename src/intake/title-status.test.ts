import { expect, test } from 'vitest'
import { partStatus, statusInWords } from './title-status.ts'

test.each([
  ['Canceled: Weekly call', 'Weekly call', 'cancelled'],
  ['[CANCELLED] Vigil', 'Vigil', 'cancelled'],
  ['ABGESAGT Vortrag', 'Vortrag', 'cancelled'],
  ['ANNULÉ – Débat', 'Débat', 'cancelled'],
  ['Evento cancelado: Marcha', 'Marcha', 'cancelled'],
  ['Geannuleerd: lezing', 'lezing', 'cancelled'],
  ['Inställt: möte', 'möte', 'cancelled'],
  ['Peruttu: kokous', 'kokous', 'cancelled'],
  ['Odwołane: spotkanie', 'spotkanie', 'cancelled'],
  ['Отменено: встреча', 'встреча', 'cancelled'],
  ['Скасовано: мітинг', 'мітинг', 'cancelled'],
  ['İptal: toplantı', 'toplantı', 'cancelled'],
  ['Ακυρώθηκε: εκδήλωση', 'εκδήλωση', 'cancelled'],
  ['ملغى: ندوة', 'ندوة', 'cancelled'],
  ['בוטל: מפגש', 'מפגש', 'cancelled'],
  ['【中止】シンポジウム', 'シンポジウム', 'cancelled'],
  ['취소됨: 회의', '회의', 'cancelled'],
  ['ĐÃ HỦY: hội thảo', 'hội thảo', 'cancelled'],
  ['❌ CANCELLED ❌ Vigil', 'Vigil', 'cancelled'],
  ['Vigil (CANCELLED)', 'Vigil', 'cancelled'],
  ['Vigil – abgesagt!', 'Vigil', 'cancelled'],
  ['Achtung, verschoben: Repair Café', 'Repair Café', 'postponed'],
  ['Postponed to 3 May: Hearing', 'Hearing', 'postponed'],
  ['REPORTÉ: Débat', 'Débat', 'postponed'],
  ['延期：会议', '会议', 'postponed'],
  ['Neuer Termin: Lesung', 'Lesung', 'rescheduled'],
])('the fate of an event is parted from its title: %s', (told, title, status) => {
  expect(partStatus(told)).toEqual({ title, status })
})

test.each([
  'Cancelled lives: a film about deportation',
  'CANCELLED LIVES',
  'Postponed justice: asylum seekers in limbo',
  'DEFERRED ACTION for childhood arrivals',
  'Reporte: situación de migrantes',
  'Udsat: børn og unge på flugt',
  'Отмена смертной казни: дискуссия',
  '取消收容制度研讨会',
  'Annulation de la dette: débat',
])('words of a title are no fate: %s', title => {
  expect(partStatus(title)).toEqual({ title })
})

test.each([
  ['Suspendidos: un documental', undefined],
  ['Cancelados: la película', undefined],
  ['Batal | Konzert', undefined],
  ['A Dream – Deferred', undefined],
  ['Anulado – teatro', undefined],
  ['Abgesagt – Vortrag', 'cancelled'],
  ['Vortrag – abgesagt', 'cancelled'],
  ['New date: 18 December', 'rescheduled'],
  ['延期：12月18日', 'postponed'],
  ['Postponed: Friday 18 Dec, 7pm CET', 'postponed'],
  ['Neuer Termin: Donnerstag, 18. Dezember 2026, 19:00 Uhr', 'rescheduled'],
])('what may belong to the title stays in it: %s', (title, status) => {
  expect(partStatus(title)).toEqual(status ? { title, status } : { title })
})

test.each([
  ['CANCELLED: Vigil', 'Vigil', 'cancelled'],
  ['Canceled: Vigil', 'Vigil', 'cancelled'],
  ['[Anulado] Marcha', 'Marcha', 'cancelled'],
  ['Anulado: teatro', 'Anulado: teatro', undefined],
  ['Annulé – Débat', 'Annulé – Débat', undefined],
])('of an event that is confirmed beside its title: %s', (told, title, status) => {
  expect(partStatus(told, true)).toEqual(status ? { title, status } : { title })
})

test.each([
  ['Odwołane', 'cancelled'],
  ['aflyst', 'cancelled'],
  ['延期', 'postponed'],
  ['延期となりました', 'postponed'],
  ['https://schema.org/EventCancelled', 'cancelled'],
  ['EventMovedOnline', 'movedOnline'],
  ['moved-online', 'movedOnline'],
  ['CANCELLED_PERM', 'cancelled'],
  ['http://schemas.google.com/g/2005#event.canceled', 'cancelled'],
  ['Neuer Termin', 'rescheduled'],
  ['Reported', undefined],
  ['not cancelled', undefined],
  ['confirmed', undefined],
  ['online', undefined],
  [{ toString: 1 }, undefined],
])('a field of its own says what became of an event: %o', (words, status) => {
  expect(statusInWords(words)).toBe(status)
})

test('a title of nothing else stays', () => {
  expect(partStatus('Cancelled')).toEqual({ title: 'Cancelled', status: 'cancelled' })
})
