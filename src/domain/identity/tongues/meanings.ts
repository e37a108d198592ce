/**
 * What titles of such days speak of, one meaning a line, as it is called in many tongues: beginnings of words, or whole
 * words where they are of three letters or fewer; in scripts without spaces, what stands in the title. With it two
 * titles of two tongues can be compared. `kinds` says of what kind an event is; two kinds are two events, unless they
 * stand in one line.
 */
export const kinds = `
talk: talk lecture panel discussion debate dialog conversation webinar seminar conference conferenc konferen forum briefing symposi colloq roundtable keynote causerie table-ronde debat conversat charla coloquio conversatorio foro palestra mesa tavola vortrag gesprach diskussion podium lezing gesprek debatt samtal forelasning foredrag seminaari paneeli keskustelu wyklad dyskusj лекц дискусс семинар вебинар конференц круглый лекці дискусі семінар вебінар конференці διαλεξ συζητησ σεμιναρ soylesi konferans seminer diskusi ceramah talakayan majadiliano mjadala ندوة محاضرة نقاش حوار مؤتمر سمينار لیکچر مذاکرہ گفتگو سخنرانی نشست व्याख्यान चर्चा संगोष्ठी वेबिनार গোষ্ঠী আলোচনা সেমিনার 讲座 講座 论坛 論壇 研讨 研討 座谈 座談 对话 對話 講演 討論 シンポジウム セミナー フォーラム 강연 토론 세미나 포럼 เสวนา สัมมนา บรรยาย ውይይት hoi thao
training: training workshop course class tutorial atelier formation stage taller formacion curso oficina formacao corso laboratorio schulung fortbildung kurs cursus verksted utbildning kurssi tyopaja koulutus warsztat szkoleni тренинг мастер-класс обучени курс тренінг майстер-клас навчанн εργαστηρι εκπαιδευσ egitim atolye pelatihan lokakarya pagsasanay mafunzo warsha تدريب ورشة دورة تربیت ورکشاپ प्रशिक्षण कार्यशाला প্রশিক্ষণ কর্মশালা 培训 培訓 工作坊 研修 ワークショップ 워크숍 교육 อบรม ስልጠና
film: film movie screening cinema documentary projection documentaire pelicula cine proyeccion documental filme exibicao documentario proiezione filmvorfuhr kino filmvisning dokumentar elokuva pokaz фильм показ кино фільм кіно ταινια προβολ belgesel gosterim pemutaran pelikula filamu فيلم عرض فلم फिल्म চলচ্চিত্র 电影 電影 放映 紀錄片 纪录片 映画 上映 영화 상영 หนัง ภาพยนตร์ ፊልም
music: concert gig choir music recital musique chorale concierto musica coro konzert chor musik concerto muziek kor konsert konsertti kuoro koncert muzyk концерт музык хор συναυλι μουσικ konser muzik konsiyerto موسيقى حفل موسیقی संगीत সঙ্গীত 音乐会 音樂會 コンサート 音楽 음악회 콘서트 ดนตรี ሙዚቃ
exhibition: exhibition exhibit exposition vernissage exposicion muestra exposicao mostra ausstellung tentoonstelling utstallning utstilling nayttely wystaw выставк виставк εκθεσ sergi pameran eksibit maonyesho معرض نمائش نمایشگاه प्रदर्शनी প্রদর্শনী 展览 展覽 展示 전시 นิทรรศการ
march: march rally demonstration protest parade marche manifestation rassemblement marcha manifestacion concentracion manifestacao passeata corteo manifestazione demo kundgebung umzug demonstratie mars tog mielenosoitus marssi manifestacj pochod митинг шествие демонстрац марш мітинг хода демонстраці συλλαλητηρι πορεια yuruyus miting unjuk pawai martsa maandamano مسيرة مظاهرة مارچ جلوس ریلی راهپیمایی रैली जुलूस मार्च র‍্যালি মিছিল 游行 遊行 集会 集會 デモ 行進 행진 집회 เดินขบวน ሰልፍ
vigil: vigil veillee vigilia mahnwache wake valvojaiset czuwanie бдение وقفة شمع दीप मोमबत्ती 守夜 烛光 燭光 キャンドル 촛불
reading: reading storytime lecture-de lectura leitura lettura lesung vorlesen voorlezing upplasning sagor satuja satutunti luenta чтени читанн αναγνωσ okuma pembacaan membaca kusoma قراءة 朗读 朗讀 朗読 낭독
tour: tour walk visite balade guided visita paseo recorrido passeio passeggiata fuhrung spaziergang rondleiding wandeling vandring omvisning kierros kavely wycieczk spacer экскурси прогулк екскурсі περιπατ ξεναγησ gezi tur jalan lakad matembezi جولة 导览 導覽 ツアー 산책
stall: stall fair market booth infostand stand feria mercado feira fiera messe markt mercatino marked markkinat targi jarmark ярмарк ярмарок παζαρ pazar pasar soko معرض-خيري سوق मेला মেলা 市集 マルシェ 장터
award: award prize ceremony remise premio entrega premiacion premiacao premiazione preis verleihung prijs uitreiking prisutdel palkinto nagrod вручени премия премии вручення премії βραβει odul penghargaan gawad tuzo جائزة تكريم पुरस्कार পুরস্কার 颁奖 頒獎 授賞 시상 รางวัล ሽልማት
clean: cleanup clean-up cleaning nettoyage limpieza limpeza pulizia putzaktion aufraum schoonmaak opruim stadning rydd siivous sprzatan уборк субботник прибиранн толока καθαρισμ temizlik bersih paglilinis usafi تنظيف 净滩 淨灘 清洁 清潔 清掃 청소
theatre: theatre theater teatro toneel teater teatteri teatr театр θεατρ tiyatro sandiwara pentas dula مسرح تھیٹر नाटक নাটক 戏剧 戲劇 演劇 연극 ละคร ቲያትር
dance: dance danse danza baile danca tanz dans tanssi taniec танец танц танок χορο tari sayaw ngoma رقص नृत्य নৃত্য 舞蹈 ダンス 무용 เต้นรำ
report: report rapport informe relatorio rapporto bericht verslag raportti raport доклад отчет доповід звіт εκθεση-για rapor laporan ulat ripoti تقرير رپورٹ रिपोर्ट রিপোর্ট প্রতিবেদন 报告 報告 보고서 รายงาน ሪፖርት
statement: statement declaration communique appeal manifesto pronouncement resolution declaracion comunicado pronunciamiento llamamiento declaracao nota dichiarazione comunicato appello erklarung stellungnahme aufruf verklaring uttalande erklaring uttalelse lausunto julkilausuma oswiadczen apel заявлен обращени декларац заява звернення деклараці δηλωσ ανακοινωσ bildiri aciklama pernyataan pahayag tamko بيان إعلان بیان بیانیه वक्तव्य बयान বিবৃতি 声明 聲明 宣言 성명 선언 แถลงการณ์ መግለጫ
hack: hackathon mapathon datathon editathon edit-a-thon hackatona mapatona хакатон мапатон 黑客松 ハッカソン 해커톤
medical: check-up checkup clinic screening-of vaccin soins clinica consulta sprechstunde kliniek klinik poliklinik приём прием клиник клінік ιατρει muayene klinika kliniki عيادة فحص علاج जाँच शिविर 义诊 義診 诊所 健診 진료 ตรวจสุขภาพ
sport: race football run marathon course-a tournament carrera futbol partido corrida corsa torneo lauf turnier loop lopp turnering juoksu turnaus bieg забег турнир забіг αγωνασ kosu turnuva lari palaro mbio سباق ماراثون दौड़ দৌড় 赛跑 比赛 マラソン 달리기 วิ่ง
meal: breakfast lunch dinner picnic brunch potluck dejeuner diner desayuno almuerzo cena merienda cafe-da-manha almoco jantar fruhstuck mittagess abendess picknick colazione pranzo ontbijt frukost middag aamiainen lounas sniadan obiad snidan obed завтрак обед ужин пикник снідан обід πρωινο kahvalti yemegi sarapan makan-siang almusal tanghalian إفطار-جماعي غداء عشاء ناشتہ नाश्ता भोज bua-an 早餐 午餐 晚餐 野餐 朝食 昼食 ピクニック 아침식사 오찬
cooking: cooking cookery cook kochen kochkurs kochabend cuisinons cocinar cocinemos cozinhar cucinare koken matlagning matlaging ruoanlaitto gotowan varen-spolec кулинар готовим кулінар μαγειρ yemek-yap memasak pagluluto mapishi طبخ آشپزی पाककला রান্না nau-an 烹饪 烹飪 料理 요리 ทำอาหาร
ride: ride cycling bike-tour bike-ride velorution balade-a-velo a-velo bicicletada pedalada ciclovia bicicletata biciclettata pedalata radtour radlos fietstocht cykeltur sykkeltur pyoraily przejazd-rower cyklojizd велопробег велозаезд велопробіг ποδηλατοδρομ bisiklet-turu gowes fun-bike pagbibisikleta ركوب-الدراجات साइकिल-रैली dap-xe 骑行 騎行 サイクリング 자전거타기
planting: planting plantation plantacion plantons plantamos plantio pflanzaktion pflanzen piantiamo piantumaz boomplant tradplant treplant puunistut sadzenie sazeni посадк высадк висадк δενδροφυτ fidan penanaman tanam-pohon pagtatanim upandaji زراعة-الأشجار تشجير درختکاری شجرکاری वृक्षारोपण पौधरोपण বৃক্ষরোপণ trong-cay 植树 植樹 식목 나무심기 ปลูกต้นไม้
worship: worship mass prayers service-of gottesdienst messe-pour misa missa messa culte culto andacht gebet eredienst kerkdienst gudstjeneste gudstjanst jumalanpalv nabozenst bohosluz богослуж молебен λειτουργια ibadah ibadat sambahayan ibada قداس صلاة-الجمعة دعائیہ प्रार्थना-सभा প্রার্থনা-সভা 礼拜 禮拜 礼拝 예배
quiz: quiz trivia quizz quizabend kviz kvis tietovisa викторин вікторин κουιζ bilgi-yarismasi kuis cerdas-cermat chemsha-bongo مسابقة کوئز प्रश्नोत्तरी কুইজ do-vui 知识竞赛 問答比賽 クイズ 퀴즈
contest: contest competition concours concurso wettbewerb concorso wedstrijd tavling konkurranse konkurrence kilpailu konkurs soutez конкурс διαγωνισμ yarisma lomba sayembara paligsahan shindano مسابقه प्रतियोगिता প্রতিযোগিতা cuoc-thi 竞赛 競賽 コンテスト コンクール 대회 공모전 ประกวด
swim: swim natation nado natacao schwimm nuoto zwem simning svomm uinti plywan plavan плаван заплыв κολυμβ yuzme renang paglangoy kuogelea سباحة شنا तैराकी boi-loi 游泳 水泳 수영`

