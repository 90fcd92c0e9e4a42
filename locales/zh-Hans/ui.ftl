# 消气说的话。顾客自己的话在 customer.ftl 和 personas/ 里，复盘的话在 coach.ftl 里。
# 手机上看：短句、纯文字、少用表情。

## 开场

menu-greeting =
    你好，我是消气，陪你练客服对话的。

    我来扮一位正在气头上的顾客，你来接待。你怎么说，他就怎么反应：说到心里，他会慢慢消气；说错了，他也会更火。聊完我们一起复盘，看看哪句话起了作用。

    这里说错不要紧，放心练。
menu-welcome-back =
    欢迎回来！上次你接待的是{ $name }，结果是“{ $ending }”。

    今天想和谁聊聊？
menu-choose-language = 请选择语言 · 請選擇語言 · Please choose a language
menu-language-name = { $language }
menu-language-set = 好的，以后我用简体中文和你说话。

## 顾客名单

menu-list =
    { $pages ->
        [1] 选一位顾客：
       *[other] 选一位顾客（第 { $page }/{ $pages } 页）：
    }
    { $entries }
menu-list-grade = —— { $grade } ——
menu-list-entry = { $title }：{ $summary }
menu-list-empty = 现在还没有可以练习的顾客，请联系你的培训师。

## 场景说明

menu-briefing =
    { $title }（{ $grade }）

    你的身份：{ $you }
    顾客：{ $name }

    已经知道的：
    { $happened }

    你可以答应：
    { $may }

    你不能答应：
    { $may_not }

    准备好了就点下面的按钮，顾客会先开口。
menu-speaks-other = 提醒一下：{ $name }说的是{ $language }，请用这种语言接待。
menu-begin-first = 别急，{ $name }还没进来。先点“开始接待”，再写给他/她。
menu-pick-first = 你现在没有在对话。先从名单里选一位顾客，看完说明再开始。
menu-exam = 考试和平时一样接待顾客，只是结束之前没有提示，也不能重来。选一位顾客，看完说明后点“考试”。
menu-help =
    怎么练：选一位顾客 → 看说明 → 开始接待 → 结束后回答三个小问题 → 看复盘。

    /menu 顾客名单
    /exam 考试：没有提示，也不能重来
    /progress 进步在哪、下一位练谁
    /journal 复盘日志
    /plan 改进计划
    /remind 20:30 每天提醒复习五分钟
    /language 换语言
    /library 团队的经验卡片；后面加词就是搜索，加 mine 看自己的
    /contest 群里的比赛
    /care 心里过不去时：五步，和求助的地方
    /breathe 一起呼吸一分钟
    /swap 你来当顾客，看示范客服怎么接
    /gentle 顾客的话要多难听
    /checkin off 不要问我的感觉
    /privacy 保存了你的什么；/export 拿走，/forget 删除
    /help 这份说明

    对话中还可以用：
    /hint 给点提示（扣分）
    /mood 看看顾客的心情
    /why 顾客为什么这样反应（/why 2 看第 2 句）
    /whatif 2 假如没说第 2 句；后面再写一句话，就是换成它
    /rewind 2 回到第 2 句之前重来
    /coach on 每句之后点评一句
    /end 结束对话，进入复盘
    /cancel 这次不算，丢掉

## 对话中

practice-begun =
    { $name }来了，直接打字回复就行。

    卡住了用 /hint，想看心情用 /mood，聊完了用 /end。
practice-begun-exam =
    考试开始。{ $name }来了，直接打字回复就行。

    结束之前没有提示，也不能重来。聊完了用 /end。
practice-rewound =
    回到第 { $message } 句之前，从这里重来。{ $name }刚才说的是下面这些，你来接。

    （第 { $count } 次重来：这是练习分支，不算完整的一场）
practice-not-in-exam = 这是考试：和{ $name }的对话结束之前，不能用提示、原因、假如和重来。聊完了用 /end。
practice-coach-on = 教练已打开：每句话之后，我会说一句它起了什么作用。
practice-coach-off = 教练已关闭。
practice-coach-after-exam = 教练已打开，但考试里不说话，等结束以后再开始。
practice-still-open =
    你和{ $name }的对话还没结束，接着写就行。

    想结束并复盘：/end
    这次不算：/cancel
practice-customer-keeps = 和{ $name }的对话照旧，他/她还是说{ $language }。
practice-mood =
    { $name }现在：{ $state }

    { $levels }
