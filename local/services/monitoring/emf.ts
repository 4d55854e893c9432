import * as z from 'zod';
import type { Datum } from './metric-store.ts';

const document = z.looseObject({
  _aws: z.looseObject({
    Timestamp: z.number(),
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())).default([[]]),
        Metrics: z.array(z.looseObject({ Name: z.string(), Unit: z.string().optional() })),
      }),
    ),
  }),
});

/** The metrics of one log line in CloudWatch's embedded metric format; none for any other line. */
export function emfData(line: string): Datum[] {
  if (!line.includes('"_aws"')) return [];
  const parsed = document.safeParse(jsonIn(line));
  if (!parsed.success) return [];
  const { _aws, ...fields } = parsed.data;
  return _aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
    Metrics.flatMap(({ Name }) => {
      const values = [fields[Name]].flat().filter((value) => typeof value === 'number');
      return Dimensions.flatMap((names) => {
        const dimensions = Object.fromEntries(names.map((name) => [name, String(fields[name])]));
        return values.map((value) => ({
          namespace: Namespace,
          name: Name,
          dimensions,
          value,
          at: _aws.Timestamp,
        }));
      });
    }),
  );
}

/** A line may have a prefix before its JSON, as Lambda's text log format writes it. */
function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line.slice(Math.max(0, line.indexOf('{')))) as unknown;
  } catch {
    return undefined;
  }
}
