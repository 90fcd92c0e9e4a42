## 培训师工作台

trainer-not =
    这里是培训师发布自家顾客的地方，你还不是培训师。
    请联系管理这个机器人的人，告诉对方你的编号：{ $number }
    手上有授权码？发 /trainer 加上授权码就行。
trainer-not-allowed = 这一步只有负责人能做。找一位负责人帮忙，/trainer 里能看到你自己的身份。
trainer-no-office = 培训师工作台只在机器人以服务方式运行时可用。在电脑上请用：xiaoqi check、xiaoqi persona test、xiaoqi persona simulate。
trainer-overview =
    🗂 { $organisation }
    你的身份：{ $role }

    { $customers }

    要添新顾客或者出新版本，直接把文件发给我（.toml，或者 xiaoqi persona pack 打包的 .zip）。
trainer-house = 本机器人
trainer-name = { $name }
trainer-role-trainer = 培训师
trainer-role-owner = 负责人
trainer-line = • { $title }：第 { $version } 版，{ $reach }
trainer-line-off = • { $title }：已下架
trainer-line-draft = ✎ { $title }：你的草稿，未发布
trainer-line-none = 还没有发布过顾客。
trainer-reach-everyone = 面向所有人
trainer-reach-cohort = 只给“{ $name }”
trainer-help =
    把一位顾客交到学员手里，分四步：
    1. 写文件。最短只要标题、等级、类型、开场白、来龙去脉和三条事实，docs/personas.zh-Hans.md 里有现成的例子。在电脑上用 xiaoqi persona new，它会一问一答帮你写好。
    2. 把文件发到这里。我来检查，哪一行要改、怎么改，都会告诉你。
    3. 我让九类学员轮番跟他聊，看他的难度对不对得上等级。
    4. 你自己先试聊，再发布：可以给所有人，也可以只给一个班。正在进行的对话不受影响，还是开始时的版本。
    译文单独一个文件，比如 pump.zh-Hant.toml，等顾客本人的文件发完再发它。

    可以直接打字的：
    /trainer cohort 班名：新建一个班
    /trainer add 编号：让某人当培训师（负责人可用）
    /trainer owner 编号：让某人当负责人（负责人可用）
    /trainer code 20：给二十个人的邀请码
    /trainer remove 编号：收回某人的使用权限（管理本机器人的人可用）
    /trainer admit 编号：让某人进来（管理本机器人的人可用）
trainer-checked =
    ✓ “{ $title }”可以用了，另有 { $warnings } 处建议看一眼：
    { $files }
trainer-checked-clean =
    ✓ “{ $title }”可以用了，没挑出毛病。
    { $files }
trainer-checked-broken =
    ✗ “{ $title }”还不能用：有 { $errors } 处错误{ $warnings ->
        [0] {""}
       *[other] ，另有 { $warnings } 处建议看一眼
    }。
    { $files }
    按下面的提示改好，再发一次。已经发布的版本不受影响。
trainer-findings = { $text }
trainer-all-findings = 上面没列全，完整清单在这个文件里。
trainer-summary = { $text }
trainer-picture = 九类学员对“{ $title }”的结果
trainer-ready = “{ $title }”现在是你的草稿，只有你能见到他。先试聊，或者直接发布：
trainer-too-large = 这个文件太大，一位顾客用不着这么多。最多 { $most } KB，图片之类的请去掉。
trainer-lost = 没能从 Telegram 取到这个文件，麻烦再发一次。
trainer-not-ours = “{ $name }”不是顾客文件。我认 .toml，还有 xiaoqi persona pack 打包的 .zip。
trainer-broken = 这个文件打不开：{ $why }
trainer-alone = 这是“{ $name }”的译文，可这里还没有这位顾客。请先发 { $name }.toml。
trainer-no-draft = 你手上没有草稿。把顾客文件发给我，咱们接着来。
trainer-published = ✓ “{ $title }”已发布：第 { $version } 版，{ $reach }。学员在 /menu 里就能找到他。
trainer-unplayable =
    按现在的规则和语言，这位顾客跑不起来，所以没有发布：
    { $why }
