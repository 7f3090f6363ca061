import { h, Component } from '../preact.js';
import { set } from '../store.js';

const KEY = 'feedforward.theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const next = { auto: 'light', light: 'dark', dark: 'auto' };
const names = { auto: 'as the system', light: 'light', dark: 'dark' };
const signs = { auto: '◐', light: '☀', dark: '☾' };

/** Brings the page into the colours that were chosen last. */
export function applyTheme(chosen = localStorage.getItem(KEY)) {
  const theme = Object.hasOwn(next, chosen) ? chosen : 'auto';
  localStorage.setItem(KEY, theme);
  const dark = theme === 'auto' ? system.matches : theme === 'dark';
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  set({ theme, dark });
}

system.addEventListener('change', () => applyTheme());

export class ThemeButton extends Component {
  render({ theme }) {
    return h('button', {
      type: 'button', class: 'theme secondary outline', 'aria-label': `Colours: ${names[theme]}. Change them.`,
      onClick: () => applyTheme(next[theme]),
    }, signs[theme]);
  }
}
