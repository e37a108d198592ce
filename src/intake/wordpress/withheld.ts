/**
 * Parts of a text that plugins show to their members alone, by the short codes around them. Such a text is public and
 * these parts never were: they are cut out, whatever becomes of the text. Opposites ("not logged in") are left.
 */
export function withoutWithheld(text: string): { text: string; names: string[] } {
  if (!opening.test(text)) return { text, names: [] }
  const lower = text.toLowerCase()
  const names = new Set<string>()
  let kept = ''
  let from = 0
  for (const match of text.matchAll(new RegExp(opening, 'gi'))) {
    const [whole, escaped, name = '', values = ''] = match
    if (match.index < from || escaped || isPublic(name, values)) continue
    const behind = match.index + whole.length
    const end = lower.indexOf(`[/${name.toLowerCase()}]`, behind)
    // Without its end WordPress takes it for one that stands alone, and what comes behind was public.
    if (end < 0) continue
    kept += text.slice(from, match.index)
    from = end + name.length + 3
    names.add(name.toLowerCase())
  }
  return { text: kept + text.slice(from), names: [...names] }
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

/** Whether plugins show the whole to members alone, by what they keep beside it. */
export function isForMembers(meta: ReadonlyMap<string, string>): boolean {
  const told = (key: string) => (meta.get(key) ?? '').trim()
  if (told('_members_access_role') !== '' || told('_wpmem_block') === '1') return true
  if (Number(told('rcp_access_level')) > 0) return true
  if (['rcp_user_level', 'rcp_subscription_level'].some(key => !/^(?:|0|none|all)$/i.test(told(key))))
    return true
  const ultimate = told('um_content_restriction')
  return (
    /"_um_custom_access_settings";(?:b:1|i:1|s:1:"1")/.test(ultimate) &&
    /"_um_accessible";(?:i:2|s:1:"2")/.test(ultimate)
  )
}
