import { addDays, calendarDate } from '../../shared/calendar.ts';
import { invalid } from '../../shared/errors.ts';
import type { Item, Page, Storage } from '../../shared/storage.ts';
import { keys, ledgerDayShards, loanSubject } from '../../shared/table.ts';
import { AuditEntry } from '../contracts.ts';

export interface EntryPage {
  items: AuditEntry[];
  next?: string;
}

interface Window {
  from?: string | undefined;
  to?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

const pageOf = ({ items, next }: Page<Item>): EntryPage => ({
  items: items.map((item) => AuditEntry.parse(item)),
  ...(next === undefined ? {} : { next }),
});

/** Sort keys are `<at>#<entryId>`: `~` sorts after every id, so that the last instant is inside. */
const bounds = ({ from, to }: Window) => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to: `${to}~` }),
});
const paging = ({ limit, cursor }: Window) => ({ limit, ...(cursor === undefined ? {} : { cursor }) });

/** A loan's changes, first to last; the period is applied to what the page holds, since the chain is kept by number. */
export async function loanChanges(storage: Storage, loanId: string, window: Window): Promise<EntryPage> {
  const page = pageOf(await storage.query(loanSubject(loanId), { table: 'ledger', ...paging(window) }));
  const { from = '', to = '9' } = window;
  return { ...page, items: page.items.filter(({ at }) => at >= from && at <= to) };
}

export const loanReads = async (storage: Storage, loanId: string, window: Window): Promise<EntryPage> =>
  pageOf(
    await storage.query(`READS#${loanSubject(loanId)}`, {
      table: 'ledger',
      ...bounds(window),
      ...paging(window),
    }),
  );

export const actorEntries = async (storage: Storage, actor: string, window: Window): Promise<EntryPage> =>
  pageOf(
    await storage.queryIndex({
      table: 'ledger',
      index: 'gsi1',
      pk: `ACTOR#${actor}`,
      ...bounds(window),
      ...paging(window),
    }),
  );

const longestPeriodDays = 31;

/** A period, day after day and shard after shard; the cursor is `<place>.<cursor within>`. */
export async function periodEntries(
  storage: Storage,
  window: Window & { from: string; to: string },
): Promise<EntryPage> {
  const places = placesOf(window.from, window.to);
  let [place, within] = placeOf(window.cursor, places.length);
  const items: AuditEntry[] = [];
  for (; place < places.length && items.length < window.limit; place += 1) {
    const limit = window.limit - items.length;
    const page = pageOf(
      await storage.queryIndex({
        table: 'ledger',
        index: 'gsi2',
        pk: places[place] ?? '',
        ...bounds(window),
        ...paging({ limit, cursor: within }),
      }),
    );
    items.push(...page.items);
    if (page.next !== undefined) return { items, next: `${place}.${page.next}` };
    within = undefined;
  }
  return place < places.length ? { items, next: `${place}.` } : { items };
}

function placesOf(from: string, to: string): string[] {
  const places: string[] = [];
  const last = to.slice(0, 10);
  for (let day = calendarDate(from.slice(0, 10)); day <= last; day = addDays(day, 1)) {
    for (let shard = 0; shard < ledgerDayShards; shard += 1) places.push(`DAY#${day}#${shard}`);
    if (places.length > longestPeriodDays * ledgerDayShards) {
      throw invalid('PeriodTooLong', 'a period spans at most 31 days', {}, [
        { field: 'to', rule: 'must be within 31 days of `from`' },
      ]);
    }
  }
  return places;
}

function placeOf(cursor: string | undefined, count: number): [place: number, within: string | undefined] {
  if (cursor === undefined) return [0, undefined];
  const [, place = '', within = ''] = /^(\d{1,4})\.(.*)$/.exec(cursor) ?? [];
  const number = Number.parseInt(place, 10);
  if (Number.isNaN(number) || number >= count) {
    throw invalid('InvalidCursor', 'the cursor is not one this API gave', {}, [
      { field: 'cursor', rule: 'must be the `next` of an earlier page' },
    ]);
  }
  return [number, within === '' ? undefined : within];
}

/**
 * The whole chain of a loan and its head, strongly consistent: read between two looks at the head that agree, so that a
 * change that comes in between is not taken for a broken chain.
 */
export async function wholeChain(
  storage: Storage,
  loanId: string,
): Promise<{ entries: AuditEntry[]; head: { seq: number; hash: string } | undefined }> {
  for (let attempt = 1; ; attempt += 1) {
    const before = headOf(await storage.get(keys.ledgerHead(loanSubject(loanId))));
    const { items } = await storage.query(loanSubject(loanId), { table: 'ledger' });
    const after = headOf(await storage.get(keys.ledgerHead(loanSubject(loanId))));
    const entries = items.map((item) => AuditEntry.parse(item));
    if (before?.hash === after?.hash) return { entries, head: after };
    // A subject that never rests: what the first head ended was all there when the entries were read.
    if (attempt === 5)
      return { entries: entries.filter(({ seq = 0 }) => seq <= (before?.seq ?? 0)), head: before };
  }
}

const headOf = (item: Item | undefined) => item && { seq: Number(item['seq']), hash: String(item['hash']) };
