### What the coach says after a conversation (zh-Hans). One phone screen at a time, no HTML.

## Evidence: what happened, without a verdict

debrief-evidence-empty = 这一场你还没有开口，没有可以回看的内容。
debrief-timeline =
    先不评分，看看顾客的心情是怎么走的。
    四格依次：愤怒、焦虑、失望、信任（越高越强）
    ↘ 缓和　↗ 升温　◆ 变化最大的几句
    { $rows }
debrief-timeline-more =
    （接上）
    { $rows }
debrief-timeline-start = 开场 { $blocks }
debrief-timeline-row = { $number } { $blocks } { $trend } { $state }
debrief-timeline-mark = { $number } { $blocks } { $trend } { $state } ◆
debrief-moments =
    变化最大的几句，原话在这里：
    { $items }
debrief-moment-stay =
    ◆ 第 { $turn } 句“{ $quote }”
    　{ $emotion } { $from } → { $to }，状态：{ $state }
debrief-moment-shift =
    ◆ 第 { $turn } 句“{ $quote }”
    　{ $emotion } { $from } → { $to }，{ $before } → { $after }
debrief-no-words = （没有文字）

## Score

debrief-score =
    得分 { $score } / 100　结局：{ $ending }
    { $lines }
debrief-score-too-short =
    得分 { $score } / 100
    说得太少，还谈不上评价。下次至少来回几句，再一起看。
debrief-score-branch = 练习分支：从第 { $message } 句重来，不和完整的一场比分
debrief-score-exam = 这是一场考试
debrief-score-part = · { $part } { $earned }/{ $possible }
debrief-score-cost = 丢分较多：{ $item }（−{ $lost }）
debrief-score-cost-quoted = 丢分较多：{ $item }（−{ $lost }），比如第 { $turn } 句“{ $quote }”
debrief-score-cap = 结局是“{ $ending }”，总分最高只能到 { $limit }。
debrief-score-hints = 用了 { $hints } 次提示，扣 { $lost } 分。

## What worked, what to change

debrief-strengths =
    让顾客好受的话：
    { $items }
debrief-strength =
    · 第 { $turn } 句“{ $quote }”
    　{ $name }：{ $why }
debrief-improvement =
    可以改的 { $number }：{ $name }
    第 { $turn } 句，你写的是“{ $quote }”
    { $why }
    换成这样试试：“{ $better }”
debrief-improvement-bare =
    可以改的 { $number }：{ $name }
    第 { $turn } 句，你写的是“{ $quote }”
    { $why }
debrief-gap =
    可以改的 { $number }：{ $name }
    { $why }
    可以这样说：“{ $better }”
debrief-gap-bare =
    可以改的 { $number }：{ $name }
    { $why }
debrief-facts =
    顾客还有些事没说出口，因为没人问到：
    { $items }
debrief-fact =
    · { $about }
    　可以这样问：“{ $question }”
debrief-promises =
    你许下的承诺：
    { $items }
debrief-promise-timed = · 第 { $turn } 句“{ $quote }”——有时间（{ $by_when }），顾客能核对
debrief-promise-vague = · 第 { $turn } 句“{ $quote }”——没有时间，顾客只能干等
debrief-promise-beyond = · 第 { $turn } 句“{ $quote }”——超出你的权限，兑现不了
debrief-promise-broken = · 第 { $turn } 句“{ $quote }”——后来的话把它推翻了
debrief-methods =
    对照方法看一眼：
    { $items }
debrief-method-whole = · { $method }：{ $total } 步都做到了
debrief-method-next = · { $method }：{ $done }/{ $total }，下一步补上“{ $step }”

## The three questions

question-1 = 问题 1/3：这次我哪里做得好？
question-2 = 问题 2/3：哪里可以做得更好？
question-3 = 问题 3/3：我可以分享什么，让团队也变强？
debrief-reflection =
    { $question }
    { $answer }
    { $view }
debrief-reflection-unasked =
    { $question }
    { $view }
