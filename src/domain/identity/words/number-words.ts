const ordinal = /^(\d{1,6})(?:st|nd|rd|th|e|er|eme|o|a|º|ª)?$/
const roman = new Map(Object.entries({ ii: '2', iii: '3', iv: '4', vi: '6', vii: '7', viii: '8', ix: '9' }))
const spelt = new Map(
  [
    'one first uno primera primer primo prima premier premiere erste eins primeiro primeira eerste forsta forste pierwszy pierwsza pervyi pershyi birinci pertama الأول الأولى',
    'two second dos segunda segundo secondo seconda deux deuxieme zweite zwei zweiter tweede drugi druga vtoroi druhyi ikinci kedua الثاني الثانية',
    'three third tres tercera tercer trois troisieme dritte drei terceiro terceira terzo terza derde tredje trzeci trzecia tretyi tretii ucuncu ketiga الثالث الثالثة',
    'four fourth cuatro cuarta quatre quatrieme vierte vier vierde fjarde fjerde czwarty chetvertyi dorduncu keempat الرابع الرابعة',
    'five fifth cinco quinta cinq cinquieme funfte funf quinto vijfde femte piaty piatyi besinci kelima الخامس الخامسة',
    'six sixth seis sexta sixieme sechste sechs sexto sesto sesta zesde sjatte szosty shestoi altinci keenam',
    'seven seventh siete sept septieme siebte sieben setimo settimo settima zevende sjunde siodmy sedmoi yedinci ketujuh',
    'eight eighth ocho huit huitieme achte acht oitavo ottavo ottava achtste attonde osmy vosmoi sekizinci kedelapan',
    'nine ninth nueve neuf neuvieme neunte neun nono nona negende nionde dziewiaty deviatyi dokuzuncu kesembilan',
    'ten tenth diez dix dixieme zehnte zehn decimo decima tiende tionde dziesiaty desiatyi onuncu kesepuluh',
  ].flatMap((words, at) => words.split(' ').map(word => [word, String(at + 1)] as const)),
)

export function numberOf(word: string): string | null {
  return ordinal.exec(word)?.[1]?.replace(/^0+(?=\d)/, '') ?? roman.get(word) ?? spelt.get(word) ?? null
}
