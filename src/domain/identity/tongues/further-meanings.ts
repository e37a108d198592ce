/** More that titles speak of, as in `meanings.ts`: media and records, nature, bodies and minds, deeds and things. */
export const furtherMeanings = `
archives: archiv arhiv arxiv kumbukumbu-za архив архів αρχει arsiv arsip artxibo أرشيف آرشیو अभिलेख মহাফেজখানা luu-tru 档案 檔案 アーカイブ 기록관 아카이브 จดหมายเหตุ
map: map maps mapping mapa mapas mapeo mapeamento carte cartes cartograph cartograf karte karten kartier kaart kaarten kartta kartat kart kartor kortlaegning mappa mappatura harta χαρτ harita карт peta ramani خريطة خرائط نقشه نقشے मानचित्र नक्शा মানচিত্র ban-do 地图 地圖 マッピング 지도 แผนที่
wikipedia: wikiped wikimed wikidat ويكيبيديا ویکی উইকিপিডিয়া 维基 維基 ウィキ 위키 วิกิพีเดีย википед вікіпед βικιπαιδ vikiped विकिपीडिया
gis: gis sig geospat geodat géomati geoinform geogra гис геоданн γεωχωρικ نظم-المعلومات-الجغرافية 地理 空间信息 지리정보
software: softw logiciel programska ohjelmisto oprogramow программн-обеспечен програмн-забезпечен λογισμικ yazilim perangkat-lunak perisian برمجيات نرم-افزار सॉफ़्टवेयर সফটওয়্যার phan-mem 软件 軟體 ソフトウェア 소프트웨어 ซอฟต์แวร์
programming: coding codeur programmier programac programmaz programmeren koodaus kodowan программир програмуванн προγραμματισμ kodlama pemrograman برمجة कोडिंग lap-trinh 编程 編程 プログラミング 코딩
hardware: hardware matériel-libre 硬件 硬體 ハードウェア 하드웨어
licence: licen lizenz lisens lisenssi лиценз ліценз αδει lisans lisensi ترخيص 许可 授權 ライセンス 라이선스
public-domain: public-domain domaine-public dominio-publico gemeinfrei publiek-domein domena-publiczna общественн-достояни kamu-mali 公有领域 公有領域 パブリックドメイン
commons: commons communs procomun comunes gemeingut beni-comuni
lovelace: lovelace лавлейс لوفليس 洛芙莱斯 ラブレス 러브레이스
robot: robot робот ρομπ روبوت रोबोट 机器人 機器人 ロボット 로봇
intelligence: intelligence-artificielle artificial-intellig inteligencia-artificial intelligenza-artificiale kunstliche-intellig kunstmatige-intellig artificiell-intellig tekoaly sztuczn-inteligencj искусственн-интеллект штучн-інтелект τεχνητ-νοημοσυν yapay-zeka kecerdasan-buatan ذكاء-اصطناعي هوش-مصنوعی कृत्रिम tri-tue-nhan-tao 人工智能 人工智慧 人工知能 인공지능 ปัญญาประดิษฐ์ ai ia ki
information: informaatio информац інформац πληροφορ bilgi habari-za معلومات اطلاعات सूचना তথ্য thong-tin 信息 資訊 情報 정보 ข้อมูลข่าวสาร informat informac informaz informasi
access: access acces acceso acesso accesso zugang toegang tillgang tilgang paasy dostep pristup πρόσβασ erisim akses доступ وصول دسترسی رسائی पहुँच অধিকারে tiep-can 获取 取用 アクセス 접근
impunity: impunit straflos straffeloos straffri bezkarno безнаказ безкарн ατιμωρησ cezasiz impunitas إفلات استثنی दंडमुक्ति 有罪不罚 不処罰 불처벌
crime: crime crimen delit verbrechen misda brott forbryt rikos zbrodni преступл злочин εγκλημα suc kejahatan krimen uhalifu جريمة جرائم جرم अपराध অপরাধ 犯罪 범죄
television: televis fernseh televisie telewiz телевид телебач τηλεορασ televizyon تلفاز تلفزيون تلویزیون टेलीविजन 电视 電視 テレビ 텔레비전
telecom: telecom telekom télécom телеком τηλεπικοινων اتصالات दूरसंचार 电信 電信 電気通信
translation: translat traduc traduz traduzion ubersetz vertal oversett oversatt kaannos kaantaj tlumacz preklad traducer перевод переклад μεταφρασ ceviri terjemah pagsasalin tafsiri ترجمة ترجمہ अनुवाद অনুবাদ dich-thuat 翻译 翻譯 翻訳 번역 การแปล
mother: mother mere meres madre madres maes mutter mamma moder aiti matka matek matky mama mutters матер мать мати μητερ μητρ anne ibu ina inay أم أمهات مادر ماں मातृ माता মা মাতৃ 母亲 母親 母語 母语 母の 어머니 모국 แม่
father: father pere papa padre-s pai vater vader far isa ojciec ojca tata отец отцов батьк πατερ baba ayah ama أب पिता বাবা 父亲 父親 父の 아버지 พ่อ
widows: widow veuve viuda viuva witwe vedova weduwe leske wdow вдов χηρ janda wajane أرامل بیوہ विधवा বিধবা 寡妇 寡婦 과부
judges: judge juge juez juec juiz richter giudic rechter domar dommer tuomari sedzi судь судд δικαστ hakim majaji قاضي قاضيات قضاة न्यायाधीश 法官 裁判官 판사
diplomacy: diplom дипломат διπλωματ دبلوماسي سفارت कूटनीति 外交 외교
activism: activis aktivis militan aktywis активис активіс ακτιβ أيام-العمل ناشط कार्यकर्ता 行动 行動 活動家 활동가
defenders: defender defenseur defensor verteidiger difensor verdediger forsvarer obronc защитник правозащит захисник υπερασπιστ savunucu pembela tagapagtanggol watetezi مدافع रक्षक 捍卫者 捍衛者 擁護者 옹호자
fgm: fgm mgf genital genital-mutil ختان بتر-الأعضاء खतना 割礼 女性器切除 生殖器
nonviolence: nonviolen non-violen no-violencia nao-violenc gewaltlos gewaltfrei geweldloos nonviolenza icke-vald vakivallattomuus ненасил اللاعنف عدم-تشدد अहिंसा অহিংসা 非暴力 비폭력
conscience: conscien gewissen coscienza geweten samvete сумлін совест vicdan ضمير 良知 良心
copyright: copyright droit-d-auteur derechos-de-autor direitos-autorais urheberrecht diritto-d-autore auteursrecht upphovsratt авторск-прав telif hak-cipta حقوق-المؤلف 版权 版權 著作権 저작권
intellectual: intellectual-prop propriete-intellect propiedad-intelect propriedade-intelect geistiges-eigentum proprieta-intellett интеллектуальн-собственн fikri-mulkiyet kekayaan-intelektual ملكية-فكرية 知识产权 智慧財產 知的財産 지식재산
audiovisual: audiovi аудиовиз سمعي-بصري 音像 視聴覚 시청각
monuments: monument denkmal monumenten minnesm zabytk pamatk памятник пам'ятк μνημει anit monumen آثار स्मारक 古迹 古蹟 記念物 유적
culture: cultur kultur cultuur kulttuuri kultura kultury культур πολιτισμ kebudayaan budaya utamaduni ثقافة فرهنگ ثقافت संस्कृति সংস্কৃতি van-hoa 文化 문화 วัฒนธรรม ባህል
diversity: diversi diversit vielfalt verscheiden mangfold mangfald monimuoto roznorodn rozmanit разнообраз різноманіт ποικιλομορφ cesitlilik keberagaman pagkakaiba تنوع विविधता বৈচিত্র্য da-dang 多样性 多樣性 多様性 다양성 หลากหลาย
creativity: creativ creatividad criativ kreativ creatiev luovuus kreatywn творчеств творчіст δημιουργικ yaratici kreativitas إبداع ابتكار रचनात्मक 创意 創意 創造 창의
innovation: innova inovac innowac инновац інновац καινοτομ yenilik inovasi ubunifu ابتكار نوآوری नवाचार উদ্ভাবন 创新 創新 イノベーション 혁신 นวัตกรรม
logic: logic logik logica логик منطق 逻辑 邏輯 論理
mathematics: mathem matem matemat математ μαθηματικ hisabati رياضيات ریاضی गणित গণিত 数学 數學 수학
astronomy: astronom астроном αστρονομ gokbilim falak فلك खगोल 天文 천문
space: space espacio-ultra weltraum spazio ruimtevaart rymd avaruus kosmos kosmicz космос космич космічн διαστημ uzay antariksa angkasa فضاء فضا अंतरिक्ष মহাকাশ vu-tru 太空 航天 宇宙 우주 อวกาศ espace-extra
moon: moon lune luna lua maan-licht manen kuu ksiezyc лун місяць σεληνη bulan-purnama mwezi قمر चंद्र 月球 mondland
asteroid: asteroid астероид كويكب 小行星 소행성
light: light lumiere luz licht valo swiatl світл φως isik ضوء نور प्रकाश 光 빛
students: student etudiant estudiant studier studenc opiskelij студент φοιτητ ogrenci mahasiswa pelajar wanafunzi طالب طلبة طلاب دانشجو छात्र শিক্ষার্থী sinh-vien 学生 學生 학생 นักศึกษา
skills: skill competenc compete-ncia kompeten habilidad vaardighe fardighe taito umiejetno навык навич δεξιοτητ beceri keterampilan kasanayan ujuzi مهارات مہارت कौशल দক্ষতা ky-nang 技能 スキル 기술교육 ทักษะ
street: street rue calle rua strasse strada straat gata gate katu ulic улиц вулиц δρομ sokak jalanan شارع सड़क রাস্তা 街头 街頭 路上 거리
road: road route-s securite-routiere trafico transito verkehr traffico verkeer trafik liikenne drogow дорожн дорожнь οδικ lalu-lintas trapiko barabara طرق مرور यातायात সড়ক giao-thong 道路 交通 교통
attack: attack attaque ataque angriff attacco aanval angrep hyokkay атак напад επιθεσ saldiri serangan هجم حمله हमला 袭击 襲擊 攻撃 공격
decent: decent digno digna menschenwurdig dignitos fatsoenlijk anstandig godnej достойн гідн αξιοπρεπ insana-yakisir layak لائق शालीन মর্যাদা 体面 尊厳
dignity: dignit dignid waardig vardighet ihmisarvo godnosc достоинств гідніст onur martabat dignidad utu كرامة وقار गरिमा 尊严 尊嚴 존엄 menschenwurde
remittances: remittanc remise-de-fonds remesa rimess geldtransfer envois-de-fonds przekaz-pien денежн-перевод havale remitansi kiriman تحويلات ترسیلات प्रेषण রেমিট্যান্স kieu-hoi 汇款 匯款 送金 송금
stateless: stateless apatrid staatenlos staatloos statslos bezpanstwow безгражд vatansiz عديمي-الجنسية 无国籍 無國籍 無国籍 무국적
minorities: minorit minderheit minderheden vahemmisto mniejszo меньшинств меншин μειονοτ azinlik minoritas wachache أقليات अल्पसंख्यक সংখ্যালঘু 少数 少數 소수자
islamophobia: islamophob islamofob исламофоб ισλαμοφοβ إسلاموفوبيا 伊斯兰恐惧 이슬람혐오
african-descent: african-descent afrodescend ascendance-africaine afrikanischer-abstammung африканск-происхожд أصل-أفريقي 非洲人后裔 アフリカ系
fraternity: fratern fraternid bruderlichkeit broederschap братств أخوة भाईचारा 兄弟情谊 友愛 형제애
coexistence: coexist vivre-ensemble convivencia convivenza zusammenleben samexist сосуществ تعايش 共处 共生 공존
happiness: happ bonheur felicidad felicidade gluck felicita geluk lycka lykke onnellis szczesc stesti fericir счасть щаст ευτυχ mutluluk kebahagia kaligayahan furaha سعادة خوشی खुशी সুখ hanh-phuc 幸福 행복 ความสุข
kindness: gentillesse amabilidad bondad gentileza freundlichkeit gentilezza vriendelijk доброт iyilik kebaikan لطف 友善 善良 親切 kindness
social: social sozial socia sociaal sosiaal spoleczn sociln социальн соціальн κοινωνικ sosyal sosial kijamii اجتماعي سماجی सामाजिक সামাজিক xa-hoi 社会 社會 사회 สังคม
waste: waste dechet gaspill residuo desperdic lixo mull abfall verschwend rifiut spreco afval verspil avfall svinn jate havikki odpad marnowan отход мусор відход αποβλητ atik israf sampah limbah basura taka نفايات هدر कचरा বর্জ্য rac-thai 废物 垃圾 浪费 廢棄物 ごみ 廃棄物 쓰레기 폐기물 ขยะ
recycling: recycl recicl recyk riciclo kierraty atervinn gjenvinn переработ geri-donusum daur-ulang تدوير पुनर्चक्रण 回收 リサイクル 재활용
repair: repair repar reparat reparier riparazion korjaus napraw ремонт onarim perbaikan إصلاح मरम्मत 维修 修理 수리
pulses: pulses legumineuse legumbre leguminosa hulsenfrucht legumi peulvrucht baljvaxt bakliyat بقول दलहन 豆类 豆類
potato: potato pomme-de-terre papa-dia patata batata kartoffel aardappel potatis poteter peruna ziemniak картоф картопл patates kentang بطاطس आलू 马铃薯 土豆 감자
fruit: fruit frut frukt hedelm owoc фрукт meyve buah prutas matunda فواكه फल 水果 果物 과일
bread: bread brot pane brood brod leipa chleb хлеб хліб ψωμι ekmek roti tinapay mkate خبز نان रोटी 面包 麵包 パン
rice: rice riz arroz reis riso rijst riisi ryz рис ρυζι pirinc beras padi bigas palay mchele أرز برنج चावल धान ধান gao lua 水稻 大米 米 쌀 ข้าว
cotton: cotton coton algodon algodao baumwoll cotone katoen bomull puuvill bawel хлоп pamuk kapas pamba قطن कपास 棉花 綿 목화
chocolate: chocol schokol cioccol choklad sjokolad suklaa czekolad cacao cocoa шоколад sokolata cikolata kakao coklat شوكولات चॉकलेट 巧克力 チョコレート
seeds: seed semence semill sementes saatgut zaad siemen nasion семен насін σπορ tohum benih binhi mbegu بذور बीज বীজ hat-giong 种子 種子 種 씨앗 종자
plants: plants plante planta pflanz piant planten vaxt kasvi roslin растен рослин φυτ bitki tanaman halaman mimea نبات पौधा উদ্ভিদ thuc-vat 植物 식물
flower: flower fleur flores blume blumen fiore fiori bloem blomm blomst kukka kwiat цвет квіт λουλουδ cicek bunga bulaklak maua زهور گل फूल ফুল hoa 花 꽃 ดอกไม้
handwashing: handwash lavage-des-mains lavado-de-manos lavar-as-maos handewasch غسل-اليدين हाथ-धोना 洗手 手洗い 손씻기
seafarers: seafar gens-de-mer marins gente-de-mar maritimos seeleut zeevarend sjofar sjomann merenkulk marynarz моряк ναυτικ denizci pelaut marino mabaharia بحارة नाविक 海员 海員 船員 선원
fishers: fisher pecheur peche pescador pesca pescator fischer visser fiskar fisker kalastaj rybak рыбак рибал ψαρ balikci nelayan mangingisda wavuvi صياد ماهیگیر मछुआ मत्स्य জেলে মৎস্য ngu-dan 渔民 渔业 漁民 漁業 어업 어민 ประมง
lake: lake lac lago lagoa see-ufer meer-tje sjo innsjo jarvi jezior озер λιμν gol danau lawa ziwa بحيرة झील হ্রদ 湖 호수 ทะเลสาบ
glacier: glac gletscher ghiacci gletsjer jaatik lodowiec ледник льодовик παγετων buzul gletser جليدي हिमनद 冰川 氷河 빙하
air: air aire luft lucht ilma powietrz воздух повітр αερ udara hangin hewa هواء هوا वायु বায়ু khong-khi 空气 空氣 大気 대기 공기 อากาศ
pollution: pollut pollu contamin poluic verschmutz inquinam vervuil verontrein fororen saast zanieczyszcz загрязнен забруднен ρυπανσ kirlilik polusi polusyon uchafuzi تلوث آلودگی प्रदूषण দূষণ o-nhiem 污染 汚染 오염 มลพิษ
emissions: emission emisj выброс викид carbon karbon kohlenstoff carbone co2 انبعاث कार्बन 碳 炭素 탄소
tigers: tiger tigre tijger tygr тигр kaplan harimau نمور बाघ বাঘ 老虎 虎 トラ 호랑이
elephants: elephant elefan olifant norsu slon слон fil-gunu gajah tembo فيل हाथी হাতি 大象 象 코끼리
turtles: turtle tortue tortug tartaruga schildkrot schildpad kilpikonna zolw черепах kaplumbaga penyu pawikan kasa سلاحف कछुआ 海龟 ウミガメ 거북
whales: whale baleine ballena baleia wal-fisch balena walvis hval valas wielor кит-ов balina paus balyena nyangumi حيتان 鲸 鯨 クジラ 고래
dogs: dog chien perro cao-adocao hunde hond koira pies собак σκυλ kopek anjing aso mbwa كلب कुत्ता 狗 犬 개 hunden
endangered: endanger menace-dextinct peligro-de-extinc bedroht bedreigd hotad utrot uhanalai исчезающ vanishing مهددة लुप्तप्राय 濒危 瀕危 絶滅 멸종
fire: fire incend feu fuego feuer fuoco tulipalo pozar пожар пожеж φωτια yangin kebakaran sunog حريق آتش आग আগুন 火灾 火災 화재 feux brande
drought: drought secheresse sequia seca durre siccita droogte tork torke kuivuus susza засух посух ξηρασ kuraklik kekeringan tagtuyot ukame جفاف خشکسالی सूखा খরা han-han 干旱 乾旱 干ばつ 가뭄
adaptation: adapt anpass sopeut adaptac адаптац προσαρμογ uyum تكيف अनुकूलन 适应 適應 適応 적응
resilience: resilien veerkracht motstandskr resiliencj устойчивост стійкіст ανθεκτικ direnc ketahanan katatagan uthabiti مرونة صمود लचीलापन সহনশীল 韧性 韌性 レジリエンス 회복력
recovery: recover relance recuper erholung ripresa herstel aterhamt odbudow восстановл віднов ανακαμψ iyilesme pemulihan pagbangon تعافي بحالی पुनर्प्राप्ति 复苏 復甦 復興 회복
transport: transport verkehr-swende vervoer kuljetus joukkoliikenne ulasim angkutan usafiri نقل परिवहन পরিবহন 运输 運輸 交通 교통
pedestrians: pedestri pieton peaton pedestre fussganger voetganger fotgangar jalankulk pieszy пешеход yaya 步行 歩行
post: postal poste correo correios postverein почт пошт posta-gunu بريد डाक 邮政 郵政 郵便 우편
cooperatives: cooperativ genossenschaft kooperativ cooperatie osuuskunt spoldziel кооператив συνεταιρισμ kooperatif koperasi kooperatiba ushirika تعاوني تعاونیات सहकारी সমবায় hop-tac-xa 合作社 協同組合 협동조합 สหกรณ์
cooperation: cooperat cooperac coopera zusammenarbeit samenwerk samarbe yhteistyo wspolprac spoluprac сотруднич співпрац співробіт συνεργασ isbirligi kerja-sama kerjasama pagtutulungan ushirikiano تعاون همکاری सहयोग সহযোগিতা hop-tac 合作 協力 협력 ความร่วมมือ
south: south sud sur-sur sul sued zuid sor etela poludni юг юж півден guney selatan timog kusini جنوب दक्षिण দক্ষিণ 南南 南部 南 남
north: north nord norte norden noord norr pohjois polnoc північ kuzey utara hilaga kaskazini شمال उत्तर উত্তর 北部 北 북 северн
consumers: consum verbraucher konsument kuluttaj forbruk konsumen потребител спожив καταναλωτ tuketici mamimili watumiaji مستهلك उपभोक्ता ভোক্তা 消费者 消費者 소비자 ผู้บริโภค
savings: saving epargne ahorro poupanca sparen risparm spara oszczed сбереж tasarruf tabungan ادخار बचत 储蓄 貯蓄 저축
tax: tax impot impuesto imposto steuer tassa fiscal belasting skatt podat налог подат vergi pajak buwis ضرائب ضريبة مالیات कर कर-न्याय 税 稅 세금 ภาษี φορολογ
budget: budget presupuest orcament haushalt bilanc begrot talousarvio budzet rozpoczt бюджет προυπολογ butce anggaran badyet bajeti ميزانية بودجه बजट বাজেট ngan-sach 预算 預算 予算 예산 งบประมาณ
money: money argent dinero dinheiro geld denaro soldi pengar raha pieniadz деньг гроші χρημα para-nin uang pera fedha-za مال پول पैसा টাকা 钱 お金 돈
debt: debt dette deuda divida schuld debito schulden gjeld zadluzen долг борг χρεος borc utang ديون قرض ऋण ঋণ no-cong 债务 債務 부채
economy: econom ekonom wirtschafts talous gospodar эконом економ οικονομ iktisat ekonomiya uchumi اقتصاد معیشت अर्थव्यवस्था অর্থনীতি kinh-te 经济 經濟 経済 경제 เศรษฐกิจ
employment: employ emploi empleo emprego beschaftig occupazion werkgelegen sysselsatt tyollis zatrudnien занятост зайнят απασχολησ istihdam lapangan-kerja trabaho ajira توظيف روزگار रोजगार কর্মসংস্থান viec-lam 就业 就業 雇用 고용 จ้างงาน
unemployed: unemploy desemple desempleo desemprego arbeitslos disoccup werkloos arbetslos tyotto bezrobo безработ безробіт ανεργ issiz penganggur بطالة बेरोजगार বেকার 失业 失業 실업 chomage chomeur
strike: strike greve huelga streik sciopero staking strejk lakko strajk забастовк страйк απεργ grev mogok welga mgomo إضراب اعتصاب ہڑتال हड़ताल ধর্মঘট 罢工 罷工 ストライキ 파업
charity: charit caritas caridad beneficenc wohltat benefic liefdadig valgoren hyvantekev dobroczyn благотвор благод φιλανθρωπ hayir kawanggawa خيري خيرية خیرات दान 慈善 チャリティ 자선
donation: donat donacion doacao spende spenden donazion schenk gava gaver insaml lahjoit zbiork дарен пожертв δωρε bagis donasi donasyon mchango تبرع عطیہ दान-शिविर অনুদান quyen-gop 捐赠 捐款 募款 寄付 기부 บริจาค dons-de
ngo: ngo ngos ong ongs нпо нго мко lsm منظمات-غير-حكومية سمن एनजीओ 非政府 民間 비정부
civil-society: civil-soc societe-civile sociedad-civil sociedade-civil zivilgesell societa-civile maatschappelijk-midden civilsamh sivilsamf kansalaisyht spoleczenstw-obywatel гражданск-обществ громадянськ-суспільств κοινωνι-των-πολιτων sivil-toplum masyarakat-sipil lipunang-sibil asasi-za-kiraia مجتمع-مدني المجتمع-المدني جامعه-مدنی नागरिक-समाज সুশীল 公民社会 公民社會 市民社会 시민사회 ประชาสังคม
citizens: citizen citoyen ciudadan cidada burgers cittadin medborgar borger kansalai obywatel граждан громадян πολιτων vatandas warga mamamayan wananchi raia مواطن شهروند شہری नागरिक নাগরিক cong-dan 公民 市民 시민 พลเมือง burgern burgerinn burgerbeteil
participation: particip partizip beteilig deltag osallist uczest участи участь συμμετοχ katilim partisipasi pakikilahok ushiriki مشاركة مشارکت भागीदारी অংশগ্রহণ tham-gia 参与 參與 参加 참여 มีส่วนร่วม
leadership: leader lideraz lideranc fuhrung leiderschap ledar johtaj przywod лидер лідер ηγεσ liderlik kepemimpin pamumuno uongozi قيادة قیادت नेतृत्व নেতৃত্ব lanh-dao 领导 領導 リーダー 리더 ผู้นำ
empowerment: empower autonomis emancip empodera ermachtig potenziament emancipatie egenmakt voimaant upodmiot расширен-прав ενδυναμωσ guclendir pemberdaya kapangyarih uwezeshaji تمكين توانمند सशक्तिकरण ক্ষমতায়ন trao-quyen 赋权 賦權 エンパワー 역량강화
inclusion: inclus inclu inklud inclusi inkluz osallisu wlacz wykluczen инклюз kapsayici inklusi ujumuishi شمول إدماج समावेश অন্তর্ভুক্ত hoa-nhap 包容 融合 インクルー 포용
abuse: abuse abus maltrat maustrat missbrauch misbruik misbruk overgrepp hyvaksikay wykorzyst злоупотреб κακοποιησ istismar pelecehan unyanyasaji إساءة निर्यात 虐待 학대 दुर्व्यवहार
feminicide: feminicid femicid femizid femicidio kadin-cinayet фемицид фемініцид γυναικοκτον قتل-النساء 杀害女性 フェミサイド 페미사이드
feminism: feminis феминис фемініс φεμινισ نسوي فمینیس नारीवाद নারীবাদ nu-quyen 女权 女權 フェミニ 페미니 สตรีนิยม
marriage: marri mariage matrimon casament ehe heirat matrimonio huwelijk aktenskap ekteskap avioliit malzen брак шлюб γαμο evlilik nikah pernikahan kasal ndoa زواج ازدواج विवाह বিবাহ ket-hon 婚姻 結婚 결혼
menstruation: menstru regles perioden-armut kuukautis miesiaczk менстру αδετ haid hedhi حيض माहवारी মাসিক 月经 月經 生理 월경
pregnancy: maternal maternit materno mutterschaft moederschap grossesse embarazo gravid schwanger gravidanza zwanger aitiys macierzyn материнств kehamilan kalusugan-ng-ina أمومة मातृत्व মাতৃত্ব 孕产 孕產 妊産 모성
breastfeeding: breastfeed allait lactancia amament stillen allattam borstvoeding amning imetys karmien-piersia грудн-вскарм θηλασμ emzirme menyusui pagpapasuso رضاعة स्तनपान স্তন্যপান 母乳 모유
abortion: abort avortement interruzion-grav schwangerschaftsabbr 堕胎 墮胎 中絶 낙태 إجهاض गर्भपात kurtaj аборт
contraception: contracep anticoncep verhut empfangnis контрацеп 避孕 避妊 피임 منع-الحمل गर्भनिरोध
fistula: fistul фистул ناسور 瘘 フィスチュラ
homophobia: homophob homofob гомофоб bifob transfob lgbtphob ομοφοβ رهاب-المثلية 恐同 同性愛嫌悪 호모포비아
trans: transgen transid transexu transsex trans travesti трансген τρανς متحول ट्रांसजेंडर 跨性别 跨性別 トランスジェンダー 트랜스젠더
lesbian: lesb лесб λεσβ レズビアン 레즈비언
bisexual: bisexu biseksu бисекс 双性恋 バイセクシュアル
intersex: intersex intersexu interseks интерсекс 间性 インターセックス
hygiene: hygien higien igien гигиен гігієн hijyen نظافة स्वच्छ 卫生习惯
patients: patient pacient patienten pazient potilas pacjent пациент пацієнт ασθεν pasien pasyente wagonjwa مرضى بیمار मरीज রোগী benh-nhan 患者 病人 환자 ผู้ป่วย
disease: disease maladie enfermedad doenca krankheit malatti ziekte sjukdom sykdom sairau chorob nemoc boala болезн заболев хвороб ασθενει hastalik penyakit sakit magonjwa أمراض مرض بیماری रोग রোগ benh 疾病 病 疾患 질병 โรค
rare: rare raras raros seltene zeldzame sallsynt sjeldne harvinai rzadki редк рідкісн σπανι langka نادرة दुर्लभ 罕见 罕見 希少 희귀
heart: heart coeur corazon coracao herz cuore hart hjart hjerte sydan serca сердц серц καρδι kalp jantung puso moyo قلب हृदय 心脏 心臟 心臓 심장 หัวใจ
kidney: kidney renal rinon nieren nier njur nyre munuais nerk почк нирк νεφρ bobrek ginjal كلى गुर्दा 肾 腎 신장
stroke: stroke avc ictus accident-vasculaire schlaganfall beroerte slagtilfelde udar инсульт felc سكتة 卒中 中风 脳卒中 뇌졸중
dementia: dement alzheim démence деменц альцгейм αλτσχαιμ ألزهايمر अल्जाइमर 痴呆 失智 認知症 치매
epilepsy: epilep эпилепс επιληψ صرع मिर्गी 癫痫 癲癇 てんかん 뇌전증
hepatitis: hepatit гепатит ηπατιτ التهاب-الكبد हेपेटाइटिस 肝炎 간염
hearing: hearing audition audicion audicao gehor-schutz horen udito gehoor horsel kuulo sluch слух ακοη isitme pendengaran سمع श्रवण 听力 聽力 聴覚 耳 청각
sight: sight vision-mond visao sehen sehkraft zicht syn nakö wzrok зрен зір ορασ gorme penglihatan paningin إبصار दृष्टि 视力 視力 시력
braille: braille brail брайл μπραιγ برايل ब्रेल ব্রেইল 盲文 點字 点字 점자 อักษรเบรลล์
cane: white-cane canne-blanche baston-blanco bengala-branca weisser-stock weissen-stock bastone-bianco witte-stok vita-kapp hvite-stokk valkois-kep biala-laska бел-трост beyaz-baston tongkat-putih عصا-بيضاء 白手杖 白杖 흰지팡이
captions: caption subtit sous-titr untertit sottotit ondertit undertex tekstit napisy субтитр altyazi ترجمة-مصاحبة 字幕 자막
wheelchair: wheelchair fauteuil-roulant silla-de-ruedas cadeira-de-rodas rollstuhl sedia-a-rotelle rolstoel rullstol pyoratuoli wozek инвалидн-коляск tekerlekli kursi-roda كرسي-متحرك व्हीलचेयर 轮椅 輪椅 車椅子 휠체어
vaccination: vaccin vacun vacin impf impfung vaksin rokot szczep вакцин прививк щеплен εμβολι asi imunis immunis immuniz bakuna chanjo تطعيم لقاح تحصين واکسن टीकाकरण টিকা tiem-chung 疫苗 接种 接種 予防接種 백신 예방접종 วัคซีน
epidemic: epidem эпидем επιδημ وباء महामारी 流行病 防疫 感染症 감염
antibiotics: antibio antimicrob антибио антимикроб مضادات 抗生素 抗菌 항생제 薬剤耐性
suicide: suicid selbstmord suizid zelfmoord selvmord itsemurh samobojs суицид самоуб αυτοκτον intihar bunuh-diri kujiua انتحار आत्महत्या আত্মহত্যা tu-tu 自杀 自殺 자살 ฆ่าตัวตาย
alcohol: alcohol alcool alkohol алкогол αλκοολ كحول शराब 酒精 アルコール 알코올
coverage: coverage couverture-sanit cobertura absicherung copertura dekning охват-услуг kapsayic cakupan تغطية कवरेज 全民健康覆盖 カバレッジ 보편적
hate: hate haine odio hatprat hatytal vihapuhe nienawis nenavist ненавист μισος nefret kebencian poot chuki كراهية نفرت घृणा ঘৃণা thu-ghet 仇恨 憎悪 ヘイト 혐오 hassrede
religion: religi interreli interfaith godsdien uskont religia вероисп религ реліг θρησκ agama pananampalataya dini دين دیني مذهب ادیان धर्म ধর্ম ton-giao 宗教 종교 ศาสนา
prayer: prayer priere oracion oracao gebet preghiera gebed rukous modlit молитв προσευχ dua-si doa dasal panalangin صلاة دعا प्रार्थना প্রার্থনা cau-nguyen 祈祷 祈禱 祈り 기도 สวดมนต์
truth: truth verite verdad verdade wahrheit verita waarheid sanning sannhet totuus prawda prawdy правд истин αληθει hakikat kebenaran katotohanan ukweli حقيقة سچ सत्य সত্য 真相 真理 진실
reconciliation: reconcil riconcil versohn verzoen forsoning sovinto pojednan примирен συμφιλιωσ uzlasma rekonsiliasi maridhiano مصالحة मेल-मिलाप 和解 화해
conflict: conflict conflit konflikt conflicto konflik konfliktt конфликт конфлікт συγκρουσ catisma tunggalian migogoro نزاع صراع تنازع संघर्ष সংঘাত xung-dot 冲突 衝突 紛争 분쟁 갈등
disarmament: disarm desarm abrust ontwapen nedrust aseidenri rozbroj разоруж роззбро αφοπλισμ silahsizlan perlucutan نزع-السلاح निरस्त्रीकरण 裁军 裁軍 軍縮 군축
chemical: chemi chimiq quimic химич хіміч χημικ kimyasal kimia كيميائي रासायनिक 化学 化學 화학
tests: tests essais ensayos testes versuche test-i proven kokeet испытан дослідж dokimon deneme uji-coba تجارب परीक्षण 试验 試驗 実験 실험
palestine: palest gaza فلسطين غزة پالستاین फिलिस्तीन ফিলিস্তিন палест παλαιστιν filistin 巴勒斯坦 パレスチナ 팔레스타인
nakba: nakba nakbah نكبة نکبہ 浩劫日
hiroshima: hiroshima nagasaki hirosima хиросим хіросім χιροσιμα هيروشيما हिरोशिमा হিরোশিমা 广岛 廣島 広島 長崎 히로시마
rwanda: rwanda ruanda рванд руанд ρουαντα رواندا रवांडा 卢旺达 盧安達 ルワンダ 르완다
mandela: mandela мандел μαντελα مانديلا मंडेला ম্যান্ডেলা 曼德拉 マンデラ 만델라
gandhi: gandhi ганди γκαντι غاندي गांधी গান্ধী 甘地 ガンディー 간디
africa: africa afrik afric африк αφρικη أفريقيا افریقہ अफ्रीका আফ্রিকা 非洲 アフリカ 아프리카 แอฟริกา አፍሪካ
europe: europ eurooppa evropa европ європ ευρωπ avrupa eropa ulaya أوروبا اروپا यूरोप ইউরোপ 欧洲 歐洲 ヨーロッパ 欧州 유럽 ยุโรป
asia: asia asie asien azie aasia азия азії ασια asya آسيا एशिया এশিয়া 亚洲 亞洲 アジア 아시아
latin-america: latin-americ latinoamer america-latina amerique-latine lateinameri latijns-amer латинск-америк أمريكا-اللاتينية 拉丁美洲 ラテンアメリカ 라틴아메리카
arab: arab arabe arabisch arabo арабск arap عربي العربية अरब আরব 阿拉伯 アラブ アラビア 아랍
pacific: pacif pazifik pasifik тихоокеан هادئ 太平洋 태평양
caribbean: caribb caraib caribe karib кариб كاريبي 加勒比 カリブ
commonwealth: commonwealth 英联邦
red-cross: red-cross croix-rouge cruz-roja cruz-vermelha rotes-kreuz rotkreuz rode-kruis croce-rossa roda-kors rode-kors punain-risti czerwon-krzyz cerven-kriz crucea-rosie красн-крест червон-хрест ερυθρ-σταυρ kizilay kizilhac palang-merah krus-na-pula msalaba-mwekundu صليب-أحمر هلال-أحمر الهلال-الأحمر الصليب-الأحمر red-crescent croissant-rouge 红十字 紅十字 赤十字 적십자 กาชาด रेड-क्रॉस
united-nations: united-nation nations-unies naciones-unid nacoes-unid vereinte-nation vereinten-nation nazioni-unit verenigde-nat forenta-nation fn forente-nasj yhdistyneet-kans yk narodow-zjed onz osn организаци-объединенн-наци оон об'єднан-наці ηνωμεν-εθν birlesmis-millet perserikatan-bangsa pbb umoja-wa-mataifa nagkakaisang-bansa أمم-متحدة الأمم-المتحدة ملل-متحد اقوام-متحدہ संयुक्त-राष्ट्र জাতিসংঘ lien-hop-quoc onu 联合国 聯合國 国連 國際連合 국제연합 유엔 สหประชาชาติ የተባበሩት-መንግስታት
unicef: unicef юнисеф يونيسف یونیسف यूनिसेफ ইউনিসেফ 儿基会 ユニセフ 유니세프
peacekeepers: peacekeep casques-bleus maintien-de-la-paix cascos-azules mantenimiento-de-la-paz manutencao-da-paz capacetes-azuis blauhelm friedenssicher caschi-blu blauwhelm fredsbevar rauhanturv миротвор ειρηνευτικ baris-gucu penjaga-perdamaian walinda-amani حفظة-السلام शांति-सैनिक শান্তিরক্ষী 维和 維和 平和維持 평화유지 รักษาสันติภาพ
police: poliz politie polis politi poliisi полиц поліц αστυνομ شرطة پلیس پولیس पुलिस পুলিশ 警察 警务 경찰 ตำรวจ police policia
firefighters: firefight pompier bomber bombeir feuerwehr vigili-del-fuoco brandweer brandman palomieh strazak пожарн-охран itfaiye pemadam إطفاء 消防 소방
trial: trial juicio julgament rechtszaak rattegang oikeudenkayn судебн-процесс davasi محاكمة दादगाह मुकदमा 审判 審判 裁判 재판
multilateral: multilat многосторон تعددية 多边 多邊 多国間 다자
neutral: neutral нейтрал ουδετερ tarafsiz حياد तटस्थ 中立 중립
parliament: parlam parlement bundestag eduskun riksdag storting sejm парлам верховн-рад κοινοβουλ meclis bunge برلمان مجلس-النواب پارلیمان संसद সংসদ quoc-hoi 议会 國會 国会 議會 국회 รัฐสภา
mayor: mayor maire alcald prefeit burgermeister sindac burgemeester borgmast ordforer pormestari burmistrz prezydent-miasta мэр мер-міста δημαρχ belediye-baskan walikota wali-kota meya عمدة महापौर মেয়র 市长 市長 시장님
public: public publico oeffentlich offentlich pubblic openbare offentlig julkinen publiczn публичн общественн публічн громадськ δημοσι kamu publik umma-wa عام عمومی सार्वजनिक জন cong-cong 公共 公益 공공 สาธารณะ
service: service servicio servico servizi tjanst tjeneste palvelu uslug служб послуг υπηρεσ hizmet layanan serbisyo huduma خدمة خدمات सेवा সেবা dich-vu 服务 服務 サービス 서비스 บริการ
transparency: transparen trasparen transparan lapinaky jawnos przejrzyst прозрачн прозор διαφανει seffaf keterbukaan uwazi شفافية شفافیت पारदर्शिता স্বচ্ছতা minh-bach 透明 투명 โปร่งใส
industry: industr industria teollisuu przemysl промышл промислов βιομηχαν sanayi viwanda صناعة صنعت उद्योग শিল্প-কার 工业 工業 産業 산업
mining: mining miner minier mineria mineracao bergbau miniera mijnbouw gruv kaivos gornict горнодоб шахт madencilik tambang pagmimina تعدين खनन 采矿 採礦 鉱山 광산
oil: oil-spill petrol petroleo erdol olje oljy ropa-naft нефт нафт πετρελ minyak langis mafuta نفط نفت तेल 石油 석유
nature: nature naturaleza natureza natur natura natuur luonto przyrod prirod природ φυση doga alam kalikasan asili-ya طبيعة طبیعت प्रकृति প্রকৃতি thien-nhien 自然 자연 ธรรมชาติ
life: life vie vida leben vita leven liv elama zycie zivot viata жизн житт ζωη hayat yasam kehidupan buhay maisha حياة زندگی जीवन জীবন cuoc-song 生命 生活 命 생명 ชีวิต
people: people peuple pueblo povo volk popolo folk kansa lud narod народ halk rakyat wananchi-wa شعب مردم عوام जनता জনগণ nhan-dan 人民 民众 民衆 국민 ประชาชน
voice: voice voix voces voz stimme voce voci rost stemme aani glos hlas голос φωνη suara tinig boses sauti صوت أصوات صدا آواز आवाज কণ্ঠ tieng-noi 声音 聲音 声 목소리 เสียง
hope: hope espoir esperanz esperanc hoffnung speranza hoop hopp toivo nadziej nadeje надежд наді ελπιδ umut harapan pag-asa matumaini أمل امید आशा আশা hy-vong 希望 희망 ความหวัง
love: love amour amor liebe amore liefde karlek kjaerlighet rakkau milosc laska любов αγαπη sevgi cinta pag-ibig upendo حب عشق محبت प्रेम প্রেম tinh-yeu 爱 愛 사랑 ความรัก
body: body cuerpo corpo korper lichaam kropp keho cialo тело тіло σωμα beden tubuh katawan mwili جسد بدن शरीर শরীর 身体 身體 몸
crisis: crisis crise krise crisi kris kriisi kryzys кризис криз κριση kriz krisis mgogoro أزمة بحران संकट সংকট khung-hoang 危机 危機 위기 วิกฤต
challenge: challeng desafi herausforder sfide uitdaging utmaning utfordr haaste wyzwan вызов виклик προκλησ zorluk tantangan hamon changamoto تحديات چالش चुनौती চ্যালেঞ্জ thach-thuc 挑战 挑戰 課題 도전 ความท้าทาย defis retos
policy: policy politique-publ polticas-publ leitlin beleid toimintapolit 政策 정책 سياسات नीति নীতি chinh-sach นโยบาย kebijakan patakaran
action: action accion acao massnahm azione actie toiminta-a dzialan действ дія δρασ eylem aksi aksyon hatua عمل-من اقدام कार्रवाई পদক্ষেপ hanh-dong 行动 行動 アクション 행동
research: research recherche investigac pesquisa forschung ricerca onderzoek forskning tutkimu badani vyzkum cercetar исследован досліджен ερευν arastirma penelitian pananaliksik utafiti بحث أبحاث پژوهش تحقیق शोध अनुसंधान গবেষণা nghien-cuu 研究 연구 วิจัย
ethics: ethic ethique etica ethik etiek etik etiikk etyk этик етик ηθικ أخلاق नैतिक 伦理 倫理 윤리
evidence: evidence preuve evidencia beweis bewijs bevis naytto dowod доказат доказ αποδειξ bukti ebidensya ushahidi أدلة شواهد साक्ष्य প্রমাণ 证据 證據 エビデンス 증거
photography: photo foto fotograf фотог φωτογραφ fotoğraf picha تصوير عکاسی फोटो আলোকচিত্র nhiep-anh 摄影 攝影 写真 사진 ภาพถ่าย
paint: paint peintur pintur maler malen pittur schilder malning maalau malar живопис живопи ζωγραφ resim lukis pintor-na uchoraji رسم نقاشی चित्रकला চিত্রাঙ্কন 绘画 繪畫 絵画 그림
mural: mural fresque graffiti wandbild murales muurschil murale мурал جدارية भित्ति 壁画 壁畫 벽화
craft: craft artisan artesan handwerk artigian ambacht hantverk handverk kasityo rzemiosl ремесл χειροτεχν zanaat kerajinan kamay حرف हस्तशिल्प হস্তশিল্প 手工 工芸 공예
design: design diseno entwurf ontwerp projektow дизайн σχεδιασμ tasarim desain تصميم طراحی डिज़ाइन 设计 設計 デザイン 디자인
architecture: archite arqui архитек архітек αρχιτεκτ mimar arsitek عمارة معماری वास्तुकला 建筑 建築 건축
fashion: fashion muoti мод أزياء फैशन 时尚 時尚 ファッション 패션 modewoche modeschau
toys: toy jouet juguete brinquedo spielzeug giocattol speelgoed leksak lelu zabawk игрушк oyuncak mainan laruan ألعاب-الأطفال खिलौना 玩具 おもちゃ 장난감
puppets: puppet marionnet titere marionet figurentheat burattin poppen docka nukke lalk куколь кукл kukla wayang دمى कठपुतली 木偶 人形 인형
circus: zirkus cirk sirkus cyrk цирк τσιρκ sirk سيرك सर्कस 马戏 馬戲 サーカス 서커스 circus cirque circo
animation: animat animac trickfilm анимац анімац رسوم-متحركة 动画 動畫 アニメ 애니메이션
folklore: folklor volkskund фольклор φολκλορ فولكلور 民俗 民間藝術 민속
kite: kite cerf-volant cometa-s barrilete papagaio pipas drachenfest drachen aquilon vlieger drake drage-bygg leija latawiec воздушн-зме χαρταετ ucurtma layang saranggola طائرات-ورقية پتنگ पतंग ঘুড়ি dieu 风筝 風箏 凧 연날리기 ว่าว
flag: flag drapeau bandera bandeira flagge fahne bandiera vlag flagga flagg lippu flaga vlajka steag флаг прапор σημαι bayrak bendera watawat علم-البلاد أعلام پرچم झंडा পতাকা co-to 旗 国旗 깃발 ธง
football: football futbol futebol fussball calcio voetbal fotboll fotball jalkapallo pilkanozna pilka футбол ποδοσφαιρ sepak soccer kandanda كرة-القدم فوتبال फुटबॉल ফুটবল bong-da 足球 サッカー 축구 ฟุตบอล
olympic: olymp olimp олимп ολυμπ أولمبي ओलंपिक 奥林匹克 奧運 オリンピック 올림픽
yoga: yoga йог γιογκα يوغا یوگا योग যোগ 瑜伽 ヨガ 요가 โยคะ
chess: chess echecs ajedrez xadrez schach scacchi schaken schack sjakk shakki szachy szach шахмат шахів шахи σκακι satranc catur ahedres sataranji شطرنج शतरंज দাবা co-vua 国际象棋 西洋棋 チェス 체스 หมากรุก
vesak: vesak wesak waisak visakh vesaka весак बुद्ध বুদ্ধ 卫塞 衛塞 ウェーサク วิสาขบูชา phat-dan
easter: easter paques pascua pascoa ostern pasqua pasen pask paske paasiai wielkanoc пасх великден πασχα paskalya paskah عيد-الفصح 复活节 復活節 イースター 부활절
christmas: christmas noel navidad natal weihnacht natale kerst joulu wigil boze-narodzen vanoc craciun рождеств різдв χριστουγεν pasko krismasi كريسماس क्रिसमस 圣诞 聖誕 クリスマス 성탄 크리스마스
ramadan: ramadan ramad рамадан iftar ramazan رمضان इफ्तार রমজান 斋月 ラマダン
newyear: new-year nouvel-an ano-nuevo ano-novo neujahr capodanno nieuwjaar nyar uusivuosi nowy-rok новый-год yilbasi tahun-baru bagong-taon رأس-السنة 新年 새해
carnival: carnav karnev carnev karnaval fasching fastnacht карнавал 狂欢节 カーニバル
anniversary: annivers aniversa jubila verjaardag jubile arsdag vuosipaiva roczni годовщ річниц επετει yildonum ulang-tahun anibersaryo maadhimisho ذكرى-السنوية سالگرد سالگرہ वर्षगांठ বার্ষিকী ky-niem 周年 週年 주년 ครบรอบ
independence: independ unabhangig indipend onafhankelij sjalvstandig uavhengig itsenais niepodleg независим незалежн ανεξαρτησ bagimsiz kemerdekaan kasarinlan استقلال स्वाधीनता doc-lap 独立 獨立 독립 เอกราช
liberation: liberat liberac liberazion befrei bevrijd befri wyzwol освобожд визвол απελευθερ kurtulus pembebasan paglaya ukombozi تحرير मुक्ति মুক্তি giai-phong 解放 해방
armistice: armist waffenstill wapenstil перемир mutareke هدنة 停战 休戦 정전
message: message mensaj mensagem botschaft-zum messaggio boodschap budskap viesti oredzi-e послан повідомлен μηνυμα mesaj pesan mensahe ujumbe رسالة پیغام پیام संदेश বার্তা thong-diep 致辞 致詞 讯息 メッセージ 메시지 สาร
secretary-general: secretary-gen secretaire-gen secretario-gen secretario-geral generalsekret segretario-gen secretaris-gen paasihteer sekretarz-gen генеральн-секретар γενικ-γραμματ genel-sekreter sekretaris-jenderal katibu-mkuu أمين-العام الأمين-العام دبیرکل महासचिव মহাসচিব tong-thu-ky 秘书长 秘書長 事務総長 사무총장 เลขาธิการ
general-assembly: general-assemb assemblee-gen asamblea-gen assembleia-geral generalversamm vollversamm assemblea-gen algemene-vergad generalforsam generalforsaml yleiskok zgromadzen-ogol генеральн-ассамбл γενικ-συνελευσ genel-kurul majelis-umum baraza-kuu جمعية-العامة الجمعية-العامة महासभा সাধারণ-পরিষদ 大会 大會 총회
security-council: security-council conseil-de-securite consejo-de-seguridad conselho-de-seguranca sicherheitsrat consiglio-di-sicurezza veiligheidsraad sakerhetsrad sikkerhetsrad совет-безопасн مجلس-الأمن सुरक्षा-परिषद 安理会 安理會 安全保障理事会 안보리
regional: region regionaal alueellin регион регіон περιφερει bolgesel wilayah rehiyon kikanda إقليمي علاقائی क्षेत्रीय আঞ্চলিক khu-vuc 区域 區域 지역별 ภูมิภาค
portuguese: portugues portuguese lusofon portugiesi португал πορτογαλ برتغالي पुर्तगाली 葡萄牙 ポルトガル 포르투갈
english: english anglais ingles inglese englisch engels engelsk englanti angielsk английск англійськ αγγλικ ingilizce inggris kiingereza إنجليزي انگریزی अंग्रेजी ইংরেজি tieng-anh 英语 英語 영어 อังกฤษ
french: francais frances francese franzosisch frans fransk ranska francusk французск французьк γαλλικ fransizca prancis kifaransa فرنسي فرانسیسی फ्रेंच ফরাসি 法语 法語 フランス語 프랑스어
spanish: espagnol espanol espanhol spagnolo spanisch spaans spansk espanja hiszpansk испанск іспанськ ισπανικ ispanyolca spanyol kihispania إسباني ہسپانوی स्पेनिश 西班牙语 スペイン語 스페인어
russian: russian russe ruso russisch russo rysk russisk venaja rosyjsk русск російськ ρωσικ rusca rusia روسي रूसी 俄语 俄語 ロシア語 러시아어
chinese: chines chinois chino chinesisch cinese chinees kinesisk kiina chinsk китайск китайськ κινεζικ cince tionghoa kichina صيني چینی चीनी 中文 汉语 漢語 中国語 중국어
swahili: swahili kiswahili souahel suahel суахил سواحيلي स्वाहिली 斯瓦希里 スワヒリ 스와힐리
victory: victor victoir viktor vittoria overwinning seger voitto zwyciest побед перемог zafer kemenangan tagumpay ushindi نصر جیت विजय বিজয় 胜利 勝利 승리
neighbours: neighb voisin vecin vizinh nachbar vicini buren grann naabo naapuri sasiad сосед сусід γειτον komsu tetangga kapitbahay jirani جيران ہمسایہ पड़ोस প্রতিবেশী 邻居 鄰里 隣人 이웃
geology: geolog geosci геолог jeolog جيولوجيا भूविज्ञान 地质 地質 지질
insurance: insur assurance seguros versicherung assicuraz verzeker forsakr forsikr vakuutu ubezpiecz страхов sigorta asuransi تأمين बीमा 保险 保險 保険 보험
shipping: maritim schifffahrt scheepvaart sjofart морск-транспорт denizcilik بحري 海运 海事 海運 해운
aviation: aviat aviac luftfahrt luchtvaart luftfart ilmailu lotnict авиац havacilik penerbangan طيران विमानन 航空 항공
standards: standard standardis normes estandar normung 标准 標準 標準化 표준 стандарт
measuring: metrol метрол 计量 計量 قياس
genealogy: genealog ahnenforsch sukututk генеалог 家谱 系図
audit: account buchhalt contab comptab бухгалт audit аудит محاسبة 会计 會計 会計 회계
humankind: humanid menschheit mensheid manskligh ludzkosc человечеств людств insanlik البشرية मानवता 人类 人類 인류
car: cars voiture coche automobil carro samochod авто автомобил araba kotse gari سيارات خودرو कार গাড়ি 汽车 汽車 자동차
commission: commissi comissa comisio comisión kommissi kommission komisja komisi komissio комисси комісі komisyon مفوضية هيئة کمیسیون کمیشن आयोग কমিশন uy-ban ኮሚሽን tume
federation: federa federac foderation verbund foderac федерац федерац ομοσπονδ federasyon federasi pederasyon shirikisho اتحاد-ال فدراسیون महासंघ ফেডারেশন lien-doan 联合会 聯合會 連盟 연맹 สหพันธ์
ombudsman: ombud defensor-del-pueblo defensoria mediateur provedor difensore-civico ombudsperson rzecznik-praw омбудсм уполномоченн-по-правам omboudsman denetcisi ديوان-المظالم 监察员 オンブズマン 옴부즈만 국가인권위원회`
