/** Writes the XMP packet that PDF/A-1 asks for, with the dossier's codes in a name space of their own. */

export interface PaperMetadata {
  readonly title: string;
  readonly dossierCode: string | null;
  readonly procedureCode: string | null;
  readonly paperType: string;
  /** Says that the file was converted from paper; null for what was digital from the start. */
  readonly conversion: string | null;
  readonly convertedBy: string | null;
  readonly resultCode: string | null;
  readonly documentNumber: string | null;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  readonly abstract: string | null;
  readonly producer: string;
  readonly createdAt: Date;
}

const NAMESPACE = 'urn:x-bcci-digitization:dossier:1.0#';
const PREFIX = 'bcci';

/** ISO 19005-1, 6.7.8: a property that XMP does not know has to be described in the file itself. */
const OWN_PROPERTIES = {
  dossierCode: 'Dossier code (mã hồ sơ)',
  procedureCode: 'Code of the administrative procedure (mã thủ tục hành chính)',
  paperType: 'Type of the paper within its dossier (loại giấy tờ)',
  conversion: 'Mark of conversion from paper (ký hiệu chuyển đổi)',
  convertedBy: 'Office that made the electronic copy (đơn vị số hóa)',
  resultCode: 'Code of the digitised result (mã kết quả số hóa)',
  documentNumber: 'Number and notation (số, ký hiệu)',
  issuedOn: 'Day of issue (ngày cấp)',
  issuer: 'Issuing agency (cơ quan cấp)',
  abstract: 'Abstract (trích yếu nội dung)',
} as const;

/** UTF-8, without padding: the packet is not meant to be edited in place. */
export function buildXmp(paper: PaperMetadata): Uint8Array {
  const own = (Object.keys(OWN_PROPERTIES) as (keyof typeof OWN_PROPERTIES)[]).filter((name) => paper[name]);
  const date = toXmpDate(paper.createdAt);
  const values = own.map((name) => `<${PREFIX}:${name}>${escapeXml(paper[name]!)}</${PREFIX}:${name}>`);
  return new TextEncoder().encode(`<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(paper.title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate><xmp:MetadataDate>${date}</xmp:MetadataDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>${escapeXml(paper.producer)}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:${PREFIX}="${NAMESPACE}">
${values.join('\n')}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>Digitised dossier</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>${PREFIX}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>
${own.map((name) => describeProperty(name, OWN_PROPERTIES[name])).join('\n')}
</rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`);
}

function describeProperty(name: string, description: string): string {
  return (
    `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name>` +
    '<pdfaProperty:valueType>Text</pdfaProperty:valueType>' +
    '<pdfaProperty:category>external</pdfaProperty:category>' +
    `<pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`
  );
}

/** To the second, as the information dictionary says it, because PDF/A-1 compares the two. */
function toXmpDate(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
