# `xiaoqi persona new` 問的話和寫的註解；`xiaoqi persona show` 說明哪些是補上的。

ask-title = 這件事叫什麼？幾個字就好，例如：沒送到的生日蛋糕
ask-situation = 發生了什麼事？照學員在系統裡查得到的寫。
ask-opening = 顧客第一句話怎麼說？
ask-type = 他是什麼樣的人？填數字或英文。
ask-grade = 有多難？填數字或英文。
ask-fact-about = 第 { $number } 件要問才知道的事：是關於什麼的？
ask-fact-question = 第 { $number } 件事：學員會怎麼問？
ask-fact-tell = 第 { $number } 件事：他怎麼答？
title-again = 要有個標題，幾個字就好。
no-title = 得有個標題：用 --title 寫上
no-choice = 沒有「{ $written }」（可以填：{ $valid }）
no-answer = 還沒問完，輸入就斷了；加上 --yes，沒寫的就用建議的
fact-form = 「{ $written }」要分三段，中間用 | 隔開：關於什麼 | 怎麼問 | 怎麼答
written = 寫好了：{ $path }。用任何文字編輯器都能改。接下來：

situation = 有位顧客來找你，說的是這件事：{ $title }。
opening = 我要說{ $title }這件事，你們打算怎麼處理？
fact-1-about = 什麼時候的事
fact-1-question = 請問是什麼時候的事？
fact-1-tell = 前天的事，到現在沒半個人打電話給我。
fact-2-about = 訂單編號
fact-2-question = 麻煩您給我訂單編號？
fact-2-tell = 末四碼4471，簡訊裡就有。
fact-3-about = 為什麼這麼急
fact-3-question = 這件事為什麼這麼急？
fact-3-tell = 我媽週五出院，在那之前得弄好。

type-emotional = 先講感受，要先被理解，再談解決
type-direct = 有話直說，要快、要明白的答覆
type-rational = 講道理，要依據
type-cautious = 怕出錯，要一步步說清楚，別催
type-supportive = 好說話，但話少，要你去問
type-dominant = 要自己拿主意，要選擇、要時間
type-analytical = 要弄清楚到底怎麼回事
type-price_sensitive = 一塊錢都算，要看得到好處
type-misunderstanding = 理解錯了，又要面子
type-hard_to_please = 怎麼答都能挑出毛病
type-contradictory = 兩邊都想要，說變就變
type-competitive = 愛比愛爭，要贏
type-vip = 要被記得，要排在前面
type-unreasonable = 要的沒人給得了
type-unruly = 一開口就很衝

grade-basic = 來問問，有點不高興
grade-intermediate = 對服務不滿意
grade-advanced = 火氣很大，或者要求過分

from-grade = 按難度
from-types-and-grade = 按類型和難度
from-type = 按占比最大的類型
from-script = 按開場白的文字
from-words = 取自這種語言的 persona.ftl
from-title = 取自標題
from-issue = 就是這件事
from-case = 對整件事

c-head =
    一位顧客。井字號開頭的行是寫給您看的，程式不讀。
    每改一次，查一遍：xiaoqi check
    這裡還能寫什麼：docs/personas.zh-Hans.md
c-grade = basic（初級）、intermediate（中級）或 advanced（高級）。多有耐心、開場多大火氣，都跟著它走。
c-types = 他是什麼樣的人，按百分比：{ "{" } emotional = 60, direct = 40 { "}" } 就是兩種混著，加起來要等於 100。
c-opening = 第一句話。\n 另起一則訊息；寫成 ["一種", "另一種"] 就會換著說。
c-situation = 開始之前告訴學員的話。
c-fact =
    他知道的事。ask：問句裡出現這些詞就算問到（* 代表中間隨便什麼字），多寫幾個更好認。
    examples：學員會怎麼打這句話，整句寫。tell：他的回答；寫成 ["一種", "另一種"] 就會換著說。
    想設個關卡：hidden = true（不問不說），trust = 45（信任到這個數才說）。
c-more =
    想把訴求和方案算清楚，就寫下面這些（不寫的話，說得通的幫助都算數）：

    { "[[demand]]" }
    id = "what_he_wants"
    weight = 100
    name = "他要什麼，幾個字"

    { "[[offer]]" }
    id = "what_helps"
    authority = "free"      # free：可以答應；ask：要主管同意；beyond：不能答應
    kind = "solution"       # solution 解決，remedy 補償，alternative 替代
    meets = { "{" } what_he_wants = 80 { "}" }
    name = "什麼辦法，幾個字"
    cues = ["聽到哪些詞算提了這個辦法"]