debrief-answered = 你写的是：“{ $answer }”
debrief-answered-blank = 你写的是：“{ $answer }”。一时想不出也正常，回到原话里找。
debrief-skipped = 这一问你跳过了。
debrief-view-strengths = 从记录看，有 { $count } 句话让顾客明显好受了些，见下一条。
debrief-view-no-strengths = 从记录看，这一场没有哪句话让顾客明显好受。下次从一句具体的共情开始，看看对方会有什么变化。
debrief-view-improvements = 从记录看，先改这 { $count } 处，每处只改一句话。
debrief-view-no-improvements = 从记录看，没有哪句话伤到顾客。想再进一步，就换一位更难的顾客。
debrief-share-script =
    可以把第 { $turn } 句存成团队话术（{ $name }）：
    “{ $quote }”
    分享时补一句：当时顾客是什么情绪，你为什么这样说。
debrief-share-case =
    可以把第 { $turn } 句当作五分钟小案例（{ $name }）：
    原话“{ $quote }”
    改成“{ $better }”
    让大家先猜顾客会怎么回，再读改后的话。
debrief-share-case-bare =
    可以把第 { $turn } 句当作五分钟小案例（{ $name }）：
    “{ $quote }”
    让大家各写一句替换的话，念出来比一比。
debrief-share-nothing = 这一场还没有可以分享的句子。再练一次，留意哪句话让顾客松了口，把那句带给团队。

## The full report and the picture

report-word = { $term }
report-language = zh-Hans
report-kind = 复盘报告
report-customer = 顾客：{ $name }　难度：{ $grade }
report-score = 得分 { $score }，满分 100
report-ending = 结局：{ $ending }
report-subtitle = { $name } · 结局：{ $ending }
report-start = 开场
report-messages = 第几句
report-legend = 变化最大的几句，编号同原话
report-course = 心情是怎么走的
report-turning = 变化最大的几句
report-change = { $emotion } { $from } → { $to }
report-rubric = 得分明细
report-points = { $earned } / { $possible }
report-earned = 得分的话
report-lost = 丢分的话
report-last = 最后一句
report-strengths = 让顾客好受的话
report-improvements = 可以改的地方
report-instead = 换成这样试试
report-say = 可以这样说
report-facts = 顾客没说出口的事
report-ask = 可以这样问
report-promises = 你许下的承诺
report-timed = 有时间（{ $by_when }），顾客能核对
report-vague = 没有时间，顾客只能干等
report-beyond = 超出你的权限，兑现不了
report-broken = 后来的话把它推翻了
report-methods = 对照方法看一眼
report-not-called-for = 这一场没用到
report-done = 做到了
report-missing = 还没做到
report-questions = 三个问题
report-yours = 你写的
report-view = 从记录看
report-talk = 完整对话
report-you = 你
report-turn = 第 { $turn } 句
report-nothing = 没有
report-footer = 这个文件是完整的，打开不需要网络，也不会把内容发到任何地方。里面有你写的原话，转给别人之前想一想。分数只描述这一场对话，不描述人。

## Names of the rubric's parts and lines

rubric-part_outcome = 结局
rubric-part_emotion = 情绪安抚
rubric-part_problem = 解决问题
rubric-part_promises = 承诺
rubric-part_language = 语言
rubric-part_composure = 自己的情绪
rubric-outcome = 谈话的结局
rubric-heard_first = 先听后办
rubric-empathy = 说出并理解情绪
rubric-apology = 道歉与担当
rubric-relief = 负面情绪的回落
rubric-facts = 问出关键信息
rubric-demands = 诉求得到解决
rubric-cause = 讲清原因
rubric-expectation = 讲清接下来会怎样
rubric-specific = 有时间的承诺
rubric-kept = 不越权、不食言
rubric-check = 确认与回访
rubric-fitting_words = 用词得当、切题
rubric-own_words = 不重复套话
rubric-length = 篇幅合适
rubric-composure = 不和顾客对着干

## Names of what was missing

