/** Whether a field holds one of the whole numbers, however many zeros follow its point: `1111` is also `1111.00`. */
export function valueOneOf(values: string): (text: string) => boolean {
  const pattern = new RegExp(`^(?:${values.replaceAll(' ', '|')})(?:\\.0*)?$`);
  return (text) => pattern.test(text);
}
