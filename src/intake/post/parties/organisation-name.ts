import { bodyWord } from '../words/body-words.ts'
import { namesDay } from '../words/day-words.ts'
import { kindWord } from '../words/kind-words.ts'

/**
 * The name of an organisation among words that were taken for one: without the verb of their sentence. Null for a
 * heading's word, for the room it is held in, and for what breaks off at an article or a preposition.
 */
export function organisationName(words: string): string | null {
  const name = words.replace(/\s+/g, ' ').trim()
  const subject = name.replace(verbBehind, '').replace(workBehind, '')
  const clean =
    subject === name ? name : subject.replace(/^(?:the|die|der|das|la|le|les|el|los|las)\s+(?=\p{Lu})/iu, '')
  if (!clean || clean.length > 120) return null
  return breaksOff.test(clean) ||
    headings.test(clean) ||
    rooms.test(clean) ||
    platforms.test(clean) ||
    requests.test(clean) ||
    isKindAlone(clean) ||
    isDayAlone(clean)
    ? null
    : clean
}

/** "The High Commissioner published a", of "… published a statement". */
const verbBehind =
  /\s(?:(?:has|have|had|hat|haben|ont|ha|han)\s)?(?:also\s|today\s|just\s)?(?:publishe[sd]|issue[sd]|release[sd]|launche[sd]|posted|wrote|writes|said|says|called|calls|delivered|delivers|made|gave|shared|shares|presented|presents|holds|held|organi[sz]e[sd]|invites|announce[sd]|veröffentlicht(?:e|en)?|publie|publié|publica|publicó|publicou)(?:\s(?:an?|the|its|their|his|her|this|for|on|to|with|ein|eine|einen|seine|ihre|une?|una?|um|uma|su|sua|son|sa))*$/iu

/** "WHO Age Unit’s message": who, and what they say. */
const workBehind =
  /(?:['’]s|(?<=s)['’])\s(?:(?:open|joint|annual|own|new|official)\s)?(?:message|statement|declaration|letter|appeal|call|address|speech|video|film|report|campaign|toolkit)$/iu

const breaksOff =
  /\s(?:an?|the|of|for|to|and|or|with|from|by|its|their|his|her|our|this|is|are|was|were|has|have|will|der|die|das|des|ein|eine|und|von|mit|für|le|les|des|du|une?|et|el|los|las|del|de|y|da|do|dos)$/u

const headings =
  /^(?:elsewhere|others?|more|further|beyond|abroad|everywhere|worldwide|around the world|in brief|highlights?|overview|upcoming|today|tomorrow|later|earlier|also|miscellaneous|misc|various|general|updates?|news|links?|resources|anderswo|anderes|weiteres|sonstiges|ailleurs|autres?|divers|en otros lugares|otros|otras|varios|outros|altrove|altro)$/iu

/** "statement for the Day of the Migrant": the day is nobody. */
function isDayAlone(name: string): boolean {
  return namesDay(name) && !bodyWord.test(name)
}

/** "Workshop", "Panel": what it is. */
function isKindAlone(name: string): boolean {
  return kindWord(name)?.length === name.length
}

const requests =
  /^(?:dr|prof|mr|mrs|ms|mx|frau|herr|sra?|mme|listen|tune in|watch|come|bring|meet|call|write|read|look|hear|escucha|mira|ven|écoutez|regardez|hört|schaut|kommt|ouça|veja|ascolta|guarda)$/iu

/** Where it is shown. */
const platforms =
  /^(?:facebook|youtube|instagram|twitter|x|tiktok|twitch|zoom|vimeo|linkedin|telegram|whatsapp|discord|mastodon|bluesky|(?:ms |microsoft )?teams|google meet|webex|jitsi)(?:\s(?:live|en vivo|en direct))?$/iu

/** Where something is held; whoever holds it bears a name of its own. */
const rooms =
  /^(?:the\s)?(?:community|town|city|village|parish|civic|church|market|concert|lecture|main|great|school|assembly|municipal|conference|meeting|public)\s(?:hall|room|square|park|centre steps)$|^(?:main|central)\s(?:square|stage|auditorium)$|\s(?:auditorium|stadium|town hall|city hall|lecture hall|conference room)$/iu