trainer-discarded = 草稿已丢弃。已发布的版本还在。
trainer-case =
    { $title }
    { $now }

    { $versions }
trainer-case-on = 学员现在见到的是第 { $version } 版，{ $reach }。
trainer-case-off = 已下架，没人能见到他。选一个版本就能重新上架。
trainer-case-version = • 第 { $version } 版，{ $at }{ $by ->
        [0] {""}
       *[other] ，{ $by } 发布
    }
trainer-case-again = • 第 { $version } 版，{ $at }{ $by ->
        [0] {""}
       *[other] ，{ $by } 发布
    }：恢复自第 { $again } 版
trainer-no-case = 这位顾客、这个版本或者这个班已经不在了。
trainer-withdrawn = “{ $title }”已下架。正在进行的对话可以聊完；各个版本都留着，随时能恢复。
trainer-file = { $name }，学员见到的就是它。改好再发回来，就成了你的草稿。
trainer-figures =
    { $title }（{ $whose }）
    { $trainees } 位学员，{ $sessions } 场对话

    { $lines }
trainer-figures-none = { $title }（{ $whose }）：还没有人跟他聊过。
trainer-figures-endings = 结局：{ $list }
trainer-figures-share = { $ending } { $count } 场
trainer-figures-left = 中途放弃或没聊完：{ $count } 场，一般停在第 { $after } 句之后，多数时候顾客正处在“{ $state }”
trainer-figures-left-none = 中途放弃或没聊完：没有
trainer-figures-missing = 最常漏掉的：{ $list }
trainer-figures-missed = { $what }（{ $count } 次）
trainer-figures-median = 得分中位数：{ $score }（满分 100）
trainer-figures-median-none = 得分中位数：还没有人做完复盘
trainer-others = 想看哪位顾客的数据？这些是机器人自带的，你们自己的在工作台里。
trainer-cohorts =
    班级：
    { $list }
trainer-cohort-line = • { $name }：{ $members ->
        [0] 还没有人
       *[other] { $members } 人
    }
trainer-no-cohorts = 还没有班级。一个班可以是一期培训，也可以是一个小组：顾客可以只发布给它，也能单独看它练得怎么样。
trainer-ask-cohort = 这个班叫什么？直接把名字发给我。（不建了就发 /menu）
trainer-cohort-code =
    “{ $name }”：把下面这行发给我就能加入。
    还有 { $days } 天有效，还能加入 { $uses } 人。
    /join { $code }
trainer-cohort-code-over = “{ $name }”的加入码过期或用完了。打开这个班，点“换加入码”。
trainer-crew =
    这里的成员：
    { $list }

    编号是 Telegram 的。谁给我发 /trainer，就能看到自己的编号。
trainer-crew-line = • { $number }：{ $role }
trainer-crew-none = 还没有人。
trainer-invitation =
    第一个把下面这行发给我的人就是{ $role }。只能用一次，{ $days } 天内有效，请私下转交。
    /trainer { $code }
trainer-appointed = { $number } 现在是{ $role }了，发 /trainer 就能看到。
trainer-dismissed = { $number } 不再是培训师。发布过的顾客都还在。
trainer-not-dismissed = { $number } 动不了：不是你这里的人，属于别的机构，或者就是你自己。
trainer-bad-number = 请给我 Telegram 编号，例如 123456789。让对方给我发 /trainer，就能看到自己的编号。
trainer-hired = 欢迎！你现在是{ $role }了：{ $organisation }
trainer-joined = 你已加入“{ $cohort }”（{ $organisation }）。给你们的顾客在 /menu 里。
trainer-how-to-join =
    发 /join 加上培训师给你的码，就能加入班级。
    发 /join name 可以改培训师对你的称呼。
    发 /join leave 会退出所有班级和所属机构。
