/** The form as one fills it in by pen. Data: `PaperForm` of paper-form.ts, as JSON. */
export const paperTemplate = String.raw`
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, author: data.municipality)
#set text(font: "Source Sans 3", size: 11pt, lang: "sv", region: "SE")
#set par(leading: 0.6em)
#show heading: set block(above: 1.3em, below: 0.7em, sticky: true)
#show heading.where(level: 3): set text(size: 11.5pt)
#let tick(round: false) = box(width: 10pt, height: 10pt, baseline: 1.5pt, radius: if round { 5pt } else { 1pt }, stroke: 0.8pt)
#let rule = block(above: 1.9em, below: 0pt, line(length: 100%, stroke: 0.5pt + luma(90)))
#let ticks(choices, round: false) = block(breakable: choices.len() > 12, list(marker: tick(round: round), spacing: 0.75em, ..choices.map(choice => [#choice])))
#let answer(question) = {
  let kind = question.kind
  if kind == "lines" or kind == "text" { for line in range(question.lines) { rule }; v(0.6em) }
  else if kind == "one" or kind == "picture" or kind == "place" { ticks(question.choices, round: true) }
  else if kind == "several" { ticks(question.choices) }
  else if kind == "scale" { ticks(question.choices, round: true) }
  else if kind == "ranking" {
    list(marker: box(width: 16pt, height: 13pt, baseline: 3pt, stroke: 0.8pt), body-indent: 0.8em, spacing: 0.9em, ..question.choices.map(choice => [#choice]))
  }
  else if kind == "matrix" {
    table(
      columns: (1fr,) + question.choices.map(choice => auto),
      align: (left,) + question.choices.map(choice => center),
      inset: 6pt, stroke: (x: none, y: 0.4pt + luma(120)),
      table.header([Fråga], ..question.choices.map(choice => [#choice])),
      ..question.rows.map(row => ([#row],) + question.choices.map(choice => tick(round: true))).flatten(),
    )
  }
  else if kind == "number" or kind == "date" { [Svar: #box(width: 5cm, height: 14pt, baseline: 3pt, stroke: (bottom: 0.6pt)) #question.unit] }
  if question.other { [Annat, nämligen:]; rule; v(0.6em) }
}
#let body() = [
  #heading(level: 1, data.title)
  #grid(columns: (1fr, 3cm), gutter: 1em,
    [#for line in data.information.split("\n").filter(line => line.trim() != "") { par(line) }],
    image(bytes(data.qr), format: "svg", width: 3cm, alt: "QR-kod till " + data.address),
  )
  #par[Du kan också svara på webben: #data.address]
  #heading(level: 2)[Innan du svarar]
  #list(
    [*Vad vi lovar:* #data.promise],
    [*Lagligt stöd:* #data.legalBasis],
    [*Frågor:* #data.contact],
    [*Lämna blanketten:* #data.returnTo, senast #data.closes],
    [Skriv inga namn eller annat som visar vem du eller någon annan är.],
  )
  #for question in data.questions [
    #if question.heading != "" { heading(level: 2, question.heading) }
    #heading(level: question.level, question.wording)
    #if question.hint != "" { par(question.hint) }
    #answer(question)
  ]
]
#for copy in data.copies {
  page(
    paper: "a4", margin: (x: 2cm, top: 1.8cm, bottom: 2.2cm),
    footer: [#set text(size: 9pt); #data.municipality. Blankett #copy.number, kod #copy.code],
    {
      body()
      heading(level: 2)[Din del: riv av och spara]
      par[Blankett #copy.number. Din kvittokod: *#copy.code*]
      par[Med koden kan du se ditt svar och ta tillbaka det på #data.followAddress, när blanketten är inskriven.]
    },
  )
}
`
