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
  const { loanId, actor, from, to, kind } = query;
  if (loanId !== undefined && actor !== undefined) {
    throw invalid('TooManyFilters', 'search by loan or by actor', {}, [
      { field: 'actor', rule: 'not together with loanId' },
    ]);
  }
  if (loanId !== undefined)
    return kind === 'reads' ? loanReads(storage, loanId, query) : loanChanges(storage, loanId, query);
  if (actor !== undefined) return actorEntries(storage, actor, query);
  if (from !== undefined && to !== undefined && from <= to)
    return periodEntries(storage, { ...query, from, to });
  throw invalid('FilterNeeded', 'say whose trail, or of which period', {}, [
    { field: 'from', rule: 'give loanId, or actor, or from and to in order' },
  ]);
}
