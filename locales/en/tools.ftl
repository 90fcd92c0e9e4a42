# What the trainers' tools say: `xiaoqi persona test` and its like.

tool-named = { $id } ({ $word })
tool-none = none
tool-yes = yes
tool-no = no
tool-quoted = “{ $text }”
tool-broken =
    the customer “{ $id }” cannot be played:
    { $list }
tool-unknown = there is no customer “{ $id }” (there are: { $list })
tool-unknown-near = there is no customer “{ $id }”. Did you mean “{ $near }”? (there are: { $list })
tool-content-has = the content has { $counts }; xiaoqi check shows them
tool-no-folder = There is no content folder to write to. Go to your own, or name it with --content DIR.

test-still-here = that they are still there
test-between = { $least } to { $most }
test-one-of = one of: { $list }
test-not = not: { $what }
test-passed = ✓ { $plan }, { $lang }, seed { $seed }: { $ending }, score { $score }
test-failed = ✗ { $plan }, { $lang }, seed { $seed }: { $ending }, score { $score }
test-at-message = message { $number }
test-at-end = at the end
test-said = you write: { $said }
test-expected = expected:  { $expected }
test-came = but it was: { $came }
test-all-well =
    { $plans ->
        [one] One plan
       *[other] { $plans } plans
    }, { $conversations ->
        [one] one conversation
       *[other] { $conversations } conversations
    }: all as expected.
test-sum =
    { $plans ->
        [one] One plan
       *[other] { $plans } plans
    }, { $conversations ->
        [one] one conversation
       *[other] { $conversations } conversations
    }: { $failed } not as expected{ $broken ->
        [0] .
        [one] ; one plan cannot be used.
       *[other] ; { $broken } plans cannot be used.
    }
test-no-customer = { $file }: there is no customer “{ $id }”. The file's name begins with the customer's id.
test-no-customer-near = { $file }: there is no customer “{ $id }”. Did you mean “{ $near }”? The file's name begins with the customer's id.
test-no-plans =
    there are no test plans in { $folder }. To begin one, write your messages into a file, a line each, and run
    xiaoqi persona test --write { $id } < messages.txt
test-bad-name = “{ $name }” cannot be a plan's name: use 1 to 40 of a-z, 0-9 and _
test-no-messages = Nothing was written. Give your messages on standard input, a line each.
test-there-already = { $file } is there already and is left as it is. Choose another name with --name.
test-written = Written: { $file }. Read it, take out what may be otherwise, then run: xiaoqi persona test { $id }

test-what-said = The customer has left before this message
test-what-state = The state
test-what-phase = The stretch of the conversation
test-what-heat = The heat, 0 to 3
test-what-anger = Anger
test-what-anxiety = Anxiety
test-what-disappointment = Disappointment
test-what-trust = Trust
test-what-solved = What is met of their demands, in percent
test-what-accepted = Whether they have accepted
test-what-ending = The ending
test-what-moves = What was to be understood
test-what-no_moves = What was not to be understood
test-what-facts = What they were to tell
test-what-says = Words in the answer
test-what-never_says = Words that must not be in the answer
test-what-score = The score

pack-done = { $id } is packed: { $count } { $count ->
        [one] file
       *[other] files
    } in { $file }
unpack-done = { $id } is unpacked: { $count } { $count ->
        [one] file
       *[other] files
    }
pack-unknown = there is no customer “{ $id }” who can be played. xiaoqi personas lists them; xiaoqi check shows what is wrong.
pack-unknown-near = there is no customer “{ $id }” who can be played. Did you mean “{ $near }”?
pack-unreadable = { $file } cannot be read
pack-refused = { $file } is not unpacked: { $why }. Nothing was written.
pack-file-there = { $file } is there already. Add --replace to write over it.
pack-there-already =
    these files are there already, and nothing was written:{ $list }
    Add --replace to write over them.
pack-unsound =
    the customer cannot be played here, and nothing was written:
    { $list }
pack-too-large = it is larger than a customer can be
pack-too-many = it has too many files ({ $about })
pack-broken = it is damaged, or was not made by xiaoqi persona pack { $about }
pack-duplicate = it has two files of one name { $about }
pack-link = it has a link or a folder ({ $about }) where there should be a file
pack-name = it has a file whose name cannot be read
pack-outside = it has a file that would go outside your folder ({ $about })
pack-bomb = it has a file that would grow too large ({ $about })
pack-not-utf8 = it has a file that is no text ({ $about })
pack-no-manifest = it has no list of its files, so it was not made by xiaoqi persona pack
pack-newer = it was made by a newer xiaoqi ({ $about })
pack-foreign = it has a file that does not belong to the customer ({ $about })
pack-no-customer = the customer himself is missing ({ $about })
pack-changed = it was changed after it was packed ({ $about })