practice-mood-line = { $bar } { $emotion }：{ $level }
practice-cancelled = 好，和{ $name }的这次对话不算，已经丢掉了。
practice-nothing-written = 你还没给{ $name }写过一句话，没什么可复盘的，这次就不算了。
practice-not-open = 现在没有进行中的对话。先选一位顾客吧。
practice-help =
    你正在接待{ $name }，直接打字，他/她就会回你。

    /hint 给点提示（扣分）
    /mood 看看心情
    /why 顾客为什么这样反应（/why 2 看第 2 句）
    /whatif 2 假如没说第 2 句；后面再写一句话，就是换成它
    /rewind 2 回到第 2 句之前重来
    /coach on 每句之后点评一句
    /pause 歇一会儿，时间停住
    /end 结束对话，进入复盘
    /cancel 这次不算，丢掉
    /language 换界面语言（顾客说的语言不变）
practice-help-exam =
    这是考试，你正在接待{ $name }。直接打字，他/她就会回你。

    结束之前没有提示，也不能重来。

    /mood 看看心情
    /pause 歇一会儿，时间停住
    /end 结束对话，进入复盘
    /cancel 这次不算，丢掉

## 复盘

review-ended =
    —— 对话结束 ——
    { $name }：{ $ending }
    { $meaning }
review-branch = 这是一条练习分支：从第 { $message } 句之前重来的。
review-exam = 考试结束，现在又可以用 /why 和 /whatif 回看了。用 /rewind 会另开一条练习分支。
review-question-1 =
    问题 1/3：这次我哪里做得好？

    可以这样开头：
    · 他口气变软，是因为我说了……
    · 我忍住没有……
    · 下次我还会这么说：……
review-question-2 =
    问题 2/3：哪里可以做得更好？

    可以这样开头：
    · 如果重来，第……句我会改成……
    · 我漏问了……
    · 我太早／太晚……
review-question-3 =
    问题 3/3：我可以分享什么，让团队也变强？

    可以这样开头：
    · 有一句话大家都能用：……
    · 遇到这类顾客，先……再……
    · 流程上如果能……就好了
review-still-asking = 上一场的复盘还没做完：写下回答，或者点“跳过”。想跳过剩下的问题，用 /end。
review-already-past = 这个问题已经过去了，不用再管它。
review-report-gone = 完整报告只保留最近一场的，这一场已经看不到了。再练一场，结束后就能点开。
review-report-refused = 完整报告没能发出去，抱歉。过一会儿再点一次“完整报告”；上面的复盘不受影响。
review-report = 完整报告：点开就能看，不用联网，也能打印。里面有你写的原话，转给别人之前想一想。
review-picture = 心情是怎么走的：越高越强。黑圈里的数字，是让他变化最大的几句。先不评分。
review-done = 和{ $name }的这一场就到这里，辛苦了！趁热再来一次，效果最好；只想改一句，就用 /rewind 加序号。
review-help =
    现在在复盘：写下你的回答就行，几个字也可以。点“跳过”换下一题，用 /end 跳过剩下的问题，直接看复盘。

## 你自己的情绪

care-warning = 第一次练习之前说一声：这里的顾客都是虚构的，但有的会大声、不讲理、说难听的话。那些都不是冲着你这个人。随时可以停：/pause 歇一会儿，/cancel 离开，心里过不去就用 /care。
care-ask-before = 你现在感觉怎么样？从累坏了到很轻松，点一下就行，不想说就直接开始。
care-ask-after = 现在感觉怎么样？点一下就行，不点也可以。（不想被问，用 /checkin off）
care-noted-before = 记下了，会和下一场练习放在一起。准备好了就点“开始”。
care-noted-after = 记下了，谢谢你告诉我。
care-gentle =
    顾客的话要多难听，由你定。现在：{ $now }。

    改的只是他嘴里的话：难听的那几句不说，换成下一句合适的。他怎么想、怎么变、怎么打分都不变，所以成绩照样能比。
care-gentle-set = 好。从下一场开始：{ $now }。想改随时用 /gentle。
care-gentle-set-next = 好。从下一场开始：{ $now }。这一场照开头的样子聊完，要停可以用 /pause 或 /cancel。
care-gentle-kept = 顾客的话：{ $now }
care-gentle-as-is = 原样，什么话都可能说
care-gentle-no-insults = 不骂人（还会挖苦、会发火）
care-gentle-no-contempt = 不骂人，也不挖苦（还会发火、会着急）
care-check-in-on = 练习前后我会问问你的感觉，点一下就行，不想说随时可以跳过。不想被问：/checkin off
care-check-in-off = 我不会再问你的感觉。想被问：/checkin on
care-steps =
    这一场不容易。用一分钟，走五步：

    1. 觉察：我现在是什么感觉，身体哪里最紧？
    2. 找原因：是我做错了、顾客的问题，还是规定卡住了？
    3. 先照顾自己：慢慢呼吸三次（/breathe），喝口水，站起来走走。他气的是事，不是我。
    4. 再照顾顾客：可以关心他，但不必被他带走。
    5. 找支持：今天就跟同事或组长说说。

    { $outside }
