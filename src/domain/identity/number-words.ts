const ordinal = /^(\d{1,4})(?:st|nd|rd|th|e|er|eme|o|a|º|ª)?$/
const roman: Record<string, string> = { ii: '2', iii: '3', iv: '4', vi: '6', vii: '7', viii: '8', ix: '9' }
const spelt = new Map(
  [
    'one first uno primera primer premier premiere erste eins',
    'two second dos segunda segundo deux deuxieme zweite zwei',
    'three third tres tercera tercer trois troisieme dritte drei',
    'four fourth cuatro cuarta quatre quatrieme vierte vier',
    'five fifth cinco quinta cinq cinquieme funfte funf',
    'six sixth seis sexta sixieme sechste sechs',
    'seven seventh siete sept septieme siebte sieben',
    'eight eighth ocho huit huitieme achte acht',
    'nine ninth nueve neuf neuvieme neunte neun',
    'ten tenth diez dix dixieme zehnte zehn',
  ].flatMap((words, at) => words.split(' ').map(word => [word, String(at + 1)] as const)),
)

export function numberOf(word: string): string | null {
  return ordinal.exec(word)?.[1]?.replace(/^0+(?=\d)/, '') ?? roman[word] ?? spelt.get(word) ?? null
}
