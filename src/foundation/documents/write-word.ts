import { strToU8, zipSync } from 'fflate'
import type { Block, DocumentContent } from './document-content.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** A document as Word (DOCX), with headings, lists and tables that can be read aloud. The same content is always the same bytes. `foot` says where it comes from. */
export function writeWord(content: DocumentContent, foot: readonly (readonly [label: string, value: string])[]): Uint8Array<ArrayBuffer> {
  const { title, subtitle, blocks } = content
  const body = [paragraph(title, 'Title'), subtitle === undefined ? '' : paragraph(subtitle, 'Subtitle'), ...blocks.map(blockXml), blockXml({ facts: foot })].join('')
  const files = {
    '[Content_Types].xml':
      `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/>` +
      `<Override PartName="/word/numbering.xml" ContentType="${word}.numbering+xml"/>` +
      `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': relations([
      [`${relation}/officeDocument`, 'word/document.xml'],
      [`${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml':
      `<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
      `<dc:title>${inXml(title)}</dc:title><dc:language>sv-SE</dc:language></cp:coreProperties>`,
    'word/_rels/document.xml.rels': relations([
      [`${relation}/styles`, 'styles.xml'],
      [`${relation}/numbering`, 'numbering.xml'],
    ]),
    'word/document.xml': `<w:document xmlns:w="${main}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/styles.xml': styles,
    'word/numbering.xml':
      `<w:numbering xmlns:w="${main}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>` +
      `<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  }
  // One day for all: a zip knows no earlier one.
  return new Uint8Array(zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(declaration + xml)])), { mtime: '1980-01-02T00:00:00' }))
}

function blockXml(block: Block): string {
  if ('heading' in block) return paragraph(block.heading, 'Heading1')
  if ('text' in block) return paragraph(block.text)
  if ('list' in block) return block.list.map((item) => paragraph(item, 'ListBullet')).join('')
  if ('facts' in block) return block.facts.map(([label, value]) => `<w:p>${run(`${label}: `, true)}${run(value)}</w:p>`).join('')
  const { caption, head, rows } = block.table
  const cell = (text: string, bold = false) => `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr><w:p>${run(text, bold)}</w:p></w:tc>`
  const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`
  return (
    `${paragraph(caption, 'Caption')}<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders>` +
    `<w:tblLook w:firstRow="1" w:firstColumn="1" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${inXml(caption)}"/></w:tblPr><w:tblGrid>${head.map(() => '<w:gridCol/>').join('')}</w:tblGrid>` +
    `<w:tr><w:trPr><w:tblHeader/></w:trPr>${head.map((text) => cell(text, true)).join('')}</w:tr>` +
    `${rows.map((cells) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((text) => cell(text)).join('')}</w:tr>`).join('')}</w:tbl><w:p/>`
  )
}

function paragraph(text: string, style?: string): string {
  return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${run(text)}</w:p>`
}

function run(text: string, bold = false): string {
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${inXml(line)}</w:t>`)
  return `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}${lines.join('<w:br/>')}</w:r>`
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(([type, target], at) => element('Relationship', { Id: `rId${at + 1}`, Type: type, Target: target }))
  return `<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`
}

function element(name: string, attributes: Readonly<Record<string, string>>): string {
  return `<${name} ${Object.entries(attributes)
    .map(([key, value]) => `${key}="${inXml(value)}"`)
    .join(' ')}/>`
}

// What XML 1.0 can't hold is left out, so that the file always opens.
function inXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const style = (id: string, name: string, size: number, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>${more}<w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`
const styles =
  `<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault>` +
  `<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
  `${style('Title', 'Title', 40)}${style('Subtitle', 'Subtitle', 26)}${style('Heading1', 'heading 1', 28, '<w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="0"/></w:pPr>')}` +
  `${style('Caption', 'caption', 20, '<w:pPr><w:keepNext/></w:pPr>')}` +
  `<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`