simulate-head = { $title } ({ $id }, { $grade }): { $runs } conversations with each kind of trainee
simulate-who = the trainee “{ $id }”
simulate-plain = • { $who }: calms them in { $won } of 100
simulate-right = ✓ { $who }: calms them in { $won } of 100, as “{ $grade }” promises ({ $least } to { $most })
simulate-easy = ✗ too easy for “{ $grade }”: { $who } calms them in { $won } of 100, expected { $least } to { $most }
simulate-hard = ✗ too hard for “{ $grade }”: { $who } calms them in { $won } of 100, expected { $least } to { $most }
simulate-share = { $ending } { $share }%
simulate-endings = { $turns } messages on average; { $endings }
simulate-fits = As hard as the grade promises.
simulate-make-harder = To make them harder: raise heard_needed (comes to { $heard }) or accept_trust (comes to { $trust }), lower step (comes to { $step }) or patience (comes to { $patience }), or let offers meet less.
simulate-make-easier = To make them easier: lower heard_needed (comes to { $heard }) or accept_trust (comes to { $trust }), raise step (comes to { $step }) or patience (comes to { $patience }), or let offers meet more.
simulate-uneven = Too easy for some and too hard for others: raise heard_needed (comes to { $heard }) and lower accept_trust (comes to { $trust }), or the other way round; step (comes to { $step }) and patience (comes to { $patience }) move all alike.
simulate-states-never = Never in these states: { $list }
simulate-endings-never = Never ended like this: { $list }
simulate-lines-never = Own lines never spoken: { $count } of { $all }
simulate-more = and { $count } more
simulate-picture = Drawn: { $file }
picture-title = { $title } ({ $grade }): { $runs } conversations with each kind of trainee
picture-endings = How they ended, in percent
picture-course = { $feeling }, on average after each message

schema-written = Written: { $file }
schema-how =
    Editors find it by the first line of a file:
    { $line }
    For VS Code take Even Better TOML, for other editors Taplo. After adding a customer type or a language, run this again.

graph-title = { $title } ({ $id }): { $count } simulated { $count ->
        [one] conversation
       *[other] conversations
    }
graph-title-sessions = { $title } ({ $id }): { $count } kept { $count ->
        [one] conversation
       *[other] conversations
    }
graph-messages = { $count } { $count ->
        [one] message
       *[other] messages
    }
graph-conversations = { $count } { $count ->
        [one] conversation
       *[other] conversations
    }
graph-rule = { $rule }: { $count }
graph-no-rule = the trainee ended it, or the rule is not kept
graph-way = { $from } → { $to }: { $rules }
graph-dashed = Dashed: possible, but nobody went there. The wider a line, the oftener.
graph-no-trainees = there are no synthetic trainees in personas/trainees/ of this content. Copy some there, or take --sessions.
graph-no-sessions = no conversation with “{ $id }” is kept there. Leave out --sessions to count simulated ones.
graph-other-version = { $count } of the conversations were with another version of the customer, and are counted all the same
graph-unread = { $count } records could not be read and are not counted

play-begin = Playing “{ $id }”. Change their file while you play: everything said is played again at once. :help shows what you can do.
play-begin-built-in = Playing “{ $id }” of the built-in content, which does not change. :help shows what you can do.
play-help =
    :back N      back to where it stood after message N (0: after the opening)
    :again       read the files again, play all messages again and show everything
    :seed N      play all messages again with other dice
    :write NAME  keep these messages as a test plan, personas/tests/ID.NAME.toml
    :quit        leave
    Anything else is a message to the customer. \n in it begins a new line.
play-unknown = “{ $line }” is none of the commands. :help shows them.
play-understood = understood: { $moves }
play-asked = asked about: { $list }
play-unprepared = something nobody prepared
play-told = told: { $list }
play-offered = offered: { $list }
play-counts = heat { $heat } of 3 · { $phase } · heard { $heard }% · met { $solved }% · patience left { $left }
play-ended = The conversation is over: { $ending }. Score { $score }.
play-gone = They are gone ({ $ending }). :back { $number } goes back before that.
play-back = Back to message { $number }.
play-no-such-message = There { $count ->
        [one] is one message
       *[other] are { $count } messages
    } so far.
