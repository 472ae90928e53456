/** The pages of the header, in their order. On a phone those that are not `first` are in its menu. */
export const navLinks = [
  { href: '/', title: 'Playground', isFirst: true },
  { href: '/library', title: 'Library', isFirst: true },
  { href: '/ranking', title: 'Ranking', isFirst: false },
  { href: '/models', title: 'Models', isFirst: false },
  { href: '/settings', title: 'Settings', isFirst: false },
] as const
