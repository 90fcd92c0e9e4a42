# 群里说的话。

command-contest = 和群里的同事比一场

group-help =
    我在群里能做的：
    /contest 办一场比赛，或看正在进行的比赛
    /relay 大家接力安抚一位顾客，轮流一人一句；/end 结束
    /case 同一句开场，各答一句，一起投票
    /language 我在群里说什么语言
    一个人练习在私聊里：点我的头像，发 /start。
group-choose-language = 我在这个群里说哪种语言？
group-language-set = 好的，以后我在群里说简体中文。
group-not-admin = 这件事只有群管理员能做。
group-not-member = 这件事只有群成员能做。
group-cannot-ask = 刚才没能向 Telegram 核对你的身份，请过一分钟再试。
group-anonymous = 你现在是以群的名义发言，我认不出是谁。请先关掉匿名，再发一次。
group-somebody-elses = 这个按钮是别人的。

## 一起练

command-relay = 在群里：接力安抚一位顾客
command-case = 在群里：同一句开场，各答一句，投票

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
