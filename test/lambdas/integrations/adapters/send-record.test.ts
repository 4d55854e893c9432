import { beforeEach, expect, it } from 'vitest';
import {
  type SendDeps,
  type Sending,
  sendRecord,
} from '../../../../lambdas/integrations/adapters/send-record.ts';
import { wantedContact } from '../../../../lambdas/integrations/adapters/wanted-records.ts';
import { fakeKernel } from '../../../support/fake-kernel.ts';
import { type FakePlatform, fakePlatform } from '../fake-platform.ts';
import { borrower, loanId, putContact, putLoan } from '../loan-on-file.ts';
import { testPace } from '../test-pace.ts';

let platform: FakePlatform;
let deps: SendDeps;

beforeEach(async () => {
  const kernel = fakeKernel();
  platform = fakePlatform();
  deps = { ...kernel, platform, pace: testPace(kernel.clock) };
  await putLoan(kernel.storage);
});

const wanted = () => wantedContact(deps.storage, loanId, borrower);
const sending = (overrides: Partial<Sending> = {}): Sending => ({
  loanId,
  kind: 'contact',
  recordId: borrower,
  wanted,
  actor: 'system:test',
  correlationId: 'corr-test-1',
  retryRefused: false,
  ...overrides,
});
const nameThere = () => platform.records[0]?.payload['first_name'];

it('does not send what it read before another worker sent something newer', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: read, resolve: hasRead } = Promise.withResolvers<void>();
  let isFirst = true;
  const slow = sendRecord(
    deps,
    sending({
      async wanted() {
        const record = await wanted();
        if (isFirst) {
          isFirst = false;
          hasRead();
          await released;
        }
        return record;
      },
    }),
  );
  await read;
  await putContact(deps.storage, borrower, 'Emery');
  await sendRecord(deps, sending());
  release();
  await slow;
  expect(nameThere()).toBe('Emery');
  expect(platform.changes).toEqual(['create contact']);
});

it('sends nothing while there is nothing to send', async () => {
  expect(await sendRecord(deps, sending({ wanted: async () => undefined }))).toBeUndefined();
  expect(platform.changes).toEqual([]);
});

it('does not make again what somebody deleted at the partner', async () => {
  await sendRecord(deps, sending());
  platform.records.length = 0;
  await putContact(deps.storage, borrower, 'Emery');
  expect(await sendRecord(deps, sending())).toMatchObject({ refusedBecause: 'PartnerRecordGone' });
  expect(platform.records).toEqual([]);
});
