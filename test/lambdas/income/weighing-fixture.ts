import type { EmploymentRecord } from '../../../lambdas/income/domain/employment-record.ts';
import { planOrders } from '../../../lambdas/income/domain/plan-order.ts';
import { settled, type Verification } from '../../../lambdas/income/domain/verification.ts';
import { weighIncome } from '../../../lambdas/income/domain/weigh-income.ts';
import { cents } from '../../../lambdas/shared/money.ts';
import type { DocumentFacts } from '../../../lambdas/shared/views/document-facts.v1.ts';
import { averyRecord, averyStub, contactId, summary } from './income-fixture.ts';

export const at = '2026-11-21T15:00:00.000Z';
export const ordersOf = (facts: readonly DocumentFacts[]): Verification[] =>
  planOrders({ summary: summary(), contactId, facts, verifications: [], at, by: 'system:test' });
export const order = ordersOf([averyStub])[0]!;
export const withRecord = (record: Partial<EmploymentRecord> = {}) =>
  settled(order, { kind: 'record', record: { ...averyRecord, ...record } }, at);

/** The income of Avery, who works at Example Mills. */
export const weigh = (
  documents: readonly DocumentFacts[],
  verifications: readonly Verification[] = [withRecord()],
  statedMonthlyCents = 693_333,
) =>
  weighIncome({
    contactId,
    employerName: 'Example Mills',
    documents,
    statedMonthlyCents: cents(statedMonthlyCents),
    verifications,
  });

export const period = { periodStart: '2026-10-25', periodEnd: '2026-11-07' };
