import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closingDisclosureUcd } from '../../../../lambdas/rules/mismo/export-closing.ts';
import { exportMismo } from '../../../../lambdas/rules/mismo/export-mismo.ts';
import { importMismo } from '../../../../lambdas/rules/mismo/import-mismo.ts';
import { isElement, newElement, walk } from '../../../../lambdas/rules/mismo/xml/xml-tree.ts';
import { pathValues } from './path-values.ts';
import { readXml } from '../../../../lambdas/rules/mismo/xml/read-xml.ts';
import { sampleApplication } from './sample-application.ts';
import { sampleClosing } from './sample-closing.ts';
import { writeXml } from '../../../../lambdas/rules/mismo/xml/write-xml.ts';
import type { XmlElement } from '../../../../lambdas/rules/mismo/xml/xml-tree.ts';

type Damage = [kind: number, where: number, other: number];

/** One thing wrong: an element gone, twice, renamed, elsewhere, with other text, another attribute or a stray child. */
function damage(root: XmlElement, [kind, where, other]: Damage): void {
  const all = [...walk(root)].filter(({ above }) => above.length > 0);
  const at = all[where % all.length];
  const host = all[other % all.length]?.element;
  const parent = at?.above.at(-1);
  if (!at || !host || !parent) return;
  const { element } = at;
  const index = parent.children.indexOf(element);
  const isInside = [...walk(element)].some((each) => each.element === host);
  const isLeaf = !element.children.some(isElement);
  const acts = [
    () => parent.children.splice(index, 1),
    () => parent.children.splice(index, 0, structuredClone(element)),
    () => parent.children.splice(index, 1, { ...element, name: host.name }),
    () => isInside || host.children.push(structuredClone(element)),
    () =>
      isLeaf && (element.text = ['', 'abc', '12', '$1,2.3', 'true', '2026-13-01', '***'][other % 7] ?? ''),
    () => element.attributes.set(['SequenceNumber', 'xlink:label', 'extra'][other % 3] ?? '', String(other)),
    () => element.children.push({ ...newElement('STRANGER'), text: 'x' }, { aside: 'comment', text: 'c' }),
  ];
  acts[kind % acts.length]?.();
}

/** Values by their paths without positions: what is kept may follow what is held of the same name. */
const bag = (xml: string): string[] =>
  pathValues(xml)
    .map((each) => each.replaceAll(/\[\d+\]/g, '').trim())
    .sort();

const outcome = (xml: string): string => {
  try {
    importMismo(xml);
    return 'read';
  } catch (error) {
    return (error as { kind?: string }).kind ?? String(error);
  }
};

// a machine under load takes seconds for what it does in tenths otherwise
describe('files damaged in any way', { timeout: 30_000 }, () => {
  it.each([
    ['application', sampleApplication],
    ['closing disclosure', closingDisclosureUcd(sampleClosing)],
  ])('an imported %s is understood as far as can be, and exported with every value of it', (_name, sound) => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(6), fc.nat(2_000), fc.nat(2_000)), { minLength: 1, maxLength: 6 }),
        (wrongs) => {
          const { root, namespaces } = readXml(sound);
          for (const wrong of wrongs) damage(root, wrong);
          const xml = writeXml(root, namespaces);
          const { kind, model, namespaces: strangers } = importMismo(xml);
          const again = exportMismo({ kind, model, namespaces: strangers });
          const stated = xml.includes('MISMOReferenceModelIdentifier');
          expect(
            bag(again).filter((each) => stated || !each.includes('MISMOReferenceModelIdentifier')),
          ).toEqual(bag(xml));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('says each of very many defects', () => {
    const many = 150_000;
    const xml = sampleApplication.replace(/<ASSETS>[^]*<\/ASSETS>/, () => {
      const asset = '<ASSET SequenceNumber="1"/>';
      return `<ASSETS>${asset.repeat(many)}</ASSETS>`;
    });
    const repeated = importMismo(xml).defects.filter(({ rule }) => rule === 'duplicate-sequence');
    expect(repeated).toHaveLength(many - 1);
  });

  it('never ends in anything but a model or a refusal', () => {
    fc.assert(
      fc.property(
        fc.nat(sampleApplication.length - 1),
        fc.nat(80),
        fc.string({ maxLength: 6 }),
        (from, length, put) => {
          const xml = sampleApplication.slice(0, from) + put + sampleApplication.slice(from + length);
          expect(outcome(xml)).toMatch(/^(?:read|invalid)$/);
        },
      ),
      { numRuns: 100 },
    );
  });
});