trainer-bad-code = 这个码不管用：可能打错了、用过了，或者过期了。请再要一个。
trainer-elsewhere = 这个码是另一家机构的，而你现在属于：{ $organisation }。确实要换，请先发 /join leave。
trainer-left = 你已退出所有班级和所属机构。你的对话和日志都还在。
trainer-founded =
    “{ $organisation }”建好了。它的培训师看不到别家的东西，别家也看不到它的。第一个把下面这行发给我的人就是它的负责人（{ $days } 天内有效）：
    /trainer { $code }
trainer-files-broken =
    内容文件夹里有文件坏了。修好之前，学员见到的还是上一个能用的版本。
    { $text }
    用 xiaoqi check 看看哪里不对。

button-trainer-home = 🗂 工作台
button-trainer-help = 怎么用
button-trainer-try = ▶ 试聊草稿
button-trainer-publish = 发布给所有人
button-trainer-publish-cohort = 发布给“{ $name }”
button-trainer-discard = 丢弃草稿
button-trainer-case = 看版本
button-trainer-back = 恢复第 { $version } 版
button-trainer-reach-everyone = 改为面向所有人
button-trainer-reach-cohort = 改为只给“{ $name }”
button-trainer-withdraw = 下架
button-trainer-fetch = 下载文件
button-trainer-figures = 看数据
button-trainer-figures-of = 数据：{ $name }
button-trainer-figures-all = 数据：所有人
button-trainer-others = 其他顾客的数据
button-trainer-cohorts = 班级
button-trainer-new-cohort = 新建班级
button-trainer-crew = 成员与权限
button-trainer-invite = 邀请培训师
button-trainer-invite-owner = 邀请负责人
button-trainer-dismiss = 移除 { $number }

command-trainer = 培训师专用：发布顾客、看数据
command-join = 用加入码进班

## 班级

cohort-page =
    👥 { $name } · { $members ->
        [0] 还没有人
       *[other] { $members } 人
    }

    { $list }
cohort-none-given = 还没布置任务。
cohort-given = 📌 { $title }，{ $until } 前：✓ 完成 { $done }，进行中 { $begun }，还没开始 { $not_yet }
cohort-given-over = 📌 { $title }，{ $until } 已截止：✓ { $members } 人里完成 { $done }
cohort-members =
    👥 { $name }（{ $count } 人）
    { $list }
cohort-members-none = “{ $name }”还没有人加入，把加入码发给大家吧。
cohort-mate = • { $who }：完成 { $done }/{ $given }
cohort-mate-alone = • { $who }
cohort-named = { $name }
cohort-tag = 学员 { $tag }
cohort-member =
    { $who } · { $name }
    { $list }
cohort-member-line = 📌 { $title }：{ $stage }
cohort-stage-done = ✓ 已完成
cohort-stage-begun = 进行中
cohort-stage-not-yet = 还没开始
cohort-ask-remove = 把这位学员移出班级？对方会收到通知，也见不到只给这个班的顾客了。自己的对话还归自己。
cohort-removed = 已把{ $who }移出“{ $name }”，也通知了对方。旧的加入码还能让人进来，不想这样就换一个。
cohort-no-member = 这位学员已经不在班里了。
cohort-new-code =
    “{ $name }”的新加入码。旧码作废，已经在班里的人不受影响。
    还有 { $days } 天有效，还能加入 { $uses } 人。
    /join { $code }
cohort-ask-customer = 布置新任务：让大家跟哪位顾客练？（不布置了就发 /menu）
cohort-ask-day = “{ $title }”哪天之前完成？点一个，或者直接打日期，比如 2026-03-20、3月20日。
cohort-bad-day = 日期要从今天算起、一年以内，比如 2026-03-20、3月20日。
cohort-ask-line = “{ $title }”，{ $until } 前完成。想补一句话吗？写一行，200 字以内，全班都会看到。
cohort-lapsed = 这个任务没布置完。打开班级，重新来一次。
cohort-no-customer = 这位顾客不能布置给这个班：已下架，或者只给别的班。
cohort-full = 这个班已经有 { $most } 个任务没到期，到上限了。先收回一个。
cohort-assigned = ✓ 已给“{ $name }”布置“{ $title }”，{ $until } 前完成。{ $members ->
        [0] 班里还没有人，谁加入谁就会收到。
       *[other] 已通知 { $members } 人。
    }没做完的人，前一天会收到一次提醒。
