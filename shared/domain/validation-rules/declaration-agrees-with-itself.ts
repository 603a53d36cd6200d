/** The citizen number that the counter typed must say the year of the birth date beside it: one of the two is mistyped. */
import { agreesWithBirthDate, parseCitizenId } from '../codes/citizen-id.ts';
import type { DossierReview } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';

export function declarationAgreesWithItself({ manifest }: DossierReview): Finding[] {
  const { idNumber, dateOfBirth } = manifest.declaredApplicant;
  const citizen = parseCitizenId(idNumber?.replace(/\D/g, '') ?? '');
  if (!citizen || !/^\d{4}-\d{2}-\d{2}$/.test(dateOfBirth ?? '')) return [];
  if (agreesWithBirthDate(citizen, dateOfBirth!)) return [];
  return [
    {
      code: 'DECLARATION_CONTRADICTORY',
      severity: 'warning',
      message: `Số định danh đã khai là của người sinh năm ${citizen.birthYear}, ngày sinh đã khai là năm khác. Xem lại hai ô này trên màn hình.`,
    },
  ];
}
