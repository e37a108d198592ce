/**
 * Belts of time as other tongues call them, each with its word for "time" ("Ora Europei de Est"): names that say
 * themselves that a time is meant. One line a zone that keeps that belt.
 */
export const timesOfBelts = `
Asia/Riyadh: التوقيت العربي | التوقيت العربي الرسمي | بتوقيت مكة | توقيت السعودية
Europe/Helsinki: توقيت شرق اوروبا | توقيت شرق اوروبا الرسمي | توقيت شرق اوروبا الصيفي
Europe/Berlin: توقيت وسط اوروبا | توقيت وسط اوروبا الرسمي | توقيت وسط اوروبا الصيفي | به وقت اروپای مرکزی | وقت اروپای مرکزی | ora europei centrale | ora e evropes qendrore | ora standarde e evropes qendrore | ora verore e evropes qendrore | ωρα κεντρικης ευρωπης | orta avrupa saati | orta avrupa saatiyle | vidurio europos laikas | vidurio europos laiku | centraleiropas laiks | kesk euroopa aeg | keski euroopan aikaa | europako erdialdeko ordua | merkezi avropa vaxti | markaziy yevropa vaqti | по центральноевропеискому времени | центральноевропеиское время | за центральноєвропеиським часом | orta avropa vaxti | gio trung au | waktu eropa tengah | 中 欧 | 中 歐 | 欧 洲 中 部 | 歐 洲 中 部 | 中 央 ヨ ー ロ ッ パ | मध्य यूरोपीय समय | saa za ulaya ya kati
Europe/Bucharest: ora europei de est | ora de vara a europei de est | ora standard a europei de est
Europe/Athens: ωρα ανατολικης ευρωπης
Europe/Istanbul: dogu avrupa saati
Europe/Vilnius: rytu europos laikas | rytu europos laiku | vilniaus laiku
Europe/Riga: austrumeiropas laiks | rigas laiks | pec rigas laika
Europe/Tallinn: ida euroopa aeg | eesti aja jargi | eesti aeg
Europe/Kyiv: за східноєвропеиським часом
Europe/London: بتوقيت لندن | توقيت لندن | به وقت لندن | london vaqti | لندن وقت | 伦 敦 | 英 国 | ロ ン ド ン
America/New_York: بتوقيت نيويورك | توقيت نيويورك | بتوقيت شرق امريكا | به وقت نیویورک | به وقت شرق آمریکا | 美 东 | 美 東 | 美 国 东 部 | 美 國 東 部 | по ньюиоркскому времени
America/Los_Angeles: 美 国 西 部 | 美 國 西 部 | 太 平 洋 | به وقت غرب آمریکا
Asia/Bangkok: gio dong duong | เวลาอินโดจีน
Africa/Nairobi: waqtiga bariga afrika | saa za afrika mashariki | የምስራቅ አፍሪካ ሰዓት
Africa/Lagos: lokacin afirka ta yamma | agogon najeriya
Africa/Addis_Ababa: ኢትዮጵያ ሰዓት | የኢትዮጵያ ሰዓት | በኢትዮጵያ ሰዓት አቆጣጠር | የኢትዮጵያ ሰዓት አቆጣጠር
Asia/Tehran: وقت عادی ایران | به وقت رسمی ایران | وقت رسمی ایران | بوقت تهران
UTC: بتوقيت غرينتش | توقيت غرينتش | بتوقيت جرينتش | به وقت گرینویچ | за гринвичем | по гринвичу | grinic saati | grinvic vaxti | grinvich vaqti | 格 林 威 治 | 格 林 尼 治 | 世 界 | 世 界 标 准 | 世 界 標 準 | 世 界 協 定 | 协 调 世 界 | 協 調 世 界 | 協 定 世 界 | 그리니치 표준시 | 세계 표준시 | 협정 세계시
`
