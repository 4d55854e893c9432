import { TextractClient } from '@aws-sdk/client-textract';

/** Textract's quotas are a few calls a second in a region: the SDK backs off, the queue and the machine do the rest. */
export const textractClient = (): TextractClient => new TextractClient({ maxAttempts: 5 });
