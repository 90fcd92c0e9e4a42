# 群里说的话。

command-contest = 和群里的同事比一场

group-help =
    我在群里能做的：
    /contest 办一场比赛，或看正在进行的比赛
    /relay 大家接力安抚一位顾客，轮流一人一句；/end 结束
    /case 同一句开场，各答一句，一起投票
    /duet 两人对练客服和顾客，其他人看着投票
    /language 我在群里说什么语言
    一个人练习在私聊里：点我的头像，发 /start。
group-choose-language = 我在这个群里说哪种语言？
group-language-set = 好的，以后我在群里说简体中文。
group-not-admin = 这件事只有群管理员能做。
group-not-member = 这件事只有群成员能做。
group-cannot-ask = 刚才没能向 Telegram 核对你的身份，请过一分钟再试。如果一直这样，请把我设为群管理员：只有这样我才一定能查到成员。
group-anonymous = 你现在是以群的名义发言，我认不出是谁。请先关掉匿名，再发一次。
group-somebody-elses = 这个按钮是别人的。

## 一起练

command-relay = 在群里：接力安抚一位顾客
command-case = 在群里：同一句开场，各答一句，投票
command-duet = 在群里：两人对练，其他人投票

play-only-in-groups = 这个要在群里玩。把我拉进团队的群，再在群里发一次。
play-already-on = 这里正有一局，先玩完这局。发起的人或群管理员可以用 /end 结束。
play-no-game = 这里没有进行中的局。发 /relay 开一局。
play-over = 这一局已经结束了。
play-no-customers = 没有会说这个群语言的顾客。
play-relay-choose = 🏃 接力：大家一起安抚一位顾客，轮流一人一句。要多难的顾客？
play-chosen = 顾客已经选好了。
play-relay-gather =
    🏃 接力：{ $title }
    { $you }
    { $happened }

    { $players }

    点“加入”，人齐了由一位点“开始”。轮到你时，回复我的消息，写你要对{ $name }说的话。大家一共有 { $most } 句。
play-no-players = 还没有人加入。
play-players = 已加入：{ $names }
play-name = { $name }
play-already-in = 你已经加入了。
play-full-house = 已经有 { $most } 人，满了。这局先看，下一局再来。
play-joined = 加入成功！
play-begun = 已经开始了。
play-join-first = 先点“加入”。
play-next-turn =
    ➡ 轮到 { $player }，请回复这条消息。
    { $name }现在“{ $state }”，还剩 { $left } 句
play-relay-board =
    🏃 接力：{ $title }
    { $name }：{ $state }
    { $levels }

    顺序：{ $players }
    还剩 { $left } 句
play-patience = 给对方一点时间，{ $seconds } 秒后可以跳过。
play-not-your-turn = 现在轮到 { $player }，马上就到你。
play-not-playing = 现在轮到 { $player }。也想玩？点“加入”，排在后面。
play-relay-over = 🏃 接力：{ $title }，结束了，复盘在下面。
play-changed = 这位顾客的文件刚被改过，这局接不下去了。发 /relay 重开一局。
play-stopped = 这局结束了。想再来就发 /relay。
play-quiet = 半小时没人说话，这局先收了。
play-ended =
    { $name }：{ $ending }
    { $meaning }
    大家一起得了 { $score } 分（满分 100）
play-too-little = 只说了一句，没什么可复盘的。下次多聊几句。
play-well =
    👍 大家做得好的
    { $items }
play-nothing-well = 👍 这次没有哪句明显帮上忙。下一局先用一句话说出顾客的处境，看看会有什么变化。
play-strength =
    “{ $quote }”
    { $name }：{ $why }
play-better =
    🔧 可以换个做法的
    { $items }
play-nothing-better = 🔧 没有哪句伤到顾客。下次挑个更难的。
play-change =
    “{ $quote }”（{ $name }）
    换成：“{ $better }”
play-change-bare = “{ $quote }”（{ $name }）
play-gap =
    一直没做：{ $name }
    比如：“{ $better }”
