/**
 * Names of columns, the best first: English, then Spanish, French, German, Portuguese, Italian, Indonesian, Dutch,
 * Turkish, Russian, Arabic and Chinese. They are compared folded; a leading "event" is left out.
 */
export const synonyms = {
  title:
    'title|event title|event name|name|event|session title|session|subject|activity|webinar|talk|headline|what|título|nombre|nombre del evento|titulo del evento|evento|actividad|titre|intitulé|nom|événement|activité|titel|veranstaltung|bezeichnung|nome|nome do evento|atividade|titolo|attività|judul|nama|nama acara|acara|kegiatan|naam|evenement|başlık|ad|etkinlik|название|мероприятие|العنوان|الاسم|اسم الفعالية|الفعالية|标题|名称|活动|活动名称',
  date: 'date|start date|event date|startdate|day|date of event|date start|begin date|fecha|fecha de inicio|fecha inicio|día|date de début|date debut|jour|datum|startdatum|beginn datum|tag|data|data de início|data inizio|giorno|tanggal|tanggal mulai|hari|tarih|başlangıç tarihi|дата|дата начала|التاريخ|تاريخ|تاريخ البدء|日期|开始日期',
  time: 'time|start time|event time|starttime|local time|hour|time start|begin time|hours|hora|hora de inicio|hora inicio|horario|heure|heure de début|horaire|uhrzeit|startzeit|zeit|beginn|horário|ora|orario|ora inizio|waktu|jam|pukul|tijd|aanvang|saat|время|время начала|الوقت|الساعة|时间|开始时间',
  start:
    'start|starts|starts at|start at|begin|begins|begins at|start datetime|start date time|start date and time|datetime|date time|date and time|date time start|dtstart|from|when|startdatetime|inicio|comienzo|cuando|début|commence|quand|anfang|wann|início|inizio|quando|mulai|aanvangstijd|başlangıç|начало|البداية|يبدأ|开始',
  endDate:
    'end date|enddate|last day|date end|finish date|fecha de fin|fecha fin|date de fin|enddatum|data de término|data fine|data final|tanggal selesai|einddatum|bitiş tarihi|дата окончания|تاريخ الانتهاء|结束日期',
  endTime:
    'end time|endtime|time end|finish time|hora de fin|hora fin|hora final|heure de fin|endzeit|horário de término|ora fine|waktu selesai|eindtijd|bitiş saati|время окончания|وقت الانتهاء|结束时间',
  end: 'end|ends|ends at|end at|end datetime|end date time|end date and time|dtend|until|to|finish|finishes|enddatetime|fin|termina|ende|bis|término|fine|selesai|einde|bitiş|конец|окончание|النهاية|结束',
  duration:
    'duration|length|minutes|duration minutes|duración|durée|dauer|duração|durata|durasi|duur|süre|длительность|المدة|时长',
  allDay:
    'all day|all day event|allday|whole day|todo el día|toute la journée|ganztägig|dia inteiro|tutto il giorno',
  timezone:
    'timezone|time zone|tz|tzid|zone|abbreviation|timezone abbreviation|utc offset|gmt offset|offset|zona horaria|huso horario|fuseau horaire|fuseau|zeitzone|fuso horário|fuso|fuso orario|zona waktu|tijdzone|saat dilimi|часовой пояс|المنطقة الزمنية|时区',
  place:
    'place|venue|location|venue name|where|room|hall|location name|lugar|sede|lieu|salle|ort|veranstaltungsort|raum|local|luogo|sede evento|lokasi|tempat|locatie|plaats|yer|mekan|место|место проведения|المكان|الموقع|地点|场地',
  city: 'city|town|city town|municipality|ciudad|municipio|localidad|ville|commune|stadt|cidade|città|comune|kota|stad|şehir|город|المدينة|城市',
  region:
    'state|province|region|state province|county|estado|provincia|región|région|département|bundesland|estado uf|regione|provinsi|provincie|il|регион|область',
  address:
    'address|street|street address|venue address|full address|dirección|domicilio|adresse|anschrift|straße|endereço|indirizzo|alamat|adres|адрес|العنوان البريدي|地址',
  country:
    'country|country name|nation|country code|país|pais|pays|land|paese|negara|ülke|страна|البلد|الدولة|国家',
  latitude: 'latitude|lat|geo lat|location lat|latitud|breite|breitengrad|широта',
  longitude:
    'longitude|lon|lng|long|geo lon|geo lng|location lng|location lon|longitud|länge|längengrad|долгота',
  coordinates: 'coordinates|geo|latlng|lat lng|lat lon|gps|coordenadas|coordonnées|koordinaten|coordinate',
  organisations:
    'organisers|organizers|organiser|organizer|organised by|organized by|organisation|organization|organisations|organizations|host|hosts|hosted by|convener|conveners|institution|group|organizador|organizadores|organización|organiza|entidad|organisateur|organisateurs|organisé par|veranstalter|veranstalterin|organisator|organisation verein|organizador a|organização|organizzatore|organizzatori|ente|penyelenggara|düzenleyen|организатор|организаторы|المنظم|الجهة المنظمة|主办方|主办单位',
  partners:
    'partners|partner|co organisers|co organizers|co hosts|co host|cosponsors|co sponsors|with|in partnership with|in cooperation with|socios|colaboradores|partenaires|en partenariat avec|kooperationspartner|parceiros|mitra',
  speakers:
    'speakers|speaker|presenters|presenter|panelists|panellists|lecturer|ponentes|ponente|oradores|intervenants|intervenant|conférenciers|referenten|referent|referentin|vortragende|palestrantes|relatori|pembicara|sprekers|konuşmacılar|спикеры|докладчики|المتحدثون|主讲人|嘉宾',
  moderators:
    'moderator|moderators|chair|facilitator|moderador|moderadora|modérateur|animateur|moderation|moderatorin|moderatore|модератор',
  url: 'url|event url|website|web site|webpage|web page|web|homepage|link|event link|event website|event page|page|permalink|more info|more information|details url|public url|enlace|sitio web|página web|página|lien|site web|site|webseite|internetseite|weitere informationen|ligação|sito|sito web|collegamento|tautan|situs|koppeling|bağlantı|ссылка|сайт|الرابط|رابط|链接|网址|网站',
  join: 'join|join url|join link|online event url|online url|online link|meeting link|meeting url|zoom link|zoom url|zoom|teams link|webinar link|webinar url|virtual link|virtual event url|access link|connection link|enlace de acceso|enlace zoom|lien de connexion|lien zoom|lien de participation|zugangslink|einwahllink|teilnahmelink|link de acesso|link di accesso|tautan zoom|رابط الانضمام|会议链接',
  registration:
    'registration|registration url|registration link|register|register url|register link|rsvp|rsvp url|sign up|signup|signup url|sign up link|tickets|ticket url|ticket link|booking|booking url|inscripción|inscripciones|registro|enlace de inscripción|inscription|lien d’inscription|anmeldung|anmeldelink|inscrição|inscrições|link de inscrição|iscrizione|registrazione|pendaftaran|link pendaftaran|aanmelden|kayıt|регистрация|رابط التسجيل|التسجيل|报名链接|注册链接',
  recording:
    'recording|recording url|recording link|recordings|video|video url|video link|videos|replay|youtube|youtube url|youtube link|grabación|vídeo|enregistrement|vidéo|lien vidéo|aufzeichnung|gravação|registrazione video|rekaman|opname|video kaydı|запись|видео|التسجيل المرئي|فيديو|录像|视频',
  livestream:
    'livestream|live stream|livestream url|live stream url|stream|stream url|streaming|streaming url|live url|live link|broadcast|transmisión|transmisión en vivo|diffusion en direct|direct|übertragung|transmissão|transmissão ao vivo|diretta|siaran langsung|трансляция|البث المباشر|直播',
  slides:
    'slides|slides url|slide deck|presentation|presentation url|presentations|diapositivas|presentación|diaporama|présentation|folien|apresentação|presentazione|слайды',
  programme:
    'programme url|program url|agenda url|agenda|programme|program|schedule url|concept note|programa|ordre du jour|programm|tagesordnung|programma',
  source:
    'report url|event report url|social media url|social media link|social media post|social media|report|report link|tweet url|event tweet url|tweet|social url|facebook|facebook url|twitter|announcement url|source|source url|source link|blog url|fuente|source lien|quelle|fonte|sumber',
  summary:
    'description|summary|abstract|purpose|event purpose|details|about|short description|long description|event description|content|text|info|information|objective|excerpt|descripción|resumen|propósito|objetivo|description de l’événement|résumé|objectif|beschreibung|kurzbeschreibung|zusammenfassung|inhalt|descrição|resumo|descrizione|riassunto|deskripsi|keterangan|omschrijving|beschrijving|açıklama|описание|الوصف|وصف|描述|简介|内容',
  note: 'note|notes|remark|remarks|comment|comments|curator note|nota|notas|observaciones|remarque|remarques|commentaire|anmerkung|anmerkungen|bemerkung|bemerkungen|observações|catatan|opmerking|opmerkingen|примечание|ملاحظات|备注',
  language:
    'language|languages|lang|spoken language|idioma|idiomas|lengua|langue|langues|sprache|sprachen|língua|lingua|lingue|bahasa|taal|dil|язык|языки|اللغة|语言',
  interpretation:
    'interpretation|interpreting|translation|interpretación|traducción|interprétation|traduction|dolmetschung|übersetzung|interpretação|interpretazione|traduzione|penerjemahan|перевод|الترجمة|翻译|口译',
  captions: 'captions|captioning|subtitles|subtítulos|sous titres|untertitel|legendas|sottotitoli|субтитры',
  signLanguages:
    'sign language|sign languages|lengua de señas|lengua de signos|langue des signes|gebärdensprache|língua de sinais|lingua dei segni',
  tags: 'tags|tag|keywords|keyword|topics|topic|theme|themes|category|categories|track|subjects|hashtags|etiquetas|palabras clave|temas|tema|categoría|categorías|mots clés|thème|thèmes|catégorie|catégories|schlagwörter|schlagworte|thema|themen|kategorie|palavras chave|categoria|parole chiave|argomento|kata kunci|etiketler|теги|категория|الوسوم|标签|类别',
  attendance:
    'online|is online|is this event online|is the event online|online or in person|in person or online|virtual|is virtual|online event|attendance|attendance mode|format|mode|modality|event format|in person|delivery|en línea|virtual o presencial|modalidad|formato|en ligne|modalité|modalità|durchführung|формат|نوع الحضور|形式',
  kind: 'kind|type|entry type|item type|tipo|typ|art|jenis|soort|tür|тип|النوع|类型',
  status: 'status|event status|estado del evento|statut|stato|статус|الحالة|状态',
  image:
    'image|image url|featured image|photo|photo url|event photo url|picture|picture url|thumbnail|poster|poster url|flyer|logo|cover|cover image|imagen|foto|affiche|bild|imagem|immagine|gambar|afbeelding|görsel|изображение|الصورة|图片',
  uid: 'uid|uuid|guid|id|event id|identifier|external id|slug|ical uid|identificador|identifiant|kennung|identificatore',
  published:
    'published|published at|publication date|date published|posted|posted at|pubdate|fecha de publicación|date de publication|veröffentlicht|data de publicação',
  registrationUntil:
    'registration deadline|register by|registration until|deadline|rsvp by|registration closes|fecha límite|date limite|anmeldeschluss|anmeldefrist|prazo|scadenza|batas waktu',
} as const
