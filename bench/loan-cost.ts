import { eventually } from '../tools/client/keyturn-client.ts';
import { costOf, totalUsd } from '../tools/cost/cost-of.ts';
import { income, underwrite } from '../tools/demo/proof.ts';
import { apply, openLoan, signInBorrower, uploads } from '../tools/demo/road.ts';
import type { Timeline } from '../tools/demo/timeline.ts';
import { AVERY_SAMPLE } from '../tools/samples/scenario.ts';
import { type Figure, rounded } from './figure.ts';
import type { Scene } from './scene.ts';

const silent: Timeline = {
  chapter: () => undefined,
  say: () => undefined,
  more: () => undefined,
  elapsedSeconds: () => 0,
};

/** The demo's loan from its opening to clear-to-close with all its files, by the meter and `tools/cost/price-table.ts`. */
export async function measureLoanCost({ cloud, cast }: Scene): Promise<Figure[]> {
  cloud.meter.reset();
  const stage = { cast, scenario: AVERY_SAMPLE, say: silent };
  const loan = await openLoan(stage);
  await signInBorrower(stage);
  await apply(stage, loan);
  await uploads(stage, loan, undefined);
  await income(stage, loan);
  await underwrite(stage, loan);
  await quiet(() => cloud.meter.reading().dynamodb.writeUnits);
  const lines = costOf(cloud.meter.reading());
  const detail = lines.map(({ what, units, usd }) => ({
    name: `of it ${what}`,
    value: rounded(usd, 6),
    unit: 'USD',
    note: `${rounded(units, 3)} units`,
  }));
  return [
    { name: 'a loan, lead to clear-to-close, seven files', value: rounded(totalUsd(lines), 4), unit: 'USD' },
    ...detail,
  ];
}

/** Until what follows from the last step has been written as well. */
async function quiet(count: () => number): Promise<void> {
  let before = -1;
  await eventually(
    'the road to come to rest',
    async () => {
      const now = count();
      const still = now === before;
      before = now;
      return still || undefined;
    },
    { withinMs: 60_000, everyMs: 2_000 },
  );
}