play-gap-bare = 一直没做：{ $name }
play-questions =
    💬 花五分钟聊聊：
    1. 哪一句扭转了局面？为什么是它？
    2. 换成你，哪一句会写得不一样？怎么写？
    3. 哪句话值得团队留下来用？

play-case-open =
    📮 今日案例：{ $title }
    { $you }
    { $happened }

    { $name }：
    { $opening }

    你会怎么说？每人一句，私下写，免得互相抄。已有 { $answers } 人回答
play-case-voting =
    📮 今日案例：{ $title }
    { $opening }

    回答都在下面，已有 { $votes } 人投票
play-case-few = 至少要有 { $fewest } 个回答。
play-case-answer =
    { $letter }：“{ $text }”
    { $way }{ $name }（“{ $state }”）：{ $reply }
play-calms = 🟢 消气。
play-neutral = 🟡 没什么变化。
play-escalates = 🔴 火上浇油。
play-case-vote = 🗳 换成你，会选哪一句？每人一票，不能投自己，可以改。发起的人随时可以看结果，不看的话一天后自动公布。
play-own-answer = 这是你自己的，投别的吧。
play-voted = 你投给了 { $letter }。
play-case-votes = { $letter } { $count } 票
play-case-winner =
    🏅 票数最多：{ $letter }
    “{ $text }”
    全部票数：{ $list }
    聊一聊：它给了顾客什么别的回答没给的？
play-case-tie =
    🗳 难分高下。票数：{ $list }
    聊一聊：每一句里，你会拿走什么？
play-case-over = 📮 今日案例：{ $title }，投票结束了。
play-ask-answer =
    📮 { $title }
    { $opening }

    你会怎么说？把你的一句写在这里，500 字以内。群里看得到回答，看不到名字。（不答了就发 /menu）
play-ask-again =
    📮 { $title }
    { $opening }

    你已经答过：“{ $before }”
    再写一句就会替换它。不改就发 /menu
play-answer-taken = ✓ 收到。公布回答时群里能看到它，看不到你的名字。想改就在群里再点一次“去回答”。
play-case-closed = 这个案例不再收回答了。
play-case-full = 已经收到 { $most } 个回答，满了。你还可以在群里投票。
play-answer-stranger = 这个案例只给它那个群的成员。如果你是，过一分钟再试。

button-play-grade = { $grade }
button-play-join = ✋ 加入
button-play-begin = ▶ 开始
button-play-skip = 跳过 { $player }
button-play-stop = ⏹ 结束
button-play-answer = ✍ 去回答
button-play-reveal = 公布回答
button-play-result = 公布结果
button-play-vote = 🗳 投 { $letter }

## 双人对练

duet-choose = 🎭 双人对练：一人当客服，一人当顾客，其他人看着投票，然后两人互换。要多难的顾客？
duet-places =
    🎭 双人对练：{ $title }
    { $happened }

    🎧 客服：{ $agent }
    🎭 顾客{ $name }：{ $customer }

    点一下占位置，再点一下让出来。当顾客的会在私聊里收到一张密卡。没跟我私聊过？先点“打开私聊”。
duet-free = 空着
duet-kept-for = 留给 { $player }
duet-name = { $name }
duet-word = { $term }
duet-seated-agent = 你当客服。
duet-seated-customer = 你当顾客。开始时密卡会发到私聊里。
duet-stood-up = 位置让出来了。
duet-taken = 这是 { $player } 的位置。
duet-start-first = 我还不能给你发私信，而密卡只能给你一个人看。先点“打开私聊”，在那里点“开始”，再回来点一次“顾客”。
duet-ready = ✓ 现在我能给你发消息了。回到群里点“顾客”，对练一开始，密卡就发到这里。
duet-two-needed = 客服和顾客都要有人。
duet-only-players = 只有对练的两位和发起的人可以点。
duet-only-customer = 这由 { $player } 来定。
duet-criteria =
    👀 旁观的人请留意：{ $title }
    { $items }
    先别出声帮忙，结束后逐条投票。
