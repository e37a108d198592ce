import { describe, expect, test } from 'vitest'
import { inspect } from '../inspect.ts'

async function times(table: string | Buffer, options = {}) {
  const lines = await inspect(Buffer.from(table), options)
  return [...lines].flatMap(line =>
    'finding' in line
      ? [[line.finding.start, line.finding.end, line.finding.allDay].filter(one => one !== undefined)]
      : [],
  )
}

describe('the times of a row', () => {
  test('a moment in UTC is told by the clocks of the zone beside it', async () => {
    expect(
      await times(
        'name,start_at,end_at,timezone\nWrap-up,2026-12-18T19:00:00.000Z,2026-12-18T20:30:00Z,America/Toronto\nNight,2026-12-18T09:00:00+01:00,,(UTC-05:00) Eastern Time (US & Canada)\n',
      ),
    ).toEqual([
      ['2026-12-18T14:00:00-05:00[America/Toronto]', '2026-12-18T15:30:00-05:00[America/Toronto]'],
      ['2026-12-18T03:00:00-05:00[America/New_York]'],
    ])
  })

  test('days that begin and end in one cell, and weekdays behind a day in figures', async () => {
    expect(
      await times(
        'Evento;Fecha;Horario;Ciudad;País\nEncuentro;18/12/2026 a 20/12/2026;;Arica;Chile\nRoda;18/12/2026 (sexta-feira);das 14h às 16h30;São Paulo;Brasil\n',
      ),
    ).toEqual([
      ['2026-12-18', '2026-12-20', true],
      ['2026-12-18T14:00:00-03:00[America/Sao_Paulo]', '2026-12-18T16:30:00-03:00[America/Sao_Paulo]'],
    ])
  })

  test('ends in the words of other languages', async () => {
    expect(
      await times(
        '活动名称,日期,开始时间,结束时间,地点\n讲座,2026年12月18日,下午3:00,下午5:00,北京\n' +
          '夜校,2026年12月18日,晚上7点,晚上9点半,北京\n',
      ),
    ).toEqual([
      ['2026-12-18T15:00:00+08:00[Asia/Shanghai]', '2026-12-18T17:00:00+08:00[Asia/Shanghai]'],
      ['2026-12-18T19:00:00+08:00[Asia/Shanghai]', '2026-12-18T21:30:00+08:00[Asia/Shanghai]'],
    ])
    expect(
      await times(
        'العنوان\tالتاريخ\tوقت البدء\tوقت الانتهاء\tالمدينة\nندوة\t١٨/١٢/٢٠٢٦\t٦:٣٠ م\t٨:٠٠ م\tعمّان\n',
      ),
    ).toEqual([['2026-12-18T18:30:00+03:00[Asia/Amman]', '2026-12-18T20:00:00+03:00[Asia/Amman]']])
  })

  test.each([
    ['Hora de Colombia', 'America/Bogota'],
    ['heure de Paris', 'Europe/Paris'],
    ['北京时间', 'Asia/Shanghai'],
    ['Mountain Time (US & Canada)', 'America/Denver'],
  ])('a zone in words: %s', async (words, zone) => {
    const table = `title,date,time,timezone\nA,2026-12-18,10:00,"${words}"\n`
    const [[start] = []] = await times(table, { zone: 'Asia/Manila' })
    expect(start).toMatch(new RegExp(`^2026-12-18T10:00:00[+-]\\d\\d:00\\[${zone}\\]$`))
  })

  test('what is not understood is said, and no other day or hour taken instead', async () => {
    const table =
      'title,date,time\nTalk,Gaurko astelehena,13.00\nFilm,pátek 18. prosince 2026,ode 20 hodyn\nเสวนา,18 ธันวาคม 2569,13.00\nHudba,18. 12. 2026,od 20 hodin\n'
    const lines = await inspect(Buffer.from(table), { published: '2026-11-01' })
    const found = [...lines].flatMap(line =>
      'finding' in line
        ? [[line.finding.start, line.finding.time, line.finding.doubts?.map(doubt => doubt.code)]]
        : [],
    )
    expect(found).toEqual([
      [undefined, '13:00', ['date-missing']],
      ['2026-12-18', undefined, ['date-missing']],
      ['2026-12-18T13:00:00', undefined, ['zone-missing']],
      ['2026-12-18T20:00:00', undefined, ['zone-missing']],
    ])
  })

  test('a whole day as calendar programs write it, from midnight to midnight', async () => {
    expect(
      await times(
        '"Subject","Start Date","Start Time","End Date","End Time","All day event"\n"March","12/18/2026","12:00:00 AM","12/19/2026","12:00:00 AM","True"\n"Camp","12/18/2026","12:00:00 AM","12/20/2026","12:00:00 AM","True"\n"Talk","12/18/2026","9:00:00 AM","12/18/2026","10:00:00 AM","False"\n',
        { zone: 'Europe/Dublin' },
      ),
    ).toEqual([
      ['2026-12-18', true],
      ['2026-12-18', '2026-12-19', true],
      ['2026-12-18T09:00:00+00:00[Europe/Dublin]', '2026-12-18T10:00:00+00:00[Europe/Dublin]'],
    ])
  })

  test('a zone and a day that are said above the names, and a day between the rows', async () => {
    const table =
      'Programme of International Migrants Day,,\nAll times in UTC,,\nFriday 18 December 2026,,\nTime,Event,Place\n10:00–11:30,Opening,Hall A\nSaturday 19 December 2026,,\n9.15,Walk,\n'
    expect(await times(table, { zone: 'Asia/Manila' })).toEqual([
      ['2026-12-18T10:00:00+00:00[UTC]', '2026-12-18T11:30:00+00:00[UTC]'],
      ['2026-12-19T09:15:00+00:00[UTC]'],
    ])
  })
})