cohort-assignment =
    📌 { $title }
    “{ $name }”，{ $until } 前

    { $list }
cohort-line = “{ $line }”
cohort-not-met = ⚠ 班里已经没人能见到这位顾客了。
cohort-done-by = ✓ 已完成（{ $count }）{ $count ->
        [0] {""}
       *[other] ：{ $names }
    }
cohort-begun-by = … 进行中（{ $count }）{ $count ->
        [0] {""}
       *[other] ：{ $names }
    }
cohort-not-yet-by = 还没开始（{ $count }）{ $count ->
        [0] {""}
       *[other] ：{ $names }
    }
cohort-no-assignment = 这个任务已经不在了。
cohort-taken-back = “{ $title }”已收回，没做完的人都通知到了。
cohort-weekly-on = 每周一 9:00 把“{ $name }”的周报发给你。
cohort-weekly-off = 不再自动发“{ $name }”的周报。想看随时点按钮。
cohort-new-duty = 📌 { $cohort }：培训师请你在 { $until } 前练“{ $title }”。
cohort-new-duty-line =
    📌 { $cohort }：培训师请你在 { $until } 前练“{ $title }”。
    “{ $line }”
cohort-still-open = ⏰ { $cohort }：“{ $title }”还没完成，{ $until } 前。聊一场、做完复盘就算数。
cohort-duty-gone = 培训师收回了任务“{ $title }”，不用做了。
cohort-duty-done = 📌 ✓ 任务完成：“{ $title }”。培训师只看到你做完了，看不到你写的话。
cohort-duty = 📌 { $title }，{ $until } 前
cohort-duty-line = 📌 { $title }，{ $until } 前：“{ $line }”
cohort-waiting =
    有任务等着你：
    { $list }
cohort-you-are-out = 培训师已把你移出“{ $cohort }”。你的对话和日志都还在。
cohort-seen = 在“{ $cohort }”里，培训师能看到你做完了哪些任务，以及全班整体练得怎么样。你写的话，谁也看不到。
cohort-seen-as = 在“{ $cohort }”里，培训师看到的你是{ $who }：做完了哪些任务，以及全班整体练得怎么样。你写的话，谁也看不到。想换个名字：/join name
cohort-ask-name = 想让培训师怎么称呼你？直接打名字，或者点一个：
cohort-known = 培训师看到的你是：{ $who }。想改就发 /join name
cohort-known-nowhere = 你还没进班，没人把你列在名单里。先发 /join 加上加入码。
cohort-week =
    📈 { $name }：最近七天
    { $parts }
cohort-week-quiet = 没有人做完一场对话（班里 { $members } 人）。
cohort-week-practised = { $members } 人里有 { $practised } 人练了，做完复盘的对话 { $runs } 场。
cohort-week-before = 前一周：{ $practised } 人，{ $runs } 场。
cohort-week-few = 一周内有 { $fewest } 人以上练习，才会显示练得怎么样。人太少，等于点名。
cohort-week-score = 平均得分：{ $score }（满分 100）
cohort-week-score-before = 平均得分：{ $score }（满分 100，前一周 { $before }）
cohort-week-strongest = 最拿手：{ $list }
cohort-week-weakest = 还要练：{ $list }
cohort-week-moved = 变化：{ $list }
cohort-week-helped = 帮上忙的做法（几个人用了）：{ $list }
cohort-week-hurt = 帮倒忙的做法（几个人用了）：{ $list }
cohort-week-missing = 漏掉的（几个人漏了）：{ $list }
cohort-week-methods = 清单全部做到的：{ $list }
cohort-week-assignments =
    任务：
    { $list }