care-help-line = 外部的帮助：{ $text }
care-no-help-line = 如果好几天都放不下，也和工作以外的人聊聊：朋友、医生，或当地的心理援助热线。
care-paused = 已暂停。{ $name }会等你，什么都察觉不到；离开多久，时间都不走。想放松一下：/breathe。继续：/resume，或者直接打字。
care-resumed =
    接着来。{ $name }刚才说：
    { $last }
care-not-paused = 现在没有暂停，直接继续就好。
care-nothing-runs = 现在没有进行中的对话，没有人在等你，慢慢来。
care-breathe-ready = 坐舒服，肩膀放下来。我们做 4-7-8 呼吸；头晕就停下。
care-breathe-in = { $round }/{ $rounds } · 用鼻子吸气……4 秒
care-breathe-hold = { $round }/{ $rounds } · 轻轻屏住……7 秒
care-breathe-out = { $round }/{ $rounds } · 用嘴慢慢呼气……8 秒
care-breathe-done = 好了。让呼吸自己来去。
care-breathed = 先到这里。给自己留一会儿，很好。

## 团队的经验库

team-preview =
    卡片会是这个样子。用这个机器人练习的人都能看到。请不要写真实顾客的姓名和单号。随时可以收回：/library mine

    { $card }
team-card =
    { $customer }

    “{ $quote }”

    { $why }

    { $by } · ♥ { $thanks }
team-card-plain =
    { $customer }

    { $why }

    { $by } · ♥ { $thanks }
team-by = 来自 { $name }
team-anonymous = 匿名
team-ask-name = 卡片上写什么名字？直接打字。（改主意了？/menu）
team-ask-name-again = 卡片上写什么名字？上次写的是{ $last }。直接打字。（改主意了？/menu）
team-published = 卡片已经放进经验库，谢谢分享！想看看或收回：/library mine
team-gone = 只有最近一场、复盘完并且回答了第 3 题的，才能做成卡片。再练一场，结束后就能看到按钮。
team-page =
    { $pages ->
        [1] 共 { $count } 张卡片：
       *[other] 共 { $count } 张卡片，第 { $page } 页，一共 { $pages } 页：
    }
team-empty = 经验库还是空的。复盘之后可以分享你对第 3 题的回答，就从这里开始。
team-nothing-found = 没有卡片提到“{ $sought }”。少写几个字试试，或用 /library 看全部。
team-none-of-yours = 经验库里还没有你的卡片。复盘之后可以分享你对第 3 题的回答。
team-withdrawn = 卡片已经收回，收到的感谢也一起删了。
team-not-there = 那张卡片已经不在经验库里，或者不是你的。
team-thanked = 已经送出感谢。别人只看到数目，看不到是谁。
team-thanked-before = 这张你已经谢过了，或者它已经不在了。

## 你的数据

own-privacy =
    这里保存了你的：
    · 语言、设置，以及进行到哪一步
    · 练习记录：你写的话、顾客的回答、复盘、得分和你的感觉
    · 复盘日志、改进计划和提醒时间
    · 你演顾客时写的话（聊完只留你记下的那句）
    · 你在团队经验库里的卡片，和你感谢过的卡片
    · 你加入的机构和班级、何时加入、用什么名字、开始和做完了哪些任务、你在那里的身份，还有你正准备发布的顾客
    · 群里一起练的那局没结束时：你在群里的名字、你写的话和投的票
    · 你参加的比赛：你在榜上的名字、你的队、得分和回执，还有一份看不出原话的用词特征
    · 你何时、怎样获准进来；或者权限被收回这件事（只有这一条 /forget 之后还在）
    · 还在路上的消息，送到就删

    存在哪里：只在运行这个机器人的电脑上。你写的话不会交给大模型或别的公司；在 Telegram 上，消息会经过 Telegram。你写的话不会出现在系统日志里。

    存多久：{ $term }

    /export 把这些全部发给你
    /forget 全部删除：这个机器人立刻就读不到了，一刻钟内也从文件里彻底抹掉；运营者以前做的备份，到期才会清除
