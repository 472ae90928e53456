/** How long a run can be taken out of the trash again. */
export const trashDays = 30
