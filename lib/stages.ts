import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** Every number that differs between environments, in one table. */

export const stageNames = ['dev', 'staging', 'prod', 'local'] as const;
export type StageName = (typeof stageNames)[number];

/** Who signs tokens: a user pool of the identity stack, or (locally) the token issuer of the cloud on one machine. */
export type TokenIssuer = 'user-pool' | { issuer: string; jwksUrl: string; clientId: string };

export interface LenderConfig {
  /** IANA zone in which the lender's calendar dates are meant. */
  zone: string;
  nmlsId: string;
  brandName: string;
  /** Open weekdays, 0 = Sunday: the general business days of Reg Z 1026.2(a)(6). */
  officeDays: string;
  mailFrom: string;
  /** The web origin that borrowers and staff use. */
  domain: string;
}

export interface Stage {
  name: StageName;
  region: string;
  /** Data outlives its stack, and neither the stack nor its tables can be deleted by one command. */
  keepsData: boolean;
  pointInTimeRecoveryDays: number;
  logRetention: RetentionDays;
  /** How long Object Lock (compliance mode) keeps an audit object from everybody, the account's root included. */
  auditLockDays: number;
  eventArchiveDays: number;
  throttle: { requestsPerSecond: number; burst: number; perAddressPer5Minutes: number };
  memoryMb: { api: number; consumer: number; task: number; reader: number; small: number };
  alarms: {
    /** Errors of one function in five minutes. */
    functionErrors: number;
    /** Age of a queue's oldest message. */
    queueAgeSeconds: number;
    /** How far a table's stream may run behind. */
    streamAgeSeconds: number;
    /** Monthly bill in US dollars of which 80 % is announced. */
    monthlyBudgetUsd: number;
    /** Answers 5xx of the API in five minutes. */
    apiServerErrors: number;
    apiLatencyP99Ms: number;
    /** Where alarms are mailed; absent: only to the topic. */
    email?: string;
  };
  lender: LenderConfig;
  partners: { totalExpert: string; employmentVerification: string };
  issuers: { staff: TokenIssuer; borrowers: TokenIssuer };
  /** The staff address that becomes operations on its first verified sign-in, while no user has it. */
  firstOperatorEmail: string;
  /** `ses` needs a verified identity for the lender's domain; `none` lets the pools use Cognito's own sender. */
  poolMail: 'ses' | 'none';
}

const lender: LenderConfig = {
  zone: 'America/New_York',
  nmlsId: '0000000',
  brandName: 'Keyturn Home Loans',
  officeDays: '1,2,3,4,5',
  mailFrom: 'loans@dev.keyturn.example',
  domain: 'https://dev.keyturn.example',
};

const sandboxPartners = {
  totalExpert: 'https://public.vt.totalexpert.net',
  employmentVerification: 'https://sandbox.verification.example',
};

const dev: Stage = {
  name: 'dev',
  region: 'us-east-1',
  keepsData: false,
  pointInTimeRecoveryDays: 7,
  logRetention: RetentionDays.TWO_WEEKS,
  auditLockDays: 1,
  eventArchiveDays: 14,
  throttle: { requestsPerSecond: 50, burst: 100, perAddressPer5Minutes: 2000 },
  memoryMb: { api: 1024, consumer: 512, task: 512, reader: 1769, small: 256 },
  alarms: {
    functionErrors: 5,
    queueAgeSeconds: 900,
    streamAgeSeconds: 300,
    monthlyBudgetUsd: 200,
    apiServerErrors: 5,
    apiLatencyP99Ms: 3000,
  },
  lender,
  partners: sandboxPartners,
  issuers: { staff: 'user-pool', borrowers: 'user-pool' },
  firstOperatorEmail: 'operator@dev.keyturn.example',
  poolMail: 'none',
};

const staging: Stage = {
  ...dev,
  name: 'staging',
  keepsData: true,
  pointInTimeRecoveryDays: 14,
  logRetention: RetentionDays.THREE_MONTHS,
  auditLockDays: 30,
  eventArchiveDays: 90,
  throttle: { requestsPerSecond: 200, burst: 400, perAddressPer5Minutes: 2000 },
  alarms: {
    ...dev.alarms,
    functionErrors: 2,
    queueAgeSeconds: 600,
    streamAgeSeconds: 120,
    monthlyBudgetUsd: 500,
  },
  lender: { ...lender, mailFrom: 'loans@staging.keyturn.example', domain: 'https://staging.keyturn.example' },
  firstOperatorEmail: 'operator@staging.keyturn.example',
  poolMail: 'ses',
};

const prod: Stage = {
  ...staging,
  name: 'prod',
  pointInTimeRecoveryDays: 35,
  // Reg B 1002.12(b): 25 months; Reg Z 1026.25(c)(1): 3 years for closing disclosures' evidence of compliance.
  logRetention: RetentionDays.THREE_YEARS,
  // Reg Z 1026.25(c)(1)(ii): five years for the Closing Disclosure and what was made for it; seven kept, as the agencies ask.
  auditLockDays: 2557,
  eventArchiveDays: 731,
  throttle: { requestsPerSecond: 1000, burst: 2000, perAddressPer5Minutes: 2000 },
  alarms: {
    functionErrors: 1,
    queueAgeSeconds: 300,
    streamAgeSeconds: 60,
    monthlyBudgetUsd: 5000,
    apiServerErrors: 1,
    apiLatencyP99Ms: 2000,
    email: 'operations@keyturn.example',
  },
  lender: { ...lender, mailFrom: 'loans@keyturn.example', domain: 'https://keyturn.example' },
  partners: {
    totalExpert: 'https://public.totalexpert.net',
    employmentVerification: 'https://api.verification.example',
  },
  firstOperatorEmail: 'operator@keyturn.example',
};

/** The addresses of `npm start`: everything on loopback, http allowed only there. */
const local: Stage = {
  ...dev,
  name: 'local',
  throttle: { requestsPerSecond: 500, burst: 1000, perAddressPer5Minutes: 100_000 },
  lender: { ...lender, mailFrom: 'loans@local.keyturn.example', domain: 'http://127.0.0.1:4570' },
  partners: {
    totalExpert: 'http://127.0.0.1:4572/total-expert',
    employmentVerification: 'http://127.0.0.1:4572/employment-verification',
  },
  issuers: { staff: localIssuer('staff'), borrowers: localIssuer('borrowers') },
  firstOperatorEmail: 'operator@local.keyturn.example',
};

const stages: Record<StageName, Stage> = { dev, staging, prod, local };

/** The stage of that name. An unknown name throws, and the message lists the valid ones. */
export function stageNamed(name: string): Stage {
  const known = stageNames.find((candidate) => candidate === name);
  if (known === undefined)
    throw new Error(`Unknown stage "${name}". Valid stages: ${stageNames.join(', ')}.`);
  return stages[known];
}

function localIssuer(pool: 'staff' | 'borrowers'): TokenIssuer {
  const issuer = `http://127.0.0.1:4571/_local/issuer/${pool}`;
  return { issuer, jwksUrl: `${issuer}/.well-known/jwks.json`, clientId: `local-${pool}` };
}