own-kept-days = 一场对话 { $days } 天没有新消息，就会连同它的复盘日志自动删除；你 { $days } 天没来，就全部删除。
own-kept-until-forgotten = 直到你自己删除。
own-copy = 关于你保存的全部内容，一式两份：一份网页给人看，一份 JSON 给程序用。里面有你写的原话，请收好。
own-copy-without = 关于你保存的内容，一式两份：一份网页给人看，一份 JSON 给程序用。有 { $count } 条记录损坏了，读不出来，没有放进去；其余的都在。里面有你写的原话，请收好。
own-copy-refused = 文件没能发出去，抱歉。过一会儿再用一次 /export，什么都不会丢。
own-forget-ask = 要删除关于你的一切吗？包括练习记录、复盘日志、计划、提醒和设置，删了就找不回来。想先留一份，用 /export
own-forget-not = 什么都没有删。
own-forgotten =
    已经全部删除：你的设置、计划和提醒、{ $sessions } 场对话、你写的 { $messages } 句话、{ $entries } 篇复盘日志、经验库里的 { $cards } 张卡片，还有没送到的消息（{ $waiting } 条）。

    一刻钟内，文件里也不再留下痕迹；以前做的备份到期才会清除。这个聊天窗口里已有的内容，只有你自己能删。什么时候想再练，用 /start
own-page-language = zh-Hans
own-page-title = 关于你保存的全部内容
own-page-about = 截至 { $date }（UTC）。给程序用的同一份内容，在文件 xiaoqi-copy.json 里。
own-page-unreadable = 有 { $count } 条记录损坏了，读不出来，没有放进这份内容里；其余的都在。
own-page-settings-unreadable = 设置读不出来。
own-page-beginning-unreadable = 开头读不出来
own-page-settings = 设置
own-page-setting-language = 语言：{ $language }
own-page-setting-no-language = 语言：还没选
own-page-setting-counts = 开始过的对话：{ $sessions } 场，其中倒回重来 { $branches } 场
own-page-setting-coach-on = 教练：打开
own-page-setting-coach-off = 教练：关闭
own-page-setting-reminders-on = 提醒：每天 { $time }（{ $zone }），下一次 { $date }
own-page-setting-reminders-off = 提醒：关闭
own-page-setting-check-in-on = 练习前后问你感觉：是
own-page-setting-check-in-off = 练习前后问你感觉：否
own-page-setting-pen-name = 你上一张卡片的署名：{ $name }
own-page-conversations = 对话
own-page-no-conversation = 没有。
own-page-you = 你
own-page-ended = 结局：{ $ending }
own-page-cancelled = 你放弃了这一场
own-page-hint = 你要了一次提示
own-page-paused = 暂停
own-page-resumed = 继续
own-page-feeling = 你的感觉（1 到 5）：{ $feeling }
own-page-answer = 你对第 { $question } 题的回答
own-page-score = 得分：{ $score }／100
own-page-journal = 复盘日志
own-page-cards = 你在经验库里的卡片
own-page-footer = 消气只为你一个人生成。想删除原件，用 /forget。

## 出了状况

notice-internal = 抱歉，我这边出了点问题，不是你的错。请过一会儿再试一次。
notice-content-changed = 这位顾客的资料在你们聊天期间被更新了，刚才那场没法继续，抱歉。请重新选一位。
notice-dead-button = 这个按钮已经失效了，请用最新消息里的按钮。
notice-too-long = 太长了：一条最多 { $limit } 个字，你写了 { $length } 个。请分成几条，顾客也更容易看完。
notice-empty = 这条是空的，写点什么吧。
notice-unknown-command = 我不认识 /{ $word }。能用的命令见 /help。
notice-text-only = 我只看得懂文字，请打字告诉我。
notice-in-group = 练习是一对一的：点我的头像，私聊里发 /start 就可以开始。
notice-no-store = 这里什么都没有保存，所以没有可以交给你或删除的东西。
notice-no-such-persona = 没有找到这位顾客，可能已经下架了。看看名单里的其他人吧。

## 按钮

button-begin = 开始接待
button-exam = 考试（没有提示）
button-coach-on = 打开教练
button-coach-off = 关闭教练
button-share = 把第 3 题的回答分享给团队
button-publish-named = 署名发布
button-publish-anonymous = 匿名发布
button-thank = ♥ 谢谢
button-withdraw = 收回
button-resume = 继续
button-breathed = 够了
button-feel-1 = 😣
button-feel-2 = 🙁
button-feel-3 = 😐
button-feel-4 = 🙂
button-feel-5 = 😌
button-gentle-as-is = 原样
button-gentle-no-insults = 不骂人
button-gentle-no-contempt = 不骂人，也不挖苦
button-swap-back = 换我来当客服
button-forget = 全部删除
button-keep = 先留着
button-list = 顾客名单
button-previous = ‹ 上一页
button-next = 下一页 ›
button-skip = 跳过
button-again = 同一位再来一次
button-report = 完整报告

