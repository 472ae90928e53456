/**
 * The two screens on which every state is looked at. They stand for four, since a colour does not depend on the width:
 * each theme and each width is seen once.
 */
export const screens = [
  { name: 'light, 1440 wide', use: { colorScheme: 'light', viewport: { width: 1440, height: 900 } } },
  { name: 'dark, 390 wide', use: { colorScheme: 'dark', viewport: { width: 390, height: 844 } } },
] as const
