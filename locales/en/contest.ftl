# What is said about result files: `xiaoqi verify` and `xiaoqi export --run`.

verify-confirmed = ✓ { $file }: confirmed. Played again, everything came out as it is written there.
verify-refuted = ✗ { $file }: refuted, for these reasons:
verify-not-here = ? { $file }: cannot be verified here. That does not mean it is wrong.
verify-run =
    { $persona }, { $lang }, { $messages ->
        [one] one message
       *[other] { $messages } messages
    }: { $ending }, score { $score }
verify-round = round { $round }, attempt { $attempt }
verify-token = token { $token }
verify-sum = Confirmed: { $confirmed }. Refuted: { $refuted }. Not verifiable here: { $nothere }.
verify-in-contest = It belongs to this contest, kept its rules, and its seed comes from the revealed secret.
verify-in-contest-no-secret = It belongs to this contest and kept its rules. Whether its seed is the contest's shows once the secret is revealed: give it with --secret.
verify-seed-fits = Its seed comes from the revealed secret. To check rounds, times and rules too, give the contest's announcement with --contest.
verify-contest-not-checked = It says it belongs to a contest, which was not checked. Give the contest's announcement with --contest, or the revealed secret with --secret.
verify-difference = { $at }: { $what }
verify-recorded = in the file: { $text }
verify-expected = should be:   { $text }

verify-at-file = the file
verify-at-opening = the beginning
verify-at-message = message { $number }
verify-at-end = at the end
verify-at-contest = the contest

verify-what-token = the token is not that of the run. Something in the file was changed
verify-what-posted = its token is none of those you gave as posted
verify-what-opening = the customer begins with other words
verify-what-order = the time is earlier than it can be
verify-what-words = the words, their time or something before them was changed
verify-what-gone = the customer had already gone
verify-what-reply = the customer answers something else
verify-what-levels = the customer's levels are different
verify-what-state = the customer's state is different
verify-what-farewell = the customer's last words are different
verify-what-ending = it ends differently
verify-what-hints = hints stand in an order that cannot be
verify-what-score = the score is different
verify-what-offences = the number of hurtful moves is different
verify-what-chain = the conversation's own hash is different
verify-what-practice = this run belongs to no contest
verify-what-definition = it belongs to another contest
verify-what-commitment = the commitment and the secret do not belong together
verify-what-round = there is no such round
verify-what-attempt = there are not so many attempts
verify-what-customer = the round is with another customer, or with another version of this one
verify-what-language = the round is in another language
verify-what-seed = this is not the round's seed
verify-what-hinted = hints were shown, and this contest allows none
verify-what-rewound = it went back to an earlier message of another conversation
verify-what-early = it began before the contest opened (milliseconds since 1970)
verify-what-late = it went on after the contest had closed (milliseconds since 1970)
verify-what-long = it took longer than the round allows (milliseconds)

verify-missing-form = This file is written in form { $recorded }, which this program does not know. Use a newer version of xiaoqi.
verify-missing-engine = It was made with engine { $recorded }, and this is engine { $here }. Verify it with the version of xiaoqi that made it.
verify-missing-persona = The customer “{ $persona }” is not here, or does not speak { $lang } here. Name the folder that has them with --content.
verify-missing-persona-version = The customer “{ $persona }” is here in another version ({ $here }; the run was made with { $recorded }). Name the folder that has the right one with --content.
verify-missing-locale-version = The language { $lang } is here in another version ({ $here }; the run was made with { $recorded }). Use the version of xiaoqi, or the --content folder, that made it.
verify-missing-limit = The list of harsh words in { $lang } is here in another version, and this run was played with a limit on them. Use the version of xiaoqi, or the --content folder, that made it.

verify-closed = It cannot be opened: { $why }. Check the name and try again.
verify-foreign = This is no result file, or it was damaged. A result file is what xiaoqi export --run prints.
verify-shape = It was damaged or changed at line { $line }, column { $column }. Ask for the file once more.
verify-shape-somewhere = There is something in it that does not belong into a result file, or something is written in another way. Ask for the file once more.
verify-contest-closed = the contest's announcement { $file } cannot be opened
verify-contest-unreadable = { $file } is no announcement of a contest. Ask whoever leads the contest for the file

export-run-none = there is no conversation number { $number } here. xiaoqi export lists what is kept
export-run-several = several people have a conversation number { $number }. Say whose with --trainee
export-run-no-customer = the customer of conversation { $number } is not here any more. Name the folder that has them with --content
export-run-open = conversation { $number } is still open. Finish it first, then export it
export-run-cancelled = conversation { $number } was thrown away and has no result
export-run-changed = conversation { $number } cannot be played again here ({ $why }). Export it with the version that it was played with
