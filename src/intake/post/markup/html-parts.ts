import { type Element, marksOf } from './html-tree.ts'

/** Which parts of a page are not the post: by tag, and by the class names themes and plugins give them. */
export const skippedTags = new Set(
  'script style template noscript svg math nav aside form button select textarea input dialog canvas head'.split(
    ' ',
  ),
)

export const skippedMarks = new RegExp(
  String.raw`(?:^|[\s_-])(?:${[
    'sharedaddy|sd-(?:block|sharing|content)|share-?(?:buttons?|links?|this|post)|social-?(?:links?|share|icons?)|addtoany\\w*',
    'jp-relatedposts|related-?(?:posts?|articles?)|yarpp\\w*|outbrain|taboola',
    'comments?(?:-area|-form|-list|-respond|s-title)?|respond|commentlist|disqus_thread',
    'widget(?:-area)?|sidebar|secondary|site-(?:header|footer|navigation|branding)|nav-?links|navigation|breadcrumbs?|menu|skip-link',
    'author-?(?:box|bio|info|description)|entry-author|about-author|saboxplugin\\w*',
    'newsletter-?(?:signup|form)|subscribe-?(?:form|box)|subscription|mc4wp\\w*|cookie\\w*|popup|modal|advert\\w*|ad-container',
    'screen-reader-(?:text|shortcut)|sr-only|visually-hidden|wp-caption-hidden|post-views|jetpack-likes-widget\\w*|wpl-likebox',
    'entry-(?:meta|footer|utility)|post-(?:meta|tags|categories|footer|navigation)|byline|cat-links|tags-links|posted-on',
  ].join('|')})(?=$|[\s_])`,
  'i',
)

/** Where the post itself stands, best first; of several the one with the most text. */
export const contentMarks = [
  /(?:^|[\s_-])(?:entry-content|post-content|post-body|article-(?:body|content)|wp-block-post-content|blog-post-content|storycontent|e-content)(?=$|\s)/i,
  /(?:^|\s)(?:hentry|h-entry|blog-post|single-post)(?=$|\s)/i,
]

export const blockTags = new Set(
  (
    'p div section article main header footer figure figcaption address center fieldset details summary ' +
    'ul ol dl table thead tbody tfoot caption body html hgroup legend form'
  ).split(' '),
)

/** How word processors mark the title of a document, where they have no heading for it. */
export function isDocTitle(element: Element): boolean {
  return element.tagName === 'p' && /^(?:c\d+ )*(?:title|MsoTitle)(?: |$)/.test(marksOf(element))
}
