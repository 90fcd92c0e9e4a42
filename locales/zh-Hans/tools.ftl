# 培训师的工具说的话：`xiaoqi persona test` 等。

tool-named = { $id }（{ $word }）
tool-none = 无
tool-yes = 是
tool-no = 否
tool-quoted = “{ $text }”
tool-broken =
    顾客“{ $id }”现在没法对话：
    { $list }
tool-unknown = 没有叫“{ $id }”的顾客（现有：{ $list }）
tool-unknown-near = 没有叫“{ $id }”的顾客。您要的是“{ $near }”吗？（现有：{ $list }）
tool-content-has = 内容里有 { $counts }，用 xiaoqi check 查看
tool-no-folder = 没有可以写入的内容文件夹。请进入您自己的文件夹，或用 --content DIR 指定。

test-still-here = 顾客还在
test-between = { $least } 到 { $most }
test-one-of = 其中之一：{ $list }
test-not = 不应有：{ $what }
test-passed = ✓ { $plan }，{ $lang }，种子 { $seed }：{ $ending }，得分 { $score }
test-failed = ✗ { $plan }，{ $lang }，种子 { $seed }：{ $ending }，得分 { $score }
test-at-message = 第 { $number } 句
test-at-end = 结束时
test-said = 您写的：{ $said }
test-expected = 期望的：{ $expected }
test-came = 实际的：{ $came }
test-all-well = 测试计划 { $plans } 份，对话 { $conversations } 场：全部符合期望。
test-sum =
    测试计划 { $plans } 份，对话 { $conversations } 场：{ $failed } 场不符合期望{ $broken ->
        [0] 。
       *[other] ；{ $broken } 份计划无法使用。
    }
test-no-customer = { $file }：没有顾客“{ $id }”。文件名要以顾客的 id 开头。
test-no-customer-near = { $file }：没有顾客“{ $id }”。是不是“{ $near }”？文件名要以顾客的 id 开头。
test-no-plans =
    { $folder } 里没有测试计划。要开始一份，请把要说的话写进一个文件，一行一句，然后运行
    xiaoqi persona test --write { $id } < messages.txt
test-bad-name = “{ $name }”不能作计划的名字：请用 1 到 40 个 a-z、0-9 和 _
test-no-messages = 什么也没写。请从标准输入给出要说的话，一行一句。
test-there-already = { $file } 已经存在，未作改动。请用 --name 换一个名字。
test-written = 已写入：{ $file }。请读一遍，删去不必如此的期望，然后运行：xiaoqi persona test { $id }

test-what-said = 还没说到这句，顾客已经走了
test-what-state = 情绪状态
test-what-phase = 对话阶段
test-what-heat = 火气（0 到 3）
test-what-anger = 愤怒
test-what-anxiety = 焦虑
test-what-disappointment = 失望
test-what-trust = 信任
test-what-solved = 诉求满足了百分之几
test-what-accepted = 顾客是否已接受
test-what-ending = 结局
test-what-moves = 应该听出的话术
test-what-no_moves = 不该听出的话术
test-what-facts = 应该说出的事实
test-what-says = 回答里的字词
test-what-never_says = 回答里不该有的字词
test-what-score = 得分

pack-done = { $id } 已打包：{ $count } 个文件，在 { $file }
unpack-done = { $id } 已解包：{ $count } 个文件
pack-unknown = 没有可以练习的顾客“{ $id }”。xiaoqi personas 列出全部顾客，xiaoqi check 说明哪里有错。
pack-unknown-near = 没有可以练习的顾客“{ $id }”。是不是“{ $near }”？
pack-unreadable = 无法读取 { $file }
pack-refused = { $file } 没有解包：{ $why }。什么也没有写入。
pack-file-there = { $file } 已经存在。要覆盖它，请加上 --replace。
pack-there-already =
    这些文件已经存在，什么也没有写入：{ $list }
    要覆盖它们，请加上 --replace。
pack-unsound =
    这位顾客在这里无法练习，什么也没有写入：
    { $list }
