/** `${TaskOpenNeedsArn}`: the only templating that a definition has; JSONata stands between `{%` and `%}`. */
const placeholder = /\$\{([A-Za-z][A-Za-z0-9]*)\}/g;

/**
 * The definition with every placeholder filled. Throws when one has no value, when a value is not used (the machine
 * would hold a right that it does not need), and when the text is not JSON in JSONata.
 */
export function fillStateMachine(
  name: string,
  text: string,
  values: Readonly<Record<string, string>>,
): string {
  const wanted = new Set([...text.matchAll(placeholder)].map(([, key]) => key ?? ''));
  const missing = [...wanted].filter((key) => !Object.hasOwn(values, key));
  if (missing.length > 0)
    throw new Error(`state-machines/${name}.asl.json: no value for ${missing.join(', ')}`);
  const unused = Object.keys(values).filter((key) => !wanted.has(key));
  if (unused.length > 0) throw new Error(`state-machines/${name}.asl.json does not use ${unused.join(', ')}`);
  const parsed = JSON.parse(text) as { QueryLanguage?: unknown; TimeoutSeconds?: unknown };
  if (parsed.QueryLanguage !== 'JSONata')
    throw new Error(`state-machines/${name}.asl.json must be in JSONata`);
  return text.replaceAll(placeholder, (_, key: string) => values[key] ?? '');
}
