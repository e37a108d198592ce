/** What sites call the pages that stand before others, in whole: nothing but these words is the title, or a part of it. */
function whole(...words: string[]): RegExp {
  return new RegExp(
    `^(?:${words.join('|')})(?:,? (?:to|um|pour|para|per|aby|för|for|om|чтобы|щоб|için) [^:：]{3,40})?$`,
    'iu',
  )
}

export const signInWords = whole(
  '(?:please |you must |you need to )?(?:log|sign)[ -]?(?:in|on)(?: (?:to|with|or|required|page|here|and)\\b[^:]{0,40})?|login(?: (?:page|required|form|to [^:]{0,30}))?',
  'anmelden|anmeldung erforderlich|einloggen|bitte melden sie sich an|connexion|se connecter|connectez-vous.{0,30}|identifiez-vous',
  'iniciar sesi[oó]n|inicia sesi[oó]n.{0,20}|entrar|fazer login|iniciar sess[ãa]o|accedi|effettua l.accesso|inicia la sessi[oó]',
  'inloggen|logga in|log ind|logg inn|kirjaudu(?: sisään)?|zaloguj(?: się)?|logowanie|přihlášení|přihlásit se|prihlásenie|bejelentkezés|autentificare|prijava',
  'войти|вход(?: (?:в|на) .{1,30})?|авторизация|увійти|вхід|авторизація|σύνδεση|oturum aç(?:ın)?|giriş yap(?:ın)?',
  'تسجيل الدخول|ورود(?: به .{1,30})?|התחברות|כניסה למערכת|लॉग ?इन(?: करें)?|লগ ইন',
  'ログイン|サインイン|登录|登入|登錄|로그인|đăng nhập|เข้าสู่ระบบ|masuk|mag-log ?in',
)

export const notFoundWords = whole(
  '(?:error|fehler|erreur|errore?|http|ошибка|خطأ|错误)?[ :-]*(?:404|410)(?:[ :-].{0,40})?|(?:(?:page|event|content|file|resource|nothing|this page) )?(?:was )?not found|nothing (?:was )?found(?: here)?',
  '(?:this|the|that) page (?:can.?t|cannot|could not|couldn.t) be found|(?:this|the) page (?:does not|doesn.t|no longer) exists?|(?:sorry, )?(?:this|the) page (?:isn.t|is not) available(?: right now)?|this (?:content|event) (?:isn.t|is not|is no longer) available(?: .{0,20})?',
  '(?:die )?seite (?:wurde )?nicht gefunden|nicht gefunden|page (?:non trouvée|introuvable)|(?:cette|la) page n.existe (?:pas|plus)|página no encontrada|no se (?:ha )?encontr(?:ó|ado) la página|página não encontrada|pagina non trovata|pàgina no trobada',
  'pagina niet gevonden|sidan (?:kunde inte hittas|hittades inte|finns inte)|siden (?:blev ikke fundet|findes ikke|ble ikke funnet|finnes ikke)|sivua ei löyt(?:ynyt|y)|strona nie istnieje|nie znaleziono(?: strony)?|strony nie znaleziono',
  'stránka (?:nenalezena|nebyla nalezena|neexistuje|sa nenašla)|az oldal nem található|pagina nu a fost găsită|страница не найдена|сторінк[уа] не знайден[оа]|η σελίδα δεν βρέθηκε|sayfa bulunamadı',
  'الصفحة غير موجودة|لم يتم العثور على الصفحة|صفحه (?:مورد نظر )?(?:یافت|پیدا) نشد|ה?(?:דף|עמוד) לא נמצא|पृष्ठ नहीं मिला|পাতাটি পাওয়া যায়নি',
  'ページが見つかりません(?:でした)?|お探しのページは?見つかりません(?:でした)?|页面(?:未找到|不存在)|找不到(?:该|此)?(?:页面|网页|頁面|網頁)|頁面不存在|페이지를 찾을 수 없습니다',
  'không tìm thấy trang|ไม่พบหน้า(?:นี้|เว็บ)?|halaman tidak ditemukan|ukurasa haupatikani|hindi (?:makita|nahanap) ang (?:page|pahina)',
)

export const blockedWords = whole(
  'access denied(?: .{0,30})?|just a moment|attention required.{0,30}|are you (?:a robot|human).{0,20}|(?:re)?captcha|forbidden|40[013](?:[ :-].{0,30})?|50[0234](?:[ :-].{0,30})?|security (?:check|verification).{0,20}|verify(?:ing)? you.{0,30}|please wait.{0,20}|checking your browser.{0,30}|one moment,? please|robot check|pardon our interruption|client challenge',
  'error(?: \\d{3})?(?: occurred)?|(?:internal )?server error|service unavailable|something went wrong|bad gateway|(?:site |website )?(?:under|down for) maintenance|maintenance mode|wartungs(?:arbeiten|modus)',
  'zugriff verweigert|accès (?:refusé|interdit)|acceso denegado|acesso negado|accesso negato|toegang geweigerd|åtkomst nekad|dostęp zabroniony|доступ (?:запрещ[её]н|ограничен)|доступ заборонено|erişim engellendi|تم رفض الوصول|访问被拒绝|アクセスが?拒否(?:されました)?|접근이 거부되었습니다',
)

/** Titles of these words can be those of real pages as well: only where hardly anything else is told. */
export const consentWords = whole(
  'before you continue.{0,40}|bevor sie (?:zu|fortfahren|weiter).{0,40}|vor dem fortfahren|avant (?:de continuer|d.accéder).{0,40}|antes de (?:continuar|ir a).{0,40}|prima di continuare.{0,40}|voordat (?:je|u) verder ?gaat.{0,40}|zanim przejdziesz.{0,40}|innan du fortsätter.{0,40}',
  '(?:your |manage )?(?:cookies?|consent|privacy)(?:[- ](?:settings?|consent|preferences|choices|notice|wall|banner))?|cookie-?(?:einstellungen|zustimmung|instellingen|richtlinie)|(?:datenschutz|privatsphäre)-?einstellungen|privacy-?instellingen|(?:gestion|paramètres) des cookies|paramètres de confidentialité|(?:configuración|preferencias) de (?:cookies|privacidad)|impostazioni (?:dei cookie|sulla privacy)|ustawienia prywatności|настройки (?:cookie|файлов cookie)',
  '.{0,60}(?:asks? for your consent|needs? your consent|vraagt (?:je|uw|om) toestemming|bittet um (?:ihre )?zustimmung|demande votre (?:consentement|accord)|solicita su consentimiento|pide su consentimiento)',
)
