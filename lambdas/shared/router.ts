import { invalid, missing } from './errors.ts';
import type { Route } from './route.ts';

export interface Match {
  route: Route;
  params: Record<string, string>;
}

/** Finds the route of a method and path; `NotFound` (404) or `MethodNotAllowed` (405) otherwise. */
export function routerOf(routes: readonly Route[]): (method: string, path: string) => Match {
  const table = routes.map((route) => ({ route, pattern: patternOf(route.path) }));
  return (method, path) => {
    const onPath = table.flatMap(({ route, pattern }) => {
      const found = pattern.exec(path);
      return found ? [{ route, params: decoded(found.groups) }] : [];
    });
    const match = onPath.find(({ route }) => route.method === method);
    if (match) return match;
    if (onPath.length === 0) throw missing('NotFound', 'there is nothing at this path');
    const allow = onPath.map(({ route }) => route.method).join(', ');
    throw invalid('MethodNotAllowed', `this path takes ${allow}`, { allow });
  };
}

/** Each part by itself, so that an encoded slash stays within its part and never makes another path. */
const decoded = (groups: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, decodedPart(text)]));

function decodedPart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]{1,200})')}/?$`);
