/**
 * Whether a field holds one of the whole numbers, which begin with the same digit, however many zeros follow its point:
 * `1111` is also `1111.00`.
 */
export function valueOneOf(values: string): (text: string) => boolean {
  const pattern = new RegExp(`^(?:${values.replaceAll(' ', '|')})(?:\\.0*)?$`);
  const shortest = Math.min(...values.split(' ').map(({ length }) => length));
  const first = values.charAt(0);
  return (text) => text.length >= shortest && text.startsWith(first) && pattern.test(text);
}