duet-item = { $number }. { $text }
duet-criterion-listen = 先听、先问，再给方案。
duet-criterion-feeling = 说出顾客此刻的感受，说的是这件事，不是套话。
duet-criterion-own = 干脆地道歉，不带“如果”和“但是”。
duet-criterion-ask = 问出了顾客还没说的事。
duet-criterion-refuse = 拒绝时讲了理由，还给了别的办法。
duet-criterion-civil = 不争辩、不怪顾客，始终有礼。
duet-criterion-solve = 给出的办法真正对上了顾客想要的。
duet-criterion-promise = 承诺能核对：谁、做什么、什么时候。
duet-criterion-check = 问了顾客这样行不行。
duet-board =
    🎭 双人对练：{ $title }
    🎧 客服：{ $agent }
    🎭 { $name }：{ $customer }

    { $opening }

    客服还剩 { $left } 句
duet-briefing =
    🎧 { $player }，这是客服知道的。
    { $you }
    { $happened }

    可以答应的：
    { $may }

    不能答应的：
    { $may_not }
duet-agent-first =
    ➡ { $player }，你是客服。回复这条消息，写你要对{ $name }说的话。
    🔐 { $customer }，密卡在我们的私聊里，趁现在看一遍。
duet-agent-turn = ➡ 轮到 { $player }，请回复这条消息，还剩 { $left } 句
duet-mood =
    🤖 换成我演的{ $name }，现在是“{ $state }”。
    { $lines }
duet-would-end = 🤖 换成我演的{ $name }，到这里已经结束了：{ $ending }。
duet-customer-turn =
    { $mood }

    ➡ 轮到 { $player } 演{ $name }：回复这条消息，或者在下面结束。
duet-customer-last =
    { $mood }

    ➡ { $player }，客服的话说完了。{ $name }最后怎么样？
duet-not-your-turn = 现在轮到 { $player }。对方没回复我、但已经答过了？那就点“答过了”。
duet-watching = 这局由 { $agent } 和 { $customer } 对练，你先看着，最后请你投票。
duet-decide = { $player }，最后怎么样？请点上面两个按钮中的一个。
duet-too-early = 先让 { $player } 说一句。
duet-round-over = 🎭 双人对练：{ $title }，这一轮结束了，投票和复盘在下面。
duet-vote =
    🗳 { $player } 演的{ $name }：{ $ending }。
    旁观的你来说：客服做到了吗？✅ 做到，❌ 没做到，可以改。
    { $items }

    { $votes ->
        [0] 还没有人投。
       *[other] 已有 { $votes } 人投票。
    }五分钟后公布，也可以点按钮提前看。
duet-vote-over =
    🗳 { $votes ->
        [0] 投票结束，没有人投。
       *[other] 投票结束，{ $votes } 人投了。
    }
duet-marked-met = ✅ 第 { $number } 条：做到
duet-marked-missed = ❌ 第 { $number } 条：没做到
duet-players-watch = 这局是你演的，由旁观的人来投。
duet-ended-calmed = 消了气，接受了
duet-ended-walked = 转身走了
duet-ended-open = 没有结果
duet-result =
    📋 { $title }：大家看到的 👥，我听到的 🤖
    { $items }
duet-result-item =
    { $number }. { $text }
    　👥 { $votes } 人投，{ $met } 人说做到 · 🤖 { $heard }
duet-result-bare =
    { $number }. { $text }
    　👥 没人投 · 🤖 { $heard }
duet-heard = 做到
duet-unheard = 没做到
duet-endings =
    🎭 { $player } 演的{ $name }：{ $ending }
    🤖 我演的{ $name }：{ $own }
    { $levels }
    两边不一样？问问 { $player }，差别在哪一句。
duet-own-ended = { $ending }
duet-own-open = 还是“{ $state }”
duet-well =
    👍 帮上忙的话
    { $items }
duet-better =
    🔧 可以换个做法的
    { $items }
duet-questions =
    💬 花五分钟聊聊：
    1. { $agent } 哪里做得好？
    2. 哪里可以更好？改哪一句？
    3. 团队能从中带走什么？
