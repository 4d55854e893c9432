import { addMs, type Instant } from '../../shared/clock.ts';
import { invalid } from '../../shared/errors.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import {
  actorEntries,
  type EntryPage,
  loanChanges,
  loanReads,
  periodEntries,
} from '../adapters/ledger-pages.ts';
import type { auditRoutes } from '../routes.ts';

type Request = ApiRequest<(typeof auditRoutes.routes)[0]>;

/** GET /v1/audit?loanId=|actor=|from=&to= */
export async function getAudit({ query }: Request, { storage }: Kernel): Promise<Reply> {
  return ok(await search(query, storage));
}

function search(query: Request['query'], storage: Kernel['storage']): Promise<EntryPage> {
  const { loanId, actor, kind } = query;
  const from = query.from === undefined ? undefined : inMilliseconds(query.from);
  const to = query.to === undefined ? undefined : inMilliseconds(query.to);
  const window = { ...query, from, to };
  if (loanId !== undefined && actor !== undefined) {
    throw invalid('TooManyFilters', 'search by loan or by actor', {}, [
      { field: 'actor', rule: 'not together with loanId' },
    ]);
  }
  if (loanId !== undefined)
    return kind === 'reads' ? loanReads(storage, loanId, window) : loanChanges(storage, loanId, window);
  if (actor !== undefined) return actorEntries(storage, actor, window);
  if (from !== undefined && to !== undefined && from <= to)
    return periodEntries(storage, { ...window, from, to });
  throw invalid('FilterNeeded', 'say whose trail, or of which period', {}, [
    { field: 'from', rule: 'give loanId, or actor, or from and to in order' },
  ]);
}

/** Instants are compared as text with those of the entries, which are written with milliseconds. */
const inMilliseconds = (instant: string): Instant => addMs(instant as Instant, 0);
