import * as z from 'zod';

const idPattern = /^(loan|cont|user|doc|need|task|evt|eff|ver|calc)_[0-9A-Z]{26}$/;
const Body = z.object({
  'detail-type': z.string().optional(),
  detail: z
    .object({ id: z.string().optional(), data: z.record(z.string(), z.unknown()).optional() })
    .optional(),
});

/** What may be shown of a message's body: its type and the ids in it, found by their shape; nothing else, whatever it holds. */
export function maskBody(body: string): { detailType?: string; ids: Record<string, string> } {
  const parsed = Body.safeParse(readJson(body));
  if (!parsed.success) return { ids: {} };
  const { 'detail-type': detailType, detail } = parsed.data;
  const candidates = { ...detail?.data, ...(detail?.id === undefined ? {} : { eventId: detail.id }) };
  const ids = Object.fromEntries(
    Object.entries(candidates).flatMap(([name, value]) =>
      typeof value === 'string' && idPattern.test(value) ? [[name, value]] : [],
    ),
  );
  return /^[A-Za-z]{1,60}\.v\d{1,3}$/.test(detailType ?? '') && detailType !== undefined
    ? { detailType, ids }
    : { ids };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