## 命令（3 到 256 个字）

command-start = 开始，认识一下消气
command-menu = 打开顾客名单
command-hint = 卡住了？给点提示
command-mood = 看看顾客现在的心情
command-why = 顾客刚才为什么这样反应
command-whatif = 假如没说某一句，或者换一句
command-rewind = 回到某一句之前重来
command-coach = 每句之后点评一句（on/off）
command-exam = 考试：没有提示，也不能重来
command-end = 结束对话，进入复盘
command-cancel = 丢掉这次对话，不算数
command-language = 换语言 / Language
command-pause = 歇一会儿，顾客的时间停住
command-resume = 歇好了，继续
command-breathe = 一起做 4-7-8 呼吸，一分多钟
command-care = 难受的一场之后：五步，和求助的地方
command-checkin = 练习前后问问感觉（on/off）
command-gentle = 顾客的话要多难听，由你定
command-swap = 换位：你当顾客，看示范客服怎么接
command-library = 团队的经验卡片：全部、搜索，或 mine 看自己的
command-privacy = 保存了你的什么、存多久
command-export = 把关于你的一切发给你
command-forget = 删除关于你的一切
command-help = 这里能做什么

## 终端

terminal-welcome = 输入“{ $help }”看说明，输入“{ $quit }”离开。
terminal-not-saved = 注意：这里的对话不会保存，关掉就没有了。
terminal-prompt-trainee = 你
terminal-prompt-customer = { $name }
terminal-prompt-choice = 选择
terminal-prompt-answer = 回答
terminal-choose-number =
    { $count ->
        [1] 输入 1 选择。
       *[other] 输入数字 1 到 { $count } 选择。
    }
terminal-no-such-number =
    { $count ->
        [1] 没有这一项，只能输入 1。
       *[other] 没有这一项，请输入 1 到 { $count }。
    }
terminal-typing = { $name }正在输入……
terminal-help =
    直接打字，就是在对顾客说话。单独输入这些词有特别的作用：
    { $hint }：给点提示
    { $mood }：看看顾客的心情
    { $end }：结束对话，进入复盘
    { $quit }：离开程序
    { $help }：这份说明
terminal-saved = 完整报告写好了，用浏览器打开：{ $path }
terminal-not-written = 完整报告写不进 { $path }（{ $reason }）。换一个能写的文件夹（--data），再选一次。
terminal-filed = 已写入：{ $path }
terminal-not-filed = 写不进 { $path }（{ $reason }）。换一个能写的文件夹（--data），再试一次。
terminal-goodbye = 再见，下次接着练。

word-hint = 提示|hint
word-mood = 心情|mood
word-end = 结束|end
word-quit = 退出|quit|exit
word-help = 帮助|help|?|？

## 难度

grade-basic = 初级
grade-intermediate = 中级
grade-advanced = 高级

## 结局和它的意思

ending-satisfied = 满意离开
ending-accepted = 勉强接受
ending-unresolved = 没有解决
ending-overpromised = 答应过头
ending-demanded_manager = 要求换领导
ending-hung_up = 中途离开
ending-exposed_publicly = 公开曝光
ending-lost_temper = 客服失控

meaning-satisfied = 走的时候是满意的，事情也有了着落。
meaning-accepted = 方案顾客收下了，心里还有点疙瘩。
meaning-unresolved = 聊完了，问题还在原地。
meaning-overpromised = 顾客高兴了，可那是你没有权限答应的事，之后会更难收场。
meaning-demanded_manager = 顾客不想再跟你谈，要找能做主的人。
meaning-hung_up = 顾客不想谈下去，走了。
meaning-exposed_publicly = 顾客决定发到网上，让大家评理。
meaning-lost_temper = 这次先失控的是客服这一边。

## 心情：愤怒、焦虑、失望各四级

state-calm = 平静
state-annoyed = 不高兴
state-angry = 生气
state-furious = 暴怒
state-settled = 安心
state-uneasy = 不安
state-anxious = 焦虑
state-panicked = 慌了
state-content = 还算满意
state-let_down = 失望
state-cold = 心冷
state-resigned = 心灰意冷

