import { describe, expect, it } from 'vitest';
import { accountStory, lateChargesOf, suspenseStory } from './commentary-account.ts';
import { amountsIn } from '../commentary-file.ts';
import { businessDaysBetween, regXServicingDay } from '../../../lambdas/shared/business-days.ts';
import { calendarDate } from '../../../lambdas/shared/calendar.ts';
import { cents } from '../../../lambdas/shared/money.ts';
import { delinquencyBlock } from '../../../lambdas/rules/servicing/delinquency-block.ts';
import { payoffQuote } from '../../../lambdas/rules/servicing/payoff-quote.ts';
import { readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';
import { replay } from '../../../lambdas/rules/servicing/replay.ts';
import { Tally } from '../tally.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

interface Example {
  id: string;
  facts: Record<string, unknown>;
  expect: Record<string, unknown>;
}
interface Comment {
  label: string;
  text: string;
}

const examplesFile = 'servicing/date_and_amount_examples.json';
const deadlinesFile = 'servicing/deadlines.json';
const commentsFile = 'commentary/reg_z_20_36_41_servicing.json';
const highCostFile = 'commentary/reg_z_32_34_35_hoepa_hpml.json';

const readExamples = () => readVectors<{ examples: Example[] }>(examplesFile).examples;
const readComments = (file: string) => readVectors<Comment[]>(file);

/** January to March of comment 41(d)(3)-1, each month's amount from whichever file states it. */
function received(): number[] {
  const comments = readComments(commentsFile);
  const examples = readExamples();
  return ['i', 'ii', 'iii'].map((part, index) => {
    const text = comments.find(({ label }) => label.endsWith(`41-d-3-Interp-1-${part}`))?.text ?? '';
    const amounts = amountsIn(text.replace(/payment of \$1,000 is due/, ''));
    const example = examples.find(({ id }) => id === `STMT-suspense-${index + 1}`);
    const stated = Object.values(example?.facts ?? {}).find((fact) => typeof fact === 'number');
    return amounts[0] ?? cents((stated ?? 0) * 100);
  });
}

describe.skipIf(!vectorsPresent)('published examples about payments', () => {
  it('money held and pyramiding', () => {
    const tally = new Tally(`${examplesFile} (payments)`);
    for (const { id, facts, expect: published } of readExamples()) {
      const month = Number(/^STMT-suspense-(\d)$/.exec(id)?.[1] ?? 0);
      if (month > 0) {
        const [sinceLast, yearToDate] = suspenseStory(received(), month);
        tally.check(`${id} since last`, sinceLast, Number(published['unapplied_since_last']) * 100);
        tally.check(`${id} year to date`, yearToDate, Number(published['unapplied_ytd']) * 100);
      } else if (id === 'LATE-pyramid') {
        const payment = cents(Number(facts['payment']) * 100);
        const fee = cents(Number(/\((\d+) late fee/.exec(String(facts['aug_paid']))?.[1] ?? 0) * 100);
        const charged = lateChargesOf(payment, fee, ['2026-08-25', '2026-09-01'], '2026-09-30');
        tally.check(`${id} in August`, charged.includes('late-charge:2026-08-01'), true);
        tally.check(
          `${id} in September`,
          charged.includes('late-charge:2026-09-01'),
          published['sep_late_fee'],
        );
      } else tally.skip('no example of payments: another engine’s');
    }
    expect(tally.report().disagreed).toEqual([]);
  });

  it('deadlines of payoffs and statements', () => {
    const tally = new Tally(`${deadlinesFile} (payments)`);
    const { terms, payments } = accountStory(cents(500_00), cents(10_00), []);
    const on = calendarDate('2026-08-01');
    const quote = payoffQuote(terms, payments, { payoffOn: on, goodThroughOn: on, requestedOn: on });
    for (const { topic, rule } of readVectors<{ rules: { topic: string; rule: string }[] }>(deadlinesFile)
      .rules) {
      const stated = Number(/(\d+) (?:business )?days/.exec(rule)?.[1]);
      if (topic === 'payoff statement') {
        const days = businessDaysBetween(on, quote.statementDueBy ?? on, regXServicingDay);
        tally.check(topic, days, stated);
      } else if (topic === 'escrow refund at payoff') {
        tally.check(topic, businessDaysBetween(on, quote.escrowReturnedBy, regXServicingDay), stated);
      } else if (topic === 'delinquency block') {
        const shown = ['2026-09-15', '2026-09-16'].map(
          (day) => delinquencyBlock(replay(terms, payments, { on: calendarDate(day) }))?.daysDelinquent,
        );
        tally.check(topic, shown, [undefined, stated + 1]);
      } else if (topic === 'late fee pyramiding') {
        const charged = lateChargesOf(
          cents(500_00),
          cents(10_00),
          ['2026-08-25', '2026-09-01'],
          '2026-09-30',
        );
        tally.check(topic, charged.length > 1 ? 'allowed' : 'prohibited', rule);
      } else tally.skip('no deadline of payments: another engine’s, or words');
    }
    expect(tally.report().disagreed).toEqual([]);
  });

  it('money held, by comment 41(d)(3)-1', () => {
    const tally = new Tally(`${commentsFile} (payments)`);
    for (const { label, text } of readComments(commentsFile)) {
      const part = /41-d-3-Interp-1-(i+)$/.exec(label)?.[1];
      if (part === undefined) tally.skip('words, or another engine’s');
      else {
        const published = /last statement—\$([\d,]+).*YTD—\$([\d,]+)/.exec(text.replaceAll('\n', ' ')) ?? [];
        const ours = suspenseStory(received(), part.length);
        tally.check(
          label,
          ours,
          [published[1], published[2]].map((each) => Number(each) * 100),
        );
      }
    }
    expect(tally.report().disagreed).toEqual([]);
  });

  it('late charges, by comment 34(a)(8)', () => {
    const tally = new Tally(`${highCostFile} (late charges)`);
    for (const { label, text } of readComments(highCostFile)) {
      if (!/34-a-8-i(ii|v)-Interp-1$/.test(label)) tally.skip('no late charge');
      else {
        const [payment = cents(0)] = amountsIn(text);
        const fee = cents(Number(/\$(\d+) late/.exec(text)?.[1] ?? 0) * 100);
        const missed = label.includes('34-a-8-iv');
        const paidOn = missed ? ['2026-09-01'] : ['2026-08-25', '2026-09-01'];
        const charged = lateChargesOf(payment, fee, paidOn, '2026-09-30');
        tally.check(`${label}: a charge for September`, charged.includes('late-charge:2026-09-01'), missed);
      }
    }
    expect(tally.report().disagreed).toEqual([]);
  });
});