pack-too-large = 文件太大，不可能是一位顾客
pack-too-many = 里面的文件太多（{ $about }）
pack-broken = 文件已损坏，或者不是 xiaoqi persona pack 打的包 { $about }
pack-duplicate = 里面有两个同名的文件 { $about }
pack-link = 里面有链接或文件夹（{ $about }），而那里只能是文件
pack-name = 里面有文件名无法读取
pack-outside = 里面有文件会写到您的文件夹之外（{ $about }）
pack-bomb = 里面有文件展开后太大（{ $about }）
pack-not-utf8 = 里面有文件不是文本（{ $about }）
pack-no-manifest = 里面没有文件清单，不是 xiaoqi persona pack 打的包
pack-newer = 打包的 xiaoqi 版本更新（{ $about }）
pack-foreign = 里面有不属于这位顾客的文件（{ $about }）
pack-no-customer = 里面缺少顾客本人的文件（{ $about }）
pack-changed = 打包之后被改动过（{ $about }）

simulate-head = { $title }（{ $id }，{ $grade }）：与每类学员各对话 { $runs } 场
simulate-who = 学员“{ $id }”
simulate-plain = • { $who }：100 场里安抚住 { $won } 场
simulate-right = ✓ { $who }：100 场里安抚住 { $won } 场，符合“{ $grade }”（{ $least } 到 { $most }）
simulate-easy = ✗ 对“{ $grade }”来说太容易：{ $who }在 100 场里安抚住 { $won } 场，应为 { $least } 到 { $most }
simulate-hard = ✗ 对“{ $grade }”来说太难：{ $who }在 100 场里安抚住 { $won } 场，应为 { $least } 到 { $most }
simulate-share = { $ending } { $share }%
simulate-endings = 平均 { $turns } 句；{ $endings }
simulate-fits = 难度与等级相符。
simulate-make-harder = 要让顾客更难：调高 heard_needed（折算为 { $heard }）或 accept_trust（折算为 { $trust }），调低 step（折算为 { $step }）或 patience（折算为 { $patience }），或者让方案满足得少一些（meets）。
simulate-make-easier = 要让顾客更容易：调低 heard_needed（折算为 { $heard }）或 accept_trust（折算为 { $trust }），调高 step（折算为 { $step }）或 patience（折算为 { $patience }），或者让方案满足得多一些（meets）。
simulate-uneven = 对有的学员太容易，对有的太难：调高 heard_needed（折算为 { $heard }）、调低 accept_trust（折算为 { $trust }），或者反过来；step（折算为 { $step }）和 patience（折算为 { $patience }）对所有学员一起起作用。
simulate-states-never = 从未进入的状态：{ $list }
simulate-endings-never = 从未出现的结局：{ $list }
simulate-lines-never = 从未说过的自有台词：{ $count } 句，共 { $all } 句
simulate-more = 还有 { $count } 句
simulate-picture = 已画成图：{ $file }
picture-title = { $title }（{ $grade }）：每类学员各对话 { $runs } 场
picture-endings = 怎么结束的（百分比）
picture-course = { $feeling }：每句话之后的平均值

schema-written = 已写入：{ $file }
schema-how =
    文件第一行写上下面这句，编辑器就认得它：
    { $line }
    VS Code 装 Even Better TOML，别的编辑器装 Taplo。新增顾客类型或语言之后，请再运行一次。

graph-title = { $title }（{ $id }）：模拟对话 { $count } 场
graph-title-sessions = { $title }（{ $id }）：真实对话 { $count } 场
graph-messages = { $count } 句
graph-conversations = { $count } 场
graph-rule = { $rule }：{ $count }
graph-no-rule = 学员自己结束，或没有记下是哪条规则
graph-way = { $from } → { $to }：{ $rules }
graph-dashed = 虚线：可以走到，但没有人走过。线越粗，走的次数越多。
graph-no-trainees = 这份内容的 personas/trainees/ 里没有模拟学员。请拷几个进去，或者用 --sessions。
graph-no-sessions = 那里没有保存与“{ $id }”的对话。去掉 --sessions 就改数模拟对话。
graph-other-version = 其中 { $count } 场用的是这位顾客的另一个版本，也一起计入
graph-unread = 有 { $count } 条记录读不出来，没有计入

