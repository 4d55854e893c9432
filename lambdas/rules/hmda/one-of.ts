/** A test for membership in a fixed list of codes, written once beside the edit: `const isRefinance = oneOf('31 32')`. */
export function oneOf(codes: string): (text: string) => boolean {
  const set = new Set(codes.split(' '));
  return (text) => set.has(text);
}
