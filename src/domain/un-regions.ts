/**
 * Which States lie in which region, as the Statistics Division of the United Nations divides the world (M49): its member
 * States, and the four others that are party to its treaties. `Intl` names both, in every language, by these codes.
 */
export const unRegions: { region: string; below: { region: string; states: string[] }[] }[] = [
  {
    region: '002',
    below: [
      { region: '015', states: codes('DZ EG LY MA SD TN') },
      { region: '011', states: codes('BF BJ CI CV GH GM GN GW LR ML MR NE NG SL SN TG') },
      { region: '017', states: codes('AO CD CF CG CM GA GQ ST TD') },
      { region: '014', states: codes('BI DJ ER ET KE KM MG MU MW MZ RW SC SO SS TZ UG ZM ZW') },
      { region: '018', states: codes('BW LS NA SZ ZA') },
    ],
  },
  {
    region: '019',
    below: [
      { region: '021', states: codes('CA US') },
      { region: '013', states: codes('BZ CR GT HN MX NI PA SV') },
      { region: '029', states: codes('AG BB BS CU DM DO GD HT JM KN LC TT VC') },
      { region: '005', states: codes('AR BO BR CL CO EC GY PE PY SR UY VE') },
    ],
  },
  {
    region: '142',
    below: [
      { region: '143', states: codes('KG KZ TJ TM UZ') },
      { region: '030', states: codes('CN JP KP KR MN') },
      { region: '035', states: codes('BN ID KH LA MM MY PH SG TH TL VN') },
      { region: '034', states: codes('AF BD BT IN IR LK MV NP PK') },
      { region: '145', states: codes('AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE') },
    ],
  },
  {
    region: '150',
    below: [
      { region: '151', states: codes('BG BY CZ HU MD PL RO RU SK UA') },
      { region: '154', states: codes('DK EE FI GB IE IS LT LV NO SE') },
      { region: '039', states: codes('AD AL BA ES GR HR IT ME MK MT PT RS SI SM VA') },
      { region: '155', states: codes('AT BE CH DE FR LI LU MC NL') },
    ],
  },
  {
    region: '009',
    below: [
      { region: '053', states: codes('AU NZ') },
      { region: '054', states: codes('FJ PG SB VU') },
      { region: '057', states: codes('FM KI MH NR PW') },
      { region: '061', states: codes('CK NU TO TV WS') },
    ],
  },
]

function codes(told: string): string[] {
  return told.split(' ')
}
