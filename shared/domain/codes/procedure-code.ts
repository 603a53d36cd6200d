/** Procedure code (mã TTHC): national number, with the issuing agency's suffix in older lists. */

const PROCEDURE_CODE = /^[1-9]\.\d{6}(\.\d{3}\.\d{2}\.\d{2}\.[HG]\d{2}(\.\d{2})?)?$/;

export function isProcedureCode(text: string): boolean {
  return PROCEDURE_CODE.test(text);
}

/** Two codes name one procedure when their national numbers agree; suffixes differ from system to system. */
export function isSameProcedure(a: string, b: string): boolean {
  return isProcedureCode(a) && isProcedureCode(b) && a.slice(0, 8) === b.slice(0, 8);
}
