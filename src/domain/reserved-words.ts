/** First words of an address that no series may have: they belong to the site, now or later. */
export const reservedWords: ReadonlySet<string> = new Set(
  (
    'about account admin api archive assets audit author authors categories category claim comments cv data desk embed entries exports favicon.ico feed feeds fediverse ' +
    'figures health healthz inbox insights invitation jobs language login logout manifest.webmanifest media metrics new notices offline organisations organisers outbox ' +
    'page pages people pictures plan post posts preview privacy proof readings robots.txt search settings share sign-in sign-out sitemap.xml sources ' +
    'static subscribe subscriptions suggest suggestions sw.js tag tags unsubscribe uploads user users webhooks well-known writings ' +
    'webmention wp-admin wp-content wp-json wp-login.php xmlrpc.php you zone'
  ).split(' '),
)
