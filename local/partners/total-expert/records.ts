import type { HttpResponse, Store } from '../../services/service.ts';
import type { FaultSwitches } from './faults.ts';
import { type Kind, type Known, refusalOf, type Refusal, unprocessable } from './record-rules.ts';
import { type Fields, isFields, refused, reply, textOf } from './replies.ts';

export interface Kept {
  id: number;
  fields: Fields;
  /** How often it was written, the first time included. */
  writes: number;
}

const collectionOf = (kind: Kind) => `total-expert.${kind}`;
const keyOf = (id: number | string) => String(id).padStart(12, '0');

/** Contacts and loans, durable. Contacts are deduplicated as documented; loans never are: a second POST is a second loan. */
export function records(store: Store, faults: FaultSwitches, ownUrl: string) {
  const list = (kind: Kind): Kept[] => store.list<Kept>(collectionOf(kind)).map(([, kept]) => kept);
  const get = (kind: Kind, id: string) => store.get<Kept>(collectionOf(kind), keyOf(id));
  const put = (kind: Kind, kept: Kept) => store.put(collectionOf(kind), keyOf(kept.id), kept);
  const known: Known = {
    owner: (externalId) => externalId !== '' && !faults.now().unknownOwners.includes(externalId),
    contact: (id) => get('contacts', id) !== undefined,
  };
  const said = ({ status, error }: Refusal) => refused(status, error);

  function nextId(): number {
    const id = (store.get<number>('total-expert.ids', 'last') ?? 56_494) + 1;
    store.put('total-expert.ids', 'last', id);
    return id;
  }

  function merge(kind: Kind, kept: Kept, fields: Fields): void {
    put(kind, { ...kept, fields: { ...kept.fields, ...fields }, writes: kept.writes + 1 });
  }

  return {
    list,
    create(kind: Kind, fields: Fields): HttpResponse {
      const refusal = refusalOf(kind, fields, known);
      if (refusal) return said(refusal);
      const same =
        kind === 'contacts' ? list(kind).find((kept) => isSamePerson(kept.fields, fields)) : undefined;
      if (same) {
        merge(kind, same, fields);
        return reply(200, { duplicate: `${ownUrl}/v1/${kind}/${same.id}`, id: same.id });
      }
      const id = nextId();
      put(kind, { id, fields, writes: 1 });
      return reply(201, { created: `${ownUrl}/v1/${kind}/${id}`, id });
    },
    change(kind: Kind, id: string, fields: Fields): HttpResponse {
      const kept = get(kind, id);
      if (!kept) return refused(404, 'Not found');
      const refusal = unprocessable(fields, known);
      if (refusal) return said(refusal);
      merge(kind, kept, fields);
      return reply(200, { id: kept.id });
    },
    show(kind: Kind, id: string): HttpResponse {
      const kept = get(kind, id);
      return kept ? reply(200, { id: kept.id, ...kept.fields }) : refused(404, 'Not found');
    },
    page(kind: Kind, query: URLSearchParams): HttpResponse {
      const size = positive(query.get('page[size]')) ?? 10;
      const number = positive(query.get('page[number]')) ?? 1;
      const all = list(kind);
      const last = Math.max(1, Math.ceil(all.length / size));
      const at = (page: number) => `${ownUrl}/v1/${kind}?page[number]=${page}&page[size]=${size}`;
      const objects = all
        .slice((number - 1) * size, number * size)
        .map((kept) => ({ id: kept.id, ...kept.fields }));
      const links = {
        first: at(1),
        last: at(last),
        next: number < last ? at(number + 1) : null,
        prev: number > 1 ? at(number - 1) : null,
      };
      return reply(200, { objects, links });
    },
  };
}

const positive = (text: string | null): number | undefined =>
  /^[1-9]\d{0,3}$/.test(text ?? '') ? Number(text) : undefined;

/** One owner, the same names, and the same e-mail, cell phone or address. */
function isSamePerson(one: Fields, other: Fields): boolean {
  const same = (...names: string[]) =>
    names.every((name) => textOf(one[name]) !== '' && folded(one, name) === folded(other, name));
  const reached = same('email') || same('phone_cell') || same('address', 'city', 'state', 'zip_code');
  return ownerOf(one) === ownerOf(other) && same('first_name', 'last_name') && reached;
}

const folded = (fields: Fields, name: string) => textOf(fields[name]).trim().toLowerCase();
const ownerOf = ({ owner }: Fields): string => (isFields(owner) ? textOf(owner['external_id']) : '');