play-begin = 正在和“{ $id }”对话。边练边改他的文件也行：一保存，前面说过的话会立刻重放一遍。输入 :help 看能做什么。
play-begin-built-in = 正在和程序自带的“{ $id }”对话，自带的内容不会变。输入 :help 看能做什么。
play-help =
    :back N      回到第 N 句之后（0：回到开场白）
    :again       重新读文件，把所有的话重放一遍，全部显示出来
    :seed N      换一个种子，把所有的话重放一遍
    :write 名字  把这些话存成测试计划 personas/tests/ID.名字.toml，名字用 a-z、0-9 和 _
    :quit        离开
    其余的都是对顾客说的话。话里写 \n 表示换行。
play-unknown = 没有“{ $line }”这个命令。输入 :help 看有哪些。
play-understood = 听懂：{ $moves }
play-asked = 问到：{ $list }
play-unprepared = 没有准备过的事
play-told = 说出：{ $list }
play-offered = 提出的方案：{ $list }
play-counts = 火气 { $heat }/3 · { $phase } · 感到被倾听 { $heard }% · 诉求满足 { $solved }% · 耐心还剩 { $left } 句
play-ended = 对话结束：{ $ending }。得分 { $score }。
play-gone = 顾客已经走了（{ $ending }）。输入 :back { $number } 可以回到走之前。
play-back = 回到第 { $number } 句之后。
play-no-such-message = 到现在只有 { $count } 句。
play-seed = 种子 { $seed }：所有的话重放一遍。
play-changed = 文件改了，已重放 { $count } 句。
play-broken = 照现在的文件，“{ $id }”没法对话，先保留改之前的样子：
play-differs = 第 { $number } 句：{ $said }
play-opening-differs = 开场白：
play-before = 原来：{ $what }
play-now = 现在：{ $what }
play-not-said = 没机会说了
play-no-difference = 结果没有任何不同。
play-unsaid = 顾客提前走了，还有 { $count } 句没机会说。

diff-two = 请给出两位顾客，或给一位顾客加上 --against 文件夹。
diff-head = 原来：{ $old }。现在：{ $new }。
diff-nothing = 这位顾客没有任何不同。
diff-group-numbers = 人物设定
diff-group-facts = 事实
diff-group-demands = 诉求
diff-group-offers = 方案
diff-group-states = 情绪状态和结局
diff-group-texts = 文字
diff-key = { $key }（{ $lang }）
diff-changed = { $key }：{ $old } → { $new }
diff-one = { $key }：{ $value }
diff-outcomes = 与每类学员各对话 { $runs } 场，每 100 场里安抚住几场：
diff-same = = { $who }：{ $new }，和原来一样；平均句数 { $old-turns } → { $new-turns }
diff-by-chance = ≈ { $who }：{ $old } → { $new }，可能只是碰巧；平均句数 { $old-turns } → { $new-turns }
diff-easier = ↑ { $who }：{ $old } → { $new }，变容易了；平均句数 { $old-turns } → { $new-turns }
diff-harder = ↓ { $who }：{ $old } → { $new }，变难了；平均句数 { $old-turns } → { $new-turns }
diff-ending = { $ending } { $old }% → { $new }%

