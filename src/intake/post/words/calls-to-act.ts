import { anyOf } from './word-pattern.ts'

/** "Register for the day", "Join the webinar": what a link does, and no title. */
export const callsToAct = anyOf({
  en: '^(?:please )?(?:register|sign up|book|rsvp|join|watch|follow|reserve|get|buy|download|subscribe|tickets?|live-?stream)(?= (?:here|now|for|on|at|via|the|your|a|an|us|online|live|it)|$)[^:“"]*',
  de: '^(?:jetzt |hier )?(?:anmelden|anmeldung|teilnehmen|registrieren)[^:“"]*',
  fr: '^(?:s[\'’]inscrire|inscriptions?|inscrivez-vous|rejoindre|suivre|lien)[^:“"]*',
  es: '^(?:inscr[ií]b\\p{L}+|inscripci[oó]n\\p{L}*|reg[ií]str\\p{L}+|únete|enlace|entradas)[^:“"]*',
  pt: '^(?:inscreva-se|inscriç\\p{L}+|participe|assista|link)[^:“"]*',
  it: '^(?:iscriviti|iscrizion\\p{L}+|partecipa|link)[^:“"]*',
  ja: '^(?:参加登録|(?:お)?申し?込み?|予約|視聴|詳細|登録)[^:“"]*',
})
