import { type PriceName, prices } from './price-table.ts';

/** What the local cloud metered, as `GET /_local/meter` gives it. */
export interface Metered {
  /** `<signing name>:<operation>` -> calls. */
  calls: Record<string, number>;
  dynamodb: { readUnits: number; writeUnits: number };
  lambda: Record<string, { invocations: number; gigabyteSeconds: number }>;
  api: { requests: number };
  stateTransitions: number;
  textractPages: Record<string, number>;
  busEvents: number;
  scans: { objects: number; bytes: number };
}

export interface CostLine {
  name: PriceName;
  what: string;
  units: number;
  usd: number;
}

/** S3's dearer requests: https://aws.amazon.com/s3/pricing/ (PUT, COPY, POST, LIST); deletions are free, all others are reads. */
const s3Writes = new Set([
  'PutObject',
  'CopyObject',
  'PutObjectTagging',
  'CreateMultipartUpload',
  'UploadPart',
  'CompleteMultipartUpload',
  'ListBuckets',
  'ListObjectsV2',
  'ListObjectVersions',
  'ListParts',
]);
const s3Free = new Set(['DeleteObject', 'DeleteObjects', 'DeleteObjectTagging', 'AbortMultipartUpload']);

/**
 * Counts times prices, dearest first; what cost nothing is left out. Lambda time is this machine's, not AWS's; a schedule
 * counts when it is made, since it fires at most once. Not metered here: logs, trails, sign-ins, storage, traffic.
 */
export function costOf(metered: Metered): CostLine[] {
  const calls = (service: string, counts: (operation: string) => boolean = () => true) =>
    Object.entries(metered.calls)
      .map(([name, count]) => ({ count, parts: name.split(':') }))
      .filter(({ parts: [own, operation = ''] }) => own === service && counts(operation))
      .reduce((sum, { count }) => sum + count, 0);
  const lambda = Object.values(metered.lambda);
  const units: Record<PriceName, number> = {
    apiRequest: metered.api.requests,
    lambdaRequest: lambda.reduce((sum, { invocations }) => sum + invocations, 0),
    lambdaGigabyteSecond: lambda.reduce((sum, { gigabyteSeconds }) => sum + gigabyteSeconds, 0),
    stateTransition: metered.stateTransitions,
    dynamoWriteUnit: metered.dynamodb.writeUnits,
    dynamoReadUnit: metered.dynamodb.readUnits,
    s3Put: calls('s3', (operation) => s3Writes.has(operation)),
    s3Get: calls('s3', (operation) => !s3Writes.has(operation) && !s3Free.has(operation)),
    sqsRequest: calls('sqs'),
    busEvent: metered.busEvents,
    kmsRequest: calls('kms', (operation) => operation !== 'Sign'),
    kmsSignature: calls('kms', (operation) => operation === 'Sign'),
    mail: calls('ses', (operation) => operation === 'SendEmail'),
    schedule: calls('scheduler', (operation) => operation === 'CreateSchedule'),
    secretRequest: calls('secretsmanager'),
    textractDetectPage: metered.textractPages['DetectDocumentText'] ?? 0,
    textractFormsPage: metered.textractPages['AnalyzeDocument'] ?? 0,
    textractLendingPage: metered.textractPages['AnalyzeLending'] ?? 0,
    malwareScan: metered.scans.objects,
    malwareScanGigabyte: metered.scans.bytes / 2 ** 30,
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
