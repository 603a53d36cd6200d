/** The list that clerk and citizen count together: what the procedure asks for, originals and copies. */
import type { Component } from '../http/answers.ts';
import { t } from '../i18n/index.ts';

export function ExpectedPapers({ components }: { components: readonly Component[] }) {
  if (components.length === 0) return null;
  return (
    <table class="expected">
      <caption>{t('start.expected')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('start.paper')}</th>
          <th scope="col">{t('start.originals')}</th>
          <th scope="col">{t('start.copies')}</th>
        </tr>
      </thead>
      <tbody>
        {components.map((component) => (
          <tr key={component.code}>
            <th scope="row">
              {component.name}{' '}
              {!component.required && !component.name.includes('nếu có') && (
                <span class="faint">({t('start.ifAny')})</span>
              )}
            </th>
            <td>{component.originals || '–'}</td>
            <td>{component.copies || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
