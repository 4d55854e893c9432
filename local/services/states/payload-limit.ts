import type { Json } from '../service.ts';
import { StateError } from './state-error.ts';

/** Bytes of UTF-8 that an input, output, result or variable may have. */
export const MOST_PAYLOAD_BYTES = 262_144;

/** Throws `States.DataLimitExceeded`, which no wildcard catches. */
export function limitPayload(value: Json, stateName: string): void {
  if (isWithinLimit(JSON.stringify(value))) return;
  throw new StateError(
    'States.DataLimitExceeded',
    `The state/task '${stateName}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );
}

export function isWithinLimit(text: string): boolean {
  return text.length * 3 <= MOST_PAYLOAD_BYTES || Buffer.byteLength(text) <= MOST_PAYLOAD_BYTES;
}