doctor-well = 一切正常，`xiaoqi serve` 可以在这里运行。
doctor-ill = 有 { $count } 处要先处理好，`xiaoqi serve` 才能在这里运行。
doctor-content = 内容：{ $customers } 位顾客，没有坏掉的。
doctor-content-broken = 内容：{ $counts }。用 `xiaoqi check` 看坏在哪里、怎么改。
doctor-data = 数据文件夹：{ $path } 能打开，里面的东西完好。
doctor-data-new = 数据文件夹：{ $path } 里还没有东西，可以写入。
doctor-data-locked = 数据文件夹：{ $path } 正在使用，看来服务已经在运行。要另起一个，先停掉它。
doctor-data-readonly = 数据文件夹：{ $path } 写不进去。检查所有者和权限，以及磁盘是不是以只读方式挂载的。
doctor-data-full = 数据文件夹：{ $path } 所在的磁盘满了，先腾出空间。
doctor-data-newer = 数据文件夹：{ $path } 是更新版本的程序写的，请升级这个程序。
doctor-data-damaged = 数据文件夹：{ $path } 打不开，可能损坏了，也可能不是本程序的文件夹。把它移走，换回你最近的一份备份。
doctor-space = 可用空间：{ $megabytes } MB。
doctor-space-little = 可用空间：{ $path } 那里只剩 { $megabytes } MB，尽快腾一些出来。
doctor-space-none = 可用空间：{ $path } 那里只有 { $megabytes } MB，不够用，先腾出空间。
doctor-space-unknown = 可用空间：系统没有给出 { $path } 的数字。
doctor-token = 令牌：有，样子也对。
doctor-token-none = 令牌：没有。设置 { $variable }，或用 --token-file 指定文件；令牌找 @BotFather 要。
doctor-token-bad = 令牌：{ $place } 里没有令牌。它的样子是 123456:ABC-…：数字、冒号、三十五个左右的字母。
doctor-token-file = 令牌：文件 { $path } 读不了，检查文件名和权限。
doctor-api = Bot API：{ $url } 有回应，机器人是 @{ $bot }。
doctor-api-url = Bot API：{ $url } 不是地址，应该像 https://api.telegram.org 这样。
doctor-api-token = Bot API：{ $url } 不认识这个令牌，可能已经作废。找 @BotFather 要现在的令牌。
doctor-api-unreachable = Bot API：连不上 { $url }。检查网络、防火墙和代理。
doctor-api-busy = Bot API：{ $url } 有回应，但眼下用不了，过一分钟再试。
doctor-clock = 时钟：和 Telegram 的一致。
doctor-clock-off = 时钟：和 Telegram 的差 { $seconds } 秒。打开系统的时间同步，不然提醒和比赛会出错。
doctor-clock-unknown = 时钟：没有可以对照的。

doctor-data-encrypted = 数据文件夹：{ $path } 用密钥能打开，每一条都原样未动。
key-made = 已写入 { $file }（密钥 { $id }）。另存一份，别和数据、备份放在一起：密钥丢了，谁也读不出这些数据。
key-no-data = { $folder } 里没有服务的数据。
key-no-file = 请用 --key-file 指定密钥文件。`xiaoqi key new 文件` 可以生成一个。
key-rotated = { $entries } 条数据都已用密钥 { $id } 加密。这里不再需要别的密钥；之前的备份还要用当时的密钥。
key-encrypted = 原来没有加密，现在 { $entries } 条数据都已用密钥 { $id } 加密。之前的备份仍是明文：做好新备份后请删掉。
key-removed = 加密已去掉，{ $entries } 条数据都是明文，这里不再需要密钥。
key-plain = 数据没有加密（{ $entries } 条）。
key-show = 用密钥 { $id } 加密：{ $entries } 条。
compact-done = 好了：删掉的东西在文件里不再留下痕迹。文件原来占 { $before } kB，现在占 { $after } kB。之前的备份里仍然有。
settings-broken =
    { $file } 里的设置用不了：
    { $list }
    所有设置见 docs/operating.md。
settings-unreadable = 设置文件 { $file } 读不了（{ $why }）。检查文件名和权限，或用 --config 另外指定。
settings-token =
    { $file }:{ $line }：设置文件会被拷贝、查看、备份，机器人的令牌不能写在里面。把令牌单独放进一个只有服务能读的文件，在这里写上它的名字：token_file = "…"
    要是这个文件别人也能看到，找 @BotFather 换一个新令牌。

backup-taken = 备份好了：{ $file }，{ $entries } 条记录，{ $kilobytes } KB，已读回核对，完好。
backup-taken-running = 运行中的服务备份好了：{ $file }，{ $entries } 条记录，{ $kilobytes } KB，已读回核对，完好。
backup-removed = 删掉了旧备份：{ $file }
backup-keep-folder = { $to } 不是文件夹。--keep 是清理备份文件夹用的，请指定一个文件夹。
backup-there-already = { $file } 已经存在，没有动它。换个名字。
backup-unwritable = { $file } 写不了（{ $why }）。检查文件夹、权限和剩余空间。
backup-locked = { $path } 正在使用，但控制接口没有回应。用服务的账户或 root 运行；如果是本程序的另一个工具在用，等它做完。
backup-refused = { $file } 不能用：{ $why }。
backup-foreign = 不是消气的备份
backup-newer = 是更新版本的程序做的，先升级这个程序
backup-short = 文件不完整，断在第 { $at } 字节、第 { $entry } 条记录。重新拷贝一次，或换一份更早的
backup-damaged = 文件损坏，在第 { $at } 字节、第 { $entry } 条记录。重新拷贝一次，或换一份更早的

