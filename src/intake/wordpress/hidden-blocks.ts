/**
 * A text of blocks without those that readers did not see: that plugins show to their members alone, or that were
 * hidden by the editor itself. A block without its end goes on to that of the text, and so does what stands behind a
 * paywall.
 */
export function withoutHiddenBlocks(text: string): { text: string; names: string[] } {
  if (!hint.test(text)) return { text, names: [] }
  const names = new Set<string>()
  let kept = ''
  let from = 0
  let hidden: { name: string; depth: number } | null = null
  for (const { name, isEnd, isAlone, attributes, start, end } of marksIn(text)) {
    if (hidden) {
      if (name !== hidden.name || isAlone) continue
      hidden.depth += isEnd ? -1 : 1
      if (hidden.depth > 0) continue
      from = end
      hidden = null
    } else if (!isEnd && isHidden(name, attributes)) {
      names.add(name)
      kept += text.slice(from, start)
      from = end
      if (name === paywall) return { text: kept, names: [...names] }
      if (!isAlone) hidden = { name, depth: 1 }
    }
  }
  return { text: hidden ? kept : kept + text.slice(from), names: [...names] }
}

const paywall = 'jetpack/paywall'

/** Jetpack, Paid Memberships Pro, WooCommerce Memberships, and what others call such a block. Opposites are left. */
const forMembers =
  /^(?:jetpack\/paywall|premium-content\/subscriber-view|pmpro\/membership|woocommerce-memberships\/member-content)$|(?:^|[/-])(?:private|(?:restrict|protect)(?:ed|or)?|members?-only|logged-?in)(?:-|$)/
/** Of the editor itself; of Block Visibility; of LifterLMS. */
const keptBack =
  /"blockVisibility":false|"hideBlock":true|"visibilityByRole":"(?:logged-in|user-role|users)"|"llms_visibility":"(?:logged_in|enrolled)"/
const hint = /<!--\s{1,9}wp:/

function isHidden(name: string, attributes: string): boolean {
  return forMembers.test(name) || keptBack.test(attributes)
}

type Mark = {
  name: string
  isEnd: boolean
  isAlone: boolean
  attributes: string
  start: number
  end: number
}

/** `<!-- wp:group {"layout":"flow"} -->`, `<!-- /wp:group -->`, `<!-- wp:more /-->` */
function* marksIn(text: string): Generator<Mark> {
  const opening = /<!--\s{1,9}(\/?)wp:([a-z][\w-]{0,60}(?:\/[a-z][\w-]{0,60})?)(?=\s)/g
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const end = text.indexOf('-->', opening.lastIndex)
    if (end < 0) return
    const attributes = text.slice(opening.lastIndex, end)
    opening.lastIndex = end + 3
    yield {
      name: match[2]!,
      isEnd: match[1] === '/',
      isAlone: attributes.endsWith('/'),
      attributes,
      start: match.index,
      end: end + 3,
    }
  }
}
