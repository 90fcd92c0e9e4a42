# 关于成绩文件的话：`xiaoqi verify` 和 `xiaoqi export --run`。

verify-confirmed = ✓ { $file }：属实。重新对话一遍，结果与文件所写完全一致。
verify-refuted = ✗ { $file }：不成立，原因如下：
verify-not-here = ? { $file }：在这里无法核实。这不等于成绩有错。
verify-run = { $persona }，{ $lang }，{ $messages } 句：{ $ending }，得分 { $score }
verify-round = 第 { $round } 轮，第 { $attempt } 次
verify-token = 校验码 { $token }
verify-sum = 属实 { $confirmed } 份，不成立 { $refuted } 份，在这里无法核实 { $nothere } 份。
verify-in-contest = 属于这场比赛，符合比赛规则，种子出自已公布的密钥。
verify-in-contest-no-secret = 属于这场比赛，符合比赛规则。种子是否属于比赛，要等密钥公布：届时请用 --secret 给出。
verify-seed-fits = 种子出自已公布的密钥。还想核对轮次、时间和规则，请用 --contest 给出比赛公告。
verify-contest-not-checked = 文件自称属于一场比赛，尚未核对。请用 --contest 给出比赛公告，或用 --secret 给出已公布的密钥。
verify-difference = { $at }：{ $what }
verify-recorded = 文件里：{ $text }
verify-expected = 应该是：{ $text }

verify-at-file = 文件
verify-at-opening = 开头
verify-at-message = 第 { $number } 句
verify-at-end = 结束时
verify-at-contest = 比赛

verify-what-token = 校验码对不上，文件里有内容被改动
verify-what-posted = 校验码不在您给出的已公布之列
verify-what-opening = 顾客开头说的不是这些话
verify-what-order = 时间比可能的更早
verify-what-words = 说的话、时间或之前的内容被改动
verify-what-gone = 顾客这时已经走了
verify-what-reply = 顾客的回答不一样
verify-what-levels = 顾客的情绪数值不一样
verify-what-state = 顾客的情绪状态不一样
verify-what-farewell = 顾客最后说的话不一样
verify-what-ending = 结局不一样
verify-what-hints = 提示的先后不可能如此
verify-what-score = 得分不一样
verify-what-offences = 伤人话术的次数不一样
verify-what-chain = 对话自身的校验值不一样
verify-what-practice = 这次对话不属于任何比赛
verify-what-definition = 属于另一场比赛
verify-what-commitment = 承诺值与密钥不相符
verify-what-round = 没有这一轮
verify-what-attempt = 没有这么多次机会
verify-what-customer = 这一轮是另一位顾客，或这位顾客的另一个版本
verify-what-language = 这一轮用的是另一种语言
verify-what-seed = 不是这一轮的种子
verify-what-hinted = 用了提示，而这场比赛不许用
verify-what-rewound = 是从另一场对话的中途重来的
verify-what-early = 开始时比赛还没开始（1970 年以来的毫秒数）
verify-what-late = 结束时比赛已经截止（1970 年以来的毫秒数）
verify-what-long = 用时超过这一轮的限时（毫秒）

verify-missing-form = 文件的格式是第 { $recorded } 版，本程序不认识。请使用更新的 xiaoqi。
verify-missing-engine = 成绩出自引擎 { $recorded }，而这里是引擎 { $here }。请用当时的 xiaoqi 版本核实。
verify-missing-persona = 这里没有顾客“{ $persona }”，或者顾客在这里不会说 { $lang }。请用 --content 指定有这位顾客的文件夹。
verify-missing-persona-version = 顾客“{ $persona }”在这里是另一个版本（{ $here }，对话时是 { $recorded }）。请用 --content 指定有正确版本的文件夹。
verify-missing-locale-version = 语言 { $lang } 在这里是另一个版本（{ $here }，对话时是 { $recorded }）。请用当时的 xiaoqi 版本，或用 --content 指定当时的文件夹。
verify-missing-limit = { $lang } 的粗话词表在这里是另一个版本，而这次对话限制了粗话。请用当时的 xiaoqi 版本，或用 --content 指定当时的文件夹。

verify-closed = 打不开文件：{ $why }。请检查文件名后再试。
verify-foreign = 这不是成绩文件，或者文件已损坏。成绩文件由 xiaoqi export --run 写出。
verify-shape = 文件在第 { $line } 行第 { $column } 列损坏或被改动。请再要一份。
verify-shape-somewhere = 文件里有不属于成绩文件的内容，或者写法不同。请再要一份。
verify-contest-closed = 打不开比赛公告 { $file }
verify-contest-unreadable = { $file } 不是比赛公告。请向比赛负责人要这个文件

export-run-none = 这里没有编号 { $number } 的对话。xiaoqi export 列出保存的内容
export-run-several = 有好几位都有编号 { $number } 的对话。请用 --trainee 说明是谁的
export-run-no-customer = 对话 { $number } 的顾客已不在这里。请用 --content 指定有这位顾客的文件夹
export-run-open = 对话 { $number } 还没结束。请先结束，再导出
export-run-cancelled = 对话 { $number } 已经作废，没有成绩
export-run-changed = 对话 { $number } 在这里无法重新进行（{ $why }）。请用当时的版本导出