duet-swap-offer = 🔁 换过来：{ $agent } 当客服，{ $customer } 当顾客，换一位一样难的。
duet-done = 🎭 双人对练结束，什么都没有留下。想再来就发 /duet。
duet-stopped = 🎭 双人对练结束了。想再来就发 /duet。
duet-changed = 🎭 这位顾客的文件刚被改过，接不下去了。发 /duet 重新开始。
duet-card =
    🔐 只给你看。你是{ $name }。
    { $title }：{ $summary }
    顾客类型：{ $types }

    一开始你“{ $state }”：
    { $levels }

    你的开场：
    { $opening }

    你想要的，最要紧的在前：
    { $demands }
duet-card-foreign = 案例用的是群里的语言，名字、地点、金额才和大家看到的一样。
duet-card-facts =
    📂 被问到就说：
    { $items }
duet-card-fact = · { $about }：“{ $tell }”
duet-card-secrets =
    🤫 问得好、又让你信得过，才说：
    { $items }
duet-card-secret =
    · { $about }：“{ $tell }”
    　问得好是这样：“{ $question }”
duet-card-play =
    🎬 怎么演
    让你消气的：{ $calms }
    惹你上火的：{ $irks }

    用自己的话说，在群里回复我的消息来回答。别太好说话，也别怎么说都不行：换了是你会松口的时候，就松口。怎么结束由你定，在群里点按钮。
duet-card-sent = 密卡又发了一次，在我们的私聊里。
duet-card-not-yours = 这张卡只给演顾客的人看。

button-duet-agent = 🎧 客服
button-duet-customer = 🎭 顾客
button-duet-start = 🔑 打开私聊
button-duet-card = 🔐 我的密卡
button-duet-answered = 💬 答过了
button-duet-calmed = 😌 我接受
button-duet-walked = 🚪 我不谈了
button-duet-met = ✅ { $number }
button-duet-missed = ❌ { $number }
button-duet-swap = 🔁 互换角色

## 比赛：表单

contest-when = { $date } { $time }（{ $zone }）
contest-minutes = { $count } 分钟
contest-hours = { $count } 小时
contest-days = { $count } 天
contest-form =
    🏁 新比赛：{ $name }

    点一项就能改，改好点“开赛”。想换名字，就回复这条消息写上新名字。
contest-named = { $name }
contest-named-after = { $group }
contest-field-pick = 顾客：{ $value }
contest-pick-mixed = 由易到难
contest-pick-grade = { $grade }
contest-pick-these = 选了 { $count } 位
contest-field-rounds = { $count } 轮
contest-field-minutes = 每轮：{ $value }
contest-no-limit = 不限时
contest-field-opens = 开始：{ $value }
contest-opens-now = 现在
contest-opens-soon = 10 分钟后
contest-opens-tomorrow = 明天 9:00
contest-field-lasts = 时长：{ $value }
contest-lasts-hour = 1 小时
contest-lasts-day = 1 天
contest-lasts-week = 1 周
contest-field-attempts = 每轮机会：{ $count } 次
contest-field-hints = 提示：{ $value }
contest-yes = 可用
contest-no = 不可用
contest-field-names = 榜上显示：{ $value }
contest-names-shown = 姓名
contest-names-nick = 昵称
contest-button-choose = 自己选
contest-button-create = ✅ 开赛
contest-button-drop = ✖ 算了
contest-button-back = ‹ 返回
contest-field-sides = 排名：{ $value }
contest-sides-singles = 个人
contest-sides-teams = 团体（满 { $least } 人）
contest-opens-kept = 按公告
contest-form-change =
    ✏ 修改比赛：{ $name }

    点一项就能改，改好点“生效”。在那之前一切照公告。生效后我会重新掷骰子、发新公告，并通知每个已报名的人。
contest-button-change = ✏ 修改（群管理员）
contest-button-put-in-force = ✅ 生效
contest-change-dropped = 没有任何改动。
contest-change-taken = 另一位管理员正在修改这场比赛。请先商量好，或者十分钟后再试。
contest-change-too-late = 比赛已经开始，不能再改：规则对每个人都一样。要停只能在“管理”里取消。
contest-change-over = 这场比赛已经结束或取消。发 /contest 看看现在有什么。
contest-nothing-changed = 现在就是这样。先改一项再点“生效”，或者点“算了”。
contest-changed = “{ $name }”已修改，新公告在下面。
contest-form-list =
    要见哪些顾客？点一下选上，再点一下取消，最多五位。一位顾客一轮，按你点的顺序。
    已选：{ $count } 位
