import * as z from 'zod';
import { unavailable } from '../../shared/errors.ts';
import type { Connector } from '../connector/connector.ts';
import type { HttpReply } from '../connector/http-call.ts';
import type { Found, MarketingPlatform, Taken } from '../domain/marketing-platform.ts';
import type { RecordKind } from '../domain/record-to-send.ts';

const Id = z.union([z.string(), z.int()]).transform(String);
const Accepted = z.object({ id: Id });
const Page = z.object({
  objects: z.array(z.object({ id: Id, external_id: z.string().nullish() })),
  links: z.object({ next: z.string().nullish() }),
});

const pageSize = 100;
/** Ten thousand records: beyond that a person looks. */
const mostPages = 100;

/** Total Expert's public API v1: JSON, POST answers 201 `created` or 200 `duplicate` with the id, errors `{error}`. */
export function totalExpert(connector: Connector): MarketingPlatform {
  return {
    create: async (kind, body) =>
      taken(await connector.send({ method: 'POST', path: pathOf(kind), body, repeatable: false })),
    update: async (kind, externalId, body) => {
      const path = `${pathOf(kind)}/${encodeURIComponent(externalId)}`;
      return taken(await connector.send({ method: 'PATCH', path, body, repeatable: true }), externalId);
    },
    async find(kind, recordId) {
      for (let number = 1; number <= mostPages; number += 1) {
        const { objects, links } = await page(connector, kind, number);
        const found = objects.find(({ external_id }) => external_id === recordId);
        if (found) return { kind: 'done', externalId: found.id };
        if (links.next === undefined || links.next === null || objects.length === 0)
          return { kind: 'absent' };
      }
      return { kind: 'unknown' } satisfies Found;
    },
  };
}

const pathOf = (kind: RecordKind): string => `/v1/${kind}s`;

async function page(connector: Connector, kind: RecordKind, number: number) {
  const query = `page%5Bnumber%5D=${number}&page%5Bsize%5D=${pageSize}`;
  const reply = await connector.send({ method: 'GET', path: `${pathOf(kind)}?${query}`, repeatable: true });
  const parsed = Page.safeParse(reply.body);
  if (reply.status === 200 && parsed.success) return parsed.data;
  throw unavailable('PartnerUnreadable', 'the list of the partner cannot be read', { status: reply.status });
}

/** A refusal is told by its status alone: the partner's sentence may quote the person it is about. */
function taken({ status, body }: HttpReply, knownId?: string): Taken {
  if (status >= 400) return { kind: 'refused', reasonCode: refusals[status] ?? `PartnerRefused${status}` };
  const parsed = Accepted.safeParse(body);
  if (status < 300 && parsed.success) return { kind: 'done', externalId: parsed.data.id };
  if (status < 300 && knownId !== undefined) return { kind: 'done', externalId: knownId };
  throw unavailable('PartnerUnreadable', 'the answer of the partner cannot be read', { status });
}

const refusals: Record<number, string> = {
  400: 'PartnerFoundItMalformed',
  403: 'PartnerForbids',
  404: 'PartnerRecordGone',
  422: 'PartnerFoundItInvalid',
};
