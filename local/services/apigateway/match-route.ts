import type { ApiMethod, ApiResource } from './api-model.ts';

export interface Route {
  resource: ApiResource;
  method: ApiMethod;
  /** Decoded; `null` where the path has none. */
  pathParameters: Record<string, string> | null;
}

/** API Gateway's choice: the most static path wins, `{name}` before `{proxy+}`; then the method itself before `ANY`. */
export function matchRoute(
  resources: readonly ApiResource[],
  path: string,
  httpMethod: string,
): Route | undefined {
  const segments = path.split('/').filter((segment) => segment !== '');
  const candidates = resources
    .map((resource) => ({ resource, fit: fit(resource.path, segments) }))
    .filter((candidate): candidate is { resource: ApiResource; fit: Fit } => candidate.fit !== undefined)
    .sort((left, right) => (left.fit.rank < right.fit.rank ? -1 : 1));
  for (const { resource, fit } of candidates) {
    const method = resource.methods.get(httpMethod) ?? resource.methods.get('ANY');
    if (method === undefined) continue;
    return {
      resource,
      method,
      pathParameters: Object.keys(fit.parameters).length === 0 ? null : fit.parameters,
    };
  }
  return undefined;
}

interface Fit {
  /** One digit a segment: 0 static, 1 named, 2 greedy; compared as text, the smaller is the better. */
  rank: string;
  parameters: Record<string, string>;
}

function fit(pattern: string, segments: string[]): Fit | undefined {
  const parts = pattern.split('/').filter((part) => part !== '');
  const parameters: Record<string, string> = {};
  let rank = '';
  for (const [index, part] of parts.entries()) {
    const segment = segments[index];
    if (segment === undefined) return undefined;
    const greedy = /^\{(.+)\+\}$/.exec(part)?.[1];
    if (greedy !== undefined) {
      return {
        rank: `${rank}2`,
        parameters: { ...parameters, [greedy]: segments.slice(index).map(decoded).join('/') },
      };
    }
    const named = /^\{(.+)\}$/.exec(part)?.[1];
    if (named !== undefined) parameters[named] = decoded(segment);
    else if (part !== segment) return undefined;
    rank += named === undefined ? '0' : '1';
  }
  return parts.length === segments.length ? { rank, parameters } : undefined;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
