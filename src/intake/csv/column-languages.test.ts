import { expect, test } from 'vitest'
import type { Field } from './column-names.ts'
import { matchColumns } from './columns.ts'

/** Title, day, begin, end, organiser, form to register: as sheets in these languages name them. */
const names = [
  ['fr', 'Titre;Date;Heure de début;Heure de fin;Organisateur;Lien d’inscription'],
  ['es', 'Título;Fecha;Hora de inicio;Hora de fin;Organizador;Enlace de inscripción'],
  ['pt', 'Título;Data;Hora de início;Hora de término;Organização;Link de inscrição'],
  ['it', 'Titolo;Data;Ora inizio;Ora fine;Organizzatore;Link per iscriversi'],
  ['de', 'Veranstaltung;Datum;Uhrzeit von;Uhrzeit bis;Veranstalter;Anmeldelink'],
  ['nl', 'Titel;Datum;Begintijd;Eindtijd;Organisator;Aanmeldlink'],
  ['sv', 'Titel;Datum;Starttid;Sluttid;Arrangör;Anmälningslänk'],
  ['no', 'Tittel;Dato;Starttid;Sluttid;Arrangør;Påmeldingslenke'],
  ['da', 'Titel;Dato;Starttidspunkt;Sluttidspunkt;Arrangør;Tilmelding'],
  ['fi', 'Otsikko;Päivämäärä;Alkaa;Päättyy;Järjestäjä;Ilmoittautuminen'],
  ['pl', 'Tytuł;Data;Godzina rozpoczęcia;Godzina zakończenia;Organizator;Link do rejestracji'],
  ['cs', 'Název;Datum;Začátek;Konec;Pořadatel;Registrace'],
  ['sk', 'Názov;Dátum;Začiatok;Koniec;Organizátor;Registrácia'],
  ['hu', 'Cím;Dátum;Kezdés;Befejezés;Szervező;Regisztráció'],
  ['ro', 'Titlu;Data;Ora de începere;Ora de sfârșit;Organizator;Înscriere'],
  ['bg', 'Заглавие;Дата;Начален час;Краен час;Организатор;Регистрация'],
  ['sr', 'Наслов;Датум;Почетак;Крај;Организатор;Пријава'],
  ['hr', 'Naslov;Datum;Početak;Završetak;Organizator;Prijava'],
  ['el', 'Τίτλος;Ημερομηνία;Ώρα έναρξης;Ώρα λήξης;Διοργανωτής;Εγγραφή'],
  ['tr', 'Başlık;Tarih;Başlangıç saati;Bitiş saati;Düzenleyen;Kayıt'],
  ['ru', 'Название;Дата;Время начала;Время окончания;Организатор;Регистрация'],
  ['uk', 'Назва;Дата;Початок;Кінець;Організатор;Реєстрація'],
  ['ar', 'العنوان;التاريخ;وقت البدء;وقت الانتهاء;الجهة المنظمة;رابط التسجيل'],
  ['fa', 'عنوان;تاریخ;ساعت شروع;ساعت پایان;برگزارکننده;ثبت‌نام'],
  ['he', 'כותרת;תאריך;שעת התחלה;שעת סיום;מארגן;הרשמה'],
  ['hi', 'शीर्षक;तारीख;प्रारंभ समय;समाप्ति समय;आयोजक;पंजीकरण'],
  ['bn', 'শিরোনাম;তারিখ;শুরুর সময়;শেষের সময়;আয়োজক;নিবন্ধন'],
  ['zh', '标题;日期;开始时间;结束时间;主办方;报名链接'],
  ['ja', 'タイトル;日付;開始時間;終了時間;主催;申込'],
  ['ko', '제목;날짜;시작 시간;종료 시간;주최;신청 링크'],
  ['id', 'Judul;Tanggal;Waktu mulai;Waktu selesai;Penyelenggara;Pendaftaran'],
  ['vi', 'Tiêu đề;Ngày;Giờ bắt đầu;Giờ kết thúc;Đơn vị tổ chức;Đăng ký'],
  ['th', 'ชื่องาน;วันที่;เวลาเริ่ม;เวลาสิ้นสุด;ผู้จัด;ลงทะเบียน'],
  ['sw', 'Kichwa;Tarehe;Saa ya kuanza;Saa ya kumaliza;Mwandaaji;Usajili'],
  ['tl', 'Pamagat;Petsa;Simula;Katapusan;Tagapag-ayos;Magparehistro'],
  ['ca', 'Títol;Data;Hora d’inici;Hora de fi;Organitza;Inscripció'],
] as const

const fields: Field[][] = [
  ['title'],
  ['date'],
  ['time', 'start'],
  ['endTime', 'end'],
  ['organisations'],
  ['registration'],
]

test.each(names)('columns in %s', (_, row) => {
  const { of, unknown } = matchColumns(row.split(';'))
  expect(unknown).toEqual([])
  expect(fields.map(either => either.flatMap(field => of.get(field) ?? []))).toEqual([
    [0],
    [1],
    [2],
    [3],
    [4],
    [5],
  ])
})
