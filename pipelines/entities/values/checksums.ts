const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A resident identity number (GB 11643, ISO 7064 MOD 11-2) with a date of birth that exists; 18 characters. */
export function isIdentityNumber(value: string): boolean {
  if (!/^\d{17}[\dX]$/.test(value) || !isBirthday(value.slice(6, 14))) return false;
  return identityCheck(value.slice(0, 17)) === value.charAt(17);
}

/** The 18-character form of a 15-digit identity number, or null where its date cannot be. */
export function lengthenIdentityNumber(value: string): string | null {
  if (!/^\d{15}$/.test(value) || !isBirthday(`19${value.slice(6, 12)}`)) return null;
  const body = `${value.slice(0, 6)}19${value.slice(6)}`;
  return body + identityCheck(body);
}

/** A date of birth between 1900 and 2035 that the calendar has, as yyyymmdd. */
export function isBirthday(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  if (year < 1900 || year > 2035 || month < 1 || month > 12) return false;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function identityCheck(body: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(body.charAt(i)) * (identityWeights[i] ?? 0);
  return '10X98765432'.charAt(sum % 11);
}

/** A unified social credit code (GB 32100): weights 3^i mod 31 over an alphabet without I, O, S, V, Z. */
export function isCreditCode(value: string): boolean {
  if (value.length !== 18) return false;
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i++) {
    const digit = creditAlphabet.indexOf(value.charAt(i));
    if (digit < 0) return false;
    sum += digit * weight;
    weight = (weight * 3) % 31;
  }
  return creditAlphabet.charAt((31 - (sum % 31)) % 31) === value.charAt(17);
}

/** The Luhn sum of a bank card of 16 to 19 digits. */
export function isBankCard(value: string): boolean {
  if (!/^\d{16,19}$/.test(value) || /^(\d)\1+$/.test(value)) return false;
  let sum = 0;
  for (let i = 0; i < value.length; i++) {
    let digit = Number(value.charAt(value.length - 1 - i));
    if (i % 2 === 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}
