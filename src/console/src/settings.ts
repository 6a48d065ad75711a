// What can be said of settings before the gateway is asked: it applies the same limits, and decides.
import type { Limits, NumberedSettings, Settings } from './staff';
import { words } from './words';

/** What is typed in, by the name of each setting. */
export type SettingsForm = Record<string, string>;

/** Settings at fault, each with what to do about it. */
export type SettingsFaults = Record<string, string>;

const WHOLE = /^[0-9]{1,16}$/;

export function formOf(settings: Settings): SettingsForm {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));
}

/** What keeps the form from being sent. */
export function faultsOf(form: SettingsForm, limits: Limits): SettingsFaults {
  const faults: SettingsFaults = {};
  for (const [name, { least, most }] of Object.entries(limits)) {
    const text = (form[name] ?? '').trim();
    if (!WHOLE.test(text) || Number(text) < least || Number(text) > most) {
      faults[name] = words.settings.bad(least, most);
    }
  }
  return faults;
}

/** Which settings the gateway's pointers (RFC 6901) into a change mean. */
export function faultsAt(pointers: readonly string[]): SettingsFaults {
  const faults: SettingsFaults = {};
  for (const pointer of pointers) {
    const name = /^\/settings\/([A-Za-z]+)$/.exec(pointer)?.[1];
    if (name !== undefined) faults[name] = words.person.refused;
  }
  return faults;
}

/** The settings of a form without faults. */
export function settingsOf(form: SettingsForm): Settings {
  return Object.fromEntries(Object.entries(form).map(([name, text]) => [name, Number(text)]));
}

/** Whether the form would change nothing. */
export function isSame({ settings }: NumberedSettings, form: SettingsForm): boolean {
  return Object.entries(settings).every(([name, value]) => (form[name] ?? '').trim() === String(value));
}
