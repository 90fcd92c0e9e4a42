# 群里说的话。

command-contest = 和群里的同事比一场

group-help =
    我在群里能做的：
    /contest 办一场比赛，或看正在进行的比赛
    /relay 大家接力安抚一位顾客，轮流一人一句；/end 结束
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

button-play-grade = { $grade }
button-play-join = ✋ 加入
button-play-begin = ▶ 开始
button-play-skip = 跳过 { $player }
button-play-stop = ⏹ 结束
