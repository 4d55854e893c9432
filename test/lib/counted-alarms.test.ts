import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { keyturn } from '../../lib/app.ts';
import { HouseStack } from '../../lib/house-stack.ts';
import { createMonitoringService } from '../../local/services/monitoring/shell.ts';
import { capturedLines } from '../support/captured-lines.ts';
import { engineContext } from '../support/engine-context.ts';
import { type Resource, resourcesOf, withoutBundles } from '../support/templates.ts';

// Building a whole environment takes a second alone, and many beside other suites.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let alarms: Resource[];
beforeAll(async () => {
  const app = await keyturn({ context: { ...withoutBundles, stage: 'local' } });
  alarms = app.node.children
    .filter((stack) => stack instanceof HouseStack)
    .flatMap((stack) => resourcesOf(stack, 'AWS::CloudWatch::Alarm'));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.resetModules();
});
const nameOf = ({ properties }: Resource) => String(properties['AlarmName']).replace('keyturn-local-', '');
const counted = () => alarms.filter(({ properties }) => properties['Namespace'] === 'Keyturn');

/** What a function of the stage writes when it counts. */
async function linesOf(stage: string, metric: string, times: number): Promise<string[]> {
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', `keyturn-${stage}`);
  vi.resetModules();
  const { countMetric } = await import('../../lambdas/shared/observability.ts');
  const lines = capturedLines();
  for (let time = 0; time < times; time += 1) countMetric(metric, 1, { partner: 'example' });
  vi.restoreAllMocks();
  return lines;
}

describe('alarms on what our functions count', () => {
  it('are these, each for the total of its own stage', () => {
    expect(
      Object.fromEntries(counted().map((alarm) => [nameOf(alarm), alarm.properties['MetricName']])),
    ).toEqual({
      'audit-ledger-tampered': 'LedgerTampered',
      'documents-threat-after-decision': 'ThreatAfterDecision',
      'identity-authorize-token-errors': 'AuthorizerFailed',
      'income-employment-orders-doubled': 'EmploymentOrdersDoubled',
      'income-verifier-refuses-us': 'EmploymentVerifierRefusesUs',
      'income-webhook-signatures-refused': 'WebhookSignaturesRefused',
      'integrations-effects-uncertain': 'EffectsStillUncertain',
      'integrations-loans-passed-over': 'LoansPassedOver',
      'integrations-sync-blocked': 'SyncBlocked',
      'integrations-total-expert-down': 'CircuitOpened',
      'messaging-mails-bounced': 'MailsBounced',
    });
    for (const { properties } of counted())
      expect(properties['Dimensions']).toEqual([{ Name: 'service', Value: 'keyturn-local' }]);
  });

  it.each([
    ['its own stage', 'local', 'ALARM'],
    ['another stage of the account', 'dev', 'OK'],
  ])('go off, on this machine too, by the lines of %s: %s gives %s', async (_what, stage, state) => {
    const context = engineContext({ answers: { call: () => ({}) } });
    const service = createMonitoringService(context);
    for (const alarm of counted().filter((one) => one.properties['MetricName'] === 'SyncBlocked'))
      service.provision({
        stack: 'test',
        logicalId: alarm.id,
        type: 'AWS::CloudWatch::Alarm',
        properties: { ...alarm.properties, AlarmActions: [], OKActions: [] },
        ref: nameOf(alarm),
        attributes: { Arn: `arn:aws:cloudwatch:us-east-1:000000000000:alarm:${nameOf(alarm)}` },
      });
    service.start?.();
    const at = context.clock.now();
    for (const line of await linesOf(stage, 'SyncBlocked', 1))
      service.logLine(line.replace(/"Timestamp":\d+/, `"Timestamp":${at}`));
    await context.clock.advance(2 * 3600_000);
    const history = context.neighbours.published.map(
      ({ detail }) => (detail as { state: { value: string } }).state.value,
    );
    expect(history.includes('ALARM') ? 'ALARM' : 'OK').toBe(state);
  });

  it('count once in the total, whatever the details are', async () => {
    const lines = await linesOf('dev', 'CircuitOpened', 1);
    const sets = lines.flatMap((line) =>
      (
        JSON.parse(line) as { _aws: { CloudWatchMetrics: { Dimensions: string[][] }[] } }
      )._aws.CloudWatchMetrics.flatMap(({ Dimensions }) => Dimensions),
    );
    expect(sets).toEqual([['service'], ['service', 'partner']]);
  });
});

describe('what is no alarm', () => {
  it('a queue that waits for a token of the two an hour', () => {
    const [behind] = alarms.filter(
      (alarm) => nameOf(alarm) === 'integrations-on-total-expert-sync-falling-behind',
    );
    expect(behind?.properties['Threshold']).toBe(7200);
  });

  it('a refused token, which ends its invocation with an error', () => {
    const onErrors = alarms.filter(({ properties }) => properties['Namespace'] === 'AWS/Lambda');
    expect(onErrors.map(nameOf).filter((name) => name.includes('authorize'))).toEqual([]);
  });
});