play-seed = Seed { $seed }: all messages once more.
play-changed = The file has changed; { $count ->
        [one] one message was played
       *[other] { $count } messages were played
    } again.
play-broken = “{ $id }” cannot be played as the files are now, and stays as they were:
play-differs = Message { $number }: { $said }
play-opening-differs = The opening:
play-before = before: { $what }
play-now = now:    { $what }
play-not-said = not said any more
play-no-difference = Nothing came out otherwise.
play-unsaid = They left before the last { $count ->
        [one] message
       *[other] { $count } messages
    } could be said.

diff-two = Name two customers, or one and a folder with --against.
diff-head = Old: { $old }. New: { $new }.
diff-nothing = Nothing about the customer is other.
diff-group-numbers = Who they are
diff-group-facts = Facts
diff-group-demands = Demands
diff-group-offers = Offers
diff-group-states = States and endings
diff-group-texts = Texts
diff-key = { $key } ({ $lang })
diff-changed = { $key }: { $old } → { $new }
diff-one = { $key }: { $value }
diff-outcomes = What comes of { $runs } conversations with each kind of trainee, calmed in 100:
diff-same = = { $who }: { $new } as before; messages { $old-turns } → { $new-turns }
diff-by-chance = ≈ { $who }: { $old } → { $new }, which may be chance; messages { $old-turns } → { $new-turns }
diff-easier = ↑ { $who }: { $old } → { $new }, easier; messages { $old-turns } → { $new-turns }
diff-harder = ↓ { $who }: { $old } → { $new }, harder; messages { $old-turns } → { $new-turns }
diff-ending = { $ending } { $old }% → { $new }%

doctor-well = All well: `xiaoqi serve` can run here.
doctor-ill = { $count ->
    [one] One thing has
   *[other] { $count } things have
} to be mended before `xiaoqi serve` can run here.
doctor-content =
    Content: { $customers ->
        [one] one customer
       *[other] { $customers } customers
    }, nothing broken.
doctor-content-broken = Content: { $counts }. `xiaoqi check` says where and how to mend it.
doctor-data = Data folder: { $path } opens, and what is kept there is whole.
doctor-data-new = Data folder: nothing is kept in { $path } yet, and it can be written to.
doctor-data-locked = Data folder: { $path } is in use, by a running service it seems. Stop that one before you start another.
doctor-data-readonly = Data folder: { $path } cannot be written to. Check its owner and permissions, and that the disk is not mounted read-only.
doctor-data-full = Data folder: the disk that holds { $path } is full. Free some space.
doctor-data-newer = Data folder: { $path } was written by a newer program. Update this one.
doctor-data-damaged = Data folder: { $path } cannot be opened: it is damaged, or no folder of this program. Move it away and bring back your last copy of it.
doctor-space = Free space: { $megabytes } MB.
doctor-space-little = Free space: only { $megabytes } MB where { $path } is. Make some room soon.
doctor-space-none = Free space: { $megabytes } MB where { $path } is, which is too little. Make some room first.
doctor-space-unknown = Free space: the system does not tell it for { $path }.
doctor-token = Token: there is one, and it looks like one.
doctor-token-none = Token: there is none. Set { $variable }, or name a file with --token-file; @BotFather hands tokens out.
doctor-token-bad = Token: { $place } holds none. One looks like 123456:ABC-… : digits, a colon, some 35 letters.
doctor-token-file = Token: the file { $path } cannot be read. Check its name and permissions.
doctor-api = Bot API: { $url } answers, and knows this bot as @{ $bot }.
doctor-api-url = Bot API: { $url } is no address. It looks like https://api.telegram.org.
doctor-api-token = Bot API: { $url } does not know this token. It may have been revoked: ask @BotFather for the current one.
doctor-api-unreachable = Bot API: { $url } cannot be reached. Check the network, the firewall and the proxy.
doctor-api-busy = Bot API: { $url } answers, but not usably just now. Try again in a minute.
doctor-clock = Clock: it agrees with Telegram's.
doctor-clock-off = Clock: { $seconds } seconds off Telegram's. Turn on the system's time service, or reminders and contests go wrong.
doctor-clock-unknown = Clock: there was nothing to compare it with.

