/**
 * Bodies that hold such events, a line each: how they are called and what they are short as, in many tongues, folded
 * as names are. Names of one line are of one body.
 */
export const bodies = `
un: un|onu|united nations|nations unies|naciones unidas|nacoes unidas|vereinte nationen|vereinten nationen|nazioni unite|verenigde naties|forente nasjoner|forenta nationerna|forenede nationer|yhdistyneet kansakunnat|оон|организация объединенных наций|організація обєднаних націй|birlesmis milletler|الأمم المتحدة|سازمان ملل متحد|ملل متحد|اقوام متحدہ|संयुक्त राष्ट्र|জাতিসংঘ|perserikatan bangsa bangsa|pbb|umoja wa mataifa|lien hop quoc|联合国|聯合國|国際連合|国連|유엔|국제연합|สหประชาชาติ|onz|osn|organizacja narodow zjednoczonych|organizace spojenych narodu|natiunile unite|οηε|ηνωμενα εθνη
undp: undp|pnud|united nations development programme|un development programme|programme des nations unies pour le developpement|programa de las naciones unidas para el desarrollo|programa das nacoes unidas para o desenvolvimento|entwicklungsprogramm der vereinten nationen|проон|программа развития оон|برنامج الأمم المتحدة الإنمائي|联合国开发计划署|開発計画|국제연합개발계획|유엔개발계획
unep: unep|pnue|pnuma|un environment|united nations environment programme|programme des nations unies pour lenvironnement|programa de las naciones unidas para el medio ambiente|umweltprogramm|юнеп|برنامج الأمم المتحدة للبيئة|联合国环境规划署|环境署|国連環境計画|유엔환경계획
unesco: unesco|юнеско|يونسكو|اليونسكو|یونسکو|यूनेस्को|ইউনেস্কো|教科文组织|教科文組織|ユネスコ|유네스코|ยูเนสโก|ουνεσκο|ዩኔስኮ
unicef: unicef|юнисеф|юнісеф|يونيسف|اليونيسف|یونیسف|यूनिसेफ|ইউনিসেফ|儿童基金会|ユニセフ|유니세프|ยูนิเซฟ|ዩኒሴፍ|united nations childrens fund|fonds des nations unies pour lenfance
unwomen: un women|onu femmes|onu mujeres|onu mulheres|unwomen|оон женщины|оон жінки|هيئة الأمم المتحدة للمرأة|संयुक्त राष्ट्र महिला|联合国妇女署|国連女性機関|유엔여성기구|un kvinner|un kadin|bm kadin
unfpa: unfpa|fnuap|united nations population fund|fonds des nations unies pour la population|fondo de poblacion|fundo de populacao|юнфпа|صندوق الأمم المتحدة للسكان|联合国人口基金|国連人口基金|유엔인구기금
unhcr: unhcr|hcr|acnur|un refugee agency|high commissioner for refugees|haut commissariat des nations unies pour les refugies|haut commissariat pour les refugies|alto comisionado de las naciones unidas para los refugiados|agencia de la onu para los refugiados|увкб|увкб оон|управління верховного комісара|مفوضية اللاجئين|المفوضية السامية للأمم المتحدة لشؤون اللاجئين|مفوضية شؤون اللاجئين|难民署|難民高等弁務官|유엔난민기구|fluchtlingshilfswerk|fluchtlingskommissariat|bmmyk|kommissariat pour les refugies
ohchr: ohchr|hcdh|acnudh|un human rights|high commissioner for human rights|haut commissariat aux droits de lhomme|alto comisionado para los derechos humanos|oficina del alto comisionado de las naciones unidas para los derechos humanos|упч|увкпч|المفوضية السامية لحقوق الإنسان|مفوضية حقوق الإنسان|人权高专办|国連人権高等弁務官|유엔인권최고대표
unodc: unodc|onudc|office on drugs and crime|contre la drogue et le crime|contra la droga y el delito|юнодк|унп оон|مكتب الأمم المتحدة المعني بالمخدرات|毒品和犯罪问题办公室
iom: iom|oim|organisation internationale pour les migrations|international organization for migration|international organisation for migration|un migration|organizacion internacional para las migraciones|organizacao internacional para as migracoes|internationale organisation fur migration|мом|международная организация по миграции|міжнародна організація з міграції|منظمة الهجرة|المنظمة الدولية للهجرة|国际移民组织|国際移住機関|국제이주기구|uluslararasi goc orgutu
ilo: ilo|oit|international labour organization|international labour office|organisation internationale du travail|bureau international du travail|organizacion internacional del trabajo|organizacao internacional do trabalho|internationale arbeitsorganisation|мот|международная организация труда|міжнародна організація праці|منظمة العمل الدولية|国际劳工组织|國際勞工組織|国際労働機関|국제노동기구|uluslararasi calisma orgutu|organizzazione internazionale del lavoro|shirika la kazi duniani
who: who|oms|воз|всемирная организация здравоохранения|вооз|world health organization|world health organisation|organisation mondiale de la sante|organizacion mundial de la salud|organizacao mundial da saude|weltgesundheitsorganisation|organizzazione mondiale della sanita|dso|dunya saglik orgutu|منظمة الصحة العالمية|الصحة العالمية|سازمان جهانی بهداشت|عالمی ادارہ صحت|विश्व स्वास्थ्य संगठन|বিশ্ব স্বাস্থ্য সংস্থা|世卫组织|世界卫生组织|世界衛生組織|世界保健機関|세계보건기구|องค์การอนามัยโลก|shirika la afya duniani|organisasi kesehatan dunia|wereldgezondheidsorganisatie|varldshalsoorganisationen|swiatowa organizacja zdrowia|to chuc y te the gioi
paho: paho|ops|opas|pan american health|organizacion panamericana de la salud|organizacao pan americana
fao: fao|фао|الفاو|منظمة الأغذية والزراعة|food and agriculture organization|organisation des nations unies pour lalimentation|organizacion de las naciones unidas para la alimentacion|粮农组织|粮食及农业组织|国連食糧農業機関|유엔식량농업기구|продовольственная и сельскохозяйственная
wfp: wfp|pam|pma|впп|world food programme|programme alimentaire mondial|programa mundial de alimentos|всемирная продовольственная программа|برنامج الأغذية العالمي|世界粮食计划署|国連世界食糧計画|세계식량계획|welternahrungsprogramm
ifad: ifad|fida|международный фонд сельскохозяйственного развития|农发基金|الصندوق الدولي للتنمية الزراعية
ocha: ocha|bcah|coordination of humanitarian affairs|coordination des affaires humanitaires|coordinacion de asuntos humanitarios|укгв|أوتشا|تنسيق الشؤون الإنسانية|人道协调厅
unaids: unaids|onusida|onu sida|юнэйдс|برنامج الأمم المتحدة المشترك|艾滋病规划署
unv: unv|vnu|united nations volunteers|un volunteers|volontaires des nations unies|voluntarios de las naciones unidas|добровольцы оон|متطوعو الأمم المتحدة
unhabitat: un habitat|onu habitat|unhabitat|оон хабитат|موئل الأمم المتحدة|人居署
unctad: unctad|cnuced|юнктад|أونكتاد|贸发会议
unido: unido|onudi|юнидо|يونيدو|工发组织
unitar: unitar|юнитар
uncdf: uncdf|fenu
unog: unog|onug|юног
undrr: undrr|unisdr|disaster risk reduction
unfccc: unfccc|ccnucc|cmnucc
unccd: unccd|cnulcd|cnuld
cbd: convention on biological diversity|convention sur la diversite biologique|convenio sobre la diversidad biologica
cedaw: cedaw|cedef|committee on the elimination of discrimination against women
iaea: iaea|aiea|oiea|магатэ|international atomic energy agency|agence internationale de lenergie atomique|الوكالة الدولية للطاقة الذرية|国际原子能机构|国際原子力機関
wipo: wipo|ompi|воис|world intellectual property|organisation mondiale de la propriete intellectuelle|organizacion mundial de la propiedad intelectual|المنظمة العالمية للملكية الفكرية|世界知识产权组织|世界知的所有権機関
wmo: wmo|omm|вмо|world meteorological organization|organisation meteorologique mondiale|organizacion meteorologica mundial|المنظمة العالمية للأرصاد|世界气象组织|世界気象機関
itu: itu|uit|мсэ|international telecommunication union|union internationale des telecommunications|union internacional de telecomunicaciones|الاتحاد الدولي للاتصالات|国际电信联盟|国際電気通信連合
upu: upu|vpu|universal postal union|union postale universelle|union postal universal
imo: imo|omi|международная морская организация|international maritime organization|organisation maritime internationale|organizacion maritima internacional
icao: icao|oaci|икао|international civil aviation
unwto: unwto|omt|un tourism|onu tourisme|world tourism organization|organizacion mundial del turismo|юнвто
wto: wto|omc|вто|world trade organization|organisation mondiale du commerce|organizacion mundial del comercio|welthandelsorganisation|世界贸易组织
worldbank: world bank|banque mondiale|banco mundial|weltbank|banca mondiale|wereldbank|varldsbanken|verdensbanken|maailmanpankki|всемирный банк|світовий банк|dunya bankasi|البنك الدولي|بانک جهانی|عالمی بینک|विश्व बैंक|বিশ্বব্যাংক|bank dunia|benki ya dunia|世界银行|世界銀行|세계은행|bank swiatowy|svetova banka
imf: imf|fmi|international monetary fund|fonds monetaire international|fondo monetario internacional|мвф|صندوق النقد الدولي|国际货币基金|iwf
eclac: eclac|cepal|cepalc|comision economica para america latina|economic commission for latin america|拉加经委会
eca: uneca|economic commission for africa|commission economique pour lafrique|اللجنة الاقتصادية لأفريقيا
escap: escap|cesap|эскато|economic and social commission for asia
escwa: escwa|cesao|الإسكوا|economic and social commission for western asia
unece: unece|cee onu|economic commission for europe
icj: international court of justice|cour internationale de justice|corte internacional de justicia|محكمة العدل الدولية|国际法院
icc: icc|cpi|international criminal court|cour penale internationale|corte penal internacional|tribunal penal internacional|internationaler strafgerichtshof|international strafgerichtshof|мус|международный уголовный суд|المحكمة الجنائية الدولية|国际刑事法院
eu: eu|ue|european union|union europeenne|union europea|uniao europeia|europaische union|unione europea|europese unie|europeiska unionen|ес|європейський союз|европейский союз|avrupa birligi|الاتحاد الأوروبي|欧盟|歐盟|欧州連合|유럽연합|unia europejska|evropska unie|uniunea europeana|ευρωπαικη ενωση
ec: european commission|commission europeenne|comision europea|comissao europeia|europaische kommission|commissione europea|europese commissie|komisja europejska|еврокомиссия|европейская комиссия|європейська комісія|欧盟委员会
ep: european parliament|parlement europeen|parlamento europeo|parlamento europeu|europaisches parlament|europaparlament|europees parlement|parlament europejski|европейский парламент|європейський парламент
coe: council of europe|conseil de leurope|consejo de europa|conselho da europa|europarat|consiglio deuropa|raad van europa|europaradet|rada europy|совет европы|рада європи|avrupa konseyi|مجلس أوروبا|συμβουλιο της ευρωπης|欧洲委员会|consiliul europei
osce: osce|obse|odihr|бдипч|обсе|обсє|organization for security and co operation|osze|منظمة الأمن والتعاون
au: african union|union africaine|union africana|uniao africana|afrikanische union|африканский союз|الاتحاد الأفريقي|umoja wa afrika|非洲联盟|非盟|የአፍሪካ ህብረት|africa union
achpr: achpr|cadhp|african commission on human and peoples rights|commission africaine des droits de lhomme
ecowas: ecowas|cedeao|economic community of west african|communaute economique des etats de lafrique de louest
sadc: sadc|southern african development community|communaute de developpement de lafrique australe
igad: igad|intergovernmental authority on development
eac: east african community|jumuiya ya afrika mashariki|communaute dafrique de lest
oas: oas|oea|organization of american states|organizacion de los estados americanos|organisation des etats americains|organizacao dos estados americanos|оаг
iachr: iachr|cidh|inter american commission on human rights|comision interamericana de derechos humanos|commission interamericaine
iacourt: inter american court of human rights|corte interamericana de derechos humanos|corte idh
iadb: idb|bid|inter american development bank|banco interamericano de desarrollo|banque interamericaine
mercosur: mercosur|mercosul|southern common market
caricom: caricom
asean: asean|asean secretariat|асеан|東南アジア諸国連合|东盟|아세안|anase
saarc: saarc|south asian association
oic: oic|oci|organisation of islamic cooperation|منظمة التعاون الإسلامي|organisation de la cooperation islamique|اسلامی تعاون تنظیم
arableague: league of arab states|arab league|ligue arabe|ligue des etats arabes|liga arabe|liga arabischer|лига арабских государств|جامعة الدول العربية|阿拉伯国家联盟
oif: oif|organisation internationale de la francophonie|francophonie
cplp: cplp|comunidade dos paises de lingua portuguesa|community of portuguese language countries|community of portuguese speaking
commonwealth: commonwealth secretariat|the commonwealth
oecd: oecd|ocde|оэср|organisation for economic co operation|منظمة التعاون الاقتصادي|经合组织|経済協力開発機構|ocse
nato: nato|otan|нато|حلف شمال الأطلسي|北约
afdb: afdb|african development bank|banque africaine de developpement
adb: adb|asian development bank|亚洲开发银行|アジア開発銀行
eib: eib|bei|european investment bank|banque europeenne dinvestissement
icrc: icrc|cicr|мккк|international committee of the red cross|comite international de la croix rouge|comite internacional de la cruz roja|اللجنة الدولية للصليب الأحمر|红十字国际委员会|赤十字国際委員会|ikrk
ifrc: ifrc|ficr|фоккик|мфокк|federation of red cross|federation internationale des societes de la croix rouge|الاتحاد الدولي لجمعيات الصليب الأحمر
redcross: red cross|croix rouge|cruz roja|cruz vermelha|rotes kreuz|rote kreuz|roten kreuz|croce rossa|rode kruis|roda korset|rode kors|punainen risti|czerwony krzyz|cerveny kriz|красный крест|червоний хрест|kizilay|الهلال الأحمر|الصليب الأحمر|red crescent|croissant rouge|palang merah|bulan sabit merah|msalaba mwekundu|红十字会|紅十字會|赤十字社|적십자사|สภากาชาด|crucea rosie|ερυθρος σταυρος
amnesty: amnesty international|amnesty|amnistia internacional|amnistie internationale|anistia internacional|amnestia|международная амнистия|منظمة العفو الدولية|العفو الدولية|国际特赦组织|國際特赦組織|アムネスティ|국제앰네스티|앰네스티|uluslararasi af orgutu|διεθνης αμνηστια
hrw: human rights watch|hrw|هيومن رايتس ووتش|хьюман райтс вотч|人权观察|ヒューマン ライツ ウォッチ
msf: msf|medecins sans frontieres|doctors without borders|medicos sin fronteras|medicos sem fronteiras|arzte ohne grenzen|medici senza frontiere|artsen zonder grenzen|lakare utan granser|leger uten grenser|laakarit ilman rajoja|lekarze bez granic|lekari bez hranic|врачи без границ|лікарі без кордонів|أطباء بلا حدود|无国界医生|無國界醫生|国境なき医師団|국경없는의사회|sinir tanimayan doktorlar|γιατροι χωρις συνορα
rsf: rsf|reporters without borders|reporters sans frontieres|reporteros sin fronteras|reporter ohne grenzen|reporterow bez granic|репортеры без границ|مراسلون بلا حدود|无国界记者|無國界記者|国境なき記者団|국경없는기자회
ifj: ifj|fij|international federation of journalists|federation internationale des journalistes|federacion internacional de periodistas|الاتحاد الدولي للصحفيين|международная федерация журналистов
caritas: caritas|каритас|карітас|كاريتاس|明爱|カリタス|카리타스
savethechildren: save the children|rettet die kinder|redd barna|red barnet|radda barnen|pelastakaa lapset|спасите детей|إنقاذ الطفل|أنقذوا الأطفال|救助儿童会|セーブ ザ チルドレン|세이브더칠드런
oxfam: oxfam|أوكسفام|乐施会|樂施會|オックスファム|옥스팜
greenpeace: greenpeace|гринпис|грінпіс|غرينبيس|绿色和平|綠色和平|グリーンピース|그린피스
wwf: wwf|world wide fund for nature|всемирный фонд дикой природы|世界自然基金会|세계자연기금
iucn: iucn|uicn|мсоп|international union for conservation|union internationale pour la conservation
transparency: transparency international|transparencia internacional|трансперенси|منظمة الشفافية|透明国际
actionaid: actionaid
worldvision: world vision|vision mundial|visao mundial|vision mondiale|ворлд вижн|الرؤية العالمية|世界宣明会|ワールド ビジョン|월드비전
handicap: handicap international|humanity and inclusion|humanite inclusion|humanidad inclusion
fidh: fidh|international federation for human rights|federation internationale pour les droits humains|federacion internacional por los derechos humanos
article19: article 19|articulo 19|artigo 19
pen: pen international|pen club|пен клуб|пен центр|pen zentrum
rotary: rotary|ротари|ロータリー|扶轮
lions: lions club|lions clubs
scouts: scouts|scout movement|scoutisme|pfadfinder|harcerstwo|скауты|الكشافة|ボーイスカウト
ymca: ymca|cvjm|kfum|acm
ywca: ywca|kfuk
wikimedia: wikimedia|викимедиа|вікімедіа|ويكيميديا|ویکی مدیا|विकिमीडिया|উইকিমিডিয়া|维基媒体|維基媒體|ウィキメディア|위키미디어
osm: openstreetmap|osm|osmf|open street map|オープンストリートマップ|开放街道图|오픈스트리트맵
hot: hot osm|humanitarian openstreetmap team|hotosm
youthmappers: youthmappers
okf: open knowledge foundation|open knowledge|okfn|okf
mozilla: mozilla|мозилла|火狐|モジラ
creativecommons: creative commons|知识共享|クリエイティブ コモンズ
fsf: free software foundation|fsfe|fundacion software libre
icom: icom|conseil international des musees|international council of museums|consejo internacional de museos|internationaler museumsrat|международный совет музеев|国际博物馆协会|国際博物館会議|المجلس الدولي للمتاحف
icomos: icomos|икомос|monuments and sites
ica: international council on archives|conseil international des archives|consejo internacional de archivos|国际档案理事会
ifla: ifla|ифла|إفلا|国际图联|国際図書館連盟
ituc: ituc|csi|международная конфедерация профсоюзов|international trade union confederation|confederation syndicale internationale|confederacion sindical internacional|igb
itf: itf|international transport workers|ouvriers du transport
psi: public services international|internationale des services publics|internacional de servicios publicos
ei: education international|internationale de leducation|internacional de la educacion
idwf: idwf|fitd|fitdh|international domestic workers federation|federation internationale des travailleurs domestiques|federacion internacional de trabajadoras del hogar
wiego: wiego
ilga: ilga
ippf: ippf
ipu: ipu|uip|inter parliamentary union|union interparlementaire|union interparlamentaria|межпарламентский союз|الاتحاد البرلماني الدولي|各国议会联盟
uclg: uclg|cglu|united cities and local governments|cites et gouvernements locaux unis|ciudades y gobiernos locales unidos
giz: giz|gesellschaft fur internationale zusammenarbeit
usaid: usaid|юсаид|الوكالة الأمريكية للتنمية
afd: agence francaise de developpement|french development agency
aecid: aecid|agencia espanola de cooperacion
jica: jica|国際協力機構|japan international cooperation agency
jaxa: jaxa|宇宙航空研究開発機構
koica: koica|코이카|한국국제협력단
britishcouncil: british council|британский совет|المجلس الثقافي البريطاني|ブリティッシュ カウンシル|英国文化协会|英國文化協會
goethe: goethe institut|goethe institute|goethe zentrum|instituto goethe|гете институт|معهد غوته|معهد جوته|歌德学院|歌德學院|ゲーテ インスティトゥート|괴테 인스티투트|괴테인스티투트
francais: institut francais|french institute|instituto frances|французский институт|المعهد الفرنسي|フランス研究所|法国文化中心
alliance: alliance francaise|alianza francesa|alianca francesa|альянс франсез|法语联盟|アリアンス フランセーズ|알리앙스 프랑세즈
cervantes: instituto cervantes|institut cervantes|cervantes institute|институт сервантеса|معهد ثربانتس|塞万提斯学院|セルバンテス文化センター
camoes: camoes|instituto camoes
confucius: confucius institute|institut confucius|instituto confucio|孔子学院|孔子學院
boll: heinrich boll|heinrich boell|фонд имени генриха белля|هاينريش بل
ebert: friedrich ebert|fes|фонд имени фридриха эберта|фонд фридриха эберта|فريدريش إيبرت
adenauer: konrad adenauer|kas|фонд имени конрада аденауэра|كونراد أديناور
luxemburg: rosa luxemburg|rosa luxemburgo|фонд розы люксембург|روزا لوكسمبورغ
soros: open society|sociedad abierta|societe ouverte|المجتمع المفتوح
cndh: cndh|conseil national des droits de lhomme|comision nacional de los derechos humanos
fff: fridays for future|пятницы ради будущего
slowfood: slow food
jrs: jrs|jesuit refugee service|service jesuite des refugies|servicio jesuita a refugiados
nrc: nrc|norwegian refugee council|flyktninghjelpen|conseil norvegien pour les refugies|consejo noruego para refugiados|المجلس النرويجي للاجئين|норвезька рада
drc: danish refugee council|dansk flygtningehjaelp|conseil danois pour les refugies|المجلس الدنماركي للاجئين
irc: international rescue committee|comite international de secours|لجنة الإنقاذ الدولية
`