emotion-anger = 愤怒
emotion-anxiety = 焦虑
emotion-disappointment = 失望
emotion-trust = 信任

level-low = 低
level-some = 有一些
level-high = 高
level-extreme = 非常高

## 对话阶段

phase-opening = 开场
phase-venting = 宣泄
phase-exploring = 了解情况
phase-solving = 找办法
phase-agreeing = 达成一致
phase-closing = 收尾

## 话术

move-greet = 问候
move-thank = 感谢
move-address_by_name = 称呼姓名
move-humor = 适度幽默
move-close = 礼貌收尾
move-encourage_to_continue = 鼓励对方说下去
move-paraphrase = 复述确认
move-open_question = 开放式提问
move-closed_question = 封闭式提问
move-check_satisfaction = 确认是否满意
move-name_emotion = 说出对方的情绪
move-empathize_specific = 具体的共情
move-empathize_generic = 空泛的共情
move-validate = 认可感受
move-common_ground = 站在同一边
move-apologize = 真诚道歉
move-take_responsibility = 承担责任
move-apologize_conditional = 带条件的道歉
move-explain_cause = 说明原因
move-give_evidence = 拿出依据
move-set_expectation = 讲清接下来怎样
move-offer_solution = 提出方案
move-offer_choices = 给出选择
move-offer_alternative = 提供替代方案
move-remedy = 补偿
move-prevent_recurrence = 避免再次发生
move-commit_specific = 具体承诺
move-commit_vague = 含糊承诺
move-reassure = 安抚
move-follow_up = 主动跟进
move-false_promise = 空头承诺
move-refuse_with_reason = 讲理由地拒绝
move-refuse_flat = 生硬拒绝
move-policy_wall = 拿规定挡人
move-set_boundary = 礼貌设界
move-escalate_to_supervisor = 转交上级
move-blame_customer = 责怪顾客
move-deflect = 推给别人
move-dismiss = 轻描淡写
move-argue_defend = 争辩
move-but_turn = “但是”转折
move-sarcasm = 讽刺
move-insult = 侮辱
move-threaten = 威胁
move-jargon = 行话术语
move-command = 命令口吻
move-pitch = 不合时宜的推销
move-repeat_request = 重复索要信息
move-minimal = 敷衍的短答
move-hurry = 催促打断

## 对话中的情况

circumstance-canned = 同一句话又发一遍
circumstance-too_early = 还没听完就给方案
circumstance-unrecognised = 听不出在说什么
circumstance-foreign = 用了顾客不懂的语言
circumstance-robot = 把顾客当成机器
circumstance-off_topic = 跑题
circumstance-question_ignored = 没有回答顾客的问题
circumstance-promise_broken = 承诺前后不一
circumstance-promise_late = 比说好的时间回得晚
circumstance-promise_forgotten = 说去查，却没了下文
circumstance-slow_reply = 让人干等
circumstance-style_clash = 说法不合他的脾气
circumstance-unheeded = 情绪没人接
circumstance-overwhelmed = 一次说得太多
circumstance-empty = 没有内容的消息
circumstance-stalling = 迟迟没有进展
circumstance-warm = 整体语气暖
circumstance-cold = 整体语气冷
circumstance-solved = 诉求真的得到满足
circumstance-found_out = 问到了点子上
circumstance-own_time = 情绪随时间自己变化

## Journal

journal-list =
    { $pages ->
        [1] 你的日志，最新的在前：
       *[other] 你的日志，最新的在前（第 { $page }/{ $pages } 页）：
    }
    { $entries }

    看某一篇：点编号，或发 /journal 3。搜索：/journal 加一个词。
journal-found =
    “{ $word }”：{ $count } 篇（第 { $page }/{ $pages } 页）
    { $entries }
journal-line = #{ $number } · { $date } · { $name }：{ $score } 分，{ $ending }
journal-line-exam = #{ $number } · { $date } · { $name }（考试）：{ $score } 分，{ $ending }
journal-line-branch = #{ $number } · { $date } · { $name }（从第 { $message } 句重来）：{ $score } 分，{ $ending }
journal-empty = 日志还是空的。每聊完一位顾客、答完三个问题，就会记下一篇。
journal-nothing-found = 日志里没有“{ $word }”。换个短一点的词，或看全部：/journal
journal-no-such = 没有第 { $number } 篇：现在有第 1 到 { $count } 篇。
journal-entry =
    { $head }
    { $title }（{ $grade }）

    我做得好的
    { $right }

    我可以改进的
    { $improve }

    我能分享给团队的
    { $team }

    消气看到的优点
    { $strengths }

    消气建议改的
    { $improvements }
