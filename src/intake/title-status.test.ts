import { expect, test } from 'vitest'
import { partStatus } from './title-status.ts'

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

test('a title of nothing else stays', () => {
  expect(partStatus('Cancelled')).toEqual({ title: 'Cancelled', status: 'cancelled' })
})
