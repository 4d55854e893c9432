import type { Json } from '../service.ts';

/** An event as rules and targets see it. */
export interface Envelope {
  version: '0';
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  time: string;
  region: string;
  resources: string[];
  detail: Json;
  'replay-name'?: string;
  [field: string]: Json | undefined;
}

/** EventBridge writes instants to the second. */
export function eventTime(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}
