import type { Migration } from 'kysely/migration'
import * as first from './001-first-tables.ts'
import * as accounts from './002-accounts.ts'
import * as jobs from './003-jobs.ts'
import * as desk from './004-desk.ts'
import * as pictures from './005-pictures.ts'
import * as readings from './007-readings.ts'
import * as awaited from './009-awaited.ts'
import * as apart from './010-apart.ts'
import * as organisationsApart from './012-organisations-apart.ts'
import * as mergedEntries from './013-merged-entries.ts'
import * as sources from './014-sources.ts'
import * as archive from './015-archive.ts'
import * as search from './018-search.ts'
import * as languages from './019-languages.ts'
import * as plans from './020-plans.ts'
import * as blogPosts from './022-blog-posts.ts'
import * as drawnPictures from './024-drawn-pictures.ts'
import * as years from './025-years.ts'
import * as recordings from './027-recordings.ts'
import * as links from './028-links.ts'
import * as notices from './029-notices.ts'
import * as figures from './031-figures.ts'
import * as knownBy from './032-known-by.ts'
import * as takingPart from './033-taking-part.ts'
import * as comments from './034-comments.ts'
import * as visitorWays from './035-visitor-ways.ts'
import * as moderation from './036-moderation.ts'
import * as suggestions from './037-suggestions.ts'
import * as mailIn from './038-mail-in.ts'
import * as webmention from './039-webmention.ts'
import * as authors from './040-authors.ts'
import * as organisers from './041-organisers.ts'
import * as spam from './042-spam.ts'
import * as faces from './043-faces.ts'
import * as senders from './044-senders.ts'
import * as repeated from './045-repeated.ts'
import * as accountLanguage from './046-account-language.ts'
import * as writingLanguages from './047-writing-languages.ts'
import type { migrationNames } from './names.ts'

/** Every migration by name, in order: a plain list, so that a bundle contains them. */
export const migrations: Record<(typeof migrationNames)[number], Migration> = {
  '001-first-tables': first,
  '002-accounts': accounts,
  '003-jobs': jobs,
  '004-desk': desk,
  '005-pictures': pictures,
  '007-readings': readings,
  '009-awaited': awaited,
  '010-apart': apart,
  '012-organisations-apart': organisationsApart,
  '013-merged-entries': mergedEntries,
  '014-sources': sources,
  '015-archive': archive,
  '018-search': search,
  '019-languages': languages,
  '020-plans': plans,
  '022-blog-posts': blogPosts,
  '024-drawn-pictures': drawnPictures,
  '025-years': years,
  '027-recordings': recordings,
  '028-links': links,
  '029-notices': notices,
  '031-figures': figures,
  '032-known-by': knownBy,
  '033-taking-part': takingPart,
  '034-comments': comments,
  '035-visitor-ways': visitorWays,
  '036-moderation': moderation,
  '037-suggestions': suggestions,
  '038-mail-in': mailIn,
  '039-webmention': webmention,
  '040-authors': authors,
  '041-organisers': organisers,
  '042-spam': spam,
  '043-faces': faces,
  '044-senders': senders,
  '045-repeated': repeated,
  '046-account-language': accountLanguage,
  '047-writing-languages': writingLanguages,
}