export const themes = `
women: woman women womens femme mujer mulher donna donne frau frauen vrouw kvinna kvinnor kvinde kvinne nainen naiset naisten kobiet женщин женск жінк жіноч γυναικ kadin perempuan wanita babae kababaihan wanawake mwanamke نساء المرأة مرأة النسائ زنان زن خواتین عورت महिला নারী 妇女 婦女 女性 三八 여성 ผู้หญิง สตรี ሴት phu-nu
girls: girl fille nina menina ragazz madchen meisje flicka jente tytto dziewczy девочк девушк дівчат κοριτσι kiz-cocuk فتيات فتاة بنات लड़की কন্যা 女孩 女童 少女 소녀
children: child enfant nino nina ninez infancia crianca infanzia bambin kind kinder barn lapsen lapset lasten dzieci детей дети ребен дітей дітям παιδι cocuk anak bata watoto mtoto أطفال طفل کودک بچوں बच्च बाल শিশু 儿童 兒童 子ども 子供 こども 어린이 아동 เด็ก ህፃናት
youth: youth young jeune joven juvent jovem giovan jugend junge jongeren ungdom unga nuoret nuori mlodzi молодеж молод νεολαι genclik genc pemuda kabataan vijana شباب جوانان نوجوان युवा যুব 青年 若者 청년 เยาวชน ወጣት
older: older elder ageing aging aine vieill mayores idoso anzian senior alter oud ikaant стариш пожил похил ηλικιωμ yasli lansia matatanda wazee مسنين वृद्ध 老年 老人 長者 高齢 노인 ผู้สูงอายุ
families: family families famill familia famigli familie famil perhe rodzin семь семей сім'ї родин οικογενει aile keluarga pamilya عائلات أسر خاندان परिवार পরিবার 家庭 家族 가족 ครอบครัว ቤተሰብ
migrants: migra migrant migrac inmigra imigra zuwander einwander maahanmuut мигра мігра μεταναστ gocmen mhamiaji wahamiaji مهاجر العمالة-المهاجرة مهاجرت प्रवासी অভিবাসী 移民 移工 移住 이주 แรงงานข้ามชาติ ስደተኛ
refugees: refuge refugi rifugi fluchtling gefluchtet vluchteling flykting flyktning pakolai uchodz беженц біженц προσφυγ multeci siginmaci pengungsi wakimbizi لاجئ پناهنده پناہ शरणार्थी শরণার্থী 难民 難民 난민 ผู้ลี้ภัย
workers: worker labour labor travail trabaj trabal lavor arbeit werknemer arbet tyontekij pracowni robotni рабоч работник труд трудов праців εργατ εργασι isci emek buruh pekerja manggagawa wafanyakazi kazi عمال عمل عاملات کارگر مزدور मजदूर श्रमिक শ্রমিক 劳动 勞動 工人 劳工 勞工 労働 노동 แรงงาน กรรมกร ሠራተኛ ሰራተኛ
mayday: may-day mayday premier-mai primero-de-mayo primeiro-de-maio primo-maggio erster-mai 1-mai forste-mai vappu первомай 五一 メーデー 노동절 วันกรรมกร
domestic: domestic domestiqu hogar hausangestell huishoud домашн οικιακ منزلي घरेलू 家事 家务
farmers: farmer peasant agricult farmwork paysan campesin agric contadin bauer landwirt boer bonder bonde viljelij rolnik chlop крестьян фермер селян αγροτ ciftci petani magsasaka wakulima مزارع فلاح کشاورز किसान কৃষক 农民 農民 農業 농민 เกษตรกร ገበሬ
journalists: journalis periodis jornalis giornalis dziennikar журналист журналіст δημοσιογραφ gazeteci wartawan mamamahayag waandishi صحفي صحافي صحاف روزنامه पत्रकार সাংবাদিক 记者 記者 ジャーナリスト 기자 นักข่าว ጋዜጠኛ
press: press presse prensa imprensa stampa pers lehdisto pras пресс пресс- преси μμε τυπου basin pamamahayag habari صحافة الصحافة प्रेस সংবাদ 新闻 新聞 報道 報導 언론 สื่อ ፕሬስ
teachers: teacher enseignant professeur maestro docente profesor professor insegnant lehrer lehrkraft leraar larare laerer opettaj nauczyciel учител вчител δασκαλ ogretmen guru mwalimu walimu معلم استاد शिक्षक শিক্ষক 教师 教師 教員 교사 ครู መምህር
indigenous: indigen autochton indigena urvolk inheems urfolk ursprungs alkuperais rdzenn коренн корінн ιθαγεν yerli adat katutubo asili شعوب-أصلية आदिवासी আদিবাসী 原住民 先住民 土著 선주민 ชนเผ่า
disability: disab handicap discapacid deficienc disabil behinder barrierefrei inklusion beperking handikap funktionshind funksjons vammai esteet niepelnosprawn инвалид инклюз інвалід інклюз αναπηρι engelli disabilitas difabel kapansanan ulemavu إعاقة معاق معلول معذور विकलांग दिव्यांग প্রতিবন্ধ 残疾 殘疾 身心障礙 無障礙 障害 障がい 장애 คนพิการ አካል-ጉዳት
accessible: accessib accesib acessib accessibil barrierefrei toegankelijk tilganglig tillgang esteetton dostepn доступн προσβασ erisilebil aksesib وصول 无障碍 バリアフリー
deaf: deaf sourd sordo surdo gehorlos gebarden doof dov kuuro gluch глух κωφ sagir tuli bingi صم बधिर 聋 聾 ろう 농인
blind: blind aveugle ciego cego cieco sokea niewidom слеп незряч τυφλ kor netra مكفوف नेत्रहीन 盲 시각장애
lgbt: lgbt pride orgullo gay queer lesb trans лгбт прайд
roma: roma rom romani gitan romanes sinti цыган ром ρομα
rights: right droit derecho direito diritt recht rattighet rettighet oikeuk oikeus prawa praw права прав δικαιωμ hak hukuk karapatan haki حقوق حق अधिकार অধিকার 权利 權利 人权 人權 権利 人権 권리 인권 สิทธิ መብት
human: human humain humano umani mensch mensen mansklig mennesk ihmis czlowiek человек людини людськ ανθρωπιν insan manusia tao binadamu إنسان انسان मानव মানব 人权 人權 人権 인권 มนุษย ሰብአዊ
freedom: freedom free libert liberdad freiheit vrijheid frihet vapau wolnos свобод свобід ελευθερ ozgur kebebasan kalayaan uhuru حرية آزادی स्वतंत्रता স্বাধীনতা 自由 자유 เสรีภาพ ነጻነት
peace: peace paix paz pace frieden vrede fred rauha pokoj pokoju мир мира миру ειρην baris perdamaian kapayapaan amani سلام السلام صلح امن शांति শান্তি 和平 平和 평화 สันติภาพ ሰላም
justice: justice justicia justica giustizia gerecht gerechtigkeit rechtvaardig rattvis rettferd oikeudenmuk sprawiedliw справедлив правосуд δικαιοσυν adalet keadilan katarungan hustisya عدالة عدل انصاف न्याय ন্যায় 正义 正義 公正 정의 ยุติธรรม ፍትሕ
law: law loi ley lei legge gesetz wet lov laki laeissa ustaw закон νομο yasa undang batas sheria قانون कानून আইন 法律 法案 法 กฎหมาย
equality: equal egalit igualdad igualdade uguaglian parita gleichstell gleichheit gelijkheid jamstalld likestill tasa-arvo rownos равенств рівніст ισοτητ esitlik kesetaraan pagkakapantay usawa مساواة برابری समानता সমতা 平等 평등 เท่าเทียม እኩልነት
violence: violen gewalt geweld vald vold vakivalt przemoc насили насильств βια siddet kekerasan karahasan ukatili عنف خشونت تشدد हिंसा সহিংসতা 暴力 폭력 ความรุนแรง ጥቃት
racism: racis rassis rasis antirac racismo razzis расизм ρατσισ irkci ubaguzi عنصرية नस्लवाद 种族 種族 人種 인종 เหยียด
discrimination: discrim diskrim syrjin dyskrymin дискримин дискримін διακρισ ayrimc تمييز تبعیض भेदभाव বৈষম্য 歧视 歧視 差別 차별
slavery: slaver esclav escrav schiav sklaver slavernij orjuu niewolni рабств δουλει kolelik perbudakan utumwa عبودية رق गुलामी দাসত্ব 奴隶 奴隸 奴隷 노예
trafficking: traffick traite trata trafico tratta menschenhandel mensenhandel manniskohandel ihmiskaup handel-lud торговл-люд εμπορι-ανθρωπ ticareti perdagangan-orang اتجار तस्करी পাচার 人口贩 人口販 人身取引 인신매매 ค้ามนุษย์
poverty: povert pauvret pobrez pobreza armut armoede fattigdom koyhy ubostw бедност бідніст φτωχ yoksul kemiskinan kahirapan umaskini فقر غربت गरीबी দারিদ্র 贫困 貧困 빈곤 ยากจน ድህነት
hunger: hunger faim hambre fome fame honger svalt nalka glod голод πεινα aclik kelaparan gutom njaa جوع भूख ক্ষুধা 饥饿 飢餓 굶주
food: food aliment nourrit comida alimento cibo ernahrung essen voedsel mat mad ruoka zywnos питани продовольств харчуванн τροφ gida pangan pagkain chakula غذاء طعام خوراک भोजन খাদ্য 食品 粮食 糧食 食料 食 식량 อาหาร ምግብ
water: water eau agua acqua wasser vann vatten vand vesi wody woda вода воды води νερο su air tubig maji ماء مياه پانی آب जल पानी পানি 水 물 น้ำ ውሃ
health: health sante salud saude salute gesund gezondheid halsa helse terveys zdrow здоров υγει saglik kesehatan kalusugan afya صحة سلامت صحت स्वास्थ्य স্বাস্থ্য 健康 衛生 卫生 保健 보건 건강 สุขภาพ ጤና
mental: mental psych seelisch geestelijk psyk mielen psychicz психич ψυχικ ruh jiwa akili نفسية روان मानसिक মানসিক 心理 精神 メンタル 정신
care: care soin cuidad assist cura pflege zorg omsorg hoito opiek уход догляд φροντιδ bakim perawatan رعاية देखभाल 护理 護理 照顾 介護 돌봄
climate: climat clima klima klimaat ilmasto климат клімат κλιμα iklim tabianchi مناخ اقلیم آب-و-ہوا जलवायु জলবায়ু 气候 氣候 気候 기후 ภูมิอากาศ አየር-ንብረት
environment: environ medio-ambiente ambient umwelt milieu miljo ymparist srodowisk окружающ эколог довкілл екологі περιβαλλον cevre lingkungan kapaligiran mazingira بيئة محیط पर्यावरण পরিবেশ 环境 環境 환경 สิ่งแวดล้อม አካባቢ
earth: earth terre tierra terra erde aarde jorden jord maan maapallo ziemi земл земля γη dunya bumi lupa dunia أرض زمین पृथ्वी পৃথিবী 地球 지구 โลก ምድር
sea: sea ocean mer oceano mar mare meer zee hav meri morze море океан θαλασσ deniz laut dagat bahari بحر محيط سمندر समुद्र সমুদ্র 海洋 海 바다 해양 ทะเล
beach: beach plage playa praia spiaggia strand ranta plaz пляж παραλι plaj pantai dalampasigan شاطئ ساحل समुद्रतट 海滩 海灘 沙滩 沙灘 净滩 淨灘 ビーチ 해변 ชายหาด
forest: forest foret bosque floresta foresta wald bos skog metsa las lesu лес ліс δασο orman hutan gubat msitu غابة جنگل वन বন 森林 숲 ป่า ደን
tree: tree arbre arbol arvore albero baum boom trad tre puu drzew дерев δεντρ agac pohon puno mti شجر درخت पेड़ वृक्ष গাছ 植树 植樹 树木 나무 ต้นไม้
bees: bee abeille abeja abelha ape biene bij bi mehila pszczo пчел бджол μελισσ ari lebah bubuyog nyuki نحل शहद মৌমাছি 蜜蜂 ミツバチ 꿀벌 ผึ้ง cebel
birds: bird oiseau ave pajaro uccell vogel fagel fugl lintu ptak птиц птах πουλι kus burung ibon ndege طيور پرنده पक्षी পাখি 鸟 鳥 새
animals: animal tier dier djur dyr elain zwierz животн тварин ζωα hayvan hewan hayop wanyama حيوان जानवर প্রাণী 动物 動物 동물
science: science scienc ciencia scienza wissenschaft wetenschap vetenskap vitenskap tiede tietee nauk наук επιστημ bilim sains agham sayansi علم علوم विज्ञान বিজ্ঞান 科学 科學 과학 วิทยาศาสตร์ ሳይንስ
education: educat educac educaz educacao bildung onderwijs utbildning utdanning koulutus edukacj образован освіт εκπαιδευσ egitim pendidikan edukasyon elimu تعليم تعلیم शिक्षा শিক্ষা 教育 교육 การศึกษา ትምህርት
school: school ecole escuela colegio escola scuola schule schul skola skole koulu szkol школ σχολει okul sekolah paaralan shule مدرسة مدارس اسکول स्कूल विद्यालय বিদ্যালয় 学校 學校 학교 โรงเรียน
university: universit universid hochschule hogeschool yliopist uniwersyt университет університет πανεπιστημ جامعة دانشگاه یونیورسٹی विश्वविद्यालय বিশ্ববিদ্যালয় 大学 大學 대학
language: language langue lengua idioma lingua sprache taal sprak kieli jezyk язык мова мови γλωσσ dil bahasa wika lugha لغة زبان भाषा ভাষা 语言 語言 母语 母語 言語 언어 ภาษา ቋንቋ
literacy: literacy alphabet alfabet alphabetis lukutait грамотност γραμματισμ okuryazar literasi محو-الأمية साक्षरता সাক্ষরতা 识字 識字 문해
books: book livre libro livro buch boek bok bog kirja ksiazk книг βιβλι kitap buku aklat kitabu كتاب کتاب पुस्तक বই 图书 圖書 书籍 本 책 หนังสือ መጽሐፍ
library: library biblioth bibliotec bucherei kirjasto bibliotek библиотек бібліотек βιβλιοθηκ kutuphane perpustakaan aklatan maktaba مكتبة کتابخانه पुस्तकालय গ্রন্থাগার 图书馆 圖書館 図書館 도서관 ห้องสมุด
museum: museum musee museo museu музе μουσει muze متحف موزه अजायबघर संग्रहालय জাদুঘর 博物馆 博物館 美術館 박물관 พิพิธภัณฑ์
night: night nuit noche noite notte nacht natt nat yo noc ночь ночи ніч νυχτ gece malam gabi usiku ليلة شب रात রাত 夜 밤 คืน
history: history histori histoir historia storia geschicht geschieden historisk histor история истори історі ιστορι tarih sejarah kasaysayan تاريخ تاریخ इतिहास ইতিহাস 历史 歷史 歴史 역사 ประวัติศาสตร์
memory: remembr memory memoir memoria gedenk erinner herdenk minne muisto pamiec памят пам'ят μνημ ani peringatan paggunita kumbukumbu ذكرى یاد स्मृति স্মৃতি 纪念 紀念 追悼 記念 추모 기념 รำลึก
disappeared: disappear dispar desaparec scompars verschwund verdwen forsvun kadonn zaginion исчезнувш зниклих εξαφανισ kayip hilang nawawala مختفين مفقود گمشدہ बेपत्ता गुमशुदा গুম নিখোঁজ 失踪 失蹤 行方不明 실종 สูญหาย
torture: tortur folter marteling kidutu tortury пытк катуван βασανιστ iskence penyiksaan تعذيب شکنجہ यातना নির্যাতন 酷刑 拷問 고문
prison: prison detent carcel detenc prisao carcer gefangnis haft gevangen fangels fengsel vankil wiezien тюрьм в'язниц φυλακ hapis penjara kulungan gereza سجن زندان قید जेल কারাগার 监狱 監獄 拘留 刑務所 교도소 คุก
death: death mort muerte morte tod todes dood dod dods kuolem smierc смертн смерт θανατ olum kematian kamatayan kifo إعدام موت سزائے मृत्यु মৃত্যু 死刑 사형 ประหาร
nuclear: nuclear nucleai nuklear atom kern kerna karnvap kjerne ydin jadrow ядерн πυρηνικ nukleer nuklir nyuklear نووي هسته جوہری परमाणु পারমাণবিক 核 핵 นิวเคลียร์
weapons: weapon arme arma waffe wapen vapen aseet bron оружи збро οπλ silah senjata sandata silaha سلاح أسلحة اسلحه हथियार অস্ত্র 武器 兵器 무기 อาวุธ
war: war guerre guerra krieg oorlog krig sota wojn война войн війн πολεμ savas perang digmaan vita حرب جنگ युद्ध যুদ্ধ 战争 戰爭 戦争 전쟁 สงคราม
mine: landmine mines-anti minas mine-antip minen мины мін ναρκ mayin ألغام 地雷 지뢰
democracy: democra demokrat demokrac демократ δημοκρατ demokrasi ديمقراطي جمہوریت लोकतंत्र গণতন্ত্র 民主 민주 ประชาธิปไตย
vote: vote vota elect elecc eleic elezion wahl verkiezing val valg vaalit wybor выбор вибор εκλογ secim pemilu halalan uchaguzi انتخاب चुनाव নির্বাচন 选举 選舉 選挙 선거 เลือกตั้ง
politics: politic politi politiq politik politiek politiikk polityk политик політик πολιτικ siyaset siasa سياسة سیاس राजनीति রাজনীতি 政治 参政 參政 정치 การเมือง
corruption: corrup korrup korup corruz коррупц корупц διαφθορ yolsuz korupsi katiwalian rushwa فساد भ्रष्टाचार দুর্নীতি 腐败 腐敗 汚職 부패 คอร์รัปชัน
data: data donnees datos dados dati daten gegevens tieto dane данны даних δεδομεν veri takwimu بيانات داده डेटा उपात्त তথ্য 数据 數據 資料 データ 데이터 ข้อมูล
open: open ouvert abiert aberto aperti offen avoin avoim otwart открыт відкрит ανοιχτ acik terbuka bukas wazi مفتوح باز खुला উন্মুক্ত 开放 開放 オープン 개방 เปิด
internet: internet netz online интернет інтернет διαδικτ إنترنت اینترنت इंटरनेट 互联网 網路 網絡 インターネット 인터넷
digital: digital numeriq numerique digitaal цифров ψηφιακ dijital رقمي ڈیجیٹل डिजिटल ডিজিটাল 数字 數位 デジタル 디지털 ดิจิทัล
privacy: privac vie-privee privacid datenschutz protection-des-donnees proteccion-de-datos protecao-de-dados tietosuoj prywatnos приватн конфиденциальн απορρητ gizlilik خصوصية निजता গোপনীয়তা 隐私 隱私 プライバシー 개인정보
technology: technolog tecnolog technik techniek teknolog teknik технолог τεχνολογ teknoloji teknologi teknolohiya teknolojia تكنولوجيا تقنية فناوری प्रौद्योगिकी প্রযুক্তি 技术 技術 科技 テクノロジー 기술 เทคโนโลยี
housing: housing logement habitat vivienda moradia alloggi habiter wohn woning wonen bostad bolig asunto mieszkan жиль житл στεγ konut perumahan pabahay makazi سكن مسكن رہائش आवास আবাসন 住房 居住 住宅 주거 ที่อยู่อาศัย
city: city ville ciudad cidade citta stadt stad stede kaupun miasto miast город міст πολη sehir kota lungsod mji مدينة شهر شہر नगर शहर শহর 城市 都市 도시 เมือง
rural: rural campagn campo landlich platteland landsbygd maaseutu wiejsk сельск сільськ αγροτικ kirsal pedesaan kanayunan vijijini ريف دیہی ग्रामीण গ্রামীণ 农村 農村 농촌 ชนบท
union: union syndicat sindicat sindacat gewerkschaft vakbond fack fagforbund ammattiliit zwiazk профсоюз профспілк συνδικατ sendika serikat unyon chama نقابة اتحاد یونین संघ 工会 工會 組合 노조 สหภาพ ማህበር
wages: wage salair salario lohn loon lon palkk plac зарплат μισθ ucret upah sahod mshahara أجور اجرت वेतन মজুরি 工资 工資 賃金 임금 ค่าจ้าง
social-protection: social-prot securite-sociale proteccion-social protecao-social sozialschutz sozialversicherung حماية-اجتماعية 社会保障 社會保障
launch: launch lancement lanzamiento lancamento lancio presentacion presentation presentazione apresentacao vorstellung prasentation презентац презентаці παρουσιασ lansman tanitim peluncuran paglulunsad uzinduzi إطلاق عرض-التقرير विमोचन 发布 發布 発表 출시 발표
tea: tea the-vert the te tee чай чаю τσαι cay teh tsaa chai شاي چای चाय চা 茶 차
celebration: celebrat celebra fete fiesta festa feier viering firande feiring juhla obchod праздн свят εορτασ kutlama perayaan pagdiriwang sherehe احتفال جشن उत्सव উৎসব 庆祝 慶祝 祭 축제 ฉลอง አከባበር
artist: artist art arte kunst kunste konst taide sztuk искусств мистецтв τεχνη sanat seni sining sanaa فن فنون कला শিল্প 艺术 藝術 芸術 アート 예술 ศิลปะ
poetry: poet poes poem dicht gedicht dikt runo poezj поэз поезі ποιησ siir puisi tula ushairi شعر कविता কবিতা 诗 詩 시 กวี
radio: radio rundfunk радио радіо ραδιοφων radyo إذاعة ریڈیو रेडियो রেডিও 广播 廣播 ラジオ 라디오 วิทยุ
hiv: hiv vih aids sida spid вич віл спид إيدز एड्स এইডস 艾滋 エイズ 에이즈 เอดส์
tuberculosis: tuberc tb tbc gruzlic туберк φυματι verem سل क्षय-रोग क्षय যক্ষ্মা 结核 結核 결핵 วัณโรค
covid: covid corona pandem пандем короновірус коронавірус πανδημ pandemi كورونا جائحة कोरोना মহামারি 疫情 新冠 コロナ 코로나 โควิด
sex: sexual sexuel sexuell seksual seksuell seksuaal сексуал σεξουαλ cinsel جنسي यौन যৌন 性别 性別 성
gender: gender genre genero genere geschlecht sukupuol plec гендер φυλο toplumsal-cinsiyet kasarian jinsia نوع-اجتماعي जेंडर 性别 性別 ジェンダー 젠더 เพศ
future: future avenir futur zukunft toekomst framtid fremtid tulevai przyszl будущ майбутн μελλον gelecek masa-depan kinabukasan mustakabali مستقبل भविष्य ভবিষ্যৎ 未来 未來 미래 อนาคต
development: develop developp desarroll desenvolv svilupp entwickl ontwikkel utveckl utvikl kehity rozwoj развити розвит αναπτυξ kalkinma pembangunan kaunlaran maendeleo تنمية توسعه ترقی विकास উন্নয়ন 发展 發展 開発 발전 개발 พัฒนา ልማት
sustainable: sustainab durable sostenib sustentav nachhaltig duurzaam hallbar baerekraft kestav zrownowaz устойчив сталий сталого βιωσιμ surdurul berkelanjutan مستدام पायदार टिकाऊ টেকসই 可持续 可持續 永續 持続可能 지속가능 ยั่งยืน
finance: financ finanz finanzier rahoit finans финанс фінанс χρηματοδοτ finansman pembiayaan pananalapi fedha تمويل مالي वित्त অর্থ 金融 资金 融資 금융
security: securit segur sicher veilig sakerhet sikkerhet turvallis bezpiecz безопасн безпек ασφαλ guvenlik keamanan seguridad usalama أمن امنیت सुरक्षा নিরাপত্তা 安全 안전 ปลอดภัย
solidarity: solidar solidaridad dayanisma солидарн солідарн αλληλεγγυ تضامن एकजुटता সংহতি 团结 團結 連帯 연대
support: support soutien apoyo apoio sostegn unterstutz steun stod stotte tuki wsparci поддержк підтримк υποστηρ destek dukungan suporta msaada دعم حمایت समर्थन সমর্থন 支持 支援 지원
victims: victim vittim opfer slachtoffer offer uhri ofiar жертв θυμα kurban korban biktima waathirika ضحايا قربانی पीड़ित ভুক্তভোগী 受害 被害 피해자 เหยื่อ
witness: witness temoin testig testem zeuge getuige vittne vitne todistaj swiadk свидетел свідк сведок svedok μαρτυρ tanik saksi shahidi شاهد گواہ गवाह সাক্ষী 证人 證人 証人 증인
protect: protect proteg schutz schutzt bescherm skydd vern suojel ochron защит захист προστασ koruma perlindungan proteksyon ulinzi حماية حفاظت संरक्षण সুরক্ষা 保护 保護 보호 คุ้มครอง
mediators: mediat mediaci vermittl bemiddel medling sovittel mediac медиатор посредни медіатор διαμεσολαβ arabulucu mediasi usuluhishi وسيط وسيطات وساطة मध्यस्थ মধ্যস্থ 调解 調解 調停 중재
local: local lokal ort lokaal paikalli miejscow местн місцев τοπικ yerel daerah mitaa محلي مقامی स्थानीय স্থানীয় 地方 当地 地元 지역 ท้องถิ่น
nation: national nazional nasional krajow национальн національн εθνικ ulusal kitaifa وطني قومی राष्ट्रीय জাতীয় 国家 國家 국가 แห่งชาติ
border: border frontier fronter confin grenz grens grans raja granic границ кордон συνορ sinir perbatasan hangganan mpaka حدود سرحد सीमा সীমান্ত 边境 邊境 国境 국경 ชายแดน
asylum: asyl asile asilo turvapaikk azyl убежищ притулок ασυλ iltica suaka لجوء आश्रय 庇护 庇護 망명
home: home maison casa heimat zuhause thuis hjem hem koti dom родин дом дім σπιτι ev rumah tahanan nyumbani بيت وطن گھر घर বাড়ি 家园 我們的家 家 집 บ้าน
without: without sans sin senza ohne zonder utan uten ilman bez без χωρις tanpa bila بدون بلا बिना ছাড়া
year: year annee ano anni jahr jaar vuosi rok год рік χρονο yil tahun taon mwaka سنة عام سال वर्ष साल বছর
coffee: coffee cafe kaffee koffie kaffe kahvi kawa кофе кава καφε kahve kopi kape kahawa قهوة कॉफी কফি 咖啡 コーヒー 커피 กาแฟ
candle: candle bougie vela candela kerze kaars ljus lys kynttil swiec свеч свіч κερι mum lilin kandila mshumaa شموع شمع मोमबत्ती दीप দীপ মোমবাতি 蜡烛 蠟燭 烛光 キャンドル 촛불 เทียน
mountain: mountain montagne montana montanha montagna berg fjell vuori gor гор βουν dag gunung bundok mlima جبل کوہ पर्वत পর্বত 山 산 ภูเขา
flood: flood inondat inundac alluvion hochwasser uberschwemm overstrom oversvam tulva powodz наводнен повін πλημμυρ sel banjir baha mafuriko فيضان سیلاب बाढ़ বন্যা 洪水 홍수 น้ำท่วม
tourism: touris turis toeris matkailu туриз τουρισ pariwisata turismo utalii سياحة سیاحت पर्यटन পর্যটন 旅游 旅遊 観光 관광 ท่องเที่ยว
volunteers: volunt benevol voluntar freiwillig ehrenamt vrijwillig frivillig vapaaehto wolontar волонт доброволь εθελοντ gonullu relawan boluntaryo kujitolea متطوع رضاکار स्वयंसेवक স্বেচ্ছাসেব 志愿 志工 ボランティア 자원봉사 อาสาสมัคร
community: communit comunid comunidad comunidade comunita gemeinschaft gemeenschap gemeinde samhall felles yhteiso spoleczno сообществ громад спільнот κοινοτ toplum komunitas komunidad jamii مجتمع کمیونٹی समुदाय সম্প্রদায় 社区 社區 コミュニティ 공동체 ชุมชน ማህበረሰብ
story: story stories histoire-de cuento sagor sage satu marchen geschichten bajk сказк казк παραμυθ masal dongeng kwento hadithi حكاية قصة کہانی कहानी গল্প 故事 物語 이야기 นิทาน
opening: opening ouverture inauguracion apertura abertura inaugura eroffnung invigning apning avajai otwarci открыти відкритт odprtje εγκαινι acilis pembukaan pagbubukas ufunguzi افتتاح उद्घाटन উদ্বোধন 开幕 開幕 開会 개막 พิธีเปิด
roof: roof toit techo azotea telhado tetto dach dak tak katto крыш дах streh στεγη-του cati atap bubong paa سطح چھت छत ছাদ 屋顶 屋頂 屋上 옥상
visit: besuch-bei visite visita bezoek besok vierailu wizyt визит επισκεψ ziyaret kunjungan pagbisita ziara زيارة دورہ भ्रमण পরিদর্শন 访问 訪問 방문`

