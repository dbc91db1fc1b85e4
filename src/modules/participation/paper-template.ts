import { templateHead } from './template-head.ts'

/** The form as one fills it in by pen. Data: what `printPaper` gives, as JSON. */
export const paperTemplate = String.raw`${templateHead}
#set text(size: 11pt)
#set par(leading: 0.6em)
#show heading: set block(above: 1.3em, below: 0.7em, sticky: true)
#show heading.where(level: 3): set text(size: 11.5pt)
#let tick(round: false) = box(width: 10pt, height: 10pt, baseline: 1.5pt, radius: if round { 5pt } else { 1pt }, stroke: 0.8pt)
#let rule = block(above: 1.9em, below: 0pt, line(length: 100%, stroke: 0.5pt + luma(90)))
#let drawn(picture) = text(..tongue(picture.alt.lang), image("/" + picture.file, width: 4.5cm, height: 3.2cm, fit: "contain", alt: picture.alt.text))
#let choice(given) = if "picture" not in given { said(given) } else { grid(columns: (4.5cm, 1fr), gutter: 1em, drawn(given.picture), said(given)) }
#let ticks(choices, round: false) = {
  let most = if choices.any(given => "picture" in given) { 6 } else { 12 }
  block(breakable: choices.len() > most, list(marker: tick(round: round), spacing: 0.75em, ..choices.map(choice)))
}
#let answer(question) = {
  let kind = question.kind
  if kind == "lines" or kind == "text" { for line in range(question.lines) { rule }; v(0.6em) }
  else if kind == "one" or kind == "picture" or kind == "place" { ticks(question.choices, round: true) }
  else if kind == "several" { ticks(question.choices) }
  else if kind == "scale" { ticks(question.choices, round: true) }
  else if kind == "ranking" {
    list(marker: box(width: 16pt, height: 13pt, baseline: 3pt, stroke: 0.8pt), body-indent: 0.8em, spacing: 0.9em, ..question.choices.map(said))
  }
  else if kind == "matrix" {
    table(
      columns: (1fr,) + question.choices.map(choice => auto),
      align: (side,) + question.choices.map(choice => center),
      inset: 6pt, stroke: (x: none, y: 0.4pt + luma(120)),
      table.header(ours(word.question), ..question.choices.map(said)),
      ..question.rows.map(row => (said(row),) + question.choices.map(choice => tick(round: true))).flatten(),
    )
  }
  else if kind == "number" or kind == "date" {
    [#ours(word.answer + ":") #box(width: 5cm, height: 14pt, baseline: 3pt, stroke: (bottom: 0.6pt)) #if question.unit != none { said(question.unit) }]
  }
  if question.other { ours(word.other + ":"); rule; v(0.6em) }
}
#let body() = [
  #heading(level: 1, said(data.title))
  #grid(columns: (1fr, 3cm), gutter: 1em,
    [#for line in data.information.text.split("\n").filter(line => line.trim() != "") { par(said((..data.information, text: line))) }],
    ours(image(bytes(data.qr), format: "svg", width: 3cm, alt: word.qrTo + " " + data.address)),
  )
  #par(ours(word.onTheWeb + " " + data.address))
  #heading(level: 2, ours(word.before))
  #list(
    [#ours(strong(word.promise + ":")) #said(data.promise)],
    [#ours(strong(word.legalBasis + ":")) #swedish(data.legalBasis)],
    [#ours(strong(word.contact + ":")) #swedish(data.contact)],
    [#ours(strong(word.handIn + ":")) #swedish(data.returnTo), #ours(word.by)],
    ours(word.noNames),
    ..if data.byMachine { (ours(word.byMachine),) },
  )
  #for question in data.questions [
    #if question.heading != none { heading(level: 2, said(question.heading)) }
    #heading(level: question.level, said(question.wording))
    #if question.hint != none or question.how != "" {
      block(sticky: question.kind != "information", par[#if question.hint != none { said(question.hint) } #ours(question.how)])
    }
    #answer(question)
  ]
]
#for copy in data.copies {
  page(
    paper: "a4", margin: (x: 2cm, top: 1.8cm, bottom: 2.2cm),
    footer: [#set text(size: 9pt); #ours[#swedish(data.municipality). #word.form #copy.number, #word.code #copy.code]],
    {
      body()
      heading(level: 2, ours(word.yourPart))
      par(ours[#word.form #copy.number. #word.receipt: *#copy.code*])
      par(ours(word.receiptUse))
    },
  )
}
`