contest-dropped = 表单已关闭。发 /contest 重新开始。
contest-created = “{ $name }”已经建好，公告在下面。
contest-rounds-by-choice = 一位顾客一轮，想改轮数就多选或少选几位。
contest-lead-unknown = { $name }，请点一下这个按钮，这样我才能在私聊里把成绩发给你。
contest-one-at-a-time = 这个群里已经有一场比赛在进行，请先等它结束，或取消它。
contest-no-customers = 这里没有这样的顾客，请换一种选法。

## 比赛：群里

contest-announced =
    🏁 { $name }

    { $rounds }

    { $rules }

    开始：{ $opens }
    截止：{ $closes }

    每个人遇到的顾客和骰子都一样，各自在私聊里进行，截止前什么时候打都行。复盘在比赛结束后给。
contest-replaced =
    🏁 { $name }

    这份公告已经作废：比赛在开始之前改过了。以下面带新封条的那份为准。已经报名的人不用重新报名。
contest-announced-again =
    ✏ 这份公告代替之前那份，改了这些：
    { $changes }

    { $announced }
contest-changed-name = · 比赛改名为“{ $name }”
contest-changed-opens = · 开始：{ $when }
contest-changed-closes = · 截止：{ $when }
contest-changed-customers = · 换了顾客
contest-changed-versions = · 顾客不变，换成最新版本
contest-round-line = 第 { $round } 轮：{ $title }
contest-rule-rounds = · 共 { $rounds } 轮，每轮 { $minutes } 分钟
contest-rule-rounds-free = · 共 { $rounds } 轮，不限时
contest-rule-singles = · 个人赛，不分队
contest-rule-teams = · 团体赛：比队员得分的平均；满 { $least } 人打过的队才有名次
contest-rule-attempts =
    { $attempts ->
        [1] · 每轮只有一次机会
       *[other] · 每轮 { $attempts } 次机会，取最好的一次
    }
contest-rule-hints = · 可以用 /hint（会扣分）
contest-rule-no-hints = · 没有提示，不能重来
contest-rule-names = · 榜上显示你的名字
contest-rule-nicknames = · 榜上显示你起的昵称
contest-commitment =
    骰子已经掷好封存，封条是
    { $commitment }
    结束时我会拆开给大家看，谁都能核对中途没有动过手脚。这个文件给 xiaoqi verify 用。
contest-commitment-again =
    骰子重新掷好封存，之前的封条作废。新封条是
    { $commitment }
    结束时我会拆开给大家看，谁都能核对中途没有动过手脚。这个文件给 xiaoqi verify 用。
contest-button-take-part = ▶ 参赛
contest-button-manage = ⚙ 管理（群管理员）
contest-status =
    🏁 { $name } { $time }
    { $count ->
        [0] 还没有人报名。
       *[other] 已有 { $count } 人报名。
    }
    { $settled }
contest-still-changeable = 开始之前，管理员还可以修改。
contest-not-changeable = 比赛已经开始，不能再改：规则对每个人都一样。管理员只能取消它。
contest-opens-in = { $span }后开始。
contest-closes-in = 还有 { $span }截止。
contest-past =
    这个群办过的比赛：
    { $items }
contest-past-line = · { $date } { $name }：{ $count } 人参赛
contest-opened = 🏁 { $name } 开始了！你们有 { $left }。
contest-half-time =
    ⏱ { $name }：时间过半，还剩 { $left }。{ $count ->
        [0] 还没有人打过。
       *[other] 已有 { $count } 人打过。
    }
contest-last-call =
    ⏰ { $name } 还有 { $left }截止。{ $count ->
        [0] 还没有人打过，领奖台空着呢。
       *[other] 已有 { $count } 人打过。
    }
contest-board =
    📊 { $name }

    { $rows }

    { $playing ->
        [0] 还没有人报名
       *[other] { $playing } 人报名
    } · { $closes }截止
contest-board-over =
    📊 { $name }：最终成绩

    { $rows }
