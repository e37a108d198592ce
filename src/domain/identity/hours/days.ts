/**
 * Days that many events are for, a line each: what they are the day of, as `meanings.ts` names it (all of one
 * group must stand there; groups after commas), and behind a bar what they are called besides, in any tongue.
 */
export const namedDays = `
women: women, women rights | iwd jif 8m weltfrauentag festa-della-donna 8-marzo 8-marca 8-mars 8-de-marzo 8-de-marco 8-марта 8-березня den-zen dni-zen dzien-kobiet 三八妇女节 三八婦女節 三八节 三八
openData: open data | opendataday odd21 odd22 odd23 odd24
earth: earth, earth mother | weltumwelt-earth earthday
earthHour: | earth-hour hora-del-planeta hora-do-planeta heure-pour-la-planete lora-della-terra stunde-der-erde час-земли
gis: gis | gisday
ada: lovelace | ada-lovelace-day
museum: museum | imd
museumNight: | museum-night night-of-museums night-of-the-museums museums-at-night nuit-des-musees nuit-europeenne-des-musees noche-de-los-museos noite-dos-museus lange-nacht-der-museen museumsnacht museumnacht notte-dei-musei noc-muzeow muzejni-noc museinoc noaptea-muzeelor museernas-natt museoiden-yo ночь-музеев ніч-музеїв 博物馆之夜
archives: archives
library: library
softwareFreedom: software freedom | software-freedom-day
hardwareFreedom: hardware freedom
documentFreedom: | document-freedom-day
publicDomain: public-domain
dataPrivacy: data privacy, data protect, privacy | datenschutztag
saferInternet: internet security | safer-internet sid2021 sid2022 安全网络
openAccess: open access | open-access-week oaweek
openEducation: open education
freeSoftware: | flisol ich-liebe-freie-software i-love-free-software
wikipedia: wikipedia
map: map
womenScience: women science, girls science | idwgis 11-febrero 11-de-febrero 11f
girls: girls | idg
girlsDigital: girls technology, girls digital | girls-in-ict
rural: rural women
violenceWomen: violence women, violence gender, violence women rights | idevaw 25n orange-the-world orange-day
activism16: activism violence | 16-days 16-jours 16-dias 16-tage
fgm: fgm | fgm mutilat
widows: widows
judges: women judges
diplomacy: women diplomacy
equalPay: equality wages
humanRights: human rights, humankind rights | weltmenschenrechtstag tag-der-menschenrechte menschenrechtstag droits-de-lhomme 세계인권선언일 세계인권의날
democracy: democracy
peace: peace
nonviolence: nonviolence
conscience: conscience
pressFreedom: press freedom | wpfd
journalists: journalists impunity, journalists crime, impunity
information: information access, information rights | iduai sunshine-week right-to-know
radio: radio
television: television
telecom: telecom
motherTongue: language mother | imld ekushey একুশে 21-february
tongueEnglish: language english
tongueFrench: language french
tongueSpanish: language spanish
tongueArabic: language arab
tongueRussian: language russian
tongueChinese: language chinese
tonguePortuguese: language portuguese
tongueSwahili: language swahili
european: language europe
translation: translation
sign: sign-language
deaf: deaf
literacy: literacy
book: books, books copyright | sant-jordi welttag-des-buches
poetry: poetry
theatre: theatre
dance: dance
music: music | fete-de-la-musique fiesta-de-la-musica festa-della-musica make-music
jazz: jazz
art: artist
creativity: creativity
philosophy: philosophy
logic: logic
mathematics: mathematics | pi-day pi-tag idm314
heritageAv: heritage audiovisual
heritage: heritage, monuments | wdam open-doors-day tag-des-offenen-denkmals
diversity: diversity culture
education: education
educationAttack: education attack
teachers: teachers
students: students
school: school
youth: youth | jij
youthSkills: youth skills
children: children, children rights | kindertag weltkindertag kinderrechtetag 六一
childLabour: children workers | child-labour child-labor
childSoldiers: children war | red-hand-day
missingChildren: children disappeared
streetChildren: children street
parents: parents
families: families
mothers: mother
fathers: father
men: men
older: older
elderAbuse: older abuse, older violence
workers: workers | mayday may-day premier-mai primero-de-mayo primeiro-de-maio primo-maggio 1-mai 1-maja 1-мая erster-mai 五一
decentWork: workers decent | decent-work
safetyWork: workers security health, workers security | workers-memorial
domestic: domestic workers
homeWorkers: home workers
migrants: migrants | 移民日 移住民の日
refugees: refugees
remittances: remittances
stateless: stateless
trafficking: trafficking
slavery: slavery
slaveTrade: slavery trade, slavery victims
racism: racism, discrimination racism
zeroDiscrimination: discrimination
islamophobia: islamophobia
african: african-descent
indigenous: indigenous
roma: roma
minorities: minorities
tolerance: tolerance
friendship: friendship
fraternity: fraternity
coexistence: coexistence
solidarity: solidarity
happiness: happiness
kindness: kindness
socialJustice: social justice
poverty: poverty
food: food
foodSafety: food security
foodLoss: food waste
hunger: hunger
pulses: pulses
potato: potato
fruit: fruit
tea: tea
coffee: coffee
chocolate: chocolate
cotton: cotton
seed: seeds
farmers: farmers
beekeeping: bees
soil: soil
water: water | wwd
toilet: sanitation
hands: handwashing
oceans: sea | weltozeantag
seafarers: seafarers
rivers: river
lakes: lake
wetlands: wetland
glaciers: glacier
mountains: mountain
forests: forest, tree
desert: desert
climate: climate | global-climate-strike klimastreik
environment: environment
cleanAir: air clean
cleanEnergy: energy clean, energy
emissions: emissions
ozone: ozone
zeroWaste: waste
plastic: plastic
cleanup: clean
recycling: recycling
biodiversity: species
wildlife: wildlife
birds: birds
animals: animals
tigers: tigers
elephants: elephants
turtles: turtles
whales: whales
endangered: species endangered
weather: weather
disaster: disaster
tsunami: tsunami
asteroid: asteroid
space: space
moon: moon
astronomy: astronomy
science: science, science peace development
physics: light
statistics: statistics
cities: city
habitat: housing | world-habitat-day
carFree: | car-free-day sans-voiture sin-coche sin-carro sin-auto autofreier-tag autofreien
bicycle: bicycle
transport: transport
roadVictims: road victims, road security
tourism: tourism
post: post
cooperatives: cooperatives
business: business
consumers: consumers
fairTrade: | fair-trade-day fairtrade-day fair-trade-week comercio-justo commerce-equitable fairer-handel faire-woche
credit: savings
corruption: corruption
volunteers: volunteers
charity: charity
ngo: ngo
giving: | giving-tuesday givingtuesday
philanthropy: foundation
redCross: red-cross
humanitarian: humanitarian | whd2021
peacekeepers: peacekeepers
police: police
firefighters: firefighters
un: united-nations | un-day uno-tag onu-dag fn-dagen
unicef: unicef
europe: europe | 9-mai
africa: africa
commonwealth: commonwealth
palestine: palestine, solidarity palestine
mandela: mandela | madiba-day
gandhi: gandhi
disarmament: disarmament
nuclearTests: nuclear tests
nuclear: nuclear weapons, nuclear
chemical: chemical weapons
smallArms: weapons
mines: mine
warEnvironment: war environment
genocide: genocide
holocaust: genocide memory | holocaust-memorial holocaust-remembrance 27-januar 27-gennaio giorno-della-memoria giornata-della-memoria yom-hashoah
rwanda: genocide rwanda
terrorVictims: terror victims, terror
torture: torture, torture victims
disappeared: disappeared
truth: truth rights, truth
deathPenalty: death
prisoners: prison
crimeVictims: victims
sexualViolenceWar: violence sex war, violence sex
hateSpeech: hate
religionViolence: religion violence
religion: religion
yoga: yoga
chess: chess
sport: sport, sport development peace
football: football
games: game
olympic: olympic
health: health
healthCoverage: health coverage
mental: mental, mental health
suicide: suicide
nurses: nurses
midwives: midwives
doctors: doctors
patients: patients
hygiene: hygiene
blood: blood | wbdd
aids: hiv
tuberculosis: tuberculosis
malaria: malaria
hepatitis: hepatitis
cancer: cancer
heart: heart
diabetes: diabetes
kidney: kidney
stroke: stroke
alzheimer: dementia
rare: rare disease
epilepsy: epilepsy
autism: autism
downSyndrome: down-syndrome
albinism: albinism
disability: disability | idpd
blind: blind
braille: braille
cane: cane
accessibility: accessible | gaad
hearing: hearing
vision: sight
tobacco: tobacco
drugs: drugs
alcohol: alcohol
immunization: vaccination
covid: epidemic, covid
antibiotics: antibiotics
population: population
fistula: fistula
menstrual: menstruation
breastfeeding: breastfeeding
contraception: contraception
abortion: abortion
lgbt: homophobia, lgbt homophobia | idahobit idahot idaho dia-contra-la-homofobia
pride: lgbt | christopher-street-day csd
transVisibility: | trans-day-of-visibility transgender-day-of-visibility day-of-visibility tdov
transMemory: trans memory | tdor
lesbian: lesbian
bisexual: bisexual
intersex: intersex
parliaments: parliament
civilService: public service
law: law, justice
lawyers: lawyers
intellectual: intellectual
southSouth: south cooperation
multilateralism: multilateral
neutrality: neutral
development: development
industrial: africa industry
digitalInclusion: digital
nowruz: | nowruz norouz navroz novruz nauryz نوروز ноуруз наурыз навруз
vesak: vesak
easter: easter
carnival: carnival
hiroshima: hiroshima
nakba: nakba
armistice: armistice
liberation: liberation
sociology: social workers
architecture: architecture
photography: photography
film: film
animation: animation
puppets: puppets
circus: circus
craft: craft
design: design
fashion: fashion
folklore: folklore
storytelling: story
reading: reading
toys: toys
creativeCommons: commons
robots: robot
coding: programming
standards: standards
metrology: measuring
accounting: audit
bank: bank
insurance: insurance
maritime: shipping
aviation: aviation
geology: geology
genealogy: genealogy`