gap-missed_hearing = 还没听完就给方案
gap-missed_apology = 该道歉没道歉
gap-missed_feeling = 没提过顾客的感受
gap-missed_time = 承诺没有时间
gap-missed_fact = 有件事没问到
gap-missed_check = 没有确认就结束

## Methods and their steps

method-emotion_first = 先处理情绪，再处理问题
method-empathy_six = 共情六步
method-apology_five = 道歉五步
method-smart_promise = 靠谱承诺
method-refusal_sandwich = 三明治拒绝法
method-questioning = 提问
method-structured_solving = 有步骤地解决
method-service_flow = 服务流程
method-listening = 倾听
step-listen = 先听、先问
step-settle = 接住情绪
step-own = 道歉或认下这件事
step-act = 再给办法
step-observe = 弄清发生了什么
step-name = 说出对方的情绪
step-understand = 说出对这件事的理解
step-validate = 认可这种反应
step-common = 站到同一边
step-support = 给出支持
step-admit = 认下哪里错了
step-effect = 说出给对方的影响
step-sorry = 不带条件地道歉
step-repair = 现在怎么补救
step-prevent = 以后怎么避免
step-specific = 做什么说具体
step-time = 说定时间
step-achievable = 在权限之内
step-stand = 前后一致
step-report = 主动回报进展
step-soften = 先理解
step-reason = 讲清原因
step-alternative = 给替代办法
step-close_well = 好好收尾
step-no_interrupt = 不打断
step-encourage = 请对方往下说
step-paraphrase = 用自己的话复述
step-thank = 谢谢对方告知

## Why it helped or hurt: moves

