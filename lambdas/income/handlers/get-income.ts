import type { Kernel } from '../../shared/kernel.ts';
import { parseAs } from '../../shared/parse.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import type { Item } from '../../shared/storage.ts';
import { loanSubject } from '../../shared/table.ts';
import { VerificationView } from '../contracts.ts';
import { IncomeCalculation } from '../domain/calculation.ts';
import { Verification } from '../domain/verification.ts';
import type { incomeRoutes } from '../routes.ts';

/** GET /v1/loans/{loanId}/income */
export async function getIncome(
  { params }: ApiRequest<(typeof incomeRoutes.routes)[0]>,
  { storage }: Kernel,
): Promise<Reply> {
  const pk = loanSubject(params.loanId);
  const [incomes, calculations, verifications] = await Promise.all(
    ['INCOME#', 'CALCULATION#', 'VERIFICATION#'].map(
      async (prefix) => (await storage.query(pk, { prefix })).items,
    ),
  );
  const calculation = (item: Item) => parseAs(IncomeCalculation, item, 'calculation item');
  return ok({
    current: (incomes ?? []).map(calculation),
    calculations: (calculations ?? []).map(calculation).toReversed(),
    verifications: (verifications ?? []).map((item) =>
      shown(parseAs(Verification, item, 'verification item')),
    ),
  });
}

const wanted = Object.keys(VerificationView.shape) as (keyof Verification)[];

/** The fields that the contract lists, and no other. */
export const shown = (verification: Verification): VerificationView =>
  VerificationView.parse(Object.fromEntries(wanted.map((name) => [name, verification[name]])));

type VerificationView = (typeof VerificationView)['_output'];
