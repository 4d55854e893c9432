import type { Gauge } from './alarms.ts';

interface Reading {
  queueName: string;
  [metric: string]: string | number;
}

/** Turns readings of queues into `AWS/SQS` metrics: `queueGauge(() => sqs.engine.readings())`. */
export function queueGauge(readings: () => readonly object[]): Gauge {
  return () =>
    (readings() as readonly Reading[]).flatMap(({ queueName, ...metrics }) =>
      Object.entries(metrics).map(([name, value]) => ({
        namespace: 'AWS/SQS',
        name,
        dimensions: { QueueName: queueName },
        value: Number(value),
      })),
    );
}
