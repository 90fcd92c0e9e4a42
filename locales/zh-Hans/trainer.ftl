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
    /join { $code }
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
button-trainer-cohort-code = “{ $name }”的加入码
button-trainer-crew = 成员与权限
button-trainer-invite = 邀请培训师
button-trainer-invite-owner = 邀请负责人
button-trainer-dismiss = 移除 { $number }

command-trainer = 培训师专用：发布顾客、看数据
command-join = 用加入码进班
