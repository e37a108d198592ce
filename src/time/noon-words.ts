import { fold } from './fold.ts'

const folded = (words: string) =>
  words.split(' ').map(word => fold(word.replaceAll('_', ' ')).normalize('NFC'))

/** Midnight and noon in tongues beyond Western Europe, in the cases that tell a time. */
export const midnights = folded(
  'éjfél éjfélig éjféltől polnoc polnoci pulnoc поноћ поноћи ponoc ponoci полунощ полноќ опівночі північ поўнач կեսգիշեր կեսգիշերին შუაღამე შუაღამეს gecəyarısı geceyarısı मध्यरात्रि मध्यरात्री মধ্যরাত নিশীথ நள்ளிரவு అర్ధరాత్రి ಮಧ್ಯರಾತ್ರಿ അർദ്ധരാത്രി મધરાતે hatinggabi 자정 opolnoči mesnatë noktomeze vidurnaktį pusnaktī keskööl апоўначы 零点 子夜 חצות نیمهشب',
)
export const noons = folded(
  'опівдні полудне поўдзень подне пладне напладне podne délben կեսօր կեսօրին შუადღე შუადღეს günorta günortada 정오 opoldne апоўдні mesdite mesditë შუადღისას tagmeze vidurdienį pusdienlaikā keskpäeval',
)
export const midnightPairs = folded(
  'miezul_noptii gece_yarisi نیمه_شب آدھی_رات نصف_شب आधी_रात nua_dem tengah_malam түн_ортасы yarim_tun',
)
export const noonPairs = folded('giua_trua la_pranz')
