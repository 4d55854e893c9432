import { describe, expect, it } from 'vitest';
import { Tally } from '../tally.ts';
import { judgeTolerance } from '../../../lambdas/rules/trid/tolerance.ts';
import { readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';
import type { EstimatedCharge } from '../../../lambdas/rules/trid/charge-bucket.ts';
import type { ToleranceInput } from '../../../lambdas/rules/trid/tolerance.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

type Case = Readonly<Record<string, unknown>> & { id: string };

/** A number of an example, by its path. */
const at = (each: Case, path: string): number =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], each) as number;

type Charge = ToleranceInput['charges'][number];

const dollars = (amount: number): EstimatedCharge['estimateCents'] =>
  Math.round(amount * 100) as EstimatedCharge['estimateCents'];
const shoppable = (id: string, estimate: number, actual?: number): Charge => ({
  id,
  kind: 'fee',
  mayShop: true,
  providerListGiven: true,
  provider: 'from-list',
  estimateCents: dollars(estimate),
  ...(actual === undefined ? {} : { actualCents: dollars(actual) }),
});
const lenderFee = (id: string, estimate: number, actual: number): Charge => ({
  id,
  kind: 'fee',
  paidTo: 'creditor',
  estimateCents: dollars(estimate),
  actualCents: dollars(actual),
});

