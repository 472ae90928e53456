import { runTitle } from '@/lib/models/batch'
import { slugOf } from '@/lib/models/download-name'
import { boardJson, boardRecords } from './board-records'
import { writeCsv } from './csv'
import { drawSheet, type SheetToDraw } from './draw-sheet'
import { saveFile } from './save-file'

export type ExportKind = 'sheet' | 'csv' | 'json'

/** Makes the file and hands it over. @throws Error with a sentence for the person */
export async function exportBoard(kind: ExportKind, board: SheetToDraw): Promise<void> {
  const name = exportName(runTitle(board.run))
  if (kind === 'sheet') return saveFile(await drawSheet(board), `${name}.png`)
  if (kind === 'json') return saveFile(boardJson(board), `${name}.json`, 'application/json')
  const { columns, rows } = boardRecords(board)
  saveFile(writeCsv(columns, rows), `${name}.csv`, 'text/csv;charset=utf-8')
}

/** "diptych-make-it-night": the same for all files of a board. */
export function exportName(prompt: string | undefined): string {
  return ['diptych', slugOf(prompt)].filter(Boolean).join('-')
}