why-greet = 一句像样的招呼告诉对方：这边有个人在。越生气的顾客，招呼越要短，马上接正事。
why-thank = 谢的是对方付出的时间和耐心，对方就从麻烦制造者变回了被尊重的人。
why-address_by_name = 叫对名字，对方就不再是一张单子。每场一两次足够，多了像念稿。
why-humor = 气消了，一句自嘲能拉近距离；气头上，任何玩笑都像在说“你的事不要紧”。
why-close = 事情落定后好好收尾，是最后的印象；事没办完就道别，等于把人往外送。
why-encourage_to_continue = 请对方把话说完，气就有地方出。话说完之前，什么方案都听不进去。
why-paraphrase = 用自己的话复述一遍，对方听见的是“我没白说”。听错了也正好当场纠正。
why-open_question = 开放的问题让对方讲自己的处境，真正着急的原因往往藏在这里。
why-closed_question = 是非题适合核对细节。对方还在倾诉时连着问，就像在填表、做笔录。
why-check_satisfaction = 问一句“这样行吗”，决定权就交还给了对方，没说完的话也会在这时冒出来。
why-name_emotion = 情绪被准确说出来，强度就会降一截：对方不用再靠嗓门证明自己有多难受。
why-empathize_specific = 理解落在这件事的细节上，对方才相信你真听了。细节是共情的证据。
why-empathize_generic = 光说“我理解”谁都会，听着像开场白。补上这件事里的一个细节，它才有分量。
why-validate = 告诉对方这样反应很正常，就不用再为自己的生气辩护，力气可以用到正事上。
why-common_ground = 站到同一边能拉近距离，前提是话真、话短。讲起自己的故事，主角就换人了。
why-apologize = 不带条件的道歉先把对错放下，对方不必再争“到底是谁的错”，气自然往下走。
why-take_responsibility = 有人说“这件事我来负责”，对方就不用再从头找人。担当比解释更能换来信任。
why-apologize_conditional = “如果给您带来不便”等于说：也许并没有。错还没认，先怀疑了对方的感受。
why-explain_cause = 顾客不知道原因，就会往坏处想。坦白讲清楚来龙去脉，比一百句保证更让人安心。
why-give_evidence = 数字、记录、截图，不靠信任也站得住。正当对方不信你的时候，最管用。
why-set_expectation = 人怕的不是等，是不知道要等多久。讲清下一步和做不到的部分，焦虑就有了边界。
why-offer_solution = 听明白了再给办法，是雪中送炭；对方还没说完就给，像是在打发人。
why-offer_choices = 给两个选项，对方手里就有了主动权。失控感一少，火气也少。
why-offer_alternative = 原来那条路走不通时，另指一条路，拒绝就变成了帮忙。
why-remedy = 补偿要及时、对得上损失、分寸合适。它说的是：你受的麻烦我们算数。
why-prevent_recurrence = 顾客最怕再来一次。说清以后怎么防，这次的道歉才算完整。
why-commit_specific = 谁、做什么、几点前：能核对的承诺才叫承诺。对方可以放下手机去忙别的了。
why-commit_vague = “尽快”在顾客耳朵里就是“不知道”。没有时间的承诺只会换来追问。
why-reassure = “放心”要有东西撑着。后面跟着时间和人名，才真能放下心；单独一句，只是口号。
why-follow_up = 主动说会回访，顾客就不用自己追。主动一次，抵得上被催三次。
why-false_promise = 保证自己做不了主的事，换来一时安静，落空时的气会加倍，信任也一起赔进去。
why-refuse_with_reason = 拒绝时讲清原因，再给别的路，对方会不甘心，但不会觉得被轻视。
why-refuse_flat = 光秃秃一个“不行”，对方听见的是“你不值得我解释”。
why-policy_wall = 搬出规定，等于躲到墙后面。顾客要的是人，规定背后的道理才说得通。
why-set_boundary = 受到辱骂时，平静地划一次线是保护自己也保护谈话；对方没骂人时划线，就成了训人。
why-escalate_to_supervisor = 超出权限时及时上报是负责；还没试着解决就往上推，像是在甩手。
why-blame_customer = 一旦变成谁的错，对方只会拼命证明不是自己。就算顾客真有疏忽，先解决，再温和说明。
why-deflect = 顾客面前只有一个公司。“不归我管”就是让对方自己再去闯一遍。
why-dismiss = 叫人冷静，等于说“你的感受过头了”。被否定的情绪只会更大声。
why-argue_defend = 赢了道理，输了顾客。对方还在气头上时，辩解听起来就是不认账。
why-but_turn = “但是”一出口，前面的理解全被抹掉，只剩后半句。换成“同时”，或者干脆分成两句。
why-sarcasm = 讽刺最容易被记住，也最容易被截图。对方会忘了原来的事，只记得你笑话过人。
why-insult = 一句人身攻击，整场谈话就输了。先停手，喝口水，再打字。
why-threaten = 威胁把谈话变成对抗，对方只剩更大的动作可以选：投诉、曝光。
why-jargon = 内部术语让对方觉得自己是外人，还像在糊弄。说给邻居听得懂，才算讲清楚。
why-command = 命令式让生气的人更想对着干。“麻烦您……可以吗”，同一件事就变成了请求。
why-pitch = 问题没解决就推销，对方会觉得你眼里只有业绩。
why-repeat_request = 说过的事再问一遍，证明没人在听。先翻记录，再把已知的复述出来。
why-minimal = 一两个字像关门声。哪怕只是让对方等，也要说等多久、你去做什么。
why-hurry = 催人长话短说，等于告诉对方：后面的人比你重要。
why-misplaced = 这种话通常有用，可是这位顾客、这个时候没听进去：可能太早、重复了，或者对方要的是别的。

## Why it helped or hurt: circumstances

