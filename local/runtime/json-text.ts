import type { Json } from '../services/service.ts';

/** A template or request value as text: text stays, numbers and booleans are written out, nothing is ''. */
export function jsonText(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

/** The members of an object, none of anything else. */
export function members(value: Json | undefined): Record<string, Json> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
}

/** The items of a list, none of anything else. */
export function items(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
