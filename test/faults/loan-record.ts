import * as z from 'zod';
import { expectBody } from '../../tools/client/keyturn-client.ts';
import type { Road } from '../support/road/road-cloud.ts';
import type { RoadLoan } from '../support/road/road-loan.ts';
import { viewOf } from '../support/road/road-loan.ts';

const Facts = z.looseObject({
  about: z.string().optional(),
  event: z.string().optional(),
  transition: z.string().optional(),
  stage: z.string().optional(),
  types: z.array(z.string()).optional(),
  effectId: z.string().optional(),
});
const Export = z.looseObject({
  entries: z.array(z.looseObject({ seq: z.int(), action: z.string(), facts: Facts })),
});
const Verified = z.looseObject({ verified: z.boolean(), entries: z.int() });
const Documents = z.looseObject({
  items: z.array(
    z.looseObject({ documentId: z.string(), state: z.string(), types: z.array(z.string()).optional() }),
  ),
});
const Messages = z.looseObject({
  items: z.array(
    z.looseObject({
      effectId: z.string(),
      channel: z.string(),
      recipientId: z.string(),
      about: z.string(),
      status: z.string(),
      reasonCode: z.string().optional(),
    }),
  ),
});
export type Message = z.output<typeof Messages>['items'][number];

/** What stands of one loan at the end of its road. */
export interface LoanRecord {
  loanId: string;
  stage: string;
  needs: string[];
  documents: string[];
  verified: boolean;
  /** Sequence numbers as they come: 1, 2, 3 … when none is missing. */
  seqs: number[];
  /** Entries by what they tell, e.g. `EffectDone stage-changed`. */
  entries: Record<string, number>;
  /** Effects that were done more than once. */
  doneTwice: string[];
  messages: Message[];
}

export async function recordOf({ cast }: Road, { loanId }: RoadLoan): Promise<LoanRecord> {
  const view = await viewOf(cast.manager, loanId);
  const get = async <S extends z.ZodType>(
    client: { get: typeof cast.manager.get },
    path: string,
    schema: S,
  ) => expectBody(await client.get(`/v1/loans/${loanId}/${path}`), 200, schema);
  const { verified } = await get(cast.compliance, 'audit/verify', Verified);
  const { entries } = await get(cast.compliance, 'audit/export', Export);
  const documents = await get(cast.manager, 'documents', Documents);
  const messages = await get(cast.manager, 'messages', Messages);
  const done = entries.flatMap(({ action, facts }) =>
    action === 'EffectDone' ? (facts.effectId ?? []) : [],
  );
  return {
    loanId,
    stage: view.stage,
    needs: view.needs.map(({ kind, status }) => `${kind} ${status}`).toSorted(),
    documents: documents.items.map(({ types = [], state }) => `${types.join('+')} ${state}`).toSorted(),
    verified,
    seqs: entries.map(({ seq }) => seq),
    entries: countsOf(kindsOf(entries)),
    doneTwice: done.filter((id, index) => done.indexOf(id) !== index),
    messages: messages.items,
  };
}

type Entry = z.output<typeof Export>['entries'][number];

/** What each entry tells. An effect counts once, by what it is about, whether its end was known at once, later or never. */
function kindsOf(entries: readonly Entry[]): string[] {
  const effects = new Map<string, string>();
  const others: string[] = [];
  for (const { action, facts } of entries) {
    const { effectId, about, event, transition, stage, types } = facts;
    if (effectId !== undefined && action.startsWith('Effect')) effects.set(effectId, `Effect ${about}`);
    else others.push([action, event ?? transition ?? stage ?? types?.join('+')].filter(Boolean).join(' '));
  }
  return [...others, ...effects.values()];
}

export function countsOf(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words.toSorted()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
