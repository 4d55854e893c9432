import { ConflictException, CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { sharedSecret } from '../../../../lambdas/income/adapters/shared-secret.ts';
import { schedulerChecks } from '../../../../lambdas/income/adapters/verification-checks.ts';
import type { Instant } from '../../../../lambdas/shared/clock.ts';
import { manualClock } from '../../../support/fake-kernel.ts';

const target = {
  groupName: 'checks',
  queueArn: 'arn:queue',
  deadLettersArn: 'arn:dead',
  roleArn: 'arn:role',
};
const check = { loanId: 'loan_1', verificationId: 'ver_1', attempt: 2 };
const at = '2026-11-21T15:10:00.000Z' as Instant;

describe('a check of an order', () => {
  it('is one schedule by name, which removes itself', async () => {
    const client = new SchedulerClient({});
    const scheduler = mockClient(client);
    scheduler.on(CreateScheduleCommand).resolves({});
    await schedulerChecks(target, client).set(check, at);
    expect(scheduler.commandCalls(CreateScheduleCommand)[0]?.args[0].input).toMatchObject({
      Name: 'ver_1-2',
      GroupName: 'checks',
      ScheduleExpression: 'at(2026-11-21T15:10:00)',
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: 'arn:queue',
        RoleArn: 'arn:role',
        DeadLetterConfig: { Arn: 'arn:dead' },
        Input: JSON.stringify({ version: 1, ...check }),
      },
    });
  });

  it('set twice is set once; a scheduler that fails is tried again', async () => {
    const client = new SchedulerClient({});
    const scheduler = mockClient(client);
    const checks = schedulerChecks(target, client);
    scheduler
      .on(CreateScheduleCommand)
      .rejects(new ConflictException({ $metadata: {}, Message: 'exists', message: 'exists' }));
    await expect(checks.set(check, at)).resolves.toBeUndefined();
    scheduler.on(CreateScheduleCommand).rejects(new Error('reset'));
    await expect(checks.set(check, at)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

describe('a shared secret', () => {
  it('is read once in five minutes', async () => {
    const client = new SecretsManagerClient({});
    const secrets = mockClient(client);
    secrets.on(GetSecretValueCommand).resolves({ SecretString: '{"clientId":"x","clientSecret":"one"}' });
    const clock = manualClock();
    const read = sharedSecret('id', clock, client);
    expect([await read(), await read()]).toEqual(['one', 'one']);
    secrets.on(GetSecretValueCommand).resolves({ SecretString: '{"clientId":"x","clientSecret":"two"}' });
    clock.advance(300_000);
    expect(await read()).toBe('two');
    expect(secrets.commandCalls(GetSecretValueCommand)).toHaveLength(2);
  });

  it('that is missing or broken is unavailable, and is not quoted', async () => {
    const client = new SecretsManagerClient({});
    const secrets = mockClient(client);
    secrets.on(GetSecretValueCommand).resolves({ SecretString: 'not-json-but-secret' });
    const error: unknown = await sharedSecret('id', manualClock(), client)().catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ kind: 'unavailable' });
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('not-json');
  });
});