/** The rest of what days are about, and words that names of bodies are made of. */
export const subjects = `
wetland: wetland zone-humide zones-humides humedal zona-umida zone-umide feuchtgebiet moerasgebied vatmark vatmark kosteikko mokrad болот водно-болот sulak lahan-basah أراضي-رطبة आर्द्रभूमि 湿地 濕地 습지
cancer: cancer cancro krebs kanker kreft syopa rak рак kanser سرطان कैंसर ক্যান্সার 癌 암 มะเร็ง
jazz: jazz джаз जैज़ جاز 爵士 ジャズ 재즈 แจ๊ส
species: species biodivers espece especie specie artenvielfalt vielfalt artsmangfold mangfald monimuotoi roznorod биоразнообраз біорізноманіт βιοποικιλ biyocesit keanekaragaman تنوع जैव-विविधता জীববৈচিত্র্য 生物多样 生物多樣 生物多様 생물다양성
wildlife: wildlife faune fauna wildtier villdyr villieläi дик yaban satwa برية वन्यजीव বন্যপ্রাণী 野生
tobacco: tobacco tabac tabaco tabacco tabak tobakk tupakka tyton табак тютюн καπν tutun tembakau تبغ तंबाकू তামাক 烟草 煙草 禁煙 담배 ยาสูบ
bicycle: bicycl bike velo bicicleta bicicletta fahrrad radfahr fiets sykkel cykel pyora rower велосипед ποδηλατ bisiklet sepeda دراجة साइकिल সাইকেল 自行车 自行車 自転車 자전거 จักรยาน
blood: blood sang sangre sangue blut bloed blod veri krwi крови донор кров αιμα kan-bagisi darah dugo دم रक्त রক্ত 献血 獻血 헌혈 บริจาคโลหิต
desert: desert dürre wuste woestijn aavikoit pustynn пустын пустел ερημ col-lesme gurun تصحر मरुस्थल 荒漠 沙漠 砂漠 사막
drugs: drug drogue droga drogen narcot narko hasch huume наркот ναρκωτ uyusturucu narkoba مخدرات नशा মাদক 毒品 薬物 마약 ยาเสพติด
population: population poblacion populacao popolazione bevolkerung bevolking befolkning vaesto ludnos населен πληθυσμ nufus penduduk populasyon سكان जनसंख्या জনসংখ্যা 人口 인구 ประชากร
friendship: friend amitie amistad amizade amicizia freundschaft vriendschap vanskap vennskap ystavyy przyjazn дружб φιλια dostluk persahabatan صداقة मित्रता বন্ধুত্ব 友谊 友誼 友情 우정
humanitarian: humanitar humanitair humanitaer гуманитар гуманітар ανθρωπιστικ insani kemanusiaan إنساني मानवीय মানবিক 人道 인도주의
terror: terror террор терор τρομοκρ إرهاب आतंक সন্ত্রাস 恐怖 テロ 테러
ozone: ozon озон οζον أوزون ओज़ोन 臭氧 オゾン 오존
sign-language: sign-language langue-des-signes lengua-de-senas lengua-de-signos lingua-de-sinais lingua-dei-segni gebardensprach gebarentaal teckensprak tegnsprak viittomakiel migow жестов жестової νοηματικ isaret-dili bahasa-isyarat لغة-الإشارة सांकेतिक-भाषा 手语 手語 手話 수어
disaster: disaster catastroph desastre disastro katastroph ramp katastrof katastrofe katastrofi katastrof бедств катастроф καταστροφ afet bencana sakuna maafa كوارث كارثة आपदा দুর্যোগ 灾害 災害 防災 재난 재해 ภัยพิบัติ
statistics: statist estadist estatist tilasto статист στατιστ istatist statistik إحصاء सांख्यिकी পরিসংখ্যান 统计 統計 통계 สถิติ
heritage: heritage patrimoi patrimoni kulturerbe erfgoed kulturarv perinto dziedzictw наслед спадщин κληρονομι miras warisan pamana urithi تراث विरासत ঐতিহ্য 遗产 遺產 遺産 유산 มรดก
tsunami: tsunami цунами цунамі τσουναμι تسونامي सुनामी সুনামি 海啸 海嘯 津波 쓰나미 สึนามิ
earthquake: earthquake seisme terremoto erdbeben aardbeving jordbavn maanjaris trzesien землетряс землетрус σεισμ deprem gempa lindol زلزال भूकंप ভূমিকম্প 地震 지진 แผ่นดินไหว
diabetes: diabet диабет діабет διαβητ diyabet سكري मधुमेह ডায়াবেটিস 糖尿 당뇨 เบาหวาน
tolerance: toleran tolleran tolerancj толерант ανεκτικ hosgoru toleransi تسامح सहिष्णुता সহনশীলতা 宽容 寬容 寛容 관용
philosophy: philosoph filosof filozof философ філософ φιλοσοφ felsefe filsafat فلسفة दर्शन দর্শন 哲学 哲學 철학 ปรัชญา
sanitation: sanita toilet assainiss saneamiento saneamento hygien higien sanit санит гигиен tuvalet sanitasi مرحاض صرف-صحي स्वच्छता शौचालय স্যানিটেশন 厕所 廁所 トイレ 화장실 สุขา
soil: soil sols suelo solo-saudavel suolo boden bodem jordsmonn mark maapera gleba почв ґрунт εδαφ toprak tanah lupa تربة मिट्टी মাটি 土壤 土壌 토양 ดิน
genocide: genocid holocaust holocausto shoah volkermord volkerenmoord folkemord folkmord kansanmurha ludobojst геноцид холокост голокост γενοκτον ολοκαυτω soykirim genosida إبادة محرقة नरसंहार গণহত্যা 大屠杀 大屠殺 虐殺 ホロコースト 홀로코스트
autism: autis аутизм αυτισμ otizm توحد ऑटिज्म অটিজম 自闭 自閉 자폐 ออทิสติก
down-syndrome: down-syndrom trisomie sindrome-de-down síndrome-de-down downin даун down-sendrom متلازمة-داون डाउन-सिंड्रोम 唐氏 ダウン症 다운증후군
albinism: albinis альбинизм альбінізм αλφισμ albinizm مهق रंगहीनता 白化 アルビノ
malaria: malaria paludisme malarya маляри μαλαρια sitma ملاريا मलेरिया ম্যালেরিয়া 疟疾 瘧疾 マラリア 말라리아 มาลาเรีย
weather: weather meteo wetter weer vejr vader saa pogod погод метеоролог καιρ hava-durumu cuaca panahon طقس أرصاد मौसम আবহাওয়া 气象 氣象 気象 기상 อากาศ
parents: parent padre genitor eltern ouder foreldr foraldr vanhem rodzic родител батьк γονε ebeveyn orang-tua magulang wazazi آباء والدين अभिभावक माता-पिता অভিভাবক 父母 家长 家長 保護者 부모 พ่อแม่
men: men hommes hombres homens uomini manner mannen man miehe mezczyz мужчин чоловік ανδρ erkek laki lalaki wanaume رجال पुरुष পুরুষ 男性 남성 ผู้ชาย
nurses: nurse infirm enfermer infermier pflegekraft verpleeg sjukskoter sykeplei sairaanhoita pielegniar медсестр νοσηλευ hemsire perawat wauguzi ممرض नर्स নার্স 护士 護士 看護師 간호사 พยาบาล
midwives: midwi sage-femme matrona partera parteira ostetric hebamm verloskund barnmorsk jordmor katilo polozn акушер μαι ebe bidan komadrona wakunga قابلة दाई ধাত্রী 助产 助產 助産 조산사 ผดุงครรภ์
doctors: doctor medecin medico medica arzt artzt dokter lakare lege laakar lekarz врач лікар γιατρ doktor manggagamot daktari طبيب डॉक्टर ডাক্তার 医生 醫生 医師 의사 แพทย์
lawyers: lawyer avocat abogad advogad avvocat anwalt advocaat advokat asianaja adwokat адвокат юрист δικηγορ avukat pengacara abogado wakili محام वकील আইনজীবী 律师 律師 弁護士 변호사 ทนาย
business: business entrepris empresa negocio impres unternehm wirtschaft bedrijf foretag naringsliv yritys biznes przedsieb бизнес бізнес επιχειρ isletme bisnis negosyo biashara أعمال شركات व्यवसाय ব্যবসা 企业 企業 ビジネス 기업 ธุรกิจ
supply-chain: supply-chain chaine-d-approvisionnement cadena-de-suministro lieferkette toeleveringsketen leverandorkjed 供应链 供應鏈 サプライチェーン 공급망
energy: energ energi энерг енерг ενεργ enerji enerhiya nishati طاقة ऊर्जा শক্তি 能源 エネルギー 에너지 พลังงาน
plastic: plasti plast пластик πλαστικ plastik بلاستيك प्लास्टिक প্লাস্টিক 塑料 塑膠 プラスチック 플라스틱 พลาสติก
river: river riviere fleuve rio fiume fluss rivier elv joki rzek река річк ποταμ nehir sungai ilog mto نهر नदी নদী 河流 川 강 แม่น้ำ
lantern: lantern lampion linterna farol lanterna laterne lykta lyhty фонар ліхтар φαναρ fener parol فوانيس लालटेन ফানুস 灯笼 燈籠 灯ろう 등불 โคมไฟ
garden: garden jardin giardin garten tuin hage tradgard puutarha ogrod сад-цвет κηπο bahce kebun hardin bustani حديقة बगीचा বাগান 花园 花園 庭園 정원 สวน
game: game jeu juego jogo gioco spiel spel peli gra игр ігр παιχνιδ oyun permainan laro mchezo لعبة खेल খেলা 游戏 遊戲 ゲーム 게임 เกม
trade: trade commerce comercio commercio handel kauppa handl торговл торгівл εμποριο ticaret perdagangan kalakalan biashara تجارة व्यापार বাণিজ্য 贸易 貿易 무역 การค้า
network: network reseau red rede rete netzwerk netwerk natverk nettverk verkosto siec сеть мереж δικτυο ag-toplum jaringan mtandao شبكة नेटवर्क নেটওয়ার্ক 网络 網絡 ネットワーク 네트워크 เครือข่าย
centre: centre center centro zentrum centrum senter keskus центр κεντρ merkezi pusat sentro kituo مركز केंद्र কেন্দ্র 中心 センター 센터 ศูนย์
institute: institu instytut институт інститут ινστιτουτ enstitu taasisi معهد संस्थान ইনস্টিটিউট 研究所 研究院 연구소 สถาบัน
foundation: foundation fondation fundacion fundacao fondazione stiftung stichting stiftelse saatio fundacj фонд ιδρυμα vakf yayasan pundasyon مؤسسة फाउंडेशन प्रतिष्ठान ফাউন্ডেশন 基金会 基金會 財団 재단 มูลนิธิ
association: associa asocia associaz verein verband vereniging forening forbund yhdistys stowarzysz ассоциац асоціац συλλογ dernek perkumpulan samahan chama جمعية संघ সমিতি 协会 協會 협회 สมาคม
committee: committ comite comitato ausschuss komitee comite utskott komite komitea komitet комитет комітет επιτροπ لجنة समिति কমিটি 委员会 委員會 委員会 위원회 คณะกรรมการ
council: council conseil consejo conselho consiglio raad radet neuvosto совет рада συμβουλιο konsey dewan konseho baraza مجلس परिषद পরিষদ 理事会 理事會 議会 의회 สภา
ministry: minist министер міністер υπουργε bakan kementerian kagawaran wizara وزارة मंत्रालय মন্ত্রণালয় 部门 外交部 省庁 부처 กระทรวง
government: governm gouvern gobiern governo regierung regering regjering hallitus rzad правительств уряд κυβερνησ hukumet pemerintah pamahalaan serikali حكومة सरकार সরকার 政府 정부 รัฐบาล
bank: bank banque banco banca pankki банк τραπεζ banka bangko benki بنك बैंक ব্যাংক 银行 銀行 은행 ธนาคาร
world: world mondial mundial mondo mondiale welt wereld varld verden maailman swiatow мир-овой всемирн всесвітн παγκοσμι dunya sedunia pandaigdig dunia عالمي العالمي विश्व বিশ্ব 世界 세계 โลก ዓለም
fund: fund fonds fondo fundo fond rahasto fundusz ταμει dana pondo mfuko صندوق कोष তহবিল 基金 기금 กองทุน
church: church eglise iglesia igreja chiesa kirche kerk kirke kyrka kirkko kosciol церк εκκλησ kilise gereja simbahan kanisa كنيسة चर्च গির্জা 教会 教堂 교회 โบสถ์
embassy: embass ambassad embajada embaixada ambasciat botschaft ambassade suurlahety ambasad посольств πρεσβει elcilik kedutaan ubalozi سفارة दूतावास দূতাবাস 大使馆 大使館 대사관 สถานทูต
square: square place-de plaza praca piazza platz plein torg tori plac площад площ πλατει meydan lapangan liwasan uwanja ميدان ساحة चौक 广场 廣場 広場 광장 จัตุรัส አደባባይ
park: park parc parque parco puisto парк παρκο taman liwasan حديقة उद्यान পার্ক 公园 公園 공원 สวนสาธารณะ
hotel: hotel отель готель ξενοδοχ otel فندق होटल হোটেল 酒店 飯店 ホテル 호텔 โรงแรม`

