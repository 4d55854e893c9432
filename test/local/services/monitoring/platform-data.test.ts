import { expect, it } from 'vitest';
import type { Datum } from '../../../../local/services/monitoring/metric-store.ts';
import { platformData } from '../../../../local/services/monitoring/platform-data.ts';

it('counts what AWS counts by itself, under the names and dimensions that alarms use', () => {
  const recorded: Datum[] = [];
  const platform = platformData(
    (datum) => recorded.push(datum),
    () => 1000,
  );
  platform.invocation({ functionName: 'loans-api', durationMs: 12, failed: true });
  platform.apiRequest({ name: 'keyturn-api', stage: 'live' }, { status: 503, latencyMs: 40 });
  const ended = (status: string) => ({
    source: 'aws.states',
    detail: { stateMachineArn: 'arn:machine', status },
  });
  platform.heard([
    ended('TIMED_OUT'),
    ended('RUNNING'),
    { source: 'keyturn.loans', detail: { status: 'FAILED' } },
  ]);
  expect(
    recorded.map(({ namespace, name, dimensions, value }) => [
      namespace,
      name,
      Object.values(dimensions),
      value,
    ]),
  ).toEqual([
    ['AWS/Lambda', 'Invocations', ['loans-api'], 1],
    ['AWS/Lambda', 'Errors', ['loans-api'], 1],
    ['AWS/Lambda', 'Duration', ['loans-api'], 12],
    ['AWS/ApiGateway', 'Count', ['keyturn-api', 'live'], 1],
    ['AWS/ApiGateway', '4XXError', ['keyturn-api', 'live'], 0],
    ['AWS/ApiGateway', '5XXError', ['keyturn-api', 'live'], 1],
    ['AWS/ApiGateway', 'Latency', ['keyturn-api', 'live'], 40],
    ['AWS/States', 'ExecutionsTimedOut', ['arn:machine'], 1],
  ]);
  expect(recorded[0]?.at).toBe(1000);
});
