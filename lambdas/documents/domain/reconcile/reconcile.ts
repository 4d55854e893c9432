import type { DocumentReading, DocumentType } from '../document-reading.ts';
import { reconcileBankStatement } from './bank-statement.ts';
import { reconcileDriverLicence } from './driver-licence.ts';
import type { Finding, LoanFacts } from './finding.ts';
import { reconcileForm1040 } from './form-1040.ts';
import { reconcilePayStub } from './pay-stub.ts';
import { reconcileUrla } from './urla.ts';
import { reconcileW2 } from './w2.ts';

const CHECKS: Readonly<Record<DocumentType, (reading: DocumentReading, facts: LoanFacts) => Finding[]>> = {
  'pay-stub': reconcilePayStub,
  w2: reconcileW2,
  'bank-statement': reconcileBankStatement,
  'driver-licence': reconcileDriverLicence,
  urla: reconcileUrla,
  'form-1040': reconcileForm1040,
  unknown: () => [],
};

/** The document against itself, then against what the loan says. */
export function reconcile(reading: DocumentReading, facts: LoanFacts): Finding[] {
  return CHECKS[reading.type](reading, facts);
}
