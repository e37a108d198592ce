import { describe, expect, test } from 'vitest'
import { titleWords } from '../titles/title-words.ts'
import { areOtherDays, daysOf, isOneDay } from './named-days.ts'

const named = (title: string) => daysOf(titleWords(title, []))

describe('the days that a title is for', () => {
  test.each([
    [['women'], ['International Women’s Day: panel', 'Journée internationale des femmes', '8M: marcha']],
    [
      ['women'],
      ['Weltfrauentag', 'Mezinárodní den žen', 'Dünya Kadınlar Günü', '국제 여성의 날', 'วันสตรีสากล'],
    ],
    [
      ['women'],
      ['اليوم العالمي للمرأة', 'خواتین کا عالمی دن', 'আন্তর্জাতিক নারী দিবস', 'የሴቶች ቀን', 'Kvinnodagen'],
    ],
    [
      ['humanRights'],
      ['Міжнародний день прав людини', 'Día de los Derechos Humanos', 'Tag der Menschenrechte'],
    ],
    [
      ['violenceWomen'],
      ['Internationaler Tag gegen Gewalt an Frauen', 'اليوم الدولي للقضاء على العنف ضد المرأة'],
    ],
    [['motherTongue'], ['Journée internationale de la langue maternelle', 'আন্তর্জাতিক মাতৃভাষা দিবস উদযাপন']],
    [['openData'], ['#OpenDataDay 2021', 'Journée des données ouvertes', 'Día de los Datos Abiertos']],
    [['un'], ['UN Day Concert', '유엔의 날 기념 음악회', 'يوم الأمم المتحدة']],
  ])('are %j', (days, titles) => {
    for (const title of titles) expect([title, ...named(title).named]).toEqual([title, ...days])
  })

  test.each([
    'Opening day of the fair',
    'Training day for teachers',
    'Für den Frieden: Konzert',
    'Montag im Museum',
    'Poetry night',
    'Workshop 3月8日 東京',
  ])('are none in “%s”', title => {
    expect(named(title).named).toEqual([])
  })

  test('are no part of what else it says', () => {
    expect(named('Journée mondiale de l’eau 2021 : marche à Dakar').rest.folded).toBe('2021 marche a dakar')
    expect(named('国際女性デー記念講演会「防災」').rest.folded).toBe('記念講演会 防災')
  })

  test('are one or two', () => {
    const [water, eau, forests] = ['World Water Day', 'Journée mondiale de l’eau', 'День лесов'].map(title =>
      titleWords(title, []),
    )
    expect([isOneDay(water!, eau!), areOtherDays(water!, eau!)]).toEqual([true, false])
    expect([isOneDay(water!, forests!), areOtherDays(water!, forests!)]).toEqual([false, true])
  })
})
