import type { HttpResponse, Json } from '../../services/service.ts';

export const reply = (status: number, body: Json): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** `{"error": "..."}`, as the public API answers everything but OAuth. */
export const refused = (status: number, error: string): HttpResponse => reply(status, { error });

/** OAuth's own shape. */
export const refusedGrant = (status: number, error: string, description: string): HttpResponse =>
  reply(status, { error, error_description: description });

export type Fields = Record<string, Json>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body as an object; undefined where it is not one. */
export function fieldsOf(body: Uint8Array): Fields | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return isFields(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