why-canned = 同样的话说第二遍，对方就知道是复制的。换个说法，加上刚刚听到的新内容。
why-too_early = 对方还没觉得被听见，再好的方案也像在打发。先用一句话说出你听懂了什么。
why-unrecognised = 这句话没有碰到顾客的事，对方只觉得你没在听。每句至少回应一件对方说过的事。
why-foreign = 换了一种对方不说的语言，等于把门关上。用顾客的语言回答。
why-robot = 对面坐着的是一位着急的顾客。跟机器说话的口气，只会让人觉得被当成测试。
why-off_topic = 闲话要等正事有着落再说。现在说，像是在岔开话题。
why-question_ignored = 问题被跳过，对方就会再问一遍，而且更大声。哪怕答案是“我去查”，也要先接住。
why-promise_broken = 改口一次，前面攒的信任差不多归零。要变，就提前说、说原因、给新的时间。
why-promise_late = 说“两分钟”也是承诺。来不及，就在到点之前先回一句。
why-promise_forgotten = 说了“我查一下”，就欠着一个回音，哪怕是“还没查到”。
why-slow_reply = 没有回音，他只会想“又把我忘了”。几分钟回一句就够。
why-style_clash = 有人要干脆，有人要细节；有人先要被理解，有人只认事实。听他怎么说话，就怎么回他。
why-unheeded = 情绪没人接，不会自己消失：着急会变成火，火没人理会就变成心凉。
why-overwhelmed = 一大段话，着急的人读不完。一条消息讲一件事，最要紧的放在第一句。
why-empty = 只有标点或表情，对方读到的是敷衍。写一句话，哪怕很短。
why-stalling = 来回好几句，事情没往前走一步。每句话都该让顾客离结果近一点。
why-warm = 整句话听着是愿意帮忙的，不只是某一个词。顾客先听语气，再听内容。
why-cold = 整句话听着是冷的，哪怕没有一个难听的字。先说一句他的处境，再说你要做什么。
why-solved = 顾客真正想要的有了着落。情绪接住了，事也办了，两样都在，气才真的消。
why-found_out = 这一问让顾客说出了还没说的事。肯问，对方就觉得有人在听，后面的方案也才对路。
why-own_time = 时间过去，情绪自己慢慢往平常的样子走，和你写的话无关。

## Why it matters: what was missing

why-missed_hearing = 方案来得比倾听早。先用一句话说出对方遇到了什么、有多难，再谈怎么办。
why-missed_apology = 顾客是带着委屈来的，从头到尾没等到一句不带条件的道歉，事办成了心里也有疙瘩。
why-missed_feeling = 整场只谈事，没谈人。一句点出感受的话，能省下后面好几轮争执。
why-missed_time = 你答应了，但没说什么时候。给一个保守但确定的时间，胜过十个“尽快”。
why-missed_fact = 顾客有一件要紧的事没说，因为没被问到。问到了，方案会更对路，对方也更信你。
why-missed_check = 最后问一句“这样可以吗，还有别的吗”，顾客才算真的点了头。

## Model sentences where a persona has none of its own

better-greet = 您好，我是客服小林，您的事由我来跟。
better-thank = 谢谢您把经过讲得这么清楚，我这就往下查。
better-address_by_name = 王女士，我看到您的记录了，咱们一件一件来。
better-humor = 我这脑子转得比系统慢，您多担待，我马上核对好。
better-close = 那就按刚才说定的办。有任何变化您直接找我，祝您今天顺利。
better-encourage_to_continue = 您慢慢说，我在听，说完我们再一起想办法。
better-paraphrase = 我复述一遍，您看对不对：您遇到的是……，现在最要紧的是……，是这样吗？
better-open_question = 能跟我说说，这件事现在对您影响最大的是哪方面？
better-closed_question = 我核对一下：是从……开始的，对吗？
better-check_satisfaction = 这样安排您看可以吗？还有没有别的要我一起处理的？
better-name_emotion = 等了这么久还没结果，您现在又急又气，我听出来了。
better-empathize_specific = ……已经够烦了，还要您一遍遍来问、每次从头讲起，这确实很熬人。
better-validate = 换了谁碰上这种事都会生气，您该问，也问得对。
better-common_ground = 我们想的是同一件事：今天把它办妥。
better-apologize = 对不起，这件事是我们没做好，让您白等了这么久。
better-take_responsibility = 这是我们的疏忽。从现在起这件事由我跟到底，您不用再找别人。
better-explain_cause = 原因我查到了：是我们这边……这一步出了差错，才变成现在这样，不是您的问题。
better-give_evidence = 我看到系统记录：您……点联系过我们，当时答复的是……，我截图发给您核对。
better-set_expectation = 接下来分两步：我先核实，大概二十分钟；然后安排处理，最快今天下午。
better-offer_solution = 我现在就为您重新安排，优先处理，办好第一时间告诉您。
better-offer_choices = 有两个办法：今天下午先应急处理，或者明天上午一次彻底办好。您觉得哪个合适？
better-offer_alternative = 这个我确实办不到。我能做的是另外一个办法，您听听看是不是也能解决问题。
better-remedy = 这次耽误了您，我为您申请了相应的补偿，稍后把明细发给您看。
better-prevent_recurrence = 为了不再发生，我已经给这类单子加了提醒，转交时必须有人确认。
better-commit_specific = 今天下午四点前，我本人给您回电话，不管有没有结果都告诉您进展。
better-reassure = 您的单子在我手上，编号我记着，今天下班前一定给您一个说法。
better-follow_up = 明天上午十点我再联系您，确认问题是不是真的解决了。
better-refuse_with_reason = 我明白您为什么这样要求。这一项我没法答应，因为……；我能做的是……，您看这样行吗？
better-set_boundary = 我很想把这件事办好。请允许我们好好说，我马上接着处理。
better-escalate_to_supervisor = 这一步需要主管批准，我现在就去说明情况，您不用重复。三点前我回复您结果。