restore-sound = { $file } 完好：{ $entries } 条记录，{ $at } 由 xiaoqi { $program } 备份。
restore-done = 已恢复到 { $path }：{ $entries } 条记录，与 { $file } 逐条核对一致（{ $at } 由 xiaoqi { $program } 备份）。可以启动服务了。
restore-not-empty = { $path } 里已经有数据，什么都没改。用 --data 指定一个空文件夹，或加上 --replace 先把现有的挪开。
restore-aside = 原来的数据挪到了 { $path }，确认没问题后再删。
restore-differs = 写进 { $path } 的和备份里的不一样。先别用它启动服务：检查磁盘，再加上 --replace 恢复一次。

migrate-locked = { $path } 正在使用。先停掉服务，备份一次，再继续。
migrate-kind = { $kind }：旧版本 { $count } 条
migrate-would = 有 { $count } 条要升级，{ $current } 条已是最新。什么都没写。
migrate-done = 升级了 { $count } 条，另外 { $current } 条本来就是最新。
migrate-unreadable = 有 { $unreadable } 条读不了，所以什么都没写。从备份恢复，或用当初写它的程序。

stats-trainees = 学员：{ $count } 人；7 天内来过 { $week } 人，30 天内 { $month } 人
stats-conversations = 对话：{ $count } 场，进行中 { $open } 场，放弃 { $cancelled } 场；学员消息 { $messages } 条
stats-ending = { "    " }{ $ending }：{ $count }
stats-inbox = 待处理的更新：{ $count } 条，最久的等了 { $seconds } 秒
stats-outbox = 还没发出的消息：{ $count } 条，涉及 { $chats } 个聊天
stats-unreadable = 读不了的记录：{ $count } 条，用 xiaoqi migrate --dry-run 查看是哪些。
stats-kept = 总共：{ $entries } 条记录，{ $kilobytes } KB