journal-answer = { $answer }
journal-skipped = （跳过了）
journal-noted = · { $name }：“{ $quote }”
journal-noted-bare = · { $name }
journal-noted-nothing = –

## Swapped roles

swap-choose =
    换个位子坐坐：你来当顾客，想怎么说就怎么说，由一位示范客服来接。聊完会告诉你客服在哪一句用了什么方法，再问你一句：是什么让你消了气？不打分。

    选一个案子，你就演那位顾客：
swap-begun =
    你现在是{ $name }（{ $title }）：{ $summary }。

    你手上的事，可以照着说，也可以随便演：
    { $facts }

    接待你的是{ $agent }。发火、追问、刁难都行。觉得解决了就说一声，或用 /end 结束。
swap-no-agent = 这个语言里还没有示范客服。换一种语言（/language）再试。
swap-help =
    你在演顾客，直接打字就行，示范客服会回你。

    /end 结束，看用了哪些方法
    /cancel 丢掉这一场
swap-still-open = 你还在演顾客，接着说就行。结束用 /end，丢掉用 /cancel。
swap-still-asking = 还差一句话没答。
swap-cancelled = 好，这一场不留。
swap-review =
    示范客服这样做的：

    { $methods }
swap-method =
    { $method }
    { $places }
    { "" }
swap-place = · 客服第 { $message } 句 · { $name }：“{ $quote }”
swap-ask = 轮到你说了：刚才是哪一句、哪一刻让你消了点气？要是没有，还缺了什么？写一两句，会记进你的日志。
swap-done = 记下了，/journal 里随时能看。现在换回来，用你自己的话接这位顾客？
swap-notes =
    演顾客时记下的：
    { $items }
swap-note = · { $date } { $title }：“{ $calmed }”
swap-note-skipped = · { $date } { $title }：（跳过了）
swap-kept =
    正在演顾客，你写过：
    { $said }

## Progress

progress-nothing = 还没有可以看的。先聊完一位顾客（至少两句话），答完三个问题，就从那里算起。
progress-overview =
    你的进步：{ $runs } 场对话，练了 { $days } 天

    { $lines }
progress-lately = 最近 { $count } 场：平均 { $score } 分
progress-lately-before = 最近 { $count } 场：平均 { $score } 分，之前 { $before } 分
progress-offences = 伤人的话：{ $messages } 句里 { $count } 次
progress-offences-before = 伤人的话：{ $messages } 句里 { $count } 次，之前 { $messages_before } 句里 { $before } 次
progress-grown =
    { "" }
    进步最大
    { $items }
progress-rise = ↑ { $skill }：{ $from }% → { $to }%
progress-weakest =
    { "" }
    最近最弱
    { $items }
progress-skill = · { $skill }：{ $percent }%
progress-moves =
    { "" }
    用得最多：{ $moves }
progress-move = { $name } ×{ $count }
progress-methods =
    { "" }
    步骤做全的方法
    { $items }
progress-method = · { $method }：{ $total } 次里 { $done } 次
progress-grades =
    { "" }
    按难度
    { $items }
progress-types =
    { "" }
    按顾客类型
    { $items }
progress-group = · { $name }：平均 { $score } 分，{ $runs } 场里 { $well } 场结局好
progress-branches =
    { "" }
    回退后的练习：{ $count } 次（不算在上面）
progress-streak =
    { "" }
    连续 { $days } 天都在练，真好！
progress-weeks = 每周进步 · 最近 { $count } 周，{ $runs } 场；周平均分从 { $from } 到 { $to }
progress-weeks-title = 每周进步
progress-weeks-scores = 平均分
progress-weeks-runs = 练了几场
progress-week-name = { $month }月{ $day }日
progress-week-line = · { $name }起：平均 { $score } 分，{ $runs } 场
progress-week-line-quiet = · { $name }起：没有练
progress-weeks-later = 再换一个星期练一场，这里会有一张每周进步图。
progress-wheel = 本领 · 最稳的是{ $best }（{ $best_percent }%），最有余地的是{ $least }（{ $least_percent }%）
progress-wheel-title = 六项本领（拿到百分之几的分）
progress-wheel-now = 最近几场
progress-wheel-before = 之前几场
progress-skill-before = · { $skill }：{ $percent }%（之前 { $before }%）
progress-wheel-later = 再练 { $left } 场，这里会有一张六项本领的图。
progress-next =
    下一位：{ $title }（{ $name }，{ $grade }）

    为什么是这位
    { $reasons }
