import { MessageIndex } from './graph/message-index.ts';
import { creditFactDefects } from './credit/credit-facts.ts';
import { creditReply, creditReport } from './credit/credit-report.ts';
import { invalid } from '../../shared/errors.ts';
import { messageKind } from './message-kind.ts';
import { prologDefects } from './name-defects.ts';
import { readShape } from './binding/read-shape.ts';
import { readXml } from './xml/read-xml.ts';
import { referenceDefects } from './credit/credit-references.ts';
import { writeShape } from './binding/write-shape.ts';
import { writeXml } from './xml/write-xml.ts';
import type { CreditReply } from './credit/credit-report.ts';
import type { Defect } from './defect.ts';
import type { XmlDocument } from './xml/xml-tree.ts';

export interface ImportedCredit {
  credit: CreditReply;
  namespaces: Record<string, string>;
  defects: Defect[];
}

/**
 * Reads a credit vendor's reply of MISMO 2.3.1 or 2.4: its root is `RESPONSE_GROUP`, or `CREDIT_RESPONSE` alone.
 * @throws invalid XmlTooLarge, XmlDoctypeRefused, XmlNotWellFormed, NotACreditReply
 */
export const importCredit = (xml: string): ImportedCredit => checkedCredit(readXml(xml));

export function checkedCredit(document: XmlDocument): ImportedCredit {
  const { root, namespaces } = document;
  if (messageKind(root) !== 'credit')
    throw invalid('NotACreditReply', 'the root of a credit reply is RESPONSE_GROUP or CREDIT_RESPONSE');
  const isAlone = root.name === 'CREDIT_RESPONSE';
  const alone = isAlone ? readShape(root, creditReport) : undefined;
  const { model, defects } = alone
    ? { model: { responses: [{ reports: [alone.model] }] }, defects: alone.defects }
    : readShape(root, creditReply);
  const index = new MessageIndex(root);
  return {
    credit: model,
    namespaces: Object.fromEntries(namespaces),
    defects: [
      ...prologDefects(document),
      ...defects,
      ...referenceDefects(index),
      ...creditFactDefects(model, root.name),
    ],
  };
}

/** The reply of a model as XML again, in the order of the model: version 2 has neither namespace nor sequence to keep. */
export function exportCredit(model: CreditReply, namespaces: Readonly<Record<string, string>> = {}): string {
  const strangers = new Map([['', ''], ...Object.entries(namespaces)]);
  return writeXml(
    writeShape('RESPONSE_GROUP', model, creditReply, { namespaces: strangers, inSequence: false }),
    strangers,
  );
}
