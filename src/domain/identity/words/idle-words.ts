/** Words that tell nothing. */
export const idle = new Set(
  `the of for and or on in to at by with from as its is are an a our your we how what who
  de la le les des du et en au aux un une pour par dans sur del el los las y e o con para por una al
  der die das den dem des und fur im am zum zur ein eine mit von bei do da dos das no na em com um uma
  di il lo gli i che per van het een voor met op te og til i på att och for ett ve ile bir
  и в на по о к с для от за из`.split(/\s+/),
)

/** Words that many titles of such days have. */
export const common = new Set(
  `webinar webinaire webinario seminar seminario seminaire online virtual virtuell live livestream stream event evento
  evenement veranstaltung workshop atelier taller talk panel discussion debate debat dialogue dialogo conversation conversatorio charla
  lecture conference conferencia konferenz meeting session side special opening launch presentation briefing invitation invite
  updated updating corrected correction correccion correzione correcao korrektur rectificatif cambio hora horario reminder rescheduled verschoben aktualisiert erinnerung recordatorio rappel aviso
  save date register registration tickets eventbrite facebook zoom youtube update
  international world global national day days week year journee jour mondiale dia mundial internacional tag welttag
  internationaler internationalen internationale hari sedunia antarabangsa mednarodni giornata mondiale dag internationella internasjonal
  statement declaration communique comunicado message joint press release video film article report
  online день mezhdunarodnyi
  high level annual edition part january february march april may june july august september october november december`.split(
    /\s+/,
  ),
)