contest-board-cancelled = 📊 { $name } 已取消。
contest-nobody-yet = 还没有人打过。
contest-rank = { $place }. { $name } · { $score } 分
contest-rank-part = { $place }. { $name } · { $score } 分（打了 { $done }/{ $rounds } 轮）
contest-rank-team = { $place }. { $name } · 平均 { $mean } 分（{ $count } 人打过）
contest-rank-few = – { $name } · 平均 { $mean } 分（{ $count }/{ $least } 人打过，暂无名次）
contest-rank-none = – { $name }（0/{ $least } 人打过，暂无名次）
contest-more-teams = ……还有 { $count } 队
contest-no-team-yet = 还没有人选队。
contest-best-singles = 🎖 个人最佳：{ $items }
contest-best = { $name } { $score } 分
contest-more-ranks = ……还有 { $count } 人
contest-cancelled-group = { $name } 已被管理员取消。你打过的对话还在你的私聊里。
contest-bot-removed = 我被移出了“{ $group }”，你在那里办的“{ $name }”还在进行。大家仍然可以打，你也可以在这里用 /contest 看成绩，但在你把我请回去之前，群里收不到任何消息。

## 比赛：结束

result-over =
    🏆 { $name } 结束！

    { $podium }

    共 { $count } 人参赛，谢谢大家！每个人的复盘都在自己的私聊里。
result-over-empty = { $name } 结束了，这次没有人参赛。
result-podium =
    { $place ->
        [1] 🥇
        [2] 🥈
       *[other] 🥉
    } { $name } · { $score } 分
result-podium-team =
    { $place ->
        [1] 🥇
        [2] 🥈
       *[other] 🥉
    } { $name } · 平均 { $mean } 分（{ $count } 人打过）
result-no-team-ranked = 没有哪个队有名次：每队至少要有 { $least } 人打过。
result-findings =
    这次大家的表现：

    { $lines }
result-well = 👍 多数人做到了：{ $items }
result-missed = 🔍 多数人漏掉了：{ $items }
result-hurt = 🔥 伤了顾客的：{ $items }
result-share = { $item }（{ $did }/{ $of }）
result-practise = 🎯 值得再练一次：“{ $customer }”
result-tokens = 全部 { $count } 次对话的校验码，赶在拆封之前公布，谁也没法事后编一份。每个人手里都有自己的那一个。
result-revealed =
    拆封了，密钥是
    { $secret }
    文件里也有：xiaoqi verify run.json --contest contest.json 可以核对任何一份成绩。
result-best-lines =
    💬 值得记住的话，由说的人自己公开：

    { $items }
result-best-line = “{ $line }” —— { $name }
result-your-place =
    🏆 { $name } 结束了。你得了 { $score } 分，{ $of } 人里排第 { $place }。

    你的复盘，还有全场的得分分布：
result-your-team-place =
    🏆 { $name } 结束了。{ $team }你个人得了 { $score } 分，{ $of } 人里排第 { $place }。

    你的复盘，还有全场的得分分布：
result-team-place = “{ $team }”平均 { $mean } 分，{ $of } 个队里排第 { $place }。
result-team-few = “{ $team }”没有名次：至少要 { $least } 人打过，实际 { $count } 人。
result-your-end = { $name } 结束了。你的成绩已被移除，但复盘还是你的：
result-ask-line =
    你的这句话帮助最大：

    “{ $line }”

    可以用你在榜上的名字给群里看吗？
result-button-line-yes = 可以
result-button-line-no = 不了
result-line-shown = 谢谢！我会发到群里。
result-line-kept = 好的，只留给你自己。
result-lead-over =
    { $name } 结束了，{ $count ->
        [0] 没有人参赛。
       *[other] 共 { $count } 人参赛。
    }名次已经发在群里，下面是给你的成绩。只有本人愿意交出来的，里面才有原话。
result-alike =
    👀 下面这些对话用词很像。不一定是抄的，先问问再下结论。谁的原话我都不显示。
    { $items }
