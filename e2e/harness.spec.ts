import { expect, test } from './test'

test('the start page opens without a key, without a complaint and without asking anyone else', async ({
  page,
}) => {
  await page.goto('/')
  await expect(page.getByRole('main')).toBeVisible()
})
