import { missing } from '../../shared/errors.ts';
import { parseAs } from '../../shared/parse.ts';
import type { Item, Storage } from '../../shared/storage.ts';
import { keys, loanSubject } from '../../shared/table.ts';
import { DocumentFacts } from '../../shared/views/document-facts.v1.ts';
import { LoanSummary } from '../../shared/views/loan-summary.v1.ts';
import { Task } from '../../shared/views/task.v1.ts';
import { CurrentIncome } from '../domain/calculation.ts';
import { Verification } from '../domain/verification.ts';

/** What of a loan bears on income, from one query of its collection. */
export interface IncomeFile {
  summary: LoanSummary;
  facts: DocumentFacts[];
  verifications: Verification[];
  incomes: CurrentIncome[];
  tasks: Task[];
}

/** `LoanNotFound` (missing): a queue tries again, since the event may be ahead of the view. */
export async function getIncomeFile(storage: Storage, loanId: string): Promise<IncomeFile> {
  const { items } = await storage.query(loanSubject(loanId));
  const all = (prefix: string) => items.filter((item) => item.sk.startsWith(prefix));
  const summary = items.find((item) => item.sk === 'SUMMARY');
  if (!summary) throw missing('LoanNotFound', 'the loan is not there yet', { loanId });
  return {
    summary: parseAs(LoanSummary, summary, 'loan-summary view'),
    facts: all('FACTS#').map((item: Item) => parseAs(DocumentFacts, item, 'document-facts view')),
    verifications: all('VERIFICATION#').map((item: Item) => parseAs(Verification, item, 'verification item')),
    incomes: all('INCOME#').map((item: Item) => parseAs(CurrentIncome, item, 'income item')),
    tasks: all('TASK#').map((item: Item) => parseAs(Task, item, 'task view')),
  };
}

export async function getVerification(
  storage: Storage,
  loanId: string,
  verificationId: string,
): Promise<Verification> {
  const item = await storage.get(keys.verification(loanId, verificationId));
  if (!item) throw missing('VerificationNotFound', 'there is no such verification', { verificationId });
  return parseAs(Verification, item, 'verification item');
}
