import { jsonText } from '../runtime/json-text.ts';
import { readFileSync } from 'node:fs';
import type { Json, ResolvedResource } from '../services/service.ts';

/**
 * Puts what an asset holds where services look for it: a function's `Code.LocalFolder` (absolute path), a state
 * machine's `DefinitionString` with its substitutions done. Resources without assets come back as they are.
 */
export function inlineAssets(
  resource: ResolvedResource,
  assets: ReadonlyMap<string, string>,
): ResolvedResource {
  const { type, properties } = resource;
  if (type === 'AWS::Lambda::Function') {
    const code = properties['Code'] as Record<string, Json> | undefined;
    const folder = assets.get(jsonText(code?.['S3Key']));
    return folder === undefined
      ? resource
      : withProperties(resource, { Code: { ...code, LocalFolder: folder } });
  }
  if (type === 'AWS::StepFunctions::StateMachine') {
    const location = properties['DefinitionS3Location'] as Record<string, Json> | undefined;
    const path = assets.get(jsonText(location?.['Key']));
    const given =
      properties['DefinitionString'] ??
      (path === undefined ? properties['Definition'] : readFileSync(path, 'utf8'));
    const definition = typeof given === 'string' ? given : JSON.stringify(given ?? {});
    return withProperties(resource, {
      DefinitionString: substituted(definition, properties['DefinitionSubstitutions']),
    });
  }
  return resource;
}

/** `${name}` in a state machine's text is replaced as CloudFormation does it; what is not named stays. */
function substituted(definition: string, substitutions: Json | undefined): string {
  const values = (substitutions ?? {}) as Record<string, Json>;
  return definition.replaceAll(/\$\{([A-Za-z0-9_]+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : JSON.stringify(jsonText(value)).slice(1, -1);
  });
}

function withProperties(resource: ResolvedResource, properties: Record<string, Json>): ResolvedResource {
  return { ...resource, properties: { ...resource.properties, ...properties } };
}
