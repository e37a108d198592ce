/** What `meanings.ts` speaks of in tongues that its lines leave out or have little of, and other words for it. */
export const moreTongues = `
talk: prednask diskuz beseda debat-cs konferint dezbatere discut prelegere toa-dam dien-dan nagpapanayam usapan talakay گفت-و-گو تقریر बातचीत गोष्ठी সংলাপ مناظره kusafiri-mjadala maarifa-mjadala ውይይቱ ጉባኤ keskuste foredrag panelsamt folkmote podiums beszelget causerie conversa encontro rencontre encuentro incontro spotkan setkan treffen bijeenkomst встреч зустріч συναντησ
training: dilna skolen atelier-de-lucru instruire tap-huan khoa-hoc كارگاه کارگاه آموزش trafunzo skoleni ስልጠናው lokakary curs workshoppen klass kelas clase lezion lektion
film: promitani proiectie phim filmik dokumentu pelikul dokumenter
music: koncertn hudb muzic am-nhac hoa-nhac ngoma-za ሙዚቃዊ konserto
exhibition: vystav expozit trien-lam نمایش-عکس
march: pochodu prosvod mars-pentru mitink dieu-hanh bieu-tinh تظاهرات رالی धरना
vigil: candlelight veglia fiaccolata lichterkette chandelle светл priveghi svetelny-pruvod bdeni شب-شعله
reading: cteni lectura-en lectur doc-sach پڑھنا কবিতা-পাঠ पाठ deklam
tour: prohlidk prochazk tur-ghidat plimbare tham-quan یادگاری भ्रमण stadtrund rundgang walking zwiedzan
stall: veletrh stanek hoi-cho نمایشگاه-کتاب foire salon
award: oceneni ocenen premier-lit decernare giai-thuong جایزه انعام
clean: uklid curatenie ecologiz don-rac صفائی पाकसाफ स्वच्छता-अभियान পরিচ্ছন্ন beachclean
theatre: divadl teatru kich نمایش-تئاتر تئاتر
report: zprav raportul bao-cao گزارش bericht-zur
statement: prohlasen declarat tuyen-bo بیانات tamko-la kauli press-release comunicat pressemitteil persbericht
sport: zavod beh-pro alergare maraton cursa chay-bo دوڑ مسابقات-ورزشی
women: kvinno zena zeny zenam zensk femei femeie femeilor phu-nu خاتون महिलाहरू kina-mama akina-mama ሴቶች የሴቶች qadin ayollar feminin kobiec
girls: divk divcat fetelor fetele tre-em-gai em-gai دختران بچیاں लडकी छात्रा বালিকা wasichana anak-perempuan batang-babae ልጃገረዶች
children: deti detem detsk copii copil tre-em بچے کودکان बालबालिका የህፃናት ህፃናት ልጆች bata-t
youth: mladez mlad tineri tineret thanh-nien jov যুবসমাজ तरुण ወጣቶች የወጣቶች remaja muda tuoi-tre belia ungdoms
older: seniori varstnic nguoi-cao-tuoi بزرگسال سالمندان बुजुर्ग প্রবীণ lanjut-usia
families: rodin rodina gia-dinh خانواده خاندانی পরিবারের परिवारहरू
migrants: migran imigrant di-cu مہاجرین مهاجرین مهاجران প্রবাসী pekerja-migran dayuhang uhamiaji ስደተኞች
refugees: uprchlik refugiat ti-nan پناہ-گزین پناهندگان শরণার্থীদের
workers: at-work pracujic prac-pravo muncitor munca lao-dong cong-nhan کارگران মজদুর pracovnik kibarua ሰራተኞች
farmers: zemedel fermier taran nong-dan کسان किसानों কৃষকের
journalists: novinar jurnalist ziarist nha-bao خبرنگار روزنامہ-نگار wanahabari reporter jornalist ጋዜጠኞች
press: tisku novin presei bao-chi مطبوعات پریس media medien medias medios midia medier vyombo-vya-habari ሚዲያ
teachers: ucitel profesori invatator giao-vien معلمان اساتذہ শিক্ষকদের
indigenous: domorod puvodni bastinas nguoi-ban-dia بومی مقامی-باشندے indigene peuples-autocht alkup masyarakat-adat native-american أصلي
disability: postizen handicapat dizabilit khuyet-tat ناتوان معلولان অক্ষম ujuzi-ulemavu watu-wenye-ulemavu oku አካል
rights: lidska-prav prava-lid dreptul drepturi quyen انسانی-حقوق حقوق-بشر মানবাধিকার मानवअधिकार मानवाधिकार መብቶች hak-asasi
human: van-de-mens lidsk omului umane nhan-quyen انسانی بشر মানবাধিকার मानवअधिकार मानवाधिकार asasi-manusia
freedom: svobod libertat libertate tu-do آزادی-بیان আজাদি mwanga-uhuru kemerdekaan-pers የነጻነት
peace: mir-ve mir-pro miru pacii pace hoa-binh صلح-و امن-کا সম্প্রীতি शांतिपूर्ण damai ሰላምና
justice: spravedl dreptat justitie cong-ly دادگستری عدالت ন্যায়বিচার haki-jamii
law: zakon-o legea phap-luat قوانین আইনি
equality: rovnost egalit egalitate binh-dang برابری-جنسی সমঅধিকার tasaarvo likestilling ligestilling
violence: nasil nasili violent bao-luc خشونت-علیه تشدد-کے নির্যাতন ukatili-wa
racism: rasism rasismus phan-biet-chung-toc نژادپرست نسل-پرست বর্ণবাদ anti-racis
discrimination: diskrimin discriminare phan-biet امتیازی-سلوک বৈষম্যের
slavery: otroctv sclavie no-le بردگی غلامی দাসপ্রথা
trafficking: obchod-s-lidmi trafic-de buon-nguoi قاچاق-انسان انسانی-اسمگلنگ usafirishaji-haramu biyahera
poverty: chudob saraci doi-ngheo محرومیت দরিদ্র
food: potravin jidl alimentar hrana luong-thuc thuc-pham غذایی খাদ্যের ogolnoz
water: vodni vodny ape apei nuoc آبی জলের পানির የውሃ ውኃ
health: zdravi zdravot sanatat suc-khoe بهداشت صحت-عامہ স্বাস্থ্যসেবা የጤና
mental: dusevn mintal tam-than روانی ذہنی মানসিক-স্বাস্থ্য
care: pece ingrijir cham-soc مراقبت نگہداشت যত্ন
climate: klimat-cs podnebi climatic khi-hau bien-doi-khi-hau تغییرات-اقلیمی موسمیاتی জলবায়ুর የአየር
environment: prostred mediu mediului moi-truong ماحولیات زیست পরিবেশের የአካባቢ alam-sekitar
earth: zemi zeme pamant pamantul trai-dat کرہ-ارض ধরিত্রী planet planete planeta
sea: mori oceanu oceanul dai-duong bien-dao اقیانوس সাগর samudera karagatan
forest: лесов лесной лісів lesy lesni padur rung جنگلات বনাঞ্চল
tree: stromy copac arbore cay-xanh درختان গাছের
bees: delle-api vcel vcela albin ong-mat زنبور شہد-کی-مکھی
science: veda vedy vedc stiinta stiinte khoa-hoc-va دانش سائنس বিজ্ঞানে የሳይንስ
education: vzdelav educatie invatamant giao-duc آموزش-و-پرورش تعلیمی শিক্ষার የትምህርት
school: skolni scoala scoli truong-hoc مدرسه مدرسے স্কুল ትምህርት-ቤት sekundarsk lycee liceo gymnasium
university: vysoka-skol univerzit facultat dai-hoc یونیورسٹیوں universiteit yliop egyetem universitas universiti chuo-kikuu pamantasan unibersidad የዩኒቨርሲቲ ዩኒቨርሲቲ
language: মাতৃভাষা jazyk limba limbii limbi ngon-ngu زبانوں مادری-زبان ভাষার मातृभाषा मातृभाषा bahasa-ibunda wikang
books: cartii knih knizn sach کتاب-خوانی বইয়ের boken bokens libros
library: knihov bibliot thu-vien کتب-خانہ کتب-خانے লাইব্রেরি পাঠাগার पुस्तकालय-भवन silid-aklatan ላይብረሪ
museum: muze muzee bao-tang عجائب-گھر موزه-ملی জাদুঘরে ሙዚየም
history: dejin istori lich-su تاریخی ইতিহাসের
memory: pamat vzpomin pietn comemor amintir memorial tuong-niem یادبود یادگار স্মরণ स्मरण gedenken nagedachten commemor conmemor peringati
disappeared: zmizel disparut mat-tich ناپدیدشدگان لاپتہ
torture: muceni tra-tan شکنجه
prison: vezen inchis nha-tu زندانیان জেলখানা
nuclear: jadern hat-nhan ایٹمی পরমাণু
weapons: zbrani zbran arme-nucl vu-khi سلاح-های হাতিয়ার
war: razboi chien-tranh جنگی যুদ্ধের
democracy: demokraci democratie dan-chu دموکراسی গণতান্ত্রিক ዴሞክራሲ
vote: volb volby alegeri bau-cu انتخابات ভোট ምርጫ
data: udaje otevren-data date-desch du-lieu داده-های ڈیٹا ডেটা উপাত্ত खुला-डेटा
open: oteviran otevren deschis mo-rong گشوده کھلا
internet: internetov mang-internet 网络 网路
digital: digitaln ky-thuat-so chuyen-doi-so دیجیتال ডিজিটালি
technology: technologi tehnolog cong-nghe ٹیکنالوجی প্রযুক্তির
housing: bydleni locuint locuire nha-o مسکن বাসস্থান
city: kaupungin ayuntam municip mairie prefeitur rathaus stadtverw gemeente comune kommun urad-mesta ayunta belediye manispaa halmashauri 市政府 市役所 시청 بلدية شهرداری नगरपालिका পৌরসভা mesto mesta mestsk oras orase thanh-pho شهری শহরের bandar
rural: venkov nong-thon روستایی গ্রাম
gender: gend-cs gen-rodu gioi-tinh جنسیت صنفی লিঙ্গ kijinsia
sustainable: udrzitel durabil ben-vung پایدار
development: rozvoj dezvolt phat-trien انکشاف উন্নয়নে የልማት
security: bezpecn siguran an-toan an-ninh ایمنی নিরাপদ keselamatan
solidarity: solidarita solidarit doan-ket همبستگی یکجہتی mshikamano
victims: obet obeti victime nan-nhan قربانیان متاثرین
protect: ochran proteja bao-ve حفاظت تحفظ সুরক্ষার
future: budouc viitor tuong-lai آینده ভবিষ্যতের
community: komunit comunitat cong-dong جامعه برادری সমাজ
volunteers: dobrovol tinh-nguyen رضاکاران داوطلب
artist: umen arta artele nghe-thuat هنر هنری শিল্পী
poetry: poezi basn tho-ca شاعری مشاعرہ مشاعره ushairi-wa ግጥም
coffee: kav kavu cafea ca-phe
tea: caj caje ceai tra-dao
celebration: oslav slavnost sarbator le-hoi جشن-ها উদযাপন উৎসবে maadhimisho pagdiriwang-ng juhlat ceremoni ceremon ceremony ceremonie cerimoni zeremoni zeremonie feierstunde festakt upacara seremonya церемони церемоні τελετη toren toreni مراسم تقریب समारोह অনুষ্ঠান buoi-le 仪式 儀式 典礼 典禮 式典 기념식 행사 พิธี
opening: zahajen deschider khai-mac افتتاحیہ গ-উদ্বোধনী inaugur
launch: predstaven lansare ra-mat رونمایی تقریب-رونمائی
world: svetov lumii mondiala the-gioi جهانی عالمی জাগতিক sveta-cs የዓለም
older: pensioner rentner
hunger: hlad foamet nan-doi گرسنگی
wetland: mokrad zone-umed dat-ngap-nuoc تالاب
disaster: katastrof dezastr thien-tai سانحات فجایع দুর্যোগের maafa-ya
heritage: dedictv dedict patrimoniu di-san میراث ঐতিহ্যবাহী warisan-dunia
garden: zahrad gradin vuon باغ বাগানে
river: reka rek rau-mare song-ngoi رودخانه دریا নদীর
energy: energie-cs nang-luong انرژی توانائی শক্তির nishati-ya
government: vlada guvern chinh-phu دولت حکومت সরকারি
ministry: ministerst ministerul bo-y-te وزارت وزارتِ মন্ত্রণালয়ের kementrian kagawaran-ng
association: asociat spolek sdruzen hiep-hoi انجمن সংগঠন persatuan kapisanan
foundation: nadac fundati quy-tu بنیاد
council: rada rady consiliu hoi-dong شورا کونسل সংসদীয় majlis
nation: narodni nation quoc-gia ملی قومي राष्ट्रिय kebangsaan pambansa የብሔራዊ ብሔራዊ
local: mistn local dia-phuong محلی
parents: rodic parinti cha-me والدین পিতামাতা
doctors: lekar medic bac-si پزشک ڈاکٹر
business: podnik afaceri doanh-nghiep کسب-و-کار کاروبار
game: hra hry joc tro-choi بازی کھیل
dance: tanec tancov dans-rom khieu-vu کتھک নাচ
mother: মাতৃভাষা मातृभाषा`
