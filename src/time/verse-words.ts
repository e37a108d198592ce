import { fold } from './fold.ts'
import { isWord } from './part.ts'
import type { Token } from './tokens.ts'

/** Books that people name by chapter and verse, folded. */
const books = new Set(
  [
    'genesis exodus leviticus deuteronomy joshua judges ruth samuel kings chronicles nehemiah esther job psalm psalms proverbs ecclesiastes isaiah jeremiah ezekiel daniel hosea joel amos micah matthew mark luke john acts romans corinthians galatians ephesians philippians colossians thessalonians timothy titus hebrews james peter jude revelation',
    'matthaus markus lukas johannes apostelgeschichte romer korinther galater epheser philipper hebraer offenbarung psalmen jesaja jeremia sacharja spruche mose',
    'matthieu marc luc jean actes romains corinthiens galates ephesiens hebreux apocalypse psaume psaumes isaie jeremie genese exode proverbes',
    'mateo marcos lucas juan hechos romanos corintios galatas efesios filipenses hebreos apocalipsis salmo salmos isaias jeremias proverbios',
    'mateus joao atos hebreus apocalipse exodo matteo marco luca giovanni atti romani corinzi galati efesini ebrei apocalisse salmi isaia genesi esodo',
    'mattheus marcus johannes handelingen romeinen openbaring mateusza marka lukasza jana dziejow rzymian koryntian psalmow izajasza matous marek lukas zalm skutky',
    'matteus romarbrevet matthaeus johanneksen yohanes matius lukas kejadian keluaran mazmur yesaya wahyu roma kisah yuhanna',
    'матфея марка луки иоанна деяния римлянам коринфянам бытие исход псалом исаии откровение матвія луки івана',
    'ματθαιος μαρκος λουκας ιωαννης πραξεις ρωμαιους ψαλμος quran koran coran kuran corano surah sure sura sourate sutta gita اية سورة البقرة إنجيل يوحنا متى لوقا مرقس',
  ]
    .join(' ')
    .split(' ')
    .map(word => fold(word).normalize('NFC')),
)

const eastAsianBooks =
  /(?:マタイ|マルコ|ルカ|ヨハネ|使徒|ローマ|コリント|詩篇|詩編|創世記|イザヤ|黙示録|(?:马太|馬太|马可|馬可|路加|约翰|約翰)福音|使徒行传|使徒行傳|罗马书|羅馬書|诗篇|创世记|創世記|以赛亚书|启示录|복음|복음서|로마서|시편|창세기|이사야|사도행전|요한계시록)(?:による福音書|福音書|書|记|書)?$/u

/** "John 3:16", "マタイ28:19", "سورة البقرة 2:30": the figures at `at` are a chapter and its verse; not "St. John 19:30". */
export function isVerseAt(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (before?.kind !== 'word' || tokens[at + 2]?.text === '00') return false
  const words = tokens
    .slice(Math.max(0, at - 9), at)
    .map(token => token.raw)
    .join('')
  if (eastAsianBooks.test(words)) return true
  if (!books.has(before.text.normalize('NFC')) || !/^[^\p{Ll}]/u.test(before.raw)) return false
  return !isWord(tokens[at - 2], ...saints) && !isWord(tokens[at - 3], ...saints)
}

const saints =
  'st sankt saint sainte san santo santa sao sveti sv kirche church iglesia eglise chiesa kerk kosciol'.split(
    ' ',
  )
