import type { Json } from '../service.ts';

/** The subset that EventBridge's InputPath takes: `$`, `.name`, `['name']` and `[0]`. `undefined` where nothing stands. */
export function jsonPath(path: string, document: Json): Json | undefined {
  if (!/^\$((\.[^.[\]]+)|(\[\d+\])|(\['[^']+'\]))*$/.test(path)) return undefined;
  let here: Json | undefined = document;
  for (const [, dotted, index, quoted] of path.matchAll(/\.([^.[\]]+)|\[(\d+)\]|\['([^']+)'\]/g)) {
    if (here === null || typeof here !== 'object') return undefined;
    if (index !== undefined) here = Array.isArray(here) ? here[Number(index)] : undefined;
    else {
      const name = dotted ?? quoted ?? '';
      here = !Array.isArray(here) && Object.hasOwn(here, name) ? here[name] : undefined;
    }
  }
  return here;
}
