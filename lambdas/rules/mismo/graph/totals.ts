import { cents, sumCents } from '../../../shared/money.ts';
import type { Application } from '../application/application.ts';
import type { Cents } from '../../../shared/money.ts';
import type { Defect } from '../defect.ts';

type Loan = NonNullable<Application['loans']>[number];

const deal = 'MESSAGE/DEAL_SETS/DEAL_SET/DEALS/DEAL';

/** Figures of a file that contradict what the same file itemizes: a debt left out, a borrower not counted. */
export function totalDefects(application: Application): Defect[] {
  const { loans = [], parties = [] } = application;
  return [
    ...loans.flatMap((loan, index) =>
      loanDefects(application, loan, place('LOANS/LOAN', index, loans.length)),
    ),
    ...parties.flatMap(({ roles = [] }, party) =>
      roles.flatMap(({ borrower }, role) => {
        const counted = borrower?.dependents?.length ?? 0;
        if (borrower?.dependentCount === undefined || counted === 0 || counted === borrower.dependentCount)
          return [];
        const at = `${place('PARTIES/PARTY', party, parties.length)}${step('/ROLES/ROLE', role, roles.length)}`;
        return [
          differs(`${at}/BORROWER/BORROWER_DETAIL/DependentCount`, 'is not the number of dependents listed'),
        ];
      }),
    ),
  ];
}

const step = (name: string, index: number, of: number): string => (of > 1 ? `${name}[${index + 1}]` : name);
const place = (name: string, index: number, of: number): string => `${deal}/${step(name, index, of)}`;
const differs = (path: string, message: string): Defect => ({
  path,
  rule: 'total-differs',
  severity: 'warning',
  message,
});

function loanDefects(application: Application, loan: Loan, at: string): Defect[] {
  const { liabilities = [], parties = [] } = application;
  const roles = parties.flatMap((party) => party.roles ?? []);
  const incomes = [...roles.map(({ borrower }) => borrower), ...parties].flatMap((borrower) => [
    ...(borrower?.incomes ?? []).map(({ monthlyCents }) => monthlyCents),
    ...(borrower?.employers ?? []).map(({ monthlyIncomeCents }) => monthlyIncomeCents),
  ]);
  const debts = liabilities.filter(({ isExcluded }) => isExcluded !== true);
  const borrowers = roles.filter(({ type }) => type === 'Borrower').length;
  return [
    ...againstSum(
      `${at}/QUALIFICATION/TotalLiabilitiesMonthlyPaymentAmount`,
      loan.monthlyLiabilitiesCents,
      debts.map(({ monthlyPaymentCents }) => monthlyPaymentCents),
      'is not the sum of the monthly payments listed',
    ),
    ...againstSum(
      `${at}/QUALIFICATION/TotalMonthlyIncomeAmount`,
      loan.monthlyIncomeCents,
      incomes,
      'is not the sum of the incomes listed',
    ),
    ...(loan.borrowerCount !== undefined && loan.role === 'SubjectLoan' && loan.borrowerCount !== borrowers
      ? [differs(`${at}/LOAN_DETAIL/BorrowerCount`, 'is not the number of borrowers in the file')]
      : []),
  ];
}

/** Held only where there is something to add up. */
function againstSum(
  path: string,
  total: Cents | undefined,
  listed: readonly (Cents | undefined)[],
  message: string,
): Defect[] {
  const known = listed.filter((each) => each !== undefined);
  if (total === undefined || known.length === 0 || sumCents(known) === cents(total)) return [];
  return [differs(path, message)];
}