cohort-week-cards =
    团队经验库新增：
    { $list }
cohort-skill = { $skill } { $percent }%
cohort-change = { $skill } { $from }% → { $to }%
cohort-shared = { $what }（{ $count }）
cohort-method = { $method } { $called } 场里 { $done } 场
cohort-card = • { $name }谈“{ $customer }”：{ $why }
cohort-other-cards = • 另有 { $count } 张：/library

button-cohort-code = 加入码
button-cohort-new-code = 换加入码
button-cohort-members = 学员
button-cohort-remove = 移出班级
button-cohort-remove-yes = 确定移出
button-cohort-remove-no = 不移了
button-cohort-assign = ＋ 布置任务
button-cohort-assignment = 📌 { $title }
button-cohort-by = { $days ->
        [1] 明天（{ $date }）
        [7] 一周后（{ $date }）
        [14] 两周后（{ $date }）
       *[other] { $days } 天后（{ $date }）
    }
button-cohort-no-line = 不写，直接发
button-cohort-take-back = 收回任务
button-cohort-digest = 📈 周报
button-cohort-weekly-on = 每周一给我发周报
button-cohort-weekly-off = 别再给我发周报
button-cohort-duty = 📌 { $title }
button-cohort-signed = “{ $name }”，跟卡片上一样
button-cohort-tag = 不留名，就叫 { $tag }

## 门口

access-ask-code =
    你好！这个机器人只给受邀的人用。
    有邀请码吗？直接发给我就行。还没有？{ $contact }
access-not-listed =
    你好！这个机器人只给名单上的人用，你暂时还不在名单上。
    { $contact }
    对方会需要你的编号：{ $number }
    手上有培训师给的码？直接发给我就行。
access-contact = 请联系：{ $text }
access-contact-unknown = 请问问介绍你来的人。
access-bad-code =
    这个码进不来：可能打错了、用完了，或者过期了。核对一下再发一次。
    { $contact }
access-too-many = 刚才试的码有点多。请等 { $minutes } 分钟，核对好再发。
access-removed =
    你在这里的使用权限已被收回，暂时不能练习了。
    { $contact }
    你留下的数据还是你的：/privacy、/export、/forget 照常可用。
access-welcome = 欢迎，你进来了！
access-already-in = 你已经在里面了，这个码没有用掉，可以留给别人。
access-group-closed = 这个机器人只给受邀的人用。群里哪位已经受邀，发一次 /help，之后全群都能一起玩。
access-group-removed = 你在这里的使用权限已被收回。
access-code =
    { $uses ->
        [1] 一个人的邀请码，{ $days } 天内有效，请私下转交。让对方把下面这行发给我：
       *[other] 最多 { $uses } 个人用的邀请码，{ $days } 天内有效。让每个人把下面这行发给我：
    }
    /start { $code }
access-code-usage = 这个码给几个人用？/trainer code 20 就是二十个人，最多 { $most } 个；只发 /trainer code 就是一个人用的。
access-admitted = { $number } 现在可以进来了，以前怎样都不算。
access-barred = { $number } 的使用权限已收回：退出班级和身份，不再收到提醒。留下的数据要等本人删除。发 /trainer admit { $number } 可以恢复。
access-not-barred = 这个编号是管理本机器人的人，不能收回。请先改 --operator（XIAOQI_OPERATORS）。
access-only-operator = 这一步只有管理本机器人的人能做。
access-flood = 一下子发得太多，我看不过来了。上一条回复之后的几条没有算进来；歇半分钟，再接着发。
access-group-flood = 一下子太热闹，我跟不上了。刚才的几条没有算进来；稍等一会儿再继续。
access-kept = 你是获准进来的；只记下了日期和方式。
access-kept-barred = 你的使用权限已被收回；只记下这件事和日期，/forget 之后也会保留。
