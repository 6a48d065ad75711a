// Dark where the person's system is: PatternFly knows it by a class of the root element.
const DARK = 'pf-v6-theme-dark';

/** Follows the system's choice, now and whenever it changes. */
export function followSystemTheme(): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => document.documentElement.classList.toggle(DARK, system.matches);
  system.addEventListener('change', follow);
  follow();
}
