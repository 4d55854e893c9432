import { type PriceName, prices } from './price-table.ts';

/** What the local cloud metered, as `GET /_local/meter` gives it. */
export interface Metered {
  calls: Record<string, number>;
  dynamodb: { readUnits: number; writeUnits: number };
  lambda: Record<string, { invocations: number; gigabyteSeconds: number }>;
  api: { requests: number };
  stateTransitions: number;
  textractPages: Record<string, number>;
}

export interface CostLine {
  name: PriceName;
  what: string;
  units: number;
  usd: number;
}

/** Counts times prices, dearest first; what cost nothing is left out. Lambda time is this machine's, not AWS's. */
export function costOf(metered: Metered): CostLine[] {
  const calls = (service: string, ...operations: string[]) =>
    Object.entries(metered.calls)
      .filter(([name]) => operations.some((operation) => name === `${service}:${operation}`))
      .reduce((sum, [, count]) => sum + count, 0);
  const all = (service: string) =>
    Object.entries(metered.calls)
      .filter(([name]) => name.startsWith(`${service}:`))
      .reduce((sum, [, count]) => sum + count, 0);
  const lambda = Object.values(metered.lambda);
  const units: Record<PriceName, number> = {
    apiRequest: metered.api.requests,
    lambdaRequest: lambda.reduce((sum, { invocations }) => sum + invocations, 0),
    lambdaGigabyteSecond: lambda.reduce((sum, { gigabyteSeconds }) => sum + gigabyteSeconds, 0),
    stateTransition: metered.stateTransitions,
    dynamoWriteUnit: metered.dynamodb.writeUnits,
    dynamoReadUnit: metered.dynamodb.readUnits,
    s3Put: calls('s3', 'PutObject', 'CopyObject', 'ListObjectsV2', 'PutObjectTagging'),
    s3Get: calls('s3', 'GetObject', 'HeadObject'),
    sqsRequest: all('sqs'),
    busEvent: calls('events', 'PutEvents'),
    kmsRequest: all('kms'),
    mail: calls('ses', 'SendEmail'),
    schedule: calls('scheduler', 'CreateSchedule'),
    secretRequest: all('secretsmanager'),
    textractDetectPage: metered.textractPages['DetectDocumentText'] ?? 0,
    textractFormsPage: metered.textractPages['AnalyzeDocument'] ?? 0,
    textractLendingPage: metered.textractPages['StartLendingAnalysis'] ?? 0,
    malwareScan: calls('s3', 'PutObject'),
  };
  return (Object.keys(units) as PriceName[])
    .filter((name) => units[name] > 0)
    .map((name) => ({
      name,
      what: prices[name].unit,
      units: units[name],
      usd: units[name] * prices[name].usdPerUnit,
    }))
    .toSorted((a, b) => b.usd - a.usd);
}

export const totalUsd = (lines: readonly CostLine[]): number => lines.reduce((sum, { usd }) => sum + usd, 0);
