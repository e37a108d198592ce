/** Whether a place is nothing but words of meeting over the net: "Zoom (link sent by email)", "Online / YouTube". */
export function isOnline(words: string): boolean {
  if (hostWithPort.test(words) || onlineWords.test(words)) return true
  // "Microsoft Teams-Besprechung" is two words as well.
  const all = (words.match(/[\p{L}\p{M}\p{N}-]+/gu) ?? []).flatMap(word =>
    onlineWords.test(word) || fillers.test(word) ? word : word.split('-'),
  )
  return (
    all.some(word => onlineWords.test(word)) &&
    all.every(word => onlineWords.test(word) || fillers.test(word))
  )
}

/** "mumble.example.org port: 64747", "voice.example.org:9987" */
const hostWithPort = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:,? ?port:? ?|:)\d{2,5}$/i

const onlineWords =
  /^(?:on-?line|virtual(?:ly)?|remote(?:ly)?|web|webinar|webex|webcast|webmeeting|internet|www|zoom|teams|meet|hangouts?|skype|jitsi|youtube|facebook|telegram|discord|twitch|gotowebinar|gotomeeting|gotomeet|mumble|teamspeak|irc|clubhouse|linkedin|instagram|tiktok|streamyard|hopin|airmeet|whereby|bluejeans|gathertown|bigbluebutton|bbb|livestream|stream|streaming|digital|videokonferenz|videoconferencia|virtuelle?|en línea|en ligne|на онлайн|онлайн|线上|線上|在线|云会议|腾讯会议|オンライン(?:開催|配信)?|ウェビナー|온라인|줌|أونلاين|اونلاين|أون|الإنترنت|افتراضي[ةا]?|زووم|زوم|تيمز|آنلاین|אונליין|מקוון|ב?זום|ऑनलाइन|ज़ूम|ज़ूम|জুম|ズーム|줌|ซูม|অনলাইন|ออนไลน์|çevrimiçi|διαδικτυακ[άήό]|zdalnie|daring|mtandaoni)$/iu
const fillers =
  /^(?:a|an|the|on|via|by|in|at|to|be|or|and|only|held|hosted|with|through|our|your|link|links|url|details?|sent|shared|by|email|e-mail|mail|tba|tbc|tbd|after|upon|registration|register|meeting|call|conference|conferencing|meetup|event|session|room|video|live|platform|app|microsoft|ms|google|cisco|big|blue|button|go|area|space|class|workshop|talk|training|besprechung|réunion|reunión|veranstaltung|per|über|por|en|par|sur|em|de|la|el|عبر|على|من|خلال|منصة|تطبيق|через|в|на|платформа|באמצעות|ผ่าน|melalui)$/iu
