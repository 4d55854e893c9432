import { XMLParser } from 'fast-xml-parser';
import { AwsError } from '../service.ts';

export type XmlValue = string | number | boolean | undefined | XmlValue[] | { [name: string]: XmlValue };

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** A reply document of S3: arrays become repeated elements, `undefined` is left out. */
export function replyXml(root: string, content: { [name: string]: XmlValue }): string {
  const inner = Object.entries(content).map(([name, value]) => element(name, value));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">${inner.join('')}</${root}>`;
}

/** An error document of S3 (it carries no namespace). */
export function errorXml(content: { [name: string]: XmlValue }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('Error', content)}`;
}

function element(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => element(name, one)).join('');
  if (typeof value === 'object') {
    const inner = Object.entries(value).map(([child, one]) => element(child, one));
    return `<${name}>${inner.join('')}</${name}>`;
  }
  return `<${name}>${escape(String(value))}</${name}>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\u0000-\u001f]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => ['Part', 'Object', 'Tag'].includes(name),
});

/** @throws AwsError MalformedXML */
export function parseXml(body: Uint8Array): unknown {
  try {
    return parser.parse(Buffer.from(body).toString('utf8'), true);
  } catch {
    throw malformedXml();
  }
}

export function malformedXml(): AwsError {
  return new AwsError(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
}