doctor-data-encrypted = Data folder: { $path } opens with its keys, and every entry is as it was put there.
key-made = Written: { $file } (key { $id }). Keep a copy away from the data and its backups: without the key nothing can be read any more, by nobody.
key-no-data = { $folder } holds no data of the service.
key-no-file = Give the key's file with --key-file. `xiaoqi key new FILE` makes one.
key-rotated = All { $entries } entries are encrypted with key { $id }. Other keys are no longer needed here; backups from before still need theirs.
key-encrypted = The data was plain; now all { $entries } entries are encrypted with key { $id }. Backups from before are still plain: delete them once you have a new one.
key-removed = The data is plain again ({ $entries } entries). No key is needed here any more.
key-plain = The data is not encrypted ({ $entries } entries).
key-show = Encrypted with key { $id }: { $entries } entries.
compact-done = Done: nothing of what was deleted is left in the files. They took { $before } kB before and take { $after } kB now. Backups from before still have it.
settings-broken =
    the settings in { $file } cannot be used as they are:
    { $list }
    docs/operating.md lists all settings.
settings-unreadable = the settings file { $file } cannot be read ({ $why }). Check its name and permissions, or name another with --config.
settings-token =
    { $file }:{ $line }: a settings file is copied, shown and backed up, so the bot token must not stand in it. Put the token into a file of its own that only the service may read, and name that file here: token_file = "…"
    If others could read it here, have @BotFather make a new one.

backup-taken = Backup: { $file }, { $entries } entries, { $kilobytes } KB, read back and sound.
backup-taken-running = Backup of the running service: { $file }, { $entries } entries, { $kilobytes } KB, read back and sound.
backup-removed = Older backup removed: { $file }
backup-keep-folder = { $to } is no folder. --keep thins out a folder of backups: name one.
backup-there-already = { $file } is there already and is left as it is. Choose another name.
backup-unwritable = { $file } cannot be written ({ $why }). Check the folder, its permissions and the space left.
backup-locked = { $path } is in use, and whoever uses it does not answer at its control socket. Run this as the service's account or as root; if it is another tool of ours, wait until it is done.
backup-refused = { $file } cannot be used: { $why }.
backup-foreign = it is no backup of xiaoqi
backup-newer = it was made by a newer program; update this one
backup-short = it ends too early, at byte { $at }, in entry { $entry }. Copy it again, or take an older one
backup-damaged = it is damaged at byte { $at }, in entry { $entry }. Copy it again, or take an older one

restore-sound = { $file } is sound: { $entries } entries, taken { $at } with xiaoqi { $program }.
restore-done = Restored into { $path }: { $entries } entries, compared one by one with { $file }, taken { $at } with xiaoqi { $program }. Start the service.
restore-not-empty = { $path } already holds data, and nothing was changed. Name an empty folder with --data, or add --replace to put what is there aside.
restore-aside = What was there is now in { $path }. Delete it once you are sure.
restore-differs = what was written to { $path } is not what the backup holds. Do not start the service with it: check the disk, then restore again with --replace.

migrate-locked = { $path } is in use. Stop the service first, and back up before you go on.
migrate-kind = { $kind }: { $count } of an older version
migrate-would = Records to be lifted: { $count }; as they should be: { $current }. Nothing was written.
migrate-done = Records lifted: { $count }; as they should be before: { $current }.
migrate-unreadable = Records that cannot be read: { $unreadable }. So nothing was written. Restore them from a backup, or use the program that wrote them.

stats-trainees = Trainees: { $count }; here within 7 days: { $week }, within 30 days: { $month }
stats-conversations = Conversations: { $count }, open: { $open }, thrown away: { $cancelled }; trainees' messages in them: { $messages }
stats-ending = { "    " }{ $ending }: { $count }
stats-inbox = Updates waiting: { $count }, the oldest for { $seconds } s
stats-outbox = Messages not sent yet: { $count }, to { $chats } chats
stats-unreadable = Records that cannot be read: { $count }. xiaoqi migrate --dry-run names them.
stats-kept = Kept in all: { $entries } entries, { $kilobytes } KB