health-well = { $path } 上的服务一切正常。
health-none = { $path } 上没有服务在运行。
health-stuck = { $path } 上有服务在运行，但存储没有回应。看看日志，再重启它。
doctor-settings = 设置：{ $path }
doctor-settings-none = 设置：没有设置文件，只看参数和环境变量。
doctor-metrics = 指标：{ $address } 空着，可以用。
doctor-metrics-running = 指标：{ $address } 正在使用，看来是运行中的服务。
doctor-metrics-taken = 指标：{ $address } 用不了，可能被别的程序占了。用 --metrics 换一个。
store-copied = 复制好了：{ $entries } 条记录，从 { $from } 到 { $to }，复制后核对过，两边一致（SHA-256 { $sum }…）。让服务改用新的位置；开始复制之后收到的内容只在旧的那边。
store-not-empty = { $to } 里已经有东西，没有改动任何内容。换一个空文件夹。
store-differs = 写入 { $to } 的和读到的不一样。不要用它启动服务：看看是不是有别的程序也在写，清空后重新复制。
compact-done-database = 好了：{ $store } 的表里，删掉的内容一点不剩。数据库自己的日志、备库和之前的备份里还会留一段时间。
key-database = 加密、换密钥和解密要在文件夹里做：先停掉服务，运行 `xiaoqi store copy { $store } 文件夹`，在那里运行密钥命令，再复制回一个空的空间。
doctor-database = 数据库：{ $store } 连得上，里面的内容完整。
doctor-database-new = 数据库：{ $store } 连得上，里面还没有内容。
doctor-database-encrypted = 数据库：{ $store } 连得上，每条记录都能用密钥打开。
bots-name = [bots.{ $name }]：机器人不能叫这个名字。文件夹和数据库 schema 都用它命名：1 到 32 个字符，只能用 a-z、0-9 和 _，以字母开头，且不能以 pg_ 开头。
bots-none = 没有叫 { $name } 的机器人：设置里没有 [bots.{ $name }] 这张表。去掉 --bot（XIAOQI_BOT），或用 --config 指定含有它的设置文件。
bots-unknown = 设置里没有叫 { $name } 的机器人。现有：{ $list }。用 --bot 指定其中一个。
bots-unknown-near = 设置里没有叫 { $name } 的机器人。是不是想写 { $near }？现有：{ $list }。
bots-which = 设置里有几个机器人：{ $list }。用 --bot 名字 指定一个。
bots-token-for-all = 设置里有 [bots.名字] 表，写给全体的令牌就不知道是谁的了。去掉顶层的 token_file、XIAOQI_TOKEN_FILE 和 TELOXIDE_TOKEN，在它所属机器人的表里写 token_file = "…"。
bots-no-token = [bots.{ $name }] 没有写令牌。把令牌单独放进一个文件，在这张表里写上文件名：token_file = "…"
bots-store = [bots.{ $name }] 的 store：{ $why }
bots-same-token = [bots.{ $one }] 和 [bots.{ $other }] 的令牌属于同一个机器人。各用各的：@BotFather 给每个机器人发一个。要共用的东西不靠共用令牌。
bots-same-folder = [bots.{ $one }] 和 [bots.{ $other }] 的数据文件夹相同：{ $what }。用 data = "…" 分开，或者不写：默认是数据文件夹里的 bots/名字。
bots-same-store = [bots.{ $one }] 和 [bots.{ $other }] 的空间相同：{ $what }。用 space=名字 分开，或者不写 store：默认就是机器人的名字。
bots-same-webhook = [bots.{ $one }] 和 [bots.{ $other }] 的推送路径相同：{ $what }。用 webhook = "…" 分开，或者不写：默认是公共地址后面加上机器人的名字。

bench-head = 在这台机器上（{ $cores } 个处理器核心），用它现有的内容和模型，测了 { $seconds } 秒。
bench-load = 开始前的负载：{ $load }。别的程序也在跑的话，下面每一项都会慢一些。
bench-col-what = 项目
bench-col-rate = 每秒
bench-col-half = 一半不超过
bench-col-most = 百分之九十九不超过
bench-reading = 读懂一条消息，{ $lang }
bench-turn = 一个回合，只在内存里
bench-debrief = 一次复盘
bench-commit = 往磁盘提交一小条
bench-durable = { $clients ->
    [1] 一个回合，写进磁盘，一个接一个
   *[other] 一个回合，写进磁盘，{ $clients } 个同时
}
bench-start = 启动：读入并检查内容 { $content } 毫秒，再过 { $models } 毫秒模型就绪。
bench-memory = 内存：启动后 { $start } MB，最多时 { $peak } MB。
bench-machine = 每秒 { $turns } 个写进磁盘的回合，按每人每 { $pause } 秒发一条消息算，够 { $trainees } 位学员同时练习。
bench-telegram = Telegram 每秒大约接收一个机器人的 { $most } 条消息。一个回合平均回 { $letters } 条，也就是每秒 { $turns } 个回合，{ $trainees } 位学员。
bench-limit-telegram = 所以瓶颈是 Telegram：这台机器做得到它的 { $times } 倍。
bench-limit-machine = 所以瓶颈是这台机器，多半是磁盘：比一比写进磁盘的回合和只在内存里的回合。
bench-in-memory = 数据文件夹在内存里，不在磁盘上：断电以后，里面的东西就没有了；上面的磁盘数字也说明不了真正的磁盘。
bench-note = 写进磁盘的回合从程序拿到消息算起，网络和 Telegram 花的时间另算。保存着的数据没有动过，也没有留下任何东西。
bench-unwritable = { $path } 写不进去（{ $why }）。用 --data 指定一个你能写的数据文件夹。
bench-nobody = 没有一位顾客能用备有消息的语言（zh-Hans、zh-Hant、en）来演。用 `xiaoqi check` 看内容哪里有问题。
