/** The postal item number, its check digit verified as it is typed. */
import { t } from '../i18n/index.ts';
import { about } from '../shell/session.ts';
import { useStore } from '../shell/store.ts';
import { Input } from '../ui/input.tsx';
import { itemState } from './start-draft.ts';

export function PostalItemInput({ value, onInput }: { value: string; onInput: (value: string) => void }) {
  const { postalItemCodes } = useStore(about);
  const read = itemState(value);
  const state = read === 'other' && postalItemCodes === 's10' && value.length >= 13 ? 'bad' : read;
  return (
    <Input
      label={t('start.item')}
      value={value}
      onInput={onInput}
      autocomplete="off"
      hint={state === 'other' && value.length >= 13 ? t('start.itemOther') : t('start.itemHint')}
      problem={state === 'bad' ? t('start.itemBad') : undefined}
      good={state === 'good' ? t('start.itemGood') : undefined}
    />
  );
}