## Why he reacted as he did

insight-separator = {"、"}
insight-why =
    第 { $turn } 句“{ $quote }”

    { $causes }

    { $outcome }
insight-cause = { $mark } { $name }：{ $changes }
insight-cause-quoted = { $mark }“{ $quote }”{ $name }：{ $changes }
insight-cause-none = 这句话没有打动顾客。
insight-more = 另有 { $count } 处影响较小。
insight-change = { $emotion } { $points }
insight-change-heard = 被听见 { $points }
insight-factors = 　因为：{ $factors }
insight-factor = { $factor }（×{ $percent }%）
insight-factor-phase = 正在“{ $phase }”（×{ $percent }%）
insight-sum = 合计：{ $levels }
insight-steady = 合计：四项都没什么变化
insight-level = { $emotion } { $from }→{ $to }
insight-up = ▲ { $emotion }上了一级：{ $from } → { $to }
insight-down = ▼ { $emotion }下了一级：{ $from } → { $to }
insight-stayed = 没有跨级，还是“{ $state }”
insight-did = 于是顾客：{ $acts }
insight-act = { $act }
insight-accepted = 到这一句，顾客接受了。
insight-ended = 对话就此结束：{ $ending }（{ $rule }）

factor-type_more = 这类顾客更在意
factor-type_less = 这类顾客没那么在意
factor-grade = 按这个难度
factor-repeat_more = 又来一次
factor-repeat_less = 说过了
factor-tainted = 同一句里有伤人的话
factor-canned = 原话又发一遍
factor-boiling = 顾客正在爆发
factor-order = 还没听完就给
factor-clarity = 语气不算强烈
factor-step = 一句话的影响有上限
factor-gain = 诉求推进了一部分
factor-other = 其他

act-react = 回应了你的话
act-shift_up = 情绪往上走
act-shift_down = 口气缓了下来
act-tell = 说了情况
act-refuse = 不肯回答
act-answer = 回答了你
act-take = 接过你的方案
act-done = 知道事情在办了
act-listen = 等你往下说
act-push = 再提一遍诉求
act-probe_time = 追问时间
act-doubt = 不太相信
act-nudge = 催你
act-warn = 最后警告
act-soften = 觉得终于被听见
act-confirm_plan = 复述安排
act-accept = 接受
act-farewell = 告别

