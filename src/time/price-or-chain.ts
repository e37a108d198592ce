import { fold } from './fold.ts'
import { isGlued, isMark } from './part.ts'
import type { Token } from './tokens.ts'

const money = new Set(
  'руб рублей рубля рубль грн гривень лв лева лей lei ron tl lira din dinara дин kn kc kcs zl zlotych ft forint usd eur euro euros сум som тенге тг драм манат manat ლარი gel amd azn kzt rs rupees rupiah ribu rb kip baht บาท đồng vnd vnđ php pesos naira ngn kes tzs birr ብር zar aed sar egp جنيه ريال درهم دينار دولار ₽'
    .split(' ')
    .map(word => fold(word).normalize('NFC')),
)

/** "15.00–18.30 руб.": what the figures count is told behind them. */
function isPriced(tokens: Token[], at: number): boolean {
  let here = at
  while (here < at + 8 && (tokens[here]?.kind === 'number' || isMark(tokens[here], '.', ',', '-'))) here++
  const next = tokens[here]
  return (
    isMark(next, '₽', '₴', '₺', '₹', '₸', '₾', '֏', '₪', '฿', '₫', '₱', '₦') ||
    (next?.kind === 'word' && money.has(next.text))
  )
}

export function isPriceOrChain(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (isPriced(tokens, at)) return true
  if (isMark(before, '$', '€', '£', '#', '№')) return true
  if (!before || !isGlued(tokens[at])) return false
  if (before.kind === 'number' || before.kind === 'skip') return true
  if (isMark(before, ':', '.')) return isGlued(before) && tokens[at - 2]?.kind === 'number'
  return (
    before.kind === 'word' &&
    /^[a-z]+$/.test(before.text) &&
    !/^(t|h|at|am|pm|um|das?|as|kl)$/.test(before.text)
  )
}
