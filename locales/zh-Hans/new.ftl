# `xiaoqi persona new` 问的话和写的注释；`xiaoqi persona show` 说明哪些是补上的。

ask-title = 这件事叫什么？几个字就行，比如：没送到的生日蛋糕
ask-situation = 发生了什么？照学员在系统里能查到的写。
ask-opening = 顾客第一句话怎么说？
ask-type = 他是什么样的人？填数字或英文。
ask-grade = 有多难？填数字或英文。
ask-fact-about = 第 { $number } 件要问才知道的事：是关于什么的？
ask-fact-question = 第 { $number } 件事：学员会怎么问？
ask-fact-tell = 第 { $number } 件事：他怎么答？
title-again = 得有个题目，几个字就行。
no-title = 得有个题目：用 --title 写上
no-choice = 没有“{ $written }”（可以填：{ $valid }）
no-answer = 还没问完，输入就断了；加上 --yes，没写的就用建议的
fact-form = “{ $written }”要分三段，中间用 | 隔开：关于什么 | 怎么问 | 怎么答
written = 写好了：{ $path }。用任何文本编辑器都能改。接下来：

situation = 有位顾客来找你，说的是这件事：{ $title }。
opening = 我要说{ $title }这件事，你们打算怎么处理？
fact-1-about = 什么时候的事
fact-1-question = 请问是什么时候的事？
fact-1-tell = 前天的事，到现在没一个人给我打过电话。
fact-2-about = 订单号
fact-2-question = 麻烦您报一下订单号？
fact-2-tell = 尾号4471，短信里就有。
fact-3-about = 为什么这么急
fact-3-question = 这件事为什么这么着急？
fact-3-tell = 我妈周五出院，在那之前得弄好。

type-emotional = 先讲感受，要先被理解，再谈解决
type-direct = 有话直说，要快、要明白的答复
type-rational = 讲道理，要依据
type-cautious = 怕出错，要一步步说清楚，别催
type-supportive = 好说话，但话少，要你去问
type-dominant = 要自己拿主意，要选择、要时间
type-analytical = 要弄清到底是怎么回事
type-price_sensitive = 一分一厘都算，要看得到好处
type-misunderstanding = 理解错了，又要面子
type-hard_to_please = 怎么答都能挑出毛病
type-contradictory = 两头都想要，说变就变
type-competitive = 爱比爱争，要赢
type-vip = 要被记得，要排在前头
type-unreasonable = 要的没人给得了
type-unruly = 一开口就冲

grade-basic = 来问问，稍有不快
grade-intermediate = 对服务不满意
grade-advanced = 火气很大，或者要求过分

from-grade = 按难度
from-types-and-grade = 按类型和难度
from-type = 按占比最大的类型
from-script = 按开场白的文字
from-words = 取自这种语言的 persona.ftl
from-title = 取自题目
from-issue = 就是这件事
from-case = 对整件事

c-head =
    一位顾客。井号开头的行是写给您看的，程序不读。
    每改一次，查一遍：xiaoqi check
    这里还能写什么：docs/personas.zh-Hans.md
c-grade = basic（初级）、intermediate（中级）或 advanced（高级）。多有耐心、开场多大火气，都跟着它走。
c-types = 他是什么样的人，按百分比：{ "{" } emotional = 60, direct = 40 { "}" } 就是两种混着，加起来要等于 100。
c-opening = 第一句话。\n 另起一条消息；写成 ["一种", "另一种"] 就会换着说。
c-situation = 开始之前告诉学员的话。
c-fact =
    他知道的事。ask：问句里出现这些词就算问到（* 代表中间随便什么字），多写几个更好认。
    examples：学员会怎么打这句话，整句写。tell：他的回答；写成 ["一种", "另一种"] 就会换着说。
    想设个坎：hidden = true（不问不说），trust = 45（信任到这个数才说）。
c-more =
    想把诉求和方案算清楚，就写下面这些（不写的话，说得通的帮助都算数）：

    { "[[demand]]" }
    id = "what_he_wants"
    weight = 100
    name = "他要什么，几个字"

    { "[[offer]]" }
    id = "what_helps"
    authority = "free"      # free：可以答应；ask：要主管同意；beyond：不能答应
    kind = "solution"       # solution 解决，remedy 补偿，alternative 替代
    meets = { "{" } what_he_wants = 80 { "}" }
    name = "什么办法，几个字"
    cues = ["听到哪些词算提了这个办法"]
