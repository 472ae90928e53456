import 'server-only'

/** Words that are common in German, French, Spanish, Italian or Portuguese and no English ones. */
const foreign = new RegExp(
  '^(?:mach|mache|machen|bitte|das|der|den|dem|und|ein|eine|einen|mit|für|hintergrund|entferne|ersetze|füge|schwarzweiß|' +
    'le|les|une|du|des|dans|avec|pour|fais|fait|faites|mets|enlève|supprime|ajoute|remplace|rends|arrière-plan|' +
    'el|los|las|una|con|para|por|haz|hazlo|hazla|quita|pon|cambia|elimina|añade|fondo|blanco|negro|' +
    'il|gli|della|nello|nella|sfondo|rimuovi|aggiungi|trasforma|rendi|fallo|o|os|uma|com|fundo|faça|deixe|coloque)$',
)
const otherScript = /[^\p{Script=Latin}\P{L}]/u

/** True if a clause is in another script than ours, or has at least two words of another language. */
export function isForeign(clause: string): boolean {
  if (otherScript.test(clause)) return true
  const words = clause.match(/[\p{L}-]+/gu) ?? []
  return words.filter((word) => foreign.test(word)).length > 1
}
