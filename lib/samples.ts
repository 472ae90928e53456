/** A picture that ships with Diptych, for a first run without one's own. */
export interface Sample {
  /** Path below the site's root. */
  file: string
  title: string
  credit: string
  licence: string
  /** An instruction that suits the picture. */
  instruction: string
}

/** Credits and licences as in public/samples/CREDITS.md. */
export const samples: readonly Sample[] = [
  {
    file: '/samples/landscape-mountains.jpg',
    title: 'Mountains',
    credit: 'Aitzol Berasategi, “Picos de Europa”',
    licence: 'CC BY 4.0',
    instruction: 'A beautiful sunset over mountains with golden light',
  },
  {
    file: '/samples/animal-cat.jpg',
    title: 'Cat',
    credit: 'Stefan van der Walt, “Chelsea”',
    licence: 'CC0',
    instruction: 'Turn this into a pencil sketch',
  },
  {
    file: '/samples/product-coffee.jpg',
    title: 'Coffee',
    credit: 'Rachel Michetti',
    licence: 'CC0',
    instruction: 'Make it warmer and add a vignette',
  },
  {
    file: '/samples/person-astronaut.jpg',
    title: 'Astronaut',
    credit: 'NASA (Eileen Collins; implies no endorsement)',
    licence: 'public domain',
    instruction: 'Make it black and white with more contrast',
  },
  {
    file: '/samples/flower-dandelion.jpg',
    title: 'Dandelion',
    credit: 'Clements Engelhardt, “Seeding”',
    licence: 'CC0',
    instruction: 'Tint it #1e6fd9',
  },
  {
    file: '/samples/night-rocket.jpg',
    title: 'Rocket',
    credit: 'SpaceX',
    licence: 'public domain',
    instruction: 'Make it much brighter and more vivid',
  },
]
