import { expect, it } from 'vitest';
import { ScheduledFunction } from '../../../lib/constructs/scheduled-function.ts';
import { resourcesOf, roleStatements, testStack } from '../../support/templates.ts';

it('is called at night in the lender’s zone, by a role that may call nothing else', () => {
  const stack = testStack();
  new ScheduledFunction<{ TABLE: string }>(stack, 'Roots', {
    capability: 'audit',
    handler: 'nightly-sign-roots',
    impact: 'Changes to the audit trail of a day cannot be proven.',
    environment: { TABLE: 'audit-ledger' },
    expression: 'cron(0 2 * * ? *)',
  });
  expect(resourcesOf(stack, 'AWS::Scheduler::Schedule')[0]?.properties).toMatchObject({
    Name: 'keyturn-dev-audit-nightly-sign-roots',
    ScheduleExpression: 'cron(0 2 * * ? *)',
    ScheduleExpressionTimezone: 'America/New_York',
    FlexibleTimeWindow: { Mode: 'OFF' },
  });
  const calls = roleStatements(stack).filter(({ policy }) => policy.startsWith('RootsScheduleRole'));
  expect(calls.map(({ actions }) => actions)).toEqual([['lambda:InvokeFunction']]);
});
