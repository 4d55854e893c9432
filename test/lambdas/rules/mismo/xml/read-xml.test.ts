import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeXml } from '../../../../../lambdas/rules/mismo/xml/decode-xml.ts';
import { elementsOf, newElement } from '../../../../../lambdas/rules/mismo/xml/xml-tree.ts';
import { readFragment, readXml, xmlLimits } from '../../../../../lambdas/rules/mismo/xml/read-xml.ts';
import { writeFragment, writeXml } from '../../../../../lambdas/rules/mismo/xml/write-xml.ts';
import type { XmlElement } from '../../../../../lambdas/rules/mismo/xml/xml-tree.ts';

const mismo = 'xmlns="http://www.mismo.org/residential/2009/schemas"';
const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
  return 'read';
};

describe('XML of a counterparty', () => {
  it.each([
    [
      'a billion laughs',
      '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>',
      'XmlDoctypeRefused',
    ],
    [
      'an external entity',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hosts">]><a>&b;</a>',
      'XmlDoctypeRefused',
    ],
    [
      'an external subset',
      '<?xml version="1.0"?>\n<!-- x --><!DOCTYPE a SYSTEM "http://example.test/a.dtd"><a/>',
      'XmlDoctypeRefused',
    ],
    [
      'an external subset of a reply, to be fetched',
      '<!DOCTYPE RESPONSE_GROUP SYSTEM "http://example.test/a.dtd"><RESPONSE_GROUP/>',
      'XmlDoctypeRefused',
    ],
    [
      'declarations of a reply’s own',
      '<!DOCTYPE RESPONSE_GROUP SYSTEM "a.dtd" [<!ENTITY b "ha">]><RESPONSE_GROUP/>',
      'XmlDoctypeRefused',
    ],
    [
      'an entity of a document type that is not opened',
      '<!DOCTYPE RESPONSE_GROUP SYSTEM "a.dtd"><RESPONSE_GROUP>&b;</RESPONSE_GROUP>',
      'XmlNotWellFormed',
    ],
    [
      'an attribute twice by two prefixes',
      '<a xmlns:p="urn:example:p" xmlns:q="urn:example:p" p:x="1" q:x="2"/>',
      'XmlNotWellFormed',
    ],
    [
      'namespaces without end',
      `<a>${Array.from({ length: 101 }, (_each, at) => `<p:b xmlns:p="urn:example:${at}"/>`).join('')}</a>`,
      'XmlTooLarge',
    ],
    ['an entity nobody declared', '<a>&b;</a>', 'XmlNotWellFormed'],
    ['crossed tags', '<a><b></a></b>', 'XmlNotWellFormed'],
    ['a tag left open', '<a><b>', 'XmlNotWellFormed'],
    ['two roots', '<a/><b/>', 'XmlNotWellFormed'],
    ['an attribute twice', '<a x="1" x="2"/>', 'XmlNotWellFormed'],
    ['no quotes', '<a x=1/>', 'XmlNotWellFormed'],
    ['text after the root', '<a/>900-00-0001', 'XmlNotWellFormed'],
    ['nothing', '', 'XmlNotWellFormed'],
    ['a control character', '<a>\u0001</a>', 'XmlNotWellFormed'],
  ])('refuses %s, with where it is and without its content', (_name, xml, code) => {
    const said = codeOf(() => readXml(xml));
    expect(said).toMatch(new RegExp(`^${code}: `));
    expect(said).not.toMatch(/900|etc|example/);
  });

  it('keeps to its limits', () => {
    const small = { characters: 200, depth: 4, elements: 10, attributesPerElement: 2 };
    expect(codeOf(() => readXml(`<a>${' '.repeat(300)}</a>`, small))).toMatch(/^XmlTooLarge/);
    expect(codeOf(() => readXml('<a><a><a><a><a/></a></a></a></a>', small))).toMatch(/^XmlTooLarge/);
    expect(codeOf(() => readXml(`<a>${'<b/>'.repeat(11)}</a>`, small))).toMatch(/^XmlTooLarge/);
    expect(codeOf(() => readXml('<a b="1" c="2" d="3"/>', small))).toMatch(/^XmlTooLarge/);
    expect(codeOf(() => readXml(`${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`))).toMatch(/^XmlTooLarge/);
    expect(xmlLimits.depth).toBeLessThan(1000);
  });

  it('resolves names by namespace, whatever their prefixes', () => {
    const { root, namespaces } = readXml(
      `<m:MESSAGE xmlns:m="http://www.mismo.org/residential/2009/schemas" xmlns:x="http://www.w3.org/1999/xlink"
        xmlns:U="http://www.datamodelextension.org/Schema/ULAD" xmlns:acme="urn:example:acme" x:label="L">
        <m:DEAL_SETS><U:A/><acme:B acme:c="1"/><D xmlns="urn:example:other"/></m:DEAL_SETS></m:MESSAGE>`,
    );
    expect([root.name, [...root.attributes.keys()]]).toEqual(['MESSAGE', ['xlink:label']]);
    const [list] = elementsOf(root);
    expect(elementsOf(list as XmlElement).map(({ name }) => name)).toEqual(['ULAD:A', 'acme:B', 'ns:D']);
    expect(Object.fromEntries(namespaces)).toEqual({ acme: 'urn:example:acme', ns: 'urn:example:other' });
    expect(readXml(writeXml(root, namespaces)).root).toEqual(root);
  });

  it('passes over the document type that a reply of version 2 names, and space before the declaration', () => {
    const problems = (xml: string) => readXml(xml).prologProblems;
    expect(problems('<!DOCTYPE RESPONSE_GROUP SYSTEM "Reply_v2_4.dtd"><RESPONSE_GROUP/>')).toEqual([
      'doctype-ignored',
    ]);
    expect(problems('<!DOCTYPE CREDIT_RESPONSE PUBLIC "-//X//Y" "reply.dtd"><CREDIT_RESPONSE/>')).toEqual([
      'doctype-ignored',
    ]);
    expect(problems(`\uFEFF\r\n<?xml version="1.0"?><MESSAGE ${mismo}/>`)).toEqual([
      'space-before-declaration',
    ]);
    expect(problems(`\n<MESSAGE ${mismo}/>`)).toEqual([]);
  });

  it('knows a house by its former name, and writes it under that name again', () => {
    const former = 'http://www.datamodelextension.org';
    const { root, namespaces, nameProblems } = readXml(
      `<MESSAGE ${mismo} xmlns:g="${former}"><OTHER><g:A/></OTHER></MESSAGE>`,
    );
    expect(elementsOf(elementsOf(root)[0] as XmlElement).map(({ name }) => name)).toEqual(['gse:A']);
    expect(nameProblems).toEqual([]);
    const written = writeXml(root, namespaces);
    expect(written).toContain(`xmlns:gse="${former}"`);
    expect(readXml(written).root).toEqual(root);
    const both = readXml(`<R ${mismo} xmlns:a="${former}" xmlns:b="${former}/Schema/gse"><a:X/><b:X/></R>`);
    expect(elementsOf(both.root).map(({ name }) => name)).toEqual(['gse:X', 'b:X']);
  });

  it('says which names have no namespace', () => {
    const problems = (xml: string) =>
      readXml(xml).nameProblems.map(({ element, problem }) => `${element.name} ${problem}`);
    expect(problems('<MESSAGE/>')).toEqual(['MESSAGE no-namespace']);
    expect(problems(`<MESSAGE ${mismo}><ULAD:A/></MESSAGE>`)).toEqual(['ULAD:A undeclared-prefix']);
    expect(problems(`<MESSAGE ${mismo}/>`)).toEqual([]);
    expect(problems(`<MESSAGE ${mismo}><A xmlns=""><B/></A></MESSAGE>`)).toEqual(['A no-namespace']);
    expect(problems(`<m:MESSAGE ${mismo.replace('=', ':m=')}><A><B/></A></m:MESSAGE>`)).toEqual([
      'A no-namespace',
    ]);
    expect(problems('<MESSAGE xmlns="https://mismo.org/Residential/2009/schemas/"><A/></MESSAGE>')).toEqual([
      'MESSAGE namespace-misspelt',
    ]);
  });

  it('keeps comments, instructions, CDATA and text beside elements in their order', () => {
    const xml = `<MESSAGE ${mismo}>one<!--c--><A><![CDATA[<5 & up]]></A>two<?p q?></MESSAGE>`;
    const { root } = readXml(xml);
    expect(
      root.children.map((child) =>
        'name' in child ? `${child.name}=${child.text}` : `${child.aside}=${child.text}`,
      ),
    ).toEqual(['text=one', 'comment=c', 'A=<5 & up', 'text=two', 'instruction=p q']);
    expect(writeFragment(root)).toBe('<MESSAGE>one<!--c--><A>&lt;5 &amp; up</A>two<?p q?></MESSAGE>');
  });

  it('reads what it wrote', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .filter((each) => !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(each));
    const leaf = fc.record({ name: fc.constantFrom('A', 'B', 'ULAD:C'), text, attribute: text });
    fc.assert(
      fc.property(fc.array(leaf, { maxLength: 5 }), (leaves) => {
        const root = newElement('R');
        for (const each of leaves)
          root.children.push({
            ...newElement(each.name),
            text: each.text,
            attributes: new Map([['x', each.attribute]]),
          });
        expect(readXml(writeXml(root)).root).toEqual(root);
        expect(readFragment(writeFragment(root), new Map())).toEqual([root]);
      }),
      { numRuns: 100 },
    );
  });

  it('reads bytes in the encoding they mark or declare', () => {
    const bytes = (text: string, encoding: 'utf8' | 'utf16le' | 'latin1') =>
      new Uint8Array(Buffer.from(text, encoding));
    expect(decodeXml(bytes('\uFEFF<a>é</a>', 'utf16le'))).toBe('<a>é</a>');
    expect(decodeXml(bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1'))).toContain(
      '<a>é</a>',
    );
    expect(decodeXml(bytes('\uFEFF<a>é</a>', 'utf8'))).toBe('<a>é</a>');
    const wide = '<?xml version="1.0" encoding="UTF-16"?><a>é</a>';
    expect(decodeXml(bytes(wide, 'utf16le'))).toBe(wide);
    expect(decodeXml(new Uint8Array(Buffer.from(wide, 'utf16le').swap16()))).toBe(wide);
    expect(decodeXml(bytes(wide, 'utf8'))).toBe(wide); // what it declares is not so
    expect(codeOf(() => decodeXml(bytes('<a>é</a>', 'latin1')))).toMatch(/^XmlNotDecodable/);
    expect(codeOf(() => decodeXml(bytes('<?xml version="1.0" encoding="none-such"?><a/>', 'utf8')))).toMatch(
      /^XmlEncodingUnknown/,
    );
  });
});
