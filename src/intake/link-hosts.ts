import type { LinkRole } from '../domain/finding.ts'

/** What an address alone tells. `video` is a stream or a recording, as time and words say; `nothing` no link at all. */
export type HostRule = { host: RegExp; path: RegExp; role: LinkRole | 'video' | 'nothing' }

/** The first rule that fits counts. Hosts come without `www.`, paths with their query and fragment. */
export const hostRules: HostRule[] = [
  // Below an invitation: numbers to dial, help, settings.
  on(
    'nothing',
    /(?:^|\.)zoom\.us$|(?:^|\.)zoomgov\.com$/,
    /^\/(?:u|zoomconference|skype|download|test)(?:[/?]|$)/,
  ),
  on('nothing', /^(?:support|explore|blog)\.zoom\.us$|^tel\.meet$|^dialin\.teams\.microsoft\.com$/),
  on('nothing', /^support\.google\.com$|^help\.webex\.com$|^support\.goto\.com$|^dialin\.lync\.com$/),
  on('nothing', /^aka\.ms$/, /^\/(?:JoinTeamsMeeting|tmh|hdsk|O365Terms)/i),
  on('nothing', /(?:^|\.)microsoft\.com$/, /\/microsoft-teams\/(?:download-app|join-a-meeting)/i),
  on('nothing', /^teams\.microsoft\.com$/, /^\/(?:meetingOptions|downloads)|^\/l\/(?:meetingrecap|chat)/i),
  on('nothing', /(?:^|\.)webex\.com$/, /globalcallin|tollfree_restrictions|callin\.do/i),
  on('nothing', /(?:^|\.)gotomeeting\.com$/, /^\/(?:system-check|numbers|install)/),

  // Meetings: first what they offer besides the door itself.
  on(
    'registration',
    /(?:^|\.)zoom\.us$|(?:^|\.)zoomgov\.com$/,
    /^\/(?:webinar|meeting)\/register\b|^\/(?:ev|events)\//,
  ),
  on('recording', /(?:^|\.)zoom\.us$|(?:^|\.)zoomgov\.com$/, /^\/(?:rec|recording|clips)\//),
  on(
    'registration',
    /(?:^|\.)webex\.com$/,
    /\/weblink\/register|\/onstage\/|event-?center|\/webappng\/.*register/i,
  ),
  on('recording', /(?:^|\.)webex\.com$/, /\/recordingservice\/|\/(?:lsr|ldr)\.php/i),
  on('registration', /(?:^|\.)gotowebinar\.com$/, /\/(?:register|rt)\//),
  on('recording', /(?:^|\.)goto(?:webinar|meeting)\.com$/, /\/recording/),
  on('recording', /./, /\/playback\/(?:presentation|video)\//),
  on('registration', /^events\.teams\.microsoft\.(?:com|us)$/),
  on('registration', /^teams\.microsoft\.com$/, /^\/registration\//),
  on('registration', /^primetime\.bluejeans\.com$/, /\/register\//),
  on('registration', /^streamyard\.com$/, /\/register(?:[/?]|$)/),
  on('livestream', /^stream\.meet\.google\.com$/),
  on('join', /(?:^|\.)zoom\.us$|(?:^|\.)zoomgov\.com$/, /^\/(?:j|w|s|my|wc|launch)\/|^\/join\b/),
  on('join', /^meeting\.tencent\.com$/, /^\/(?:dm|s|p)\//),
  on('registration', /^(?:www\.)?wjx\.cn$/, /^\/./),
  on('join', /^meet\.google\.com$|^g\.co$/, /^\/(?:[a-z]{3}-[a-z]{4}-[a-z]{3}|lookup\/|meet\/)/),
  on(
    'join',
    /(?:^|\.)teams\.(?:(?:microsoft|live)\.(?:com|us)|cloud\.microsoft)$|^msteams$/,
    /^\/(?:l\/meetup-join|meet|dl\/launcher)\b|^\/_#\/(?:l|meet)/,
  ),
  on('join', /(?:^|\.)webex\.com$/, /\/(?:meet|join|m|e|j|j\.php|joinservice)\b|MTID=|wbxmjs|webappng/i),
  on('join', /(?:^|\.)goto(?:meeting|webinar)\.com$|^(?:meet|app)\.goto\.com$|^gotomeet\.me$/, /^\/./),
  on(
    'join',
    /^meet\.jit\.si$|^8x8\.vc$|^(?:jitsi|bbb|bigbluebutton|meet|konferenz)\d*\.[^/]+\.[a-z]+$/,
    /^\/[^/?]/,
  ),
  on(
    'join',
    /./,
    /^\/(?:bigbluebutton\/api\/join|b\/[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}|rooms\/[a-z0-9]{3}(?:-[a-z0-9]{3}){2,3}\/join)/,
  ),
  on('join', /./, /^\/(?:index\.php\/)?call\/[a-z0-9]{8}(?:[/?#]|$)/),
  on(
    'join',
    /(?:^|\.)whereby\.com$|(?:^|\.)spatial\.chat$|^(?:app\.)?gather\.town$|^play\.workadventu\.re$/,
    /^\/./,
  ),
  on(
    'join',
    /^bluejeans\.com$|^primetime\.bluejeans\.com$|^(?:app\.)?chime\.aws$|^v\.ringcentral\.com$/,
    /^\/./,
  ),
  on(
    'join',
    /^join\.skype\.com$|^meet\.lync\.com$|^hubs\.mozilla\.com$|^senfcall\.de$|^framatalk\.org$/,
    /^\/./,
  ),
  on('join', /^(?:app\.)?remo\.co$|^wonder\.me$|^(?:app\.)?butter\.us$|^meeting\.zoho\.[a-z.]+$/, /^\/./),

  on(
    'archive',
    /^web\.archive\.org$|^archive\.(?:ph|today|is|li|vn|fo|md)$|^perma\.cc$|(?:^|\.)webcitation\.org$/,
  ),

  on(
    'registration',
    /^forms\.(?:gle|office\.com|microsoft\.com|cloud\.microsoft)$|(?:^|\.)typeform\.com$|(?:^|\.)jotform\.com$/,
  ),
  on('registration', /^docs\.google\.com$/, /^\/forms\//),
  // Whose events they are, and other pages about them.
  on('source', /(?:^|\.)eventbrite\.[a-z.]+$/, /^\/(?:o|cc|d|organizations?)\//),
  on(
    'registration',
    /(?:^|\.)eventbrite\.[a-z.]+$|(?:^|\.)surveymonkey\.[a-z.]+$|^ti\.to$|^tito\.io$|(?:^|\.)(?:tickettailor\.com|buytickets\.at)$/,
  ),
  on(
    'registration',
    /(?:^|\.)pretix\.(?:eu|com)$|(?:^|\.)weezevent\.com$|(?:^|\.)helloasso\.com$|(?:^|\.)cvent\.com$/,
  ),
  on(
    'registration',
    /(?:^|\.)(?:airmeet|konfhub|townscript|billetto|universe|livestorm|demio)\.(?:com|co|de|dk)$/,
  ),
  on('registration', /^(?:lu\.ma|luma\.com)$|^framaforms\.org$|(?:^|\.)limesurvey\.(?:net|org)$/, /^\/./),

  on('registration', /(?:^|\.)meetup\.com$/, /\/events\/[\w]+/),
  on('registration', /(?:^|\.)crowdcast\.io$/, /^\/[ec]\//),
  on('registration', /(?:^|\.)hopin\.(?:com|to)$|^events\.ringcentral\.com$/, /^\/events\//),
  on(
    'registration',
    /(?:^|\.)(?:hsforms|eventcreate|eventzilla|humanitix|ticketsource|yapsody|brushfire|glueup|swoogo|evenea|billetweb)\.(?:com|net|co\.uk|fr|pl)$|(?:^|\.)sympla\.com\.br$/,
    /^\/./,
  ),
  on('registration', /^airtable\.com$/, /^\/(?:app\w+\/)?shr/),
  on(
    'registration',
    /(?:^|\.)(?:actionnetwork\.org|mobilize\.us)$/,
    /(?:^|\/)(?:events?|event_campaigns)\/[^/]/,
  ),
  on('registration', /./, /\/registrations?\/new(?:[/?#]|$)/),
  on('registration', /(?:^|\.)webropol(?:surveys)?\.com$/, /^\/./),
  on('registration', /^indico\./, /\/registrations?(?:\/|$)/),
  on('registration', /^(?:tickets?|anmeldung|anmelden|registration|register|inscri[a-z]+|rsvp)\./),

  on('slides', /(?:^|\.)slideshare\.net$|^speakerdeck\.com$|^slides\.com$|(?:^|\.)prezi\.com$|^pitch\.com$/),
  on('slides', /^docs\.google\.com$/, /^\/presentation\//),

  // Streams and videos.
  on('livestream', /(?:^|\.)youtube\.com$|^youtu\.be$/, /^\/live\/|\/live(?:[?/]|$)|live_stream/),
  on('recording', /(?:^|\.)youtube\.com$/, /^\/playlist\b/),
  on('video', /(?:^|\.)youtube(?:-nocookie)?\.com$/, /^\/(?:watch|embed|v|shorts)\b/),
  on('video', /^youtu\.be$/, /^\/./),
  on('livestream', /(?:^|\.)vimeo\.com$/, /^\/(?:event|live)\b/),
  on(
    'video',
    /(?:^|\.)vimeo\.com$/,
    /^\/(?:video\/|channels\/[^/]+\/|showcase\/\d+\/video\/|groups\/[^/]+\/videos\/)?\d{5,}/,
  ),
  on('recording', /(?:^|\.)vimeo\.com$/, /^\/(?:showcase|album)\/\d/),
  on('livestream', /(?:^|\.)facebook\.com$/, /^\/watch\/live|\/live(?:[?/]|$)|live_videos/),
  on('video', /(?:^|\.)facebook\.com$/, /\/videos?\/|^\/watch|video\.php/),
  on('video', /^fb\.watch$/),
  on('recording', /(?:^|\.)twitch\.tv$/, /^\/(?:videos|[^/]+\/(?:v|video|clip))\//),
  on('livestream', /(?:^|\.)twitch\.tv$/, /^\/[^/?]/),
  on('livestream', /^(?:twitter|x)\.com$/, /^\/i\/(?:spaces|broadcasts)\//),
  on('livestream', /^(?:streaming|livestream)\.[^/]+$/, /^\/./),
  on('livestream', /^streamyard\.com$/, /^\/watch\//),
  on('join', /^streamyard\.com$/, /^\/\w{6,}$/),
  on('livestream', /^(?:[a-z-]+\.)?linkedin\.com$/, /^\/video\/live\//),
  on('recording', /^media\.ccc\.de$|^slideslive\.com$/, /^\/(?:v|c|\d)/),
  on('recording', /(?:^|\.)(?:soundcloud|mixcloud)\.com$/, /^\/[^/]+\/./),
  on('recording', /^archive\.org$/, /^\/(?:details|embed|download)\/.*\.(?:mp4|webm|ogv|mp3)/i),
  on('video', /^archive\.org$/, /^\/(?:details|embed)\//),
  on('video', /^(?:webtv|media)\.un\.org$/, /\/(?:asset|watch|live-now)\//),
  on('video', /^(?:dai\.ly|rumble\.com|odysee\.com)$|(?:^|\.)dailymotion\.com$/, /^\/./),
  on('video', /(?:^|\.)bilibili\.com$|^(?:[a-z-]+\.)?linkedin\.com$/, /^\/(?:video|BV)/),
  on('recording', /./, /^\/w\/p\/[A-Za-z0-9-]{22,36}/),
  on('video', /./, /^\/(?:w\/(?:[A-Za-z0-9]{22}|[0-9a-f-]{36})|videos\/(?:watch|embed)\/[0-9a-f-]{36})/),
]

function on(role: HostRule['role'], host: RegExp, path = /^/): HostRule {
  return { host, path, role }
}
