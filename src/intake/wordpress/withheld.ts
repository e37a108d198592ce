import { withoutHiddenBlocks } from './hidden-blocks.ts'

/**
 * Parts of a text that plugins show to their members alone, by the short codes or blocks around them. Such a text is
 * public and these parts never were: they are cut out, whatever becomes of the text. Opposites ("not logged in") are left.
 */
export function withoutWithheld(text: string): { text: string; names: string[] } {
  const coded = withoutCoded(text)
  const blocks = withoutHiddenBlocks(coded.text)
  return { text: blocks.text, names: [...coded.names, ...blocks.names] }
}

function withoutCoded(text: string): { text: string; names: string[] } {
  if (!opening.test(text)) return { text, names: [] }
  const nextEnd = endsIn(text)
  const names = new Set<string>()
  let kept = ''
  let from = 0
  for (const match of text.matchAll(new RegExp(opening, 'gi'))) {
    const [whole, escaped, name = '', values = ''] = match
    if (match.index < from || escaped || isPublic(name, values)) continue
    const behind = match.index + whole.length
    const end = nextEnd(name.toLowerCase(), behind)
    // Without its end WordPress takes it for one that stands alone, and what comes behind was public.
    if (end === null) continue
    kept += text.slice(from, match.index)
    from = end + name.length + 3
    names.add(name.toLowerCase())
  }
  return { text: kept + text.slice(from), names: [...names] }
}

/** Where the next end of a name stands; asked for places one behind the other. To search each anew is as slow as there are many. */
function endsIn(text: string): (name: string, from: number) => number | null {
  const ends = new Map<string, number[]>()
  for (const { 1: name, index } of text.matchAll(/\[\/([a-z][\w-]{0,60})\]/gi)) {
    const own = ends.get(name!.toLowerCase())
    if (own) own.push(index)
    else ends.set(name!.toLowerCase(), [index])
  }
  for (const own of ends.values()) own.reverse()
  return (name, from) => {
    const own = ends.get(name) ?? []
    while (own.length > 0 && own.at(-1)! < from) own.pop()
    return own.at(-1) ?? null
  }
}

/**
 * Members, Restrict Content Pro, WP-Members, Ultimate Member, Paid Memberships Pro, MemberPress, Simple Membership, Paid
 * Member Subscriptions, WooCommerce Memberships, Groups, WishList Member, s2Member, Indeed Ultimate Membership, ARMember,
 * Passster, Content Protector, PPWP, and what many themes have.
 */
const names = [
  'private',
  'members?(?:[_-]?only|_access|_logged_in)?',
  '(?:restrict(?:ed)?|protect(?:ed)?|hide)(?:[_-]?content)?',
  'is_(?:paid|active|logged_?in)',
  '(?:user_?)?(?:is_?)?logged_?in(?:[_-]?only)?',
  'wpmem_logged_in',
  'um_(?:loggedin|show_content)',
  '(?:pmpro_)?membership',
  'mepr-(?:show|active|protected\\w*)',
  'swpm_protected',
  'pms-restrict',
  'wcm_restrict',
  'groups_(?:member|can)',
  'wlm_(?:private|ismember)',
  's2if',
  'ihc-hide-content',
  'arm_restrict_content',
  'passster',
  'content_protector',
  'ppwp\\w*',
]
const opening = new RegExp(`(\\[?)\\[(${names.join('|')})((?:\\s[^[\\]<>]{0,1000})?)\\]`, 'i')

/** What names nobody may be of a page builder: a box that introduces a member of a team. */
function isPublic(name: string, values: string): boolean {
  return (
    /^members?$/i.test(name) && values.trim() !== '' && !/\b(?:role|level|plan|group|id)s?\s*=/i.test(values)
  )
}

/**
 * Whether plugins show the whole to members alone, by what they keep beside it. Of a newsletter they show all what comes
 * before its paywall, where it has one.
 *
 * @param withheld names of what was cut out of its text
 */
export function isForMembers(meta: ReadonlyMap<string, string>, withheld: readonly string[] = []): boolean {
  const told = (key: string) => (meta.get(key) ?? '').trim()
  // To members, or to nobody.
  if (told('_members_access_role') !== '' || /^[12]$/.test(told('_wpmem_block'))) return true
  if (!/^(?:|everybody)$/.test(told('_jetpack_newsletter_access')) && !withheld.includes('jetpack/paywall'))
    return true
  if (told('pms-content-restrict-user-status') === 'loggedin') return true
  if (Number(told('rcp_access_level')) > 0) return true
  if (['rcp_user_level', 'rcp_subscription_level'].some(key => !/^(?:|0|none|all)$/i.test(told(key))))
    return true
  const ultimate = told('um_content_restriction')
  return (
    /"_um_custom_access_settings";(?:b:1|i:1|s:1:"1")/.test(ultimate) &&
    /"_um_accessible";(?:i:2|s:1:"2")/.test(ultimate)
  )
}
