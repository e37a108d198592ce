import type { FigureColumn, FigureColumns } from '../../domain/figure-watch.ts'
import { fold } from '../../time/fold.ts'

/**
 * Names of columns of a table of a figure, the best first: English, then other languages. They are compared folded; what
 * begins with one of them counts where none is the same.
 */
const synonyms: Record<FigureColumn, string> = {
  joined:
    'joined|date joined|ratification|ratification or accession|year ratification or accession|year of ratification|date of ratification|accession|acceptance|formal confirmation|succession|member since|party since|since|entry|admission|ratificación|adhesión|fecha de ratificación|adhésion|date de ratification|ratifikation|beitritt|beigetreten|ratifikasi|ратификация|присоединение|التصديق|الانضمام|批准|加入',
  left: 'left|date left|withdrawn|withdrawal|denunciation|denounced|until|retirada|denuncia|dénonciation|retrait|austritt|kündigung|выход|денонсация|الانسحاب|退出',
  who: 'iso2|iso 2|iso|country code|code|participant|state|state party|states|country|member state|member|party|nation|territory|name|who|estado|país|pais|état|pays|staat|land|negara|государство|страна|الدولة|البلد|国家|缔约国',
  date: 'date|as of|as at|day|month|year|when|time|period|fecha|año|date|année|datum|jahr|tanggal|tahun|дата|год|التاريخ|السنة|日期|年份|年',
  value:
    'value|number|count|total|states parties|parties|ratifications|members|amount|obs value|valor|número|total|valeur|nombre|wert|anzahl|zahl|nilai|jumlah|число|количество|القيمة|العدد|数值|数量',
  source: 'source|sources|publisher|fuente|quelle|fonte|sumber|источник|المصدر|来源',
  note: 'note|notes|remark|remarks|comment|how|nota|observaciones|remarque|anmerkung|bemerkung|catatan|примечание|ملاحظة|备注',
}

/** What each column of a table holds, by its name; each at most once. */
export function matchFigureColumns(names: readonly string[]): FigureColumns {
  const folded = names.map(name => fold(name))
  const columns: FigureColumns = {}
  const taken = new Set<number>()
  for (const isWhole of [true, false])
    for (const [column, list] of entries()) {
      if (columns[column] !== undefined) continue
      const words = list.map(fold)
      const matches = words.flatMap(word =>
        folded.flatMap((name, index) =>
          !taken.has(index) && (isWhole ? name === word : name.startsWith(`${word} `)) ? [index] : [],
        ),
      )
      if (matches[0] === undefined) continue
      columns[column] = names[matches[0]]!
      taken.add(matches[0])
    }
  return columns
}

function entries(): [FigureColumn, string[]][] {
  return Object.entries(synonyms).map(([column, words]) => [column as FigureColumn, words.split('|')])
}