result-alike-pair = · { $one } 和 { $other }，第 { $round } 轮：{ $percent }% 相同
result-nobody-alike = 没有哪两份对话用词相同。
result-table-title = { $name }：成绩
result-table-caption = { $name } 的成绩：一份网页，一份表格。
result-team-table-title = { $name }：团体成绩
result-team-table-caption = { $name } 的团体成绩：一份网页，一份表格。数字都是打过的队员的平均。
result-head-team = 队
result-head-mean = 平均分
result-head-played = 打过的人数
result-head-members = 队员数
result-head-place = 名次
result-head-name = 名字
result-head-points = 得分
result-head-offences = 伤人话术
result-head-messages = 消息数
result-head-seconds = 用时（秒）
result-head-round = 第 { $round } 轮
result-head-token = 校验码 { $round }
result-button-results = 📄 成绩

## 比赛：私聊

entry-no-such = 这个链接没有对应的比赛。请回群里再点一次“参赛”。
entry-stranger = 这场比赛只给群成员参加。请先加入那个群，再在群里点“参赛”。
entry-not-admin = 这件事只有群管理员能做。
entry-none-of-yours = 你现在没有参加比赛。群里有比赛时，点那里的“参赛”。
entry-yours = 看哪一场？
entry-welcome =
    🏁 { $name }
    “{ $group }”的比赛

    { $rounds }

    { $rules }

    · 比的是复盘得分，每轮 0 到 100 分
    · 中途可以离开再回来，但这一轮的时钟不停
    · 管理员看得到你的分数，看不到你的原话
    · 顾客都是编的，有的会大声、会骂人，都不是冲你来的

    { $time }
entry-opens = { $when }开始。
entry-open-until = { $when }截止，还剩 { $span }。
entry-is-over = 比赛已经结束。
entry-is-cancelled = 比赛已取消。
entry-button-join = 我参加
entry-ask-nickname = 榜上显示什么昵称？直接写给我。
entry-nickname-taken = 这个昵称已经有人用了，换一个吧。
entry-joined = 🍀 你以“{ $you }”的名义参加 { $name }。祝你好运！
entry-choose-team =
    👥 { $name }，你为哪个队出战？

    队名全群都看得到。第一轮开始之前可以换队，之后就不能换了。满 { $least } 人打过的队才有名次。
entry-button-team = { $name } · { $count } 人
entry-button-team-mine = ✓ { $name } · { $count } 人
entry-button-new-team = ➕ 新建一个队
entry-button-choose-team = 👥 选队
entry-button-change-team = 👥 换队（现在是{ $team }）
entry-ask-team = 队名叫什么？直接写给我，最多 { $most } 个字，全群都看得到。（不建了就发 /cancel）
entry-teamed =
    { $count ->
        [1] 👥 你加入了“{ $team }”，是队里第一个人。队友报名时就能选到它。
       *[other] 👥 你加入了“{ $team }”，现在队里有 { $count } 人。
    }
entry-team-taken = 已经有一个队叫“{ $team }”，两个名字太像了。加入它，或者换个名字写给我。
entry-button-that-team = 加入“{ $team }”
entry-team-empty = 队名里至少要有一个字、字母或数字。换一个写给我吧。
entry-team-long = 这个名字榜上放不下。请写一个不超过 { $most } 个字的。
entry-teams-full = 已经有 { $most } 个队，不能再建了。请从里面选一个。
entry-team-fixed = 你已经为“{ $team }”打过第一轮，不能再换队：到这时候每个人的队都定下了。
entry-team-first = 打第一轮之前，先选一个队：
entry-your-team = 队：{ $team }
entry-no-team = 队：还没选。打第一轮之前请先选队。
entry-changed =
    ✏ { $name } 在开始之前改过了。你不用重新报名，还是以“{ $you }”参加。现在的规则：
    { $lines }
entry-button-see = 看比赛
entry-your-state =
    🏁 { $name } · 你是“{ $you }”

    { $lines }

    { $time }
