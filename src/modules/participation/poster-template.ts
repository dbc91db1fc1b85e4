/** A poster a page, one for each place. Data as JSON: title, place by place its link and QR code. */
export const posterTemplate = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, author: data.municipality)
#set text(font: "Source Sans 3", size: 20pt, lang: "sv", region: "SE")
#for poster in data.posters {
  page(
    paper: "a4", margin: 2.2cm,
    footer: [#set text(size: 12pt); #data.municipality. Frågor: #data.contact],
    {
      if poster.place != "" { text(size: 26pt, poster.place); v(0.2em) }
      heading(level: 1, text(size: 40pt, data.title))
      v(1em)
      par[Sikta med kameran i din telefon, så kommer du till frågorna.]
      v(1fr)
      align(center, image(bytes(poster.qr), format: "svg", width: 11cm, alt: "QR-kod till " + poster.link))
      v(1fr)
      par[Eller skriv adressen: *#data.address*]
      par[Du kan svara till och med #data.closes. Du behöver inte säga vem du är.]
    },
  )
}
`
