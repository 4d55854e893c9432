/** Query parameters as received, decoded once, in the order received (`+` stands for a space, as S3 reads it). */
export function queryOf(search: string): [name: string, value: string][] {
  if (search.length <= 1) return [];
  return search
    .slice(1)
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const cut = part.indexOf('=');
      return cut < 0 ? [decode(part), ''] : [decode(part.slice(0, cut)), decode(part.slice(cut + 1))];
    });
}

/** Canonical query of SigV4: encoded by AWS's rules, sorted by encoded name, then by value; the signature itself left out. */
export function canonicalQuery(query: readonly [string, string][]): string {
  return query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]): [string, string] => [awsEncode(name), awsEncode(value)])
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** Canonical path of SigV4 for S3: each byte encoded once, slashes kept, nothing normalised. */
export function canonicalPath(pathname: string): string {
  return pathname
    .split('/')
    .map((segment) => awsEncode(decodeURIComponent(segment)))
    .join('/');
}

/** RFC 3986 encoding with AWS's unreserved set `A-Z a-z 0-9 - . _ ~`. */
export function awsEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decode(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
