import { fewestVotes } from '@/lib/judging/ranking'

/** How the ranking is worked out, for who wants to know. */
export function RankingRules() {
  return (
    <details className="max-w-prose rounded-lg border border-line bg-panel px-4 py-3">
      <summary className="font-medium">How this is worked out</summary>
      <ul className="mt-2 grid list-disc gap-1.5 pl-5">
        <li>
          Strengths are those of Bradley and Terry: the figures under which your votes are most likely, by
          whom each model met. The chance is that of being preferred to an average model of its table.
        </li>
        <li>
          In brackets and as a bar stands the 95 % interval of that chance. A rank such as “1 to 3” lists all
          places that are still open: two models are told apart only where the interval of the difference
          between them leaves out zero, widened so that in a whole table the chance of any wrong order is 5 %.
        </li>
        <li>Of a model with fewer than {fewestVotes} votes nothing is said, and it moves no other.</li>
        <li>
          A tie is half a win to each. One tie with the average is added to each model, so that one that has
          won everything is not taken for infinitely strong.
        </li>
        <li>
          Under “both questions” each answer counts half, because two answers to one pair come from one look
          at it.
        </li>
        <li>
          Wins per dollar are the votes won by what the judged pictures cost, each picture counted once. The
          sandbox costs nothing, and nothing of it is mixed with live results.
        </li>
        <li>
          A pair judged again replaces the earlier votes. Votes on a few pictures say little about other
          pictures.
        </li>
      </ul>
    </details>
  )
}
