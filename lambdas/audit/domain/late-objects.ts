import { hourOfKey, isAddendumKey, isRootKey } from './archive-keys.ts';
import type { SignedRoot } from '../contracts.ts';

export interface Late {
  hour: string;
  /** Archived after the hour was signed: in neither its root nor its addenda. */
  objects: string[];
  /** Addenda that the hour has already. */
  addenda: number;
}

/** The objects of signed hours that no signed document names, hour by hour. An hour without a root is not late but due. */
export function lateObjects(
  documents: ReadonlyMap<string, SignedRoot>,
  objects: readonly string[],
): readonly Late[] {
  const named = new Set([...documents.values()].flatMap((document) => document.objects));
  const addenda = Map.groupBy(
    [...documents.keys()].filter((key) => isAddendumKey(key)),
    hourOfKey,
  );
  const signed = new Set([...documents.keys()].filter((key) => isRootKey(key)).map((key) => hourOfKey(key)));
  const late = Map.groupBy(
    objects.filter((key) => !named.has(key)),
    hourOfKey,
  );
  return [...late]
    .flatMap(([hour, keys]) =>
      hour !== undefined && signed.has(hour)
        ? [{ hour, objects: keys, addenda: addenda.get(hour)?.length ?? 0 }]
        : [],
    )
    .toSorted((one, other) => (one.hour < other.hour ? -1 : 1));
}
