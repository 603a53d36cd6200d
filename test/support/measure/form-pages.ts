/** Forms of a few templates filled for many people, each to be scanned twice: for duplicates and for confidence. */
import {
  birthDeclarationOf,
  birthNoticeOf,
  businessRequestOf,
  type CasePaper,
  cardOf,
  landApplicationOf,
  maritalCertificateOf,
  maritalDeclarationOf,
} from '../paper-mill/case-papers.ts';
import { inventPerson, type Person } from '../paper-mill/cast.ts';
import { PEN } from '../paper-mill/golden-papers.ts';
import { writeByHand } from '../paper-mill/handwriting.ts';
import type { Delivery, Order } from './print-shop.ts';

export interface FormPage {
  readonly name: string;
  readonly template: string;
  readonly applicant: Person;
  readonly paper: CasePaper;
  readonly isWrittenByHand: boolean;
  readonly first: Order;
  /** The same sheet once more: askew the other way, another light, a worse machine. */
  readonly second: Order;
}

const MADE_ON = '08/06/2026';
const DELIVERIES: readonly Delivery[] = ['grey', 'colour', 'grey', 'bilevel'];

/** @param count people for each template; every fourth form is filled by hand where citizens fill it themselves */
export async function listFormPages(count: number): Promise<FormPage[]> {
  const pages: FormPage[] = [];
  for (let index = 0; index < count; index++) {
    const [father, mother] = [
      inventPerson(`form ${index} father`, { sex: 'Nam' }),
      inventPerson(`form ${index} mother`, { sex: 'Nữ' }),
    ];
    const child = {
      name: `${father.name.split(' ')[0]} ${['Khánh An', 'Gia Hân', 'Bảo Ngọc'][index % 3]}`,
      born: '19/05/2026',
      bornInWords: 'Ngày mười chín tháng năm năm hai nghìn không trăm hai mươi sáu',
    };
    const family = { father, mother, child };
    const byHand = index % 4 === 3;
    const hand = byHand ? (text: string) => writeByHand(text, PEN, `form ${index}`) : undefined;
    const papers: [string, CasePaper, Person, boolean][] = [
      ['birth-declaration', birthDeclarationOf(family, MADE_ON, hand), father, byHand],
      ['birth-notice', birthNoticeOf(family), father, false],
      ['business-request', businessRequestOf(mother, MADE_ON), mother, false],
      ['marital-declaration', maritalDeclarationOf(father, MADE_ON, hand), father, byHand],
      ['marital-certificate', maritalCertificateOf(mother, MADE_ON), mother, false],
      ['land-application', landApplicationOf(mother, MADE_ON), mother, false],
      ['card', await cardOf(father, 'one'), father, false],
    ];
    for (const [at, [template, paper, applicant, isWrittenByHand]] of papers.entries()) {
      pages.push({
        name: `${template} ${index + 1}`,
        template,
        applicant,
        paper,
        isWrittenByHand,
        ...scansOf(paper.pages[0]!, DELIVERIES[(index + at) % DELIVERIES.length]!, index),
      });
    }
  }
  return pages;
}

function scansOf(html: string, as: Delivery, index: number): Pick<FormPage, 'first' | 'second'> {
  const dpi = as === 'bilevel' ? 300 : 200;
  const slantDeg = 0.3 + (index % 5) * 0.2;
  return {
    first: { html, as, look: { dpi, slantDeg, grain: 1.1 } },
    second: { html, as, look: { dpi, slantDeg: -slantDeg, grain: 1.8, shade: 0.07, softness: 0.75 } },
  };
}