rule-she_lost_her_temper = 客服一再出口伤人
rule-promised_the_moon = 收下了一个兑现不了的承诺
rule-sent_away_content = 气消了，事也有了着落
rule-took_it_still_sore = 方案收下了，心里还有疙瘩
rule-took_it_and_has_other_things_to_do = 方案收下了，还有别的事要忙
rule-furious_for_too_long = 暴怒太久，没人接住
rule-gone_cold_for_good = 心彻底凉了
rule-panicked_and_nobody_helped = 慌了很久，没人帮上忙
rule-as_upset_as_can_be = 情绪到了顶
rule-one_offence_too_many = 被伤的次数太多
rule-patience_used_up_in_anger = 耐心用完了，火还没消
rule-patience_used_up = 耐心用完了

## What if

insight-whatif =
    { $change }

    { $course }
insight-without = 假如没说第 { $turn } 句“{ $quote }”
insight-instead =
    假如第 { $turn } 句“{ $quote }”
    换成“{ $text }”
insight-same = 结果完全一样：心情、回答和结局都不变。
insight-almost-same = 几乎一样：从第 { $turn } 句起，心情只差不到 1 分，回答和结局都不变。
insight-parted = 从第 { $turn } 句起不一样了：
insight-reply = · { $name }会说：“{ $reply }”
insight-reply-same = · 顾客的回答一样
insight-finally = 走到最后（共 { $turn } 句）：
insight-versus = · { $levels }
insight-versus-level = { $emotion } { $there }（实际 { $here }）
insight-versus-state = · 状态：{ $there }（实际：{ $here }）
insight-same-state = · 状态一样：{ $state }
insight-versus-ending = · 结局：{ $there }（实际：{ $here }）
insight-same-ending = · 结局一样：{ $ending }
insight-ending = { $ending }
insight-open = 还没结束
insight-unheard = · 顾客已经走了，后面 { $count } 句用不上了
insight-pick =
    要看哪一句？在命令后面写上序号，比如 { $command } 1。
    { $items }
insight-pick-item = { $turn }“{ $quote }”
insight-nothing = 还没有可以回看的话，先和顾客聊几句。

## A line after each message

insight-coach = { $mark } { $name }：{ $took }
insight-coach-shift = { $mark } { $name }：{ $took }，现在是“{ $state }”
insight-coach-none = · { $took }
took-anger_better = 顾客的火气小了些
took-anger_much_better = 顾客的火气消了一大截
took-anger_worse = 顾客更火了
took-anger_much_worse = 顾客的火一下子窜上来了
took-anxiety_better = 顾客安心了些
took-anxiety_much_better = 顾客大大松了口气
took-anxiety_worse = 顾客更着急了
took-anxiety_much_worse = 顾客急得坐不住了
took-disappointment_better = 顾客心里好受了些
took-disappointment_much_better = 顾客的心暖过来不少
took-disappointment_worse = 顾客更失望了
took-disappointment_much_worse = 顾客的心凉了半截
took-trust_better = 顾客多信了你一点
took-trust_much_better = 顾客愿意信你了
took-trust_worse = 顾客更不信你了
took-trust_much_worse = 顾客的信任掉了一大截
took-unmoved = 顾客没什么反应
took-again = 说过的话，这次不太管用
took-early = 顾客还没说够，方案听不进去
took-spoilt = 同一句里的好话也被它抵掉了
took-accepted = 顾客点头了
took-lost = 听不出这句话想做什么，说得直接些试试

## Hints

insight-hint =
    💡 { $reason }。可以试试：{ $technique }

    比如：“{ $example }”

    { $cost }
insight-hint-cost = （提示扣 { $lost } 分，这一场共扣 { $total } 分）
insight-hint-free = （提示已经扣满 { $total } 分，这次不再扣）
insight-hint-none = 能给的提示都给过了，这次不扣分。回头看看前面的提示，或者直接问顾客还需要什么。
need-repair = 刚才那句伤到了顾客，先补回来
need-time = 顾客在等一个准时间
need-heard = 顾客还没觉得被听见
need-found_out = 顾客还有话没说，等你来问
need-solved = 该拿出办法了
need-promised = 还差一个能核对的承诺
need-closed = 可以往收尾走了