/** Each example as the engine's input, and what it says of the outcome. */
const readers: Readonly<Record<string, (each: Case) => [what: string, ours: unknown, published: unknown][]>> =
  {
    'TEN-1': (each) => {
      const agentEstimate = at(each, 'estimates.settlement_agent');
      const bucketActual = at(each, 'actual.bucket_total');
      const rest = at(each, 'estimates.bucket_total') - agentEstimate;
      const agent = at(each, 'actual.settlement_agent_over') + 20;
      const others = bucketActual - agent;
      const run = judgeTolerance({
        charges: [shoppable('agent', agentEstimate, agent), shoppable('rest', rest, others)],
      });
      const over = judgeTolerance({
        charges: [shoppable('agent', agentEstimate, agent), shoppable('rest', rest, others + 1)],
      });
      return [
        ['at the limit', run.isGoodFaith, each['good_faith']],
        ['a dollar over it', over.isGoodFaith, false],
      ];
    },
    'TEN-2': (each) => {
      const notary = at(each, 'actual.notary');
      const charges = [
        shoppable('notary', at(each, 'estimates.notary'), notary),
        shoppable('rest', at(each, 'estimates.bucket_total'), at(each, 'actual.bucket_total_max') - notary),
      ];
      return [['omitted fee in the bucket', judgeTolerance({ charges }).isGoodFaith, each['good_faith']]];
    },
    'ZERO-lender-credit': (each) => {
      const lenderCredits = {
        estimateCents: dollars(at(each, 'le_lender_credits')),
        actualCents: dollars(at(each, 'actual_lender_credits')),
      };
      const run = judgeTolerance({ charges: [], lenderCredits });
      return [
        ['good faith', run.isGoodFaith, each['good_faith']],
        ['excess', run.lenderCreditShortfallCents, dollars(at(each, 'excess'))],
      ];
    },
    'APPRAISAL-farm': (each) => {
      const [le, actual, baseline] = [at(each, 'le'), at(each, 'actual'), at(each, 'baseline')];
      const revision = {
        reason: 'changed-circumstance' as const,
        informedOn: '2026-06-01',
        disclosedOn: '2026-06-03',
        charges: { appraisal: dollars(actual) },
      };
      const run = judgeTolerance({ charges: [lenderFee('appraisal', le, actual)], revisions: [revision] });
      return [
        ['baseline', run.charges[0]?.baselineCents, dollars(baseline)],
        ['good faith', run.isGoodFaith, each['good_faith']],
      ];
    },
    'TITLE-5pct': (each) => {
      const [le, actual, baseline] = [at(each, 'le'), at(each, 'actual'), at(each, 'baseline')];
      const others = (actual - le) * 20 - le; // the rise is five percent of the bucket
      const revision = {
        reason: 'changed-circumstance' as const,
        informedOn: '2026-06-01',
        disclosedOn: '2026-06-03',
        charges: { title: dollars(actual) },
      };
      const charges = [shoppable('title', le, actual), shoppable('rest', others, others)];
      const run = judgeTolerance({ charges, revisions: [revision] });
      return [['baseline', run.charges[0]?.baselineCents, dollars(baseline)]];
    },
    POA: () => {
      const recording = { id: 'recording', kind: 'recording-fee' as const };
      const charges = [{ ...recording, estimateCents: dollars(100), actualCents: dollars(105) }];
      const revision = {
        reason: 'consumer-request' as const,
        informedOn: '2026-06-01',
        disclosedOn: '2026-06-03',
        charges: { recording: dollars(105) },
      };
      const run = judgeTolerance({ charges, revisions: [revision] });
      return [['baseline', run.charges[0]?.baselineCents, dollars(105)]];
    },
    'ADDRESS-LATE': (each) => {
      const revision = {
        reason: 'changed-circumstance' as const,
        informedOn: '2026-06-01',
        disclosedOn: '2026-06-02',
        isLateApplicationItem: true,
        charges: { fee: dollars(200) },
      };
      const run = judgeTolerance({ charges: [lenderFee('fee', 100, 200)], revisions: [revision] });
      const moved = run.charges[0]?.baselineCents !== dollars(100);
      return [['is a changed circumstance', moved, each['address_receipt_is_changed_circumstance']]];
    },
    'LIST-offlist': () => {
      const charge: Charge = { ...shoppable('agent', 20, 150), provider: 'off-list' };
      return [['bucket', judgeTolerance({ charges: [charge] }).charges[0]?.bucket, 'no-limit']];
    },
    'PREPAID-known': (each) => {
      const charge = { id: 'interest', kind: 'prepaid-interest' as const, isBestInformation: false };
      const charges = [{ ...charge, estimateCents: dollars(17), actualCents: dollars(279) }];
      return [['good faith', judgeTolerance({ charges }).isGoodFaith, each['good_faith']]];
    },
    'CURE-2017': (each) => {
      const zero = each['zero_excess'] as number[];
      const run = judgeTolerance({
        charges: [
          ...zero.map((over, index) => lenderFee(`zero-${index}`, 100, 100 + over)),
          shoppable('bucket', at(each, 'ten_pct.estimate'), at(each, 'ten_pct.actual')),
        ],
        consummationOn: '2026-06-01',
      });
      return [
        ['zero bucket', run.zeroExcessCents, dollars(at(each, 'zero_total'))],
        ['limit', run.tenPercent.limitCents, dollars(at(each, 'ten_pct.limit'))],
        ['ten percent excess', run.tenPercent.excessCents, dollars(at(each, 'ten_pct.excess'))],
        ['cure', run.cureCents, dollars(at(each, 'cure_total'))],
        ['cure by', run.cureBy?.on, '2026-07-31'],
      ];
    },
    UNROUNDED: () => {
      const fee = lenderFee('fee', 100.4, 100.49);
      return [['nine cents are an excess', judgeTolerance({ charges: [fee] }).cureCents, 9]];
    },
  };

describe.skipIf(!vectorsPresent)('published tolerance examples', () => {
  it('have our buckets, baselines and cures', () => {
    const file = 'trid/tolerance_examples.json';
    const tally = new Tally(file);
    for (const each of readVectors<{ cases: Case[] }>(file).cases) {
      const read = readers[each.id];
      if (!read) tally.skip(`${each.id}: its facts are prose and no reader for them is written`);
      else
        for (const [what, ours, published] of read(each)) tally.check(`${each.id} ${what}`, ours, published);
    }
    expect(tally.report().disagreed).toEqual([]);
  });
});
