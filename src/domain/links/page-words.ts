import { foldName } from '../fold-name.ts'
import type { PageMark } from './seen.ts'

/** What the words of a page, and what stands in its source, say of it. @param source the HTML, or the head of it */
export function marksOf(page: { title: string | null; text: string; source: string }): PageMark[] {
  const { source } = page
  const text = page.text.slice(0, mostLooked)
  const isShort = page.text.length < shortPage
  const title = page.title ?? ''
  const marks: PageMark[] = []
  if (notFoundTitle.test(title) || (isShort && notFoundText.test(text))) marks.push('not-found')
  if (parkedSource.test(source) || (isShort && parkedText.test(text))) marks.push('parked')
  if (isShort && forSale.test(`${title}\n${text}`)) marks.push('for-sale')
  if (isSpam(`${title}\n${text}`)) marks.push('spam')
  if (paywall.test(text)) marks.push('paywall')
  if (isShort && logIn.test(`${title}\n${text}`)) marks.push('log-in')
  return marks
}

/** The words that a page has most often: by them it is known again when only its date and its news have changed. */
export function tellingWords(text: string): string[] {
  const counts = new Map<string, number>()
  for (const word of foldName(text.slice(0, mostLooked)).split(' ')) {
    for (const each of unspaced.test(word) ? pairsOf(word) : [word])
      if (each.length >= (unspaced.test(each) ? 2 : 5) && each.length < 30 && !/^\d+$/.test(each))
        counts.set(each, (counts.get(each) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([a, m], [b, n]) => n - m || b.length - a.length || (a < b ? -1 : 1))
    .slice(0, mostWords)
    .map(([word]) => word)
}

const mostWords = 40
/** In characters: what is looked at, and up to where a page has nothing to say but that it has nothing. */
const mostLooked = 30_000
const shortPage = 2500

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function pairsOf(word: string): string[] {
  const signs = Array.from(word).slice(0, 2000)
  return signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
}

/** In the window's title such words are of the page itself, however much stands around it. */
const notFoundTitle = new RegExp(
  [
    '\\b(?:error|erreur|fehler|ошибка|błąd)?[ :–-]*404\\b(?!\\s*(?:people|million|participants|days))',
    '(?:page|site|content|event|article|document|post) (?:(?:was|is|could|can) )?(?:not|never|no longer|cannot be) (?:be )?(?:found|available|exists?)',
    '\\bnot found\\b',
    'nothing (?:was )?found',
    "does ?n[o’']?t exist",
    '(?:seite|inhalt|beitrag|veranstaltung) (?:(?:wurde|konnte|ist) )?nicht (?:mehr )?(?:gefunden|verfügbar|vorhanden)',
    "(?:page|contenu|document|article) (?:non trouvée?|introuvable|inexistante?)|cette page n[’']existe (?:pas|plus)",
    '(?:página|contenido|evento) no (?:encontrad[ao]|disponible|existe)|no se (?:ha )?encontr(?:ó|ado|ada) la página',
    'página não (?:encontrada|existe|disponível)',
    'pagina (?:non trovata|niet gevonden|inesistente)|sidan (?:hittades inte|kunde inte hittas)|siden (?:ble|blev) ikke funnet|sivua ei löyt',
    'nie znaleziono (?:strony)?|strona nie istnieje|stránka nenalezena|az oldal nem található|sayfa bulunamadı',
    'страница не (?:найдена|существует)|сторінк[ау] не знайдено',
    'الصفحة (?:غير موجودة|المطلوبة غير موجودة)|لم يتم العثور على (?:الصفحة|المحتوى)|صفحه (?:مورد نظر )?(?:یافت|پیدا) نشد',
    '页面(?:不存在|未找到|找不到|已删除)|找不到(?:该|此|您)?.{0,6}(?:页|網頁|网页)|無法找到(?:頁面|网页)|404 ?错误',
    'ページが(?:見つかりません|見つかりませんでした|存在しません)|お探しのページ',
    '페이지를 찾을 수 없|존재하지 않는 페이지',
    'halaman tidak (?:ditemukan|tersedia)|hindi (?:natagpuan|mahanap) ang pahina|không tìm thấy trang|ไม่พบหน้า|पृष्ठ नहीं मिला|הדף לא נמצא|ukurasa haujapatikana',
  ].join('|'),
  'iu',
)
/** In the text they may be of a search field beside: only where hardly anything else is said. */
const notFoundText = new RegExp(
  `(?:${notFoundTitle.source})|we can[’']?t (?:seem to )?find (?:the|that|this) page|(?:the )?page you (?:are|were|’re) (?:looking for|trying to)|this (?:event|page|content|video) (?:has been|was) (?:removed|deleted|unpublished)|(?:event|webinar) (?:is )?no longer available|diese (?:seite|veranstaltung) (?:existiert|gibt es) nicht(?: mehr)?|la page que vous (?:cherchez|demandez|recherchez)|la página que (?:busca|buscas|está buscando)`,
  'iu',
)

/** What companies write that show advertisements where nobody has put up a site. */
const parkedSource =
  /sedoparking\.com|parkingcrew\.net|bodiscdn\.com|parking\.bodis|parklogic|cashparking|above\.com\/marketplace|skenzo|domainparking|parking-lander|window\.park\s*=|data-adblockkey=|namebrightstatic|cdn\.domainmarket|hugedomains\.com\/(?:domain_profile|payment)|dan\.com\/(?:orders|buy-domain)|afternic\.com\/forsale|uniregistry|porkbun\.com\/checkout|parkingpage\.namecheap|voodoo\.com\/parking/i
const parkedText =
  /(?:this |the )?domain (?:name )?(?:is|has been|was) (?:parked|registered (?:at|with|by|for)|recently registered|suspended|expired)|parked (?:free|domain|page)|(?:related|sponsored) (?:searches|links|listings)|domain (?:ist|wurde) (?:geparkt|registriert)|dieser? domain (?:steht|ist) (?:geparkt|registriert)|domaine (?:est )?(?:parqué|réservé|enregistré)|dominio (?:está )?(?:aparcado|registrado|parcheggiato)|домен (?:припаркован|зарегистрирован|не прилинкован)|域名(?:已过期|停放|已注册)|النطاق (?:محجوز|متوقف)|account (?:has been |is )suspended/iu
const forSale =
  /(?:(?:this )?(?:domain|website|site)(?: name)?|[\w-]{1,63}(?:\.[a-z0-9-]{2,24}){1,3}) (?:is|may be|could be|might be) (?:available )?(?:for sale|available for purchase)|buy (?:this|the) domain|(?:premium )?domain for sale|make (?:an )?offer (?:on|for) (?:this|the) domain|inquire about this domain|domain (?:steht )?zu(?:m)? verkauf(?:en)?|domain (?:kaufen|erwerben)|(?:domaine|nom de domaine) (?:est )?(?:à vendre|en vente)|(?:dominio|domínio) (?:está )?(?:en venta|à venda|in vendita)|домен (?:продаётся|продается|выставлен на продажу)|域名(?:出售|转让|正在出售)|النطاق (?:معروض )?للبيع|domain (?:ini )?dijual|ドメイン.{0,4}(?:販売|売り)/iu

/** One such word is in any report on gambling, and a page that is full of them is another. */
function isSpam(text: string): boolean {
  const found = text.match(spam)
  return found !== null && found.length >= 6 && new Set(found.map(word => word.toLowerCase())).size >= 3
}

const spam =
  /\b(?:casinos?|slots?|gacor|togel|judi|jackpot|roulette|poker|baccarat|sportsbook|betting|bookmakers?|free spins?|no deposit|bonus (?:code|new member)|situs (?:slot|judi)|bandar|sbobet|pragmatic play|maxwin|rtp live|1xbet|22bet|mostbet|viagra|cialis|levitra|tadalafil|sildenafil|escorts?|xxx|porn(?:o|hub)?|payday loans?|replica watches|essay writing service|казино|букмекер\w*|ставки|слоты|игровые автоматы|вулкан)\b|百家乐|博彩|彩票|棋牌|娱乐城|老虎机|カジノ|카지노|토토|바카라|كازينو|مراهنات/giu

const paywall =
  /subscribe (?:now )?to (?:continue|keep) reading|this (?:article|content) is (?:for|only available to) subscribers|already a subscriber|(?:diesen|dieser) (?:artikel|beitrag) (?:weiterlesen|ist (?:nur )?für abonnenten)|jetzt (?:abonnieren|weiterlesen) mit|article réservé aux abonnés|(?:contenido|artículo) (?:exclusivo|solo) para suscriptores|подписк[аеу] (?:чтобы|для) чтения/iu
const logIn =
  /(?:sign|log) ?in to (?:continue|view|see|your account)|you must (?:be )?log(?:ged)? ?in|please log ?in|members? only|(?:bitte )?(?:melden sie sich|loggen sie sich) (?:an|ein)|connectez-vous pour|inici(?:a|e) sesión para|войдите,? чтобы|请(?:先)?登录|يرجى تسجيل الدخول/iu
