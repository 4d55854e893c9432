/** One AWS price as data: US dollars in us-east-1, first tier, and where it was read. */
export interface Price {
  /** What is counted. */
  unit: string;
  usdPerUnit: number;
  source: string;
}

/** Read on the days given from AWS's price lists and pages; change a row and every figure follows. */
export const prices = {
  apiRequest: { unit: 'REST API request', usdPerUnit: 3.5 / 1e6, source: 'API Gateway pricing, 2026' },
  lambdaRequest: { unit: 'Lambda request', usdPerUnit: 0.2 / 1e6, source: 'Lambda price list, 2026-09-19' },
  lambdaGigabyteSecond: {
    unit: 'Lambda GB-second, arm64',
    usdPerUnit: 0.0000133334,
    source: 'Lambda price list, 2026-09-19',
  },
  stateTransition: {
    unit: 'Step Functions transition',
    usdPerUnit: 25 / 1e6,
    source: 'Step Functions price list, 2026',
  },
  dynamoWriteUnit: {
    unit: 'DynamoDB write request unit',
    usdPerUnit: 0.625 / 1e6,
    source: 'DynamoDB price list, 2026-08-09',
  },
  dynamoReadUnit: {
    unit: 'DynamoDB read request unit',
    usdPerUnit: 0.125 / 1e6,
    source: 'DynamoDB price list, 2026-08-09',
  },
  s3Put: { unit: 'S3 PUT, COPY, POST or LIST', usdPerUnit: 0.005 / 1e3, source: 'S3 price list, 2026-09-29' },
  s3Get: { unit: 'S3 GET', usdPerUnit: 0.0004 / 1e3, source: 'S3 price list, 2026-09-29' },
  sqsRequest: { unit: 'SQS request', usdPerUnit: 0.4 / 1e6, source: 'SQS pricing, 2026' },
  busEvent: { unit: 'EventBridge custom event', usdPerUnit: 1 / 1e6, source: 'EventBridge pricing, 2026' },
  kmsRequest: { unit: 'KMS request', usdPerUnit: 0.03 / 1e4, source: 'KMS pricing, 2026' },
  kmsSignature: {
    unit: 'KMS signature by an elliptic curve key',
    usdPerUnit: 0.15 / 1e4,
    source: 'KMS pricing, recalled',
  },
  mail: { unit: 'SES mail', usdPerUnit: 0.1 / 1e3, source: 'SES pricing, recalled' },
  schedule: {
    unit: 'Scheduler invocation',
    usdPerUnit: 1 / 1e6,
    source: 'EventBridge Scheduler pricing, 2026',
  },
  secretRequest: {
    unit: 'Secrets Manager request',
    usdPerUnit: 0.05 / 1e4,
    source: 'Secrets Manager pricing, 2026',
  },
  textractDetectPage: {
    unit: 'Textract DetectDocumentText page',
    usdPerUnit: 0.0015,
    source: 'Textract pricing, 2026-04',
  },
  textractFormsPage: {
    unit: 'Textract AnalyzeDocument forms page',
    usdPerUnit: 0.05,
    source: 'Textract pricing, 2026-04',
  },
  textractLendingPage: {
    unit: 'Textract Analyze Lending page',
    usdPerUnit: 0.07,
    source: 'Textract pricing, 2026',
  },
  malwareScan: {
    unit: 'GuardDuty S3 object scanned',
    usdPerUnit: 0.215 / 1e3,
    source: 'GuardDuty pricing, 2026-09-28',
  },
  malwareScanGigabyte: {
    unit: 'GuardDuty GB scanned',
    usdPerUnit: 0.09,
    source: 'GuardDuty pricing, 2026-09-28',
  },
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof prices;