entry-round-played = 第 { $round } 轮：{ $title } · { $score } 分
entry-button-round = ▶ 第 { $round } 轮
entry-button-again = ↻ 再打第 { $round } 轮（还有 { $left } 次）
entry-button-practise = 先练一次（不计分）
entry-before-round = 🎬 这是第 { $round } 轮。点“开始”起你有 { $minutes } 分钟，不管发生什么，这次机会都算用掉。
entry-before-round-free = 🎬 这是第 { $round } 轮。点“开始”起，不管发生什么，这次机会都算用掉。
entry-button-begin = 开始第 { $round } 轮
entry-none-left = 第 { $round } 轮的机会已经用完。
entry-customer-changed = { $name } 公布之后，这位顾客被改过，这一轮没法照约定进行。没有计入任何成绩，请告诉比赛的主办人。
entry-begun = 🔔 第 { $round } 轮（共 { $rounds } 轮）开始。{ $customer }正在给你写消息。说完了发 /end。
entry-clock = ⏳ 第 { $round } 轮：还剩 { $span }
entry-clock-over = ⌛ 第 { $round } 轮结束。
entry-last-minute = ⏰ 还有一分钟！
entry-time-up = ⌛ 时间到，之前写的都算数。
entry-write-first = 你还没写过一句话。至少写一句，再发 /end。
entry-no-cancel = 比赛的对话不能作废。发 /end 结束，已经写的照样计分。
entry-no-pause = 比赛没有暂停，时钟不停。不过你可以离开再回来。
entry-held = 🔒 要等比赛结束，到时给你完整的复盘。
entry-run-over =
    第 { $round } 轮结束：{ $ending }，{ $score } 分。

    🧾 你的回执：
    { $token }
    请留好：凭它谁都能核对这次对话没有被改过。

    复盘在比赛截止后给：{ $when }。
entry-uncounted = 这次对话没法计入 { $name }：比赛已经结束或取消，或者中途换了顾客版本或程序版本。请告诉比赛的主办人。
entry-broken = 这一轮没法继续：对话中途顾客被改了。机会已经用掉，但不是你的错。请告诉比赛的主办人。
entry-you-are-out =
    你在 { $name } 的成绩已被群管理员移除，理由是：

    { $reason }
entry-button-debrief = 第 { $round } 轮的复盘
entry-debrief-of = { $name }，第 { $round } 轮：你的复盘
entry-debrief-done = 同一位顾客，想练几次都行。
entry-no-debrief = { $name } 没有可以给你看的复盘：比赛还没结束，或者你没打这一轮，或者顾客后来被改过。
entry-spread =
    📈 这一轮大家的得分。你：{ $score } 分，{ $of } 人里排第 { $place }。中位数：{ $median } 分。
    { $rows }
entry-spread-row = { $from }–{ $to }：{ $bar } { $count }
entry-button-files = 我的成绩文件
entry-your-file = 你的这次对话，一字不差，谁都能拿它核对。谁拿到这个文件，谁就看得到你的原话。
entry-no-files = { $name } 还没有你的成绩文件，比赛结束后才有。
entry-button-share = 把成绩文件交给主办人
entry-button-share-not = 收回
entry-shared = 群管理员现在可以连同成绩拿到你的对话原文。
entry-shared-not = 好的，原话只属于你。

## 比赛：群管理员

entry-manage =
    ⚙ { $name }
    { $rows }

    { $count ->
        [0] 还没有人报名。
       *[other] { $count } 人报名。
    }要移除谁的成绩，就点谁的名字。
entry-manage-waiting = 比赛还没开始：想修改，就在群里发 /contest，再点“修改”。
entry-manage-open = 比赛已经开始，不能再改：规则对每个人都一样。可以取消。
entry-ask-reason = 为什么移除 { $name } 的成绩？请写下理由，{ $name } 会看到。不移除就发 /cancel。
entry-removed = { $name } 的成绩已移除，理由也告诉了 { $name }。
entry-ask-cancel = 取消 { $name }？不会再排名，群里会收到通知。
entry-button-cancel = 取消比赛
entry-button-cancel-sure = 确定取消
entry-cancelled = { $name } 已取消。
entry-archive = { $name } 里本人愿意交出来的 { $count } 份对话，连同公告，给 xiaoqi verify 用。
entry-nobody-shares = 还没有人交出对话原文。比赛结束后，参赛者可以自己点按钮交。
