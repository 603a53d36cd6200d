import { describe, expect, it } from 'vitest';
import { arrangePages, type DeliveredPage } from '../../../shared/domain/arrange-pages.ts';
import type { PageId } from '../../../shared/domain/ids.ts';
import type { PagePlan } from '../../../shared/domain/page-plan.ts';
import { pageOf } from './page-of.ts';

const BY = { by: { id: 'can-bo-01', name: 'Lê Thị Duyệt' }, at: '2026-01-05T02:00:00.000Z' };
const id = (name: string) => name as PageId;

function delivered(name: string, at: number, plan: Omit<PagePlan, 'by' | 'at'> | null = null): DeliveredPage {
  const facts = pageOf('chữ', { id: name });
  return { facts: plan ? { ...facts, plan: { ...plan, ...BY } } : facts, place: [1, at, 1] };
}

const seen = (pages: readonly DeliveredPage[]) =>
  arrangePages(pages).map(({ pageId, leftOut }) => (leftOut ? `(${pageId})` : pageId));

describe('pages of a dossier', () => {
  it('stand as delivered until a person puts them elsewhere', () => {
    expect(seen([delivered('b', 2), delivered('a', 1)])).toEqual(['a', 'b']);
    expect(seen([delivered('a', 1), delivered('b', 2, { place: [1, 1, 1, -1] })])).toEqual(['a', 'b']);
    expect(seen([delivered('a', 1), delivered('b', 2, { place: [0] })])).toEqual(['b', 'a']);
  });

  it('are left out when dropped, in their place', () => {
    expect(seen([delivered('a', 1), delivered('b', 2, { dropped: true }), delivered('c', 3)])).toEqual([
      'a',
      '(b)',
      'c',
    ]);
  });

  it('give way to a better scan of two pages, which stand in their order and their paper', () => {
    const paper = { key: 'k', type: 'CCCD' };
    const pages = [
      delivered('a', 1, { paper }),
      delivered('b', 2),
      delivered('new-2', 10, { replaces: id('a') }),
      delivered('new-1', 9, { replaces: id('a') }),
    ];
    expect(seen(pages)).toEqual(['(a)', 'new-1', 'new-2', 'b']);
    expect(arrangePages(pages).map(({ plan }) => plan?.paper?.key)).toEqual(['k', 'k', 'k', undefined]);
  });

  it('come back when the better scan is dropped', () => {
    const pages = [delivered('a', 1), delivered('new', 9, { replaces: id('a'), dropped: true })];
    expect(seen(pages)).toEqual(['a', '(new)']);
  });

  it('give way again and again, and a person’s own assignment goes before the inherited one', () => {
    const pages = [
      delivered('a', 1, { paper: { key: 'old', type: 'CCCD' } }),
      delivered('b', 5),
      delivered('a2', 8, { replaces: id('a') }),
      delivered('a3', 9, { replaces: id('a2'), paper: { key: 'own', type: 'SO_DO' } }),
    ];
    expect(seen(pages)).toEqual(['(a)', '(a2)', 'a3', 'b']);
    expect(arrangePages(pages)[2]!.plan!.paper!.key).toBe('own');
  });

  it('may be named as each other’s better scan: both are left out, nothing hangs', () => {
    const pages = [delivered('a', 1, { replaces: id('b') }), delivered('b', 2, { replaces: id('a') })];
    expect(seen(pages).sort()).toEqual(['(a)', '(b)']);
  });

  it('stand where they are when the page that they replace is not here', () => {
    expect(seen([delivered('a', 1), delivered('new', 9, { replaces: id('gone') })])).toEqual(['a', 'new']);
  });
});
