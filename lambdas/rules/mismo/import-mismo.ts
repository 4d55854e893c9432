import { application } from './application/application.ts';
import { checkedApplication } from './import-application.ts';
import { checkedClosing } from './import-closing.ts';
import { checkedCredit } from './import-credit.ts';
import { closing } from './closing/closing.ts';
import { creditReply } from './credit/credit-report.ts';
import { invalid } from '../../shared/errors.ts';
import { maskSealed } from './binding/mask-sealed.ts';
import { messageKind } from './message-kind.ts';
import { readXml } from './xml/read-xml.ts';
import type { Application } from './application/application.ts';
import type { Closing } from './closing/closing.ts';
import type { CreditReply } from './credit/credit-report.ts';
import type { Defect } from './defect.ts';

export type MismoModel =
  | { kind: 'application'; model: Application }
  | { kind: 'closing'; model: Closing }
  | { kind: 'credit'; model: CreditReply };

export type ImportedMismo = MismoModel & { namespaces: Record<string, string>; defects: Defect[] };

/**
 * Any of the files that this engine knows, by its root, with every defect of values, graph and totals.
 * @throws invalid UnknownMessage, and as `readXml`
 */
export function importMismo(xml: string): ImportedMismo {
  const document = readXml(xml);
  const kind = messageKind(document.root);
  if (kind === 'application') {
    const { application: model, ...rest } = checkedApplication(document);
    return { kind, model, ...rest };
  }
  if (kind === 'closing') {
    const { closing: model, ...rest } = checkedClosing(document);
    return { kind, model, ...rest };
  }
  if (kind === 'credit') {
    const { credit: model, ...rest } = checkedCredit(document);
    return { kind, model, ...rest };
  }
  throw invalid('UnknownMessage', 'the root is neither MESSAGE nor RESPONSE_GROUP nor CREDIT_RESPONSE');
}

/** The model with sealed values masked, for print. */
export function maskedModel({ kind, model }: MismoModel): unknown {
  if (kind === 'application') return maskSealed(model, application);
  return kind === 'closing' ? maskSealed(model, closing) : maskSealed(model, creditReply);
}