progress-why-weakest = · 你最近最弱的是：{ $skill }（{ $percent }%）
progress-why-type = · 对这类顾客（{ $kind }），这一项你只拿到 { $percent }%
progress-why-asks = · 这个案子正好绕不开这一项
progress-why-new = · 你们还没见过
progress-why-due = · 上次是{ $days ->
        [0] 今天
       *[other]  { $days } 天前
    }（{ $score } 分）：看看还记得多少
progress-why-step = · 你可以试更难的一档了：{ $grade }
progress-why-early = · 今天没有到期的顾客，这位最快轮到（上次：{ $days ->
        [0] 今天
       *[other] { $days } 天前
    }）

## Plan

plan-page =
    { $parts }

    做到了就点 ✓，要加进计划点 +。想写自己的：/plan 加上要做的事。
plan-best =
    有用的做法（你自己的回答）
    { $items }
plan-answer = · { $words }（#{ $number }）
plan-mine =
    { "" }
    我的计划
    { $items }
plan-mine-nothing =
    { "" }
    我的计划：还是空的。一两件就够了。
plan-open = ☐ { $number }  { $goal }
plan-done = ☑ { $goal }
plan-candidates =
    { "" }
    还可以改的：你的回答，和消气看到的
    { $items }
plan-candidate-answer = { $letter }  { $words }（#{ $number }）
plan-candidate-noted = { $letter }  不再出现：{ $name }（×{ $count }）
plan-goal-own = { $words }
plan-goal-avoid = 不再出现：{ $name }
plan-added = 已加进计划。
plan-full = 计划里已有 { $most } 件没做完，够多了。先完成一件。
plan-ticked = 完成：{ $goal }。真棒！
plan-gone = 这一条已经处理过了。现在是这样：

## Reminders

remind-off =
    现在没有提醒。

    想每天复习五分钟、星期日回顾一周，就发一个时间：/remind 20:30
remind-on =
    好了：每天 { $time }（{ $zone }）复习五分钟，星期日回顾一周。第一次在 { $date }。

    换时间：/remind 8:00 · 不要了：/remind off
remind-zone = { $time } 是哪里的时间？选一个地方，或发时差：/remind UTC+8
remind-unclear = “{ $words }”看不出是几点。请这样写：/remind 20:30，或带时差：/remind 20:30 UTC+8。关掉：/remind off
remind-zone-named = { $zone }
remind-zone-offset = UTC{ $offset }
review-daily =
    留给自己的五分钟：

    { $steps }
review-weekly =
    这一周：

    { $lines }
review-daily-first = 你的五分钟到了。今天先聊一场：
review-step-read = 1 分钟 · 重读上一场：{ $name }，{ $date }，{ $score } 分（/journal { $number }）
review-step-keep = 1 分钟 · 这样有用，再说一遍：“{ $words }”
review-step-better = 2 分钟 · 别再“{ $name }”，用自己的话说一遍：“{ $better }”
review-step-plan = 1 分钟 · 你的计划：{ $goal }（/plan）
review-week = { $runs } 场对话，练了 { $days } 天，平均 { $score } 分
review-week-quiet = 看看你现在的水平。
review-week-ticked = 计划里完成了 { $count } 件

## Their buttons, commands and words

button-progress = 我的进步
button-journal = 我的日志
button-plan = 我的计划
button-tick = ✓ { $number }
button-add = + { $letter }
button-remind-off = 不要提醒
button-remind-zone = 换时区
command-journal = 复盘日志（加编号看一篇，加词搜索）
command-progress = 进步在哪、哪里最弱、下一位练谁
command-plan = 改进计划，做到一件勾一件
command-remind = 每天提醒复习五分钟，例如 20:30
zone-beijing = 北京、台北、新加坡
zone-tokyo = 东京、首尔
zone-bangkok = 曼谷、河内、雅加达
zone-delhi = 德里
zone-berlin = 柏林、巴黎、马德里
zone-london = 伦敦
zone-new_york = 纽约、多伦多
zone-chicago = 芝加哥
zone-los_angeles = 洛杉矶、温哥华
zone-sydney = 悉尼、墨尔本
type-rational = 理性型
type-emotional = 情感型
type-dominant = 主导型
type-cautious = 谨慎型
type-direct = 直接型
type-analytical = 分析型
type-supportive = 支持型
type-competitive = 竞争型
type-price_sensitive = 价格敏感
type-unreasonable = 无理要求
type-misunderstanding = 误解
type-vip = 重要客户
type-contradictory = 矛盾型
type-hard_to_please = 难伺候
type-unruly = 刁蛮
