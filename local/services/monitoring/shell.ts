import * as z from 'zod';
import { callAction, handleAwsJson, type CallableService } from '../aws-json.ts';
import type { EngineContext } from '../service.ts';
import { monitoringActions } from './actions.ts';
import type { AlarmState } from './alarm.ts';
import { Alarms, type Gauge } from './alarms.ts';
import { emfData } from './emf.ts';
import { MetricStore, type Datum } from './metric-store.ts';
import { platformData, type PlatformData } from './platform-data.ts';

export interface MonitoringService extends CallableService {
  /** One line that a function logged; metrics in embedded metric format are taken, all else is passed over. */
  logLine(line: string): void;
  /** A metric of another service. */
  record(datum: Datum): void;
  /** What AWS counts by itself. */
  readonly platform: PlatformData;
  /** For `/_local/alarms`. */
  describe(): AlarmState[];
  /** Judges all alarms now instead of at the next minute. */
  evaluate(): void;
}

/** CloudWatch: AWS JSON 1.0, credential scope `monitoring`; a request under `/_local/` gets alarms and metric names as JSON. `gauges` are read every minute. */
export function createMonitoringService(
  context: EngineContext,
  options: { gauges?: readonly Gauge[] } = {},
): MonitoringService {
  const metrics = new MetricStore(context);
  const alarms = new Alarms(context, metrics, options.gauges ?? []);
  const actions = monitoringActions(context, metrics, alarms);
  return {
    name: 'monitoring',
    types: ['AWS::CloudWatch::Alarm'],
    provision: ({ ref, properties, attributes }) => {
      const { AlarmName = ref } = z.looseObject({ AlarmName: z.string().optional() }).parse(properties);
      alarms.configure(AlarmName, properties, attributes['Arn']);
    },
    handle: async (request) => {
      if (request.url.pathname.startsWith('/_local/'))
        return {
          status: 200,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ alarms: alarms.describe(), metrics: metrics.ids() }),
        };
      return await handleAwsJson({ version: '1.0', legacyCodes: {} }, actions, request);
    },
    call: async (name, input) => await callAction(actions, name, input),
    logLine: (line) => {
      for (const datum of emfData(line)) metrics.add(datum);
    },
    record: (datum) => metrics.add(datum),
    platform: platformData(
      (datum) => metrics.add(datum),
      () => context.clock.now(),
    ),
    describe: () => alarms.describe(),
    evaluate: () => alarms.evaluate(),
    start: () => alarms.start(),
    stop: async () => {
      alarms.stop();
      metrics.flush();
    },
  };
}
