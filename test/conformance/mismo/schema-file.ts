import { elementsOf } from '../../../lambdas/rules/mismo/xml/xml-tree.ts';
import { readMismo } from './mismo-files.ts';
import { readXml } from '../../../lambdas/rules/mismo/xml/read-xml.ts';
import type { XmlElement } from '../../../lambdas/rules/mismo/xml/xml-tree.ts';

const schemaOf = (name: string): XmlElement => readXml(readMismo(`xsd-b324/${name}`)).root;

/** Of each complex type of the schema, the names of its elements in sequence. */
export function sequences(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const type of elementsOf(schemaOf('MISMOComplexTypesB324.xsd'))) {
    const name = type.attributes.get('name');
    if (name !== undefined && local(type) === 'complexType') found.set(name, namesIn(type));
  }
  return found;
}

/** Of each simple type with a list, its codes. */
export function lists(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of ['MISMOEnumeratedTypesB324.xsd', 'ULAD_ExtensionV3_4.xsd'])
    for (const type of elementsOf(schemaOf(file))) {
      const codes = codesIn(type);
      const name = type.attributes.get('name');
      if (name !== undefined && local(type) === 'simpleType' && codes.length > 0) found.set(name, codes);
    }
  return found;
}

const local = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

const namesIn = (element: XmlElement): string[] =>
  elementsOf(element).flatMap((child) => {
    if (local(child) === 'element')
      return [child.attributes.get('name') ?? child.attributes.get('ref') ?? ''];
    return ['sequence', 'choice', 'all', 'complexContent', 'extension'].includes(local(child))
      ? namesIn(child)
      : [];
  });

const codesIn = (element: XmlElement): string[] =>
  elementsOf(element).flatMap((child) =>
    local(child) === 'enumeration' ? [child.attributes.get('value') ?? ''] : codesIn(child),
  );
