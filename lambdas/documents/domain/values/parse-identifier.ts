/**
 * A social security number as `123-45-6789`; its spaces and dashes may be printed in any form, but all nine digits must
 * be there and nothing else. Masked forms (`XXX-XX-6789`, `***-**-6789`) stay as printed. Impossible areas (000) are refused.
 */
export function parseSsn(printed: string): string | undefined {
  const tight = printed.replace(/\s*[-–—]\s*/gu, '-').trim();
  const match =
    /^(\d{3})[- ]?(\d{2})[- ]?(\d{4})$/.exec(tight) ?? /^(\d{3}) ?- ?(\d{2}) ?- ?(\d{4})$/.exec(tight);
  if (match) {
    const [, area = '', group = '', serial = ''] = match;
    return area === '000' || group === '00' || serial === '0000' ? undefined : `${area}-${group}-${serial}`;
  }
  const masked = /^[xX*•#]{3}[- ]?[xX*•#]{2}[- ]?(\d{4})$/u.exec(tight);
  return masked ? tight : undefined;
}

/** An employer identification number as `12-3456789`. */
export function parseEin(printed: string): string | undefined {
  const match = /^(\d{2})\s?[-–—]\s?(\d{7})$/u.exec(printed.trim());
  return match ? `${match[1]}-${match[2]}` : undefined;
}

/** An account number: 6 to 20 digits with optional spaces or dashes, or masked with its last digits in clear. */
export function parseAccountNumber(printed: string): string | undefined {
  const text = printed.trim().replace(/^#\s*/, '');
  if (/^\d(?:[\s-]?\d){5,19}$/.test(text)) return text;
  return /^[xX*•#.]{2,}[-\s]?\d{3,6}$/u.test(text) ? text : undefined;
}

/** A mixed identifier (licence, control number): letters and digits, at least one digit, no spaces. */
export function parseMixedIdentifier(printed: string): string | undefined {
  const text = printed.trim();
  return /^(?=.*\d)[A-Z0-9][A-Z0-9*-]{3,24}$/i.test(text) ? text : undefined;
}
