import { describe, expect, it } from 'vitest';
import { usageMeter } from '../../../local/runtime/meter.ts';
import { costOf, type Metered, totalUsd } from '../../../tools/cost/cost-of.ts';

const nothing: Metered = usageMeter(() => ({ stateTransitions: 0, textractPages: {} })).reading();
const units = (metered: Partial<Metered>) =>
  Object.fromEntries(costOf({ ...nothing, ...metered }).map(({ name, units: count }) => [name, count]));

describe('the cost of what was metered', () => {
  it('counts each call under the name that the meter gives it, and nothing twice', () => {
    const calls = {
      's3:PutObject': 3,
      's3:CopyObject': 1,
      's3:GetObject': 5,
      's3:HeadObject': 2,
      's3:DeleteObject': 9,
      'ses:SendEmail': 2,
      'ses:GetMessageInsights': 4,
      'scheduler:CreateSchedule': 1,
      'scheduler:DeleteSchedule': 1,
      'sqs:SendMessage': 6,
      'sqs:ReceiveMessage': 7,
      'kms:GenerateMac': 8,
      'kms:Sign': 1,
      'secretsmanager:GetSecretValue': 1,
      'states:StartExecution': 3,
    };
    expect(units({ calls })).toEqual({
      s3Put: 4,
      s3Get: 7,
      mail: 2,
      schedule: 1,
      sqsRequest: 13,
      kmsRequest: 8,
      kmsSignature: 1,
      secretRequest: 1,
    });
  });

  it('counts events, scans, pages, transitions and time by their own counters, not by calls', () => {
    expect(
      units({
        calls: { 'events:PutEvents': 2, 'textract:DetectDocumentText': 3 },
        busEvents: 12,
        scans: { objects: 2, bytes: 2 ** 29 },
        textractPages: { DetectDocumentText: 3, AnalyzeLending: 1, AnalyzeDocument: 0 },
        stateTransitions: 40,
        lambda: {
          one: { invocations: 2, gigabyteSeconds: 0.5 },
          other: { invocations: 1, gigabyteSeconds: 1 },
        },
      }),
    ).toEqual({
      busEvent: 12,
      malwareScan: 2,
      malwareScanGigabyte: 0.5,
      textractDetectPage: 3,
      textractLendingPage: 1,
      stateTransition: 40,
      lambdaRequest: 3,
      lambdaGigabyteSecond: 1.5,
    });
  });

  it('multiplies by the price table, dearest first', () => {
    const lines = costOf({ ...nothing, textractPages: { AnalyzeLending: 2 }, api: { requests: 1_000 } });
    expect(lines.map(({ name, usd }) => [name, usd])).toEqual([
      ['textractLendingPage', 0.14],
      ['apiRequest', 0.0035],
    ]);
    expect(totalUsd(lines)).toBeCloseTo(0.1435, 10);
  });

  it('is nothing when nothing was used', () => {
    expect(costOf(nothing)).toEqual([]);
  });
});
