/**
 * Where anybody gets a mailbox, or a page: an address there says nothing of whom one writes for. By the name before the
 * ending for those that have many (`yahoo.co.uk`, `hotmail.fr`), else whole.
 */
const names =
  /^(?:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|gmx|aol|yandex|icloud|zoho|protonmail|proton|tutanota|web|mail|mailbox)$/

const whole = new Set(
  `126.com 163.com 188.com aim.com aliyun.com bbox.fr bellsouth.net bigpond.com bk.ru bluewin.ch bol.com.br btinternet.com
charter.net comcast.net cox.net daum.net disroot.org duck.com earthlink.net fastmail.com fastmail.fm foxmail.com free.fr
freenet.de gmx.net hey.com hanmail.net hushmail.com ig.com.br inbox.ru inbox.lv internode.on.net juno.com kakao.com
laposte.net libero.it list.ru mac.com mail.ru mailfence.com me.com nate.com naver.com neuf.fr ntlworld.com o2.pl onet.pl
online.de op.pl optonline.net orange.fr passport.com pm.me posteo.de posteo.net qq.com rambler.ru rediffmail.com riseup.net
runbox.com sapo.pt sbcglobal.net seznam.cz sfr.fr sina.com sina.cn sky.com skynet.be sohu.com startmail.com t-online.de
talktalk.net terra.com.br tiscali.it tuta.com tuta.io tutamail.com uol.com.br ukr.net verizon.net virgilio.it virginmedia.com
vodafone.de wanadoo.fr wp.pl ya.ru yeah.net
facebook.com instagram.com twitter.com x.com youtube.com linkedin.com eventbrite.com meetup.com zoom.us linktr.ee
medium.com wordpress.com blogspot.com substack.com google.com bit.ly mailchimp.com mailchi.mp t.me`.split(
    /\s+/,
  ),
)

/** @param domain a registrable one, in small letters */
export function isFreeHost(domain: string): boolean {
  const [name = '', ...ending] = domain.split('.')
  return whole.has(domain) || (names.test(name) && ending.length > 0 && !own.has(domain))
}

/** Names that look like those and are somebody's own. */
const own = new Set(['live.org', 'web.org', 'mail.org', 'outlook.org', 'proton.org'])
