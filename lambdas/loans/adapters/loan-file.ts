import { loanNotFound } from '../../shared/authorization.ts';
import { parseStored } from '../../shared/parse.ts';
import type { Item, Storage } from '../../shared/storage.ts';
import { loanSubject } from '../../shared/table.ts';
import { LoanAccess } from '../../shared/views/loan-access.v1.ts';
import { DocumentFacts } from '../../shared/views/document-facts.v1.ts';
import { Need } from '../../shared/views/need.v1.ts';
import { Task } from '../../shared/views/task.v1.ts';
import type { RoadFacts } from '../domain/guards.ts';
import { Loan, Party } from '../domain/loan.ts';
import { sixItemsOf } from '../domain/six-items.ts';
import { StageEntry } from '../domain/stage-entry.ts';

/** A loan with all its parts, from one query of its collection. */
export interface LoanFile {
  loan: Loan;
  access: LoanAccess;
  parties: Party[];
  needs: Need[];
  /** Accepted documents, which satisfy the needs they cover. */
  facts: DocumentFacts[];
  entries: StageEntry[];
  tasks: Task[];
}

export async function findLoanFile(storage: Storage, loanId: string): Promise<LoanFile | undefined> {
  const { items } = await storage.query(loanSubject(loanId));
  const one = (sk: string) => items.find((item) => item.sk === sk);
  const all = (prefix: string) => items.filter((item) => item.sk.startsWith(prefix));
  const loan = one('LOAN');
  const access = one('ACCESS');
  if (!loan || !access) return undefined;
  return {
    loan: parseStored(Loan, loan, 'loan item'),
    access: parseStored(LoanAccess, access, 'access item'),
    parties: all('PARTY#')
      .map((item: Item) => parseStored(Party, item, 'party item'))
      .toSorted((a, b) => a.ordinal - b.ordinal),
    needs: all('NEED#').map((item: Item) => parseStored(Need, item, 'need item')),
    facts: all('FACTS#').map((item: Item) => parseStored(DocumentFacts, item, 'facts item')),
    entries: all('ENTRY#').map((item: Item) => parseStored(StageEntry, item, 'entry item')),
    tasks: all('TASK#').map((item: Item) => parseStored(Task, item, 'task item')),
  };
}

export async function getLoanFile(storage: Storage, loanId: string): Promise<LoanFile> {
  const file = await findLoanFile(storage, loanId);
  if (!file) throw loanNotFound();
  return file;
}

export function roadFactsOf({ loan, parties, needs }: LoanFile): RoadFacts {
  const borrowers = parties
    .filter(({ kind }) => kind === 'borrower')
    .map((party) => ({ ...party, hasName: party.lastName.length > 0 }));
  const { address, valuations } = loan.property;
  return {
    loan,
    needs,
    sixItems: sixItemsOf({ borrowers, propertyAddress: address, valuations, amountCents: loan.amountCents }),
  };
}