describe('the names of columns', () => {
  test.each([
    'イベント名,開催日,開始時刻,終了時刻,会場\n交流会,2026/12/18,18:00,20:00,大阪市\n',
    'Etkinlik Adı;Tarih;Başlangıç Saati;Bitiş Saati;Yer\nPanel;18.12.2026;18:00;20:00;Ankara\n',
    'Titolo evento;Data;Ora inizio;Ora fine;Luogo\nTavola;18/12/2026;18.00;20.00;Torino\n',
    'Nazwa wydarzenia;Data rozpoczęcia;Godzina rozpoczęcia;Godzina zakończenia;Miasto\nDebata;18.12.2026;18:00;20:00;Łódź\n',
    'Назва заходу;Дата проведення;Час початку;Час закінчення;Місто\nЛекція;18.12.2026;18:00;20:00;Київ\n',
    '행사명,개최일,시작시간,종료시간,장소\n포럼,2026-12-18,18:00,20:00,서울\n',
    'שם האירוע,תאריך,שעת התחלה,שעת סיום,עיר\nכנס,18/12/2026,18:00,20:00,חיפה\n',
    'Tên sự kiện,Ngày,Giờ bắt đầu,Giờ kết thúc,Địa điểm\nHội thảo,18/12/2026,18:00,20:00,Hà Nội\n',
    'Intitulé de l’activité;Date;De;À;Lieu\nAtelier;18/12/2026;18h;20h;Lille\n',
    'Veranstaltung;Datum;Von;Bis;Ort\nLesung;18.12.2026;18:00;20:00;Köln\n',
    'What is the title of your event?,Date of the event,Start time,End time,City and country\nOpen mic,12/18/2026,6:00 PM,8:00 PM,"Leeds, UK"\n',
  ])('are known in the language of the table: %s', async table => {
    const [[start, end] = []] = await times(table)
    expect(String(start)).toContain('2026-12-18T18:00:00')
    expect(String(end)).toContain('2026-12-18T20:00:00')
  })

  test('when something was written is not when it takes place', async () => {
    expect(
      await times(
        '{"events":[{"title":"Forum &#8211; Rights","date":"2026-10-01 10:00:00","start_date":"2026-12-18 10:00:00","end_date":"2026-12-18 12:00:00","timezone":"America/Toronto"}]}',
      ),
    ).toEqual([['2026-12-18T10:00:00-05:00[America/Toronto]', '2026-12-18T12:00:00-05:00[America/Toronto]']])
  })
})