health-well = The service on { $path } is well.
health-none = No service runs on { $path }.
health-stuck = A service runs on { $path }, but its store does not answer. Look at its log, then start it again.
doctor-settings = Settings: { $path }
doctor-settings-none = Settings: no file; arguments and environment only.
doctor-metrics = Metrics: { $address } is free.
doctor-metrics-running = Metrics: { $address } is in use, by the running service it seems.
doctor-metrics-taken = Metrics: { $address } cannot be used; another program may be there. Choose another with --metrics.
store-copied = Copied: { $entries } entries from { $from } to { $to }, then compared: the same on both sides (SHA-256 { $sum }…). Point the service at the new place; what it took in after the copy began is only in the old one.
store-not-empty = { $to } holds something already, and nothing was changed. Give an empty folder.
store-differs = what was written to { $to } is not what was read. Do not start the service with it: see whether somebody else writes there, empty it, then copy again.
compact-done-database = Done: nothing of what was deleted is left in the tables of { $store }. The database's log, its standbys and backups from before still have it for a while.
key-database = Encrypting, changing keys and decrypting are done in a folder: with the service stopped, `xiaoqi store copy { $store } FOLDER`, the key command there, then copy back into an empty space.
doctor-database = Database: { $store } can be entered, and what is kept there is whole.
doctor-database-new = Database: { $store } can be entered, and nothing is kept there yet.
doctor-database-encrypted = Database: { $store } can be entered, and every entry opens with its keys.
bots-name = [bots.{ $name }]: a bot cannot be called that. Its name is that of a folder and of a database's schema: 1 to 32 of a-z, 0-9 and _, beginning with a letter, and not with pg_.
bots-none = there is no bot { $name }: the settings have no table [bots.{ $name }]. Leave out --bot (XIAOQI_BOT), or name the settings file that has it with --config.
bots-unknown = there is no bot { $name } in the settings. There are: { $list }. Name one of them with --bot.
bots-unknown-near = there is no bot { $name } in the settings. Did you mean { $near }? There are: { $list }.
bots-which = the settings have several bots: { $list }. Name one with --bot NAME.
bots-token-for-all = the settings have tables [bots.NAME], so a token for all is nobody's. Take token_file at the top, XIAOQI_TOKEN_FILE and TELOXIDE_TOKEN away, and write token_file = "…" into the table of the bot whose it is.
bots-no-token = [bots.{ $name }] names no token. Write the token into a file of its own, and name that file there: token_file = "…"
bots-store = [bots.{ $name }], store: { $why }
bots-same-token = [bots.{ $one }] and [bots.{ $other }] have tokens of the same bot. Give each its own: @BotFather makes one for each bot. What two bots are to share they share without that.
bots-same-folder = [bots.{ $one }] and [bots.{ $other }] have the same data folder, { $what }. Give each its own with data = "…", or leave it out: then it is bots/NAME in the data folder.
bots-same-store = [bots.{ $one }] and [bots.{ $other }] have the same space, { $what }. Give each its own with space=NAME, or leave store out: then it is the bot's name.
bots-same-webhook = [bots.{ $one }] and [bots.{ $other }] are pushed to at the same path, { $what }. Give each its own with webhook = "…", or leave it out: then it is the bot's name below the address for all.

bench-head = Measured on this machine ({ $cores } processor cores) with its content and models, for { $seconds } s.
bench-load = Load before: { $load }. What else runs here slows everything below.
bench-col-what = what
bench-col-rate = a second
bench-col-half = half within
bench-col-most = 99 of 100 within
bench-reading = understanding a message, { $lang }
bench-turn = a turn in memory
bench-debrief = a debrief
bench-commit = a small commit to the disk
bench-durable = { $clients ->
    [1] a turn on disk, one after the other
   *[other] a turn on disk, { $clients } at once
}
bench-start = Start: content read and checked in { $content } ms, models ready after { $models } ms more.
bench-memory = Memory: { $start } MB after the start, { $peak } MB at the most.
bench-machine = { $turns } turns a second on disk are { $trainees } trainees at once, if each writes a message every { $pause } seconds.
bench-telegram = Telegram takes about { $most } messages a second from one bot. A turn is answered with { $letters }, so that is { $turns } turns a second, or { $trainees } trainees.
bench-limit-telegram = So Telegram is the limit: this machine could do { $times } times that.
bench-limit-machine = So this machine is the limit, its disk most likely: compare a turn on disk with one in memory.
bench-in-memory = The data folder is in memory and not on a disk: what is kept there is gone after a power cut, and the figures for the disk say nothing about one.
bench-note = A turn on disk is counted from when the program has the message: what the network and Telegram take comes on top. Nothing that is kept was touched, and nothing is left behind.
bench-unwritable = Nothing can be written to { $path } ({ $why }). Name a data folder with --data that you may write to.
bench-nobody = No customer can be played in a language that there are messages for (zh-Hans, zh-Hant, en). `xiaoqi check` says what is wrong with the content.
