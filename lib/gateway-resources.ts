/** A resource of the REST API that is handed to a function; `below` adds `{proxy+}` for everything under it. */
export interface GatewayResource {
  path: string;
  capability: string;
  public: boolean;
  below: boolean;
}

interface PrefixTable {
  capability: string;
  prefixes: readonly string[];
  routes: readonly { path: string; permission: string }[];
}

/**
 * The few resources that carry every route. API Gateway allows one variable child per resource, `{proxy+}` included:
 * a prefix that has a `{variable}` child among the paths of all prefixes stands for itself alone.
 * Throws where two capabilities claim one prefix, where a prefix is neither all public nor all authorized, where a
 * route is under no prefix of its own capability, and where siblings name their variable differently.
 */
export function gatewayResources(tables: readonly PrefixTable[]): GatewayResource[] {
  const owners = new Map<string, string>();
  for (const { capability, prefixes } of tables) {
    for (const prefix of prefixes) {
      const owner = owners.get(prefix);
      if (owner !== undefined) throw new Error(`${prefix} is claimed by ${owner} and ${capability}`);
      owners.set(prefix, capability);
    }
  }
  const variables = variableChildren([...owners.keys()]);
  const resources = tables.flatMap(({ capability, prefixes, routes }) =>
    prefixes.map((path) => {
      const carried = routes.filter((route) => prefixOf(route.path, [...owners.keys()]) === path);
      return { path, capability, public: isPublic(path, carried), below: !variables.has(path) };
    }),
  );
  for (const { capability, prefixes, routes } of tables) {
    for (const route of routes) {
      const prefix = prefixOf(route.path, [...owners.keys()]);
      if (prefix === undefined || !prefixes.includes(prefix)) {
        throw new Error(
          `${route.path} of ${capability} is under no prefix of its own (nearest: ${prefix ?? 'none'})`,
        );
      }
      if (variables.has(prefix) && shape(prefix) !== shape(route.path)) {
        throw new Error(
          `${route.path}: ${prefix} has a variable child, so its other children must be prefixes of their own`,
        );
      }
    }
  }
  return resources.sort((one, other) => (one.path < other.path ? -1 : 1));
}

function isPublic(path: string, carried: readonly { permission: string }[]): boolean {
  const open = carried.filter(({ permission }) => permission === 'public').length;
  if (open !== 0 && open !== carried.length) throw new Error(`${path} mixes public and authorized routes`);
  return open > 0;
}

/** The longest prefix that covers the path; variables match whatever their names. */
function prefixOf(path: string, prefixes: readonly string[]): string | undefined {
  const covering = prefixes.filter((prefix) => `${shape(path)}/`.startsWith(`${shape(prefix)}/`));
  return covering.sort((one, other) => other.split('/').length - one.split('/').length)[0];
}

function shape(path: string): string {
  return path.replaceAll(/\{[^}]+\}/g, '{}');
}

/** Every path that has a `{variable}` child among the prefixes. */
function variableChildren(prefixes: readonly string[]): Set<string> {
  const children = new Map<string, string>();
  for (const prefix of prefixes) {
    const segments = prefix.split('/');
    segments.forEach((segment, at) => {
      if (!segment.startsWith('{')) return;
      const parent = segments.slice(0, at).join('/');
      const known = children.get(parent);
      if (known !== undefined && known !== segment)
        throw new Error(`${parent} has both ${known} and ${segment} as a child`);
      children.set(parent, segment);
    });
  }
  return new Set(children.keys());
}