export const places = `
vienna: vienna wien vienne viena vídeň вена відень βιεννη فيينا 维也纳 ウィーン 빈
geneva: geneva genf geneve ginebra genebra ginevra женев γενευ جنيف 日内瓦 ジュネーブ 제네바
brussels: brussels brussel bruxelles bruselas bruxelas брюссел βρυξελλ بروكسل 布鲁塞尔
bern: bern berne berna берн
zurich: zurich zuerich zurigo цюрих
munich: munich munchen monaco-di munique мюнхен
cologne: cologne koln colonia кельн кёльн
rome: rome roma rom рим ρωμη روما 罗马
milan: milan milano mailand милан
lisbon: lisbon lisboa lisbonne lissabon лиссабон
athens: athens athen athina atenas athenes афин αθηνα أثينا
moscow: moscow moskva moskau moscou moscu москв موسكو 莫斯科
kyiv: kyiv kiev kiew kijow киев київ києв
warsaw: warsaw warszaw warschau varsovie варшав
prague: prague praha prag прага
copenhagen: copenhagen kobenhavn kopenhagen copenhague
london: london londres londra londen лондон λονδιν لندن 伦敦 倫敦
paris: paris parigi париж παρισι باريس 巴黎 パリ
berlin: berlin berlino берлин βερολιν برلين 柏林
hague: hague haag haye haya
antwerp: antwerp antwerpen anvers
cairo: cairo kairo caire القاهرة 开罗
jerusalem: jerusalem القدس ירושלים
beijing: beijing pekin peking 北京
tokyo: tokyo tokio 东京 東京
gulf: gulf golfe golfo golf خليج الخليج
spain: spain espagn espan spanien spanish
germany: german deutsch aleman allemand tedesc niemc немец
france: france frances frankreich french frankrijk
netherlands: netherlands nederland niederland pays-bas paises-bajos
helsinki: helsinki helsingfors
turku: turku abo
vaasa: vaasa vasa
istanbul: istanbul estambul istambul стамбул стамбул κωνσταντινουπολη إسطنبول استانبول 伊斯坦布尔 イスタンブール 이스탄불
thessaloniki: thessaloniki salonique tesalonica saloniki салоники θεσσαλονικη
bucharest: bucharest bucuresti bucarest bukarest bucareste бухарест بوخارست
budapest: budapest budapeste budapeszt будапешт بودابست
belgrade: belgrade beograd belgrad belgrado белград
krakow: krakow krakau cracovie cracovia cracow краков краків
wroclaw: wroclaw breslau вроцлав
vilnius: vilnius wilno vilna вильнюс
lviv: lviv lwow lemberg lvov львов львів
odesa: odesa odessa одесса одеса
kharkiv: kharkiv kharkov харьков харків
petersburg: petersburg petersbourg petersburgo pietroburgo петербург петербурзі سانت-بطرسبورغ 圣彼得堡
gothenburg: gothenburg goteborg
florence: florence firenze florenz florencia florenca флоренци
venice: venice venezia venise venedig venecia veneza венеци
turin: turin torino турин
naples: naples napoli neapel napoles неаполь
genoa: genoa genova genua
seville: seville sevilla sevilha
bordeaux: bordeaux burdeos bordeus
marseille: marseille marseilles marsella marselha marsiglia марсель
strasbourg: strasbourg strassburg estrasburgo strasburgo страсбург
nuremberg: nuremberg nurnberg norimberga нюрнберг
hanover: hanover hannover
ghent: ghent gante
bruges: bruges brugge brugges
liege: liege luttich
basel: basel basilea базель
luxembourg: luxembourg luxemburg luxemburgo lussemburgo люксембург
edinburgh: edinburgh edimbourg edimburgo эдинбург
mexico-city: ciudad-de-mexico mexico-city cidade-do-mexico мехико 墨西哥城
havana: havana habana havane havanna гаван 哈瓦那
damascus: damascus damas damaskus damasco дамаск دمشق 大马士革
beirut: beirut beyrouth beirute бейрут بيروت 贝鲁特
baghdad: baghdad bagdad bagda багдад بغداد 巴格达
tehran: tehran teheran тегеран طهران تهران 德黑兰
mecca: mecca mecque mekka مكة
tunis: tunis tunez تونس
algiers: algiers alger argel algier алжир الجزائر
casablanca: casablanca الدار-البيضاء
capetown: cape-town kapstadt ciudad-del-cabo cidade-do-cabo le-cap kaapstad
addis: addis አዲስ-አበባ аддис
lagos: lagos لاغوس
kolkata: kolkata calcutta कोलकाता কলকাতা
mumbai: mumbai bombay मुंबई মুম্বই
chennai: chennai चेन्नई
bengaluru: bengaluru bangalore बेंगलुरु
delhi: delhi दिल्ली দিল্লি دہلی 德里 デリー
dhaka: dhaka dacca ঢাকা ढाका
karachi: karachi کراچی
lahore: lahore لاہور
yangon: yangon rangoon
saigon: saigon ho-chi-minh
hanoi: hanoi ha-noi 河内 ハノイ 하노이
bangkok: bangkok กรุงเทพ 曼谷 バンコク 방콕
seoul: seoul сеул 首尔 首爾 ソウル 서울
busan: busan pusan 釜山 부산
kyoto: kyoto kioto киото 京都 교토
osaka: osaka осака 大阪 오사카
hongkong: hong-kong гонконг 香港 홍콩
shanghai: shanghai шанхай 上海 상하이
taipei: taipei 台北 臺北 타이베이
singapore: singapore singapour singapur сингапур 新加坡 シンガポール 싱가포르
sydney: sydney сидней 悉尼 シドニー
newyork: new-york nueva-york nova-york nova-iorque нью-йорк نيويورك न्यूयॉर्क 纽约 紐約 ニューヨーク 뉴욕`
