/** The post offices and units of a province, as its file names them. */

export interface Place {
  readonly code: string;
  readonly name: string;
}

export interface ProvinceDirectory {
  readonly offices: readonly Place[];
  readonly units: readonly Place[];
}

export function officeNamed({ offices }: ProvinceDirectory, code: string | null): string | null {
  return offices.find((office) => office.code === code)?.name ?? null;
}

export function unitNamed({ units }: ProvinceDirectory, code: string | null): string | null {
  return units.find((unit) => unit.code === code)?.name ?? null;
}

/** Which of an account's codes the province does not have; null where it has them all. */
export function strangePlace(
  { offices, units }: ProvinceDirectory,
  account: { readonly officeCode?: string | undefined; readonly unitCode?: string | undefined },
): 'officeCode' | 'unitCode' | null {
  const isStrange = (places: readonly Place[], code: string | undefined) =>
    code !== undefined && !places.some((place) => place.code === code);
  if (isStrange(offices, account.officeCode)) return 'officeCode';
  return isStrange(units, account.unitCode) ? 'unitCode' : null;
}
