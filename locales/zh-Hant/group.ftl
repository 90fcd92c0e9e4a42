# 群組裡說的話。

command-contest = 和群組裡的同事比一場

group-help =
    我在群組裡能做的：
    /contest 辦一場比賽，或看正在進行的比賽
    /relay 大家接力安撫一位顧客，輪流一人一句；/end 結束
    /case 同一句開場，各答一句，一起投票
    /duet 兩人對練客服和顧客，其他人在旁邊看、投票
    /language 我在群組裡說哪種語言
    一個人練習在私訊裡：點我的頭像，傳送 /start。
group-choose-language = 我在這個群組裡說哪種語言？
group-language-set = 好，以後我在群組裡說繁體中文。
group-not-admin = 只有群組管理員能這麼做。
group-not-member = 只有群組成員能這麼做。
group-cannot-ask = 剛才沒辦法向 Telegram 確認你的身分，請過一分鐘再試。如果一直這樣，請把我設為群組管理員：只有這樣我才一定查得到成員。
group-anonymous = 你現在用群組的名義發言，我認不出是誰。請先關掉匿名，再傳送一次。
group-somebody-elses = 這個按鈕是別人的。

## 一起練

command-relay = 在群組裡：接力安撫一位顧客
command-case = 在群組裡：同一句開場，各答一句，投票
command-duet = 在群組裡：兩人對練，其他人投票

play-only-in-groups = 這個要在群組裡玩。把我加進團隊的群組，再在那裡傳一次。
play-already-on = 這裡正在進行一局，先玩完吧。發起的人或群組管理員可以用 /end 結束。
play-no-game = 這裡目前沒有進行中的局。傳 /relay 開一局。
play-over = 這一局已經結束了。
play-no-customers = 沒有會說這個群組語言的顧客。
play-relay-choose = 🏃 接力：大家一起安撫一位顧客，輪流一人一句。顧客要多難？
play-chosen = 顧客已經選好了。
play-relay-gather =
    🏃 接力：{ $title }
    { $you }
    { $happened }

    { $players }

    點「加入」，人到齊後由一位點「開始」。輪到你的時候，回覆我的訊息，寫下你要對{ $name }說的話。大家總共有 { $most } 句。
play-no-players = 還沒有人加入。
play-players = 已加入：{ $names }
play-name = { $name }
play-already-in = 你已經加入了。
play-full-house = 已經有 { $most } 個人，額滿了。這局先看，下一局換你。
play-joined = 你加入了！
play-begun = 已經開始了。
play-join-first = 請先點「加入」。
play-next-turn =
    ➡ 輪到 { $player } 了，請回覆這則訊息。
    { $name }現在「{ $state }」，還剩 { $left } 句
play-relay-board =
    🏃 接力：{ $title }
    { $name }：{ $state }
    { $levels }

    順序：{ $players }
    還剩 { $left } 句
play-patience = 給對方一點時間，{ $seconds } 秒後就可以跳過。
play-not-your-turn = 現在輪到 { $player }，很快就輪到你。
play-not-playing = 現在輪到 { $player }。也想玩嗎？點「加入」，排在後面。
play-relay-over = 🏃 接力：{ $title }，結束了，回顧在下面。
play-changed = 這位顧客的檔案剛剛被改過，這局接不下去了。傳 /relay 重開一局。
play-stopped = 這局結束了。想再玩就傳 /relay。
play-quiet = 半小時沒有人說話，這局先收起來了。
play-ended =
    { $name }：{ $ending }
    { $meaning }
    大家一起拿到 { $score } 分（滿分 100）
play-too-little = 只說了一句，沒什麼好回顧的。下次多談幾句。
play-well =
    👍 大家做得好的地方
    { $items }
play-nothing-well = 👍 這次沒有哪一句明顯幫上忙。下一局先用一句話說出顧客的處境，看看會有什麼變化。
play-strength =
    「{ $quote }」
    { $name }：{ $why }
play-better =
    🔧 可以換個做法的地方
    { $items }
play-nothing-better = 🔧 沒有哪一句傷到顧客。下次挑一位更難的。
play-change =
    「{ $quote }」（{ $name }）
    改成：「{ $better }」
play-change-bare = 「{ $quote }」（{ $name }）
play-gap =
    一直沒做：{ $name }
    例如：「{ $better }」
play-gap-bare = 一直沒做：{ $name }
play-questions =
    💬 花五分鐘聊聊：
    1. 哪一句扭轉了局面？為什麼是那一句？
    2. 換成你，哪一句會寫得不一樣？怎麼寫？
    3. 哪一句值得團隊留下來用？

play-case-open =
    📮 今日案例：{ $title }
    { $you }
    { $happened }

    { $name }：
    { $opening }

    你會怎麼說？每人一句，私下寫，免得互相抄。已有 { $answers } 人回答
play-case-voting =
    📮 今日案例：{ $title }
    { $opening }

    回答都在下面，已有 { $votes } 人投票
play-case-few = 至少要有 { $fewest } 個回答。
play-case-answer =
    { $letter }：「{ $text }」
    { $way }{ $name }（「{ $state }」）：{ $reply }
play-calms = 🟢 有消氣。
play-neutral = 🟡 沒什麼變化。
play-escalates = 🔴 火上加油。
play-case-vote = 🗳 換成你，會選哪一句？每人一票，不能投自己的，可以改。發起的人隨時能看結果，不然一天後會自動公布。
play-own-answer = 這是你自己的，投別的吧。
play-voted = 你投給了 { $letter }。
play-case-votes = { $letter } { $count } 票
play-case-winner =
    🏅 票數最多：{ $letter }
    「{ $text }」
    全部票數：{ $list }
    聊一聊：它給了顧客什麼別的回答沒給的？
play-case-tie =
    🗳 難分高下。票數：{ $list }
    聊一聊：每一句裡面，你會帶走什麼？
play-case-over = 📮 今日案例：{ $title }，投票結束了。
play-ask-answer =
    📮 { $title }
    { $opening }

    你會怎麼說？把你的一句寫在這裡，500 字以內。群組裡看得到回答，看不到名字。（不答了就傳 /menu）
play-ask-again =
    📮 { $title }
    { $opening }

    你已經答過：「{ $before }」
    再寫一句就會換掉它。不改就傳 /menu
play-answer-taken = ✓ 收到。公布回答時群組裡看得到它，看不到你的名字。想改就在群組裡再點一次「去回答」。
play-case-closed = 這個案例不再收回答了。
play-case-full = 已經收到 { $most } 個回答，額滿了。你還是可以在群組裡投票。
play-answer-stranger = 這個案例只給那個群組的成員。如果你是，過一分鐘再試。

button-play-grade = { $grade }
button-play-join = ✋ 加入
button-play-begin = ▶ 開始
button-play-skip = 跳過 { $player }
button-play-stop = ⏹ 結束
button-play-answer = ✍ 去回答
button-play-reveal = 公布回答
button-play-result = 公布結果
button-play-vote = 🗳 投 { $letter }

## 雙人對練

duet-choose = 🎭 雙人對練：一人當客服，一人當顧客，其他人在旁邊看、最後投票，然後兩人交換。顧客要多難？
duet-places =
    🎭 雙人對練：{ $title }
    { $happened }

    🎧 客服：{ $agent }
    🎭 顧客{ $name }：{ $customer }

    點一下入座，再點一下離開。當顧客的人會在私訊裡收到一張祕密卡。還沒跟我私訊過嗎？先點「打開私訊」。
duet-free = 還空著
duet-kept-for = 留給 { $player }
duet-name = { $name }
duet-word = { $term }
duet-seated-agent = 你當客服。
duet-seated-customer = 你當顧客。開始的時候，祕密卡會傳到私訊。
duet-stood-up = 你離開座位了。
duet-taken = 這是 { $player } 的位子。
duet-start-first = 我還不能傳私訊給你，而祕密卡只能給你一個人看。先點「打開私訊」，在那裡按「開始」，再回來點一次「顧客」。
duet-ready = ✓ 現在我可以傳訊息給你了。回群組點「顧客」，對練一開始，祕密卡就會傳到這裡。
duet-two-needed = 客服和顧客都要有人當。
duet-only-players = 只有對練的兩位和發起的人可以按。
duet-only-customer = 這要由 { $player } 決定。
duet-criteria =
    👀 在旁邊看的人請留意：{ $title }
    { $items }
    先別出聲幫忙，結束後逐項投票。
duet-item = { $number }. { $text }
duet-criterion-listen = 先聽、先問，再提方案。
duet-criterion-feeling = 說出顧客當下的感受，而且說的是這件事，不是場面話。
duet-criterion-own = 道歉道得乾脆，沒有「如果」和「但是」。
duet-criterion-ask = 問出顧客還沒說的事。
duet-criterion-refuse = 拒絕時說明理由，也給了別的辦法。
duet-criterion-civil = 不爭辯、不怪顧客，從頭到尾都客氣。
duet-criterion-solve = 提出的辦法真的符合顧客想要的。
duet-criterion-promise = 承諾可以查核：誰、做什麼、什麼時候。
duet-criterion-check = 問過顧客這樣可不可以。
duet-board =
    🎭 雙人對練：{ $title }
    🎧 客服：{ $agent }
    🎭 { $name }：{ $customer }

    { $opening }

    客服還剩 { $left } 句
duet-briefing =
    🎧 { $player }，這是客服知道的。
    { $you }
    { $happened }

    可以答應的：
    { $may }

    不能答應的：
    { $may_not }
duet-agent-first =
    ➡ { $player }，你是客服。請回覆這則訊息，寫下你要對{ $name }說的話。
    🔐 { $customer }，祕密卡在我們的私訊裡，趁現在看一遍。
duet-agent-turn = ➡ 輪到 { $player } 了，請回覆這則訊息，還剩 { $left } 句
duet-mood =
    🤖 換成我演的{ $name }，現在會是「{ $state }」。
    { $lines }
duet-would-end = 🤖 換成我演的{ $name }，到這裡已經結束了：{ $ending }。
duet-customer-turn =
    { $mood }

    ➡ { $player }，輪到你演{ $name }：回覆這則訊息，或是在下面結束。
duet-customer-last =
    { $mood }

    ➡ { $player }，客服的話說完了。{ $name }最後怎麼樣？
duet-not-your-turn = 現在輪到 { $player }。對方沒有回覆我、但已經答了？那就點「答過了」。
duet-watching = 這局由 { $agent } 和 { $customer } 對練，你先看，最後請你投票。
duet-decide = { $player }，最後怎麼樣？請點上面兩個按鈕的其中一個。
duet-too-early = 先讓 { $player } 說一句。
duet-round-over = 🎭 雙人對練：{ $title }，這一輪結束了，投票和回顧在下面。
duet-vote =
    🗳 { $player } 演的{ $name }：{ $ending }。
    在旁邊看的你來說：客服做到了嗎？✅ 有，❌ 沒有，可以改。
    { $items }

    { $votes ->
        [0] 還沒有人投票。
       *[other] 已有 { $votes } 人投票。
    }五分鐘後公布，也可以按按鈕提早看。
duet-vote-over =
    🗳 { $votes ->
        [0] 投票結束，沒有人投。
       *[other] 投票結束，{ $votes } 人投了票。
    }
duet-marked-met = ✅ 第 { $number } 項：有做到
duet-marked-missed = ❌ 第 { $number } 項：沒做到
duet-players-watch = 這局是你演的，由旁邊看的人投票。
duet-ended-calmed = 消氣了，願意接受
duet-ended-walked = 掉頭就走
duet-ended-open = 沒有結果
duet-result =
    📋 { $title }：大家看到的 👥，我聽到的 🤖
    { $items }
duet-result-item =
    { $number }. { $text }
    　👥 { $votes } 人投，{ $met } 人說有做到 · 🤖 { $heard }
duet-result-bare =
    { $number }. { $text }
    　👥 沒有人投 · 🤖 { $heard }
duet-heard = 有做到
duet-unheard = 沒做到
duet-endings =
    🎭 { $player } 演的{ $name }：{ $ending }
    🤖 我演的{ $name }：{ $own }
    { $levels }
    兩邊不一樣？問問 { $player }，差別出在哪一句。
duet-own-ended = { $ending }
duet-own-open = 還是「{ $state }」
duet-well =
    👍 幫上忙的話
    { $items }
duet-better =
    🔧 可以換個做法的地方
    { $items }
duet-questions =
    💬 花五分鐘聊聊：
    1. { $agent } 哪裡做得好？
    2. 哪裡可以更好？改哪一句？
    3. 整個團隊可以帶走什麼？
duet-swap-offer = 🔁 換過來：{ $agent } 當客服，{ $customer } 當顧客，換一位一樣難的。
duet-done = 🎭 雙人對練結束，什麼都沒有留下。想再玩就傳 /duet。
duet-stopped = 🎭 雙人對練結束了。想再玩就傳 /duet。
duet-changed = 🎭 這位顧客的檔案剛剛被改過，接不下去了。傳 /duet 重新開始。
duet-card =
    🔐 只給你看。你是{ $name }。
    { $title }：{ $summary }
    顧客類型：{ $types }

    一開始你「{ $state }」：
    { $levels }

    你的開場：
    { $opening }

    你想要的，最要緊的排前面：
    { $demands }
duet-card-foreign = 案例用的是群組的語言，這樣名字、地點和金額才跟大家看到的一樣。
duet-card-facts =
    📂 被問到就說：
    { $items }
duet-card-fact = · { $about }：「{ $tell }」
duet-card-secrets =
    🤫 問得好、又讓你信得過，才說：
    { $items }
duet-card-secret =
    · { $about }：「{ $tell }」
    　好問題像這樣：「{ $question }」
duet-card-play =
    🎬 怎麼演
    讓你消氣的：{ $calms }
    惹火你的：{ $irks }

    用自己的話說，在群組裡回覆我的訊息來回答。別太好說話，也別怎麼說都不行：換作是你會鬆口的時候，就鬆口。怎麼結束由你決定，在群組裡按按鈕。
duet-card-sent = 祕密卡又傳了一次，在我們的私訊裡。
duet-card-not-yours = 這張卡只給演顧客的人看。

button-duet-agent = 🎧 客服
button-duet-customer = 🎭 顧客
button-duet-start = 🔑 打開私訊
button-duet-card = 🔐 我的祕密卡
button-duet-answered = 💬 答過了
button-duet-calmed = 😌 我接受
button-duet-walked = 🚪 我不談了
button-duet-met = ✅ { $number }
button-duet-missed = ❌ { $number }
button-duet-swap = 🔁 交換角色

## 比賽：表單

contest-when = { $date } { $time }（{ $zone }）
contest-minutes = { $count } 分鐘
contest-hours = { $count } 小時
contest-days = { $count } 天
contest-form =
    🏁 新比賽：{ $name }

    點一項就能改，改好再點「開賽」。想換名稱，就回覆這則訊息寫上新名稱。
contest-named = { $name }
contest-named-after = { $group }
contest-field-pick = 顧客：{ $value }
contest-pick-mixed = 由易到難
contest-pick-grade = { $grade }
contest-pick-these = 選了 { $count } 位
contest-field-rounds = { $count } 回合
contest-field-minutes = 每回合：{ $value }
contest-no-limit = 不限時
contest-field-opens = 開始：{ $value }
contest-opens-now = 現在
contest-opens-soon = 10 分鐘後
contest-opens-tomorrow = 明天 9:00
contest-field-lasts = 為期：{ $value }
contest-lasts-hour = 1 小時
contest-lasts-day = 1 天
contest-lasts-week = 1 週
contest-field-attempts = 每回合機會：{ $count } 次
contest-field-hints = 提示：{ $value }
contest-yes = 可用
contest-no = 不可用
contest-field-names = 榜上顯示：{ $value }
contest-names-shown = 姓名
contest-names-nick = 暱稱
contest-button-choose = 自己選
contest-button-create = ✅ 開賽
contest-button-drop = ✖ 算了
contest-button-back = ‹ 返回
contest-field-sides = 排名：{ $value }
contest-sides-singles = 個人
contest-sides-teams = 分隊（滿 { $least } 人）
contest-opens-kept = 照公告
contest-form-change =
    ✏ 修改比賽：{ $name }

    點一項就能改，改好再點「生效」。在那之前一切照公告。生效後我會重新擲骰子、發新公告，並通知每位已報名的人。
contest-button-change = ✏ 修改（群組管理員）
contest-button-put-in-force = ✅ 生效
contest-change-dropped = 什麼都沒有改。
contest-change-taken = 另一位管理員正在修改這場比賽。請先商量好，或十分鐘後再試。
contest-change-too-late = 比賽已經開始，不能再改：規則對每個人都一樣。要停只能在「管理」裡取消。
contest-change-over = 這場比賽已經結束或取消。傳送 /contest 看看現在有什麼。
contest-nothing-changed = 現在就是這樣。先改一項再點「生效」，或點「算了」。
contest-changed = 「{ $name }」改好了，新公告在下面。
contest-form-list =
    要見哪些顧客？點一下選上，再點一下取消，最多五位。一位顧客一回合，照你點的順序。
    已選：{ $count } 位
contest-dropped = 表單已關閉。傳送 /contest 重新開始。
contest-created = 「{ $name }」建好了，公告在下面。
contest-rounds-by-choice = 一位顧客一回合，想改回合數就多選或少選幾位。
contest-lead-unknown = { $name }，請點一下這個按鈕，這樣我才能在私訊裡把成績傳給你。
contest-one-at-a-time = 這個群組已經有一場比賽在進行，請先等它結束，或取消它。
contest-no-customers = 這裡沒有這樣的顧客，請換一種選法。

## 比賽：群組裡

contest-announced =
    🏁 { $name }

    { $rounds }

    { $rules }

    開始：{ $opens }
    截止：{ $closes }

    每個人遇到的顧客和骰子都一樣，各自在私訊裡進行，截止前什麼時候打都可以。回顧在比賽結束後給。
contest-replaced =
    🏁 { $name }

    這份公告已經作廢：比賽在開始之前改過了。請以下面有新封條的那份為準。已經報名的人不必重新報名。
contest-announced-again =
    ✏ 這份公告取代之前那份，改了這些：
    { $changes }

    { $announced }
contest-changed-name = · 比賽改名為「{ $name }」
contest-changed-opens = · 開始：{ $when }
contest-changed-closes = · 截止：{ $when }
contest-changed-customers = · 換了顧客
contest-changed-versions = · 顧客不變，換成最新版本
contest-round-line = 第 { $round } 回合：{ $title }
contest-rule-rounds = · 共 { $rounds } 回合，每回合 { $minutes } 分鐘
contest-rule-rounds-free = · 共 { $rounds } 回合，不限時
contest-rule-singles = · 個人賽，不分隊
contest-rule-teams = · 分隊比賽：比隊員得分的平均；滿 { $least } 人打過的隊才有名次
contest-rule-attempts =
    { $attempts ->
        [1] · 每回合只有一次機會
       *[other] · 每回合 { $attempts } 次機會，取最好的一次
    }
contest-rule-hints = · 可以用 /hint（會扣分）
contest-rule-no-hints = · 沒有提示，不能重來
contest-rule-names = · 榜上顯示你的名字
contest-rule-nicknames = · 榜上顯示你取的暱稱
contest-commitment =
    骰子已經擲好封存，封條是
    { $commitment }
    結束時我會拆開給大家看，誰都能核對中途沒有動過手腳。這個檔案給 xiaoqi verify 用。
contest-commitment-again =
    骰子重新擲好封存，之前的封條作廢。新封條是
    { $commitment }
    結束時我會拆開給大家看，誰都能核對中途沒有動過手腳。這個檔案給 xiaoqi verify 用。
contest-button-take-part = ▶ 參賽
contest-button-manage = ⚙ 管理（群組管理員）
contest-status =
    🏁 { $name } { $time }
    { $count ->
        [0] 還沒有人報名。
       *[other] 已有 { $count } 人報名。
    }
    { $settled }
contest-still-changeable = 開始之前，管理員還可以修改。
contest-not-changeable = 比賽已經開始，不能再改：規則對每個人都一樣。管理員只能取消它。
contest-opens-in = { $span }後開始。
contest-closes-in = 還有 { $span }截止。
contest-past =
    這個群組辦過的比賽：
    { $items }
contest-past-line = · { $date } { $name }：{ $count } 人參賽
contest-opened = 🏁 { $name } 開始了！你們有 { $left }。
contest-half-time =
    ⏱ { $name }：時間過半，還剩 { $left }。{ $count ->
        [0] 還沒有人打過。
       *[other] 已有 { $count } 人打過。
    }
contest-last-call =
    ⏰ { $name } 還有 { $left }截止。{ $count ->
        [0] 還沒有人打過，頒獎台空著呢。
       *[other] 已有 { $count } 人打過。
    }
contest-board =
    📊 { $name }

    { $rows }

    { $playing ->
        [0] 還沒有人報名
       *[other] { $playing } 人報名
    } · { $closes }截止
contest-board-over =
    📊 { $name }：最終成績

    { $rows }
contest-board-cancelled = 📊 { $name } 已取消。
contest-nobody-yet = 還沒有人打過。
contest-rank = { $place }. { $name } · { $score } 分
contest-rank-part = { $place }. { $name } · { $score } 分（打了 { $done }/{ $rounds } 回合）
contest-rank-team = { $place }. { $name } · 平均 { $mean } 分（{ $count } 人打過）
contest-rank-few = – { $name } · 平均 { $mean } 分（{ $count }/{ $least } 人打過，暫無名次）
contest-rank-none = – { $name }（0/{ $least } 人打過，暫無名次）
contest-more-teams = ……還有 { $count } 隊
contest-no-team-yet = 還沒有人選隊。
contest-best-singles = 🎖 個人最佳：{ $items }
contest-best = { $name } { $score } 分
contest-more-ranks = ……還有 { $count } 人
contest-cancelled-group = { $name } 已被管理員取消。你打過的對話還在你的私訊裡。
contest-bot-removed = 我被移出了「{ $group }」，你在那裡辦的「{ $name }」還在進行。大家仍然可以打，你也可以在這裡用 /contest 看成績，但在你把我請回去之前，群組收不到任何訊息。

## 比賽：結束

result-over =
    🏆 { $name } 結束！

    { $podium }

    共 { $count } 人參賽，謝謝大家！每個人的回顧都在自己的私訊裡。
result-over-empty = { $name } 結束了，這次沒有人參賽。
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
    } { $name } · 平均 { $mean } 分（{ $count } 人打過）
result-no-team-ranked = 沒有哪一隊有名次：每隊至少要有 { $least } 人打過。
result-findings =
    這次大家的表現：

    { $lines }
result-well = 👍 多數人做到了：{ $items }
result-missed = 🔍 多數人漏掉了：{ $items }
result-hurt = 🔥 傷了顧客的：{ $items }
result-share = { $item }（{ $did }/{ $of }）
result-practise = 🎯 值得再練一次：「{ $customer }」
result-tokens = 全部 { $count } 次對話的驗證碼，趕在拆封之前公布，誰也沒辦法事後編一份。每個人手上都有自己的那一個。
result-revealed =
    拆封了，密鑰是
    { $secret }
    檔案裡也有：xiaoqi verify run.json --contest contest.json 可以核對任何一份成績。
result-best-lines =
    💬 值得記住的話，由說的人自己公開：

    { $items }
result-best-line = 「{ $line }」——{ $name }
result-your-place =
    🏆 { $name } 結束了。你得了 { $score } 分，{ $of } 人裡排第 { $place }。

    你的回顧，還有全場的得分分布：
result-your-team-place =
    🏆 { $name } 結束了。{ $team }你個人得了 { $score } 分，{ $of } 人裡排第 { $place }。

    你的回顧，還有全場的得分分布：
result-team-place = 「{ $team }」平均 { $mean } 分，{ $of } 隊裡排第 { $place }。
result-team-few = 「{ $team }」沒有名次：至少要 { $least } 人打過，實際 { $count } 人。
result-your-end = { $name } 結束了。你的成績已被移除，但回顧還是你的：
result-ask-line =
    你的這句話幫助最大：

    「{ $line }」

    可以用你在榜上的名字給群組看嗎？
result-button-line-yes = 可以
result-button-line-no = 不了
result-line-shown = 謝謝！我會傳到群組裡。
result-line-kept = 好，只留給你自己。
result-lead-over =
    { $name } 結束了，{ $count ->
        [0] 沒有人參賽。
       *[other] 共 { $count } 人參賽。
    }名次已經傳到群組，下面是給你的成績。只有本人願意交出來的，裡面才有原話。
result-alike =
    👀 下面這些對話用詞很像。不一定是抄的，先問問再下結論。誰的原話我都不顯示。
    { $items }
result-alike-pair = · { $one } 和 { $other }，第 { $round } 回合：{ $percent }% 相同
result-nobody-alike = 沒有哪兩份對話用詞相同。
result-table-title = { $name }：成績
result-table-caption = { $name } 的成績：一份網頁，一份試算表。
result-team-table-title = { $name }：各隊成績
result-team-table-caption = { $name } 的各隊成績：一份網頁，一份試算表。數字都是打過的隊員的平均。
result-head-team = 隊伍
result-head-mean = 平均分
result-head-played = 打過的人數
result-head-members = 隊員數
result-head-place = 名次
result-head-name = 名字
result-head-points = 得分
result-head-offences = 傷人話術
result-head-messages = 訊息數
result-head-seconds = 用時（秒）
result-head-round = 第 { $round } 回合
result-head-token = 驗證碼 { $round }
result-button-results = 📄 成績

## 比賽：私訊

entry-no-such = 這個連結沒有對應的比賽。請回群組再點一次「參賽」。
entry-stranger = 這場比賽只開放給群組成員。請先加入那個群組，再在群組裡點「參賽」。
entry-not-admin = 只有群組管理員能這麼做。
entry-none-of-yours = 你現在沒有參加比賽。群組有比賽時，點那裡的「參賽」。
entry-yours = 看哪一場？
entry-welcome =
    🏁 { $name }
    「{ $group }」的比賽

    { $rounds }

    { $rules }

    · 比的是回顧得分，每回合 0 到 100 分
    · 中途可以離開再回來，但這一回合的時鐘不停
    · 管理員看得到你的分數，看不到你的原話
    · 顧客都是虛構的，有的會大聲、會罵人，都不是針對你

    { $time }
entry-opens = { $when }開始。
entry-open-until = { $when }截止，還剩 { $span }。
entry-is-over = 比賽已經結束。
entry-is-cancelled = 比賽已取消。
entry-button-join = 我參加
entry-ask-nickname = 榜上顯示什麼暱稱？直接寫給我。
entry-nickname-taken = 這個暱稱已經有人用了，換一個吧。
entry-joined = 🍀 你以「{ $you }」的名義參加 { $name }。祝你好運！
entry-choose-team =
    👥 { $name }，你替哪一隊出賽？

    隊名整個群組都看得到。第一回合開始之前可以換隊，之後就不能換了。滿 { $least } 人打過的隊才有名次。
entry-button-team = { $name } · { $count } 人
entry-button-team-mine = ✓ { $name } · { $count } 人
entry-button-new-team = ➕ 新組一隊
entry-button-choose-team = 👥 選隊
entry-button-change-team = 👥 換隊（現在是{ $team }）
entry-ask-team = 隊名叫什麼？直接寫給我，最多 { $most } 個字，整個群組都看得到。（不組了就傳送 /cancel）
entry-teamed =
    { $count ->
        [1] 👥 你加入了「{ $team }」，是隊裡第一個人。隊友報名時就選得到它。
       *[other] 👥 你加入了「{ $team }」，現在隊裡有 { $count } 人。
    }
entry-team-taken = 已經有一隊叫「{ $team }」，兩個名字太像了。加入它，或換個名字寫給我。
entry-button-that-team = 加入「{ $team }」
entry-team-empty = 隊名裡至少要有一個字、字母或數字。換一個寫給我吧。
entry-team-long = 這個名字榜上放不下。請寫一個不超過 { $most } 個字的。
entry-teams-full = 已經有 { $most } 隊，不能再組了。請從裡面選一隊。
entry-team-fixed = 你已經替「{ $team }」打過第一回合，不能再換隊：到這時候每個人的隊都定下了。
entry-team-first = 打第一回合之前，先選一隊：
entry-your-team = 隊伍：{ $team }
entry-no-team = 隊伍：還沒選。打第一回合之前請先選隊。
entry-changed =
    ✏ { $name } 在開始之前改過了。你不必重新報名，還是以「{ $you }」參加。現在的規則：
    { $lines }
entry-button-see = 看比賽
entry-your-state =
    🏁 { $name } · 你是「{ $you }」

    { $lines }

    { $time }
entry-round-played = 第 { $round } 回合：{ $title } · { $score } 分
entry-button-round = ▶ 第 { $round } 回合
entry-button-again = ↻ 再打第 { $round } 回合（還有 { $left } 次）
entry-button-practise = 先練一次（不計分）
entry-before-round = 🎬 這是第 { $round } 回合。點「開始」起你有 { $minutes } 分鐘，不管發生什麼，這次機會都算用掉。
entry-before-round-free = 🎬 這是第 { $round } 回合。點「開始」起，不管發生什麼，這次機會都算用掉。
entry-button-begin = 開始第 { $round } 回合
entry-none-left = 第 { $round } 回合的機會已經用完。
entry-customer-changed = { $name } 公布之後，這位顧客被改過，這一回合沒辦法照約定進行。沒有計入任何成績，請告訴比賽主辦人。
entry-begun = 🔔 第 { $round } 回合（共 { $rounds } 回合）開始。{ $customer }正在寫訊息給你。說完了傳送 /end。
entry-clock = ⏳ 第 { $round } 回合：還剩 { $span }
entry-clock-over = ⌛ 第 { $round } 回合結束。
entry-last-minute = ⏰ 還有一分鐘！
entry-time-up = ⌛ 時間到，之前寫的都算數。
entry-write-first = 你還沒寫過一句話。至少寫一句，再傳送 /end。
entry-no-cancel = 比賽的對話不能作廢。傳送 /end 結束，已經寫的照樣計分。
entry-no-pause = 比賽沒有暫停，時鐘不停。不過你可以離開再回來。
entry-held = 🔒 要等比賽結束，到時給你完整的回顧。
entry-run-over =
    第 { $round } 回合結束：{ $ending }，{ $score } 分。

    🧾 你的收據：
    { $token }
    請留好：憑它誰都能核對這次對話沒有被改過。

    回顧在比賽截止後給：{ $when }。
entry-uncounted = 這次對話沒辦法計入 { $name }：比賽已經結束或取消，或者中途換了顧客版本或程式版本。請告訴比賽主辦人。
entry-broken = 這一回合沒辦法繼續：對話中途顧客被改了。機會已經用掉，但不是你的錯。請告訴比賽主辦人。
entry-you-are-out =
    你在 { $name } 的成績已被群組管理員移除，理由是：

    { $reason }
entry-button-debrief = 第 { $round } 回合的回顧
entry-debrief-of = { $name }，第 { $round } 回合：你的回顧
entry-debrief-done = 同一位顧客，想練幾次都可以。
entry-no-debrief = { $name } 沒有可以給你看的回顧：比賽還沒結束，或者你沒打這一回合，或者顧客後來被改過。
entry-spread =
    📈 這一回合大家的得分。你：{ $score } 分，{ $of } 人裡排第 { $place }。中位數：{ $median } 分。
    { $rows }
entry-spread-row = { $from }–{ $to }：{ $bar } { $count }
entry-button-files = 我的成績檔
entry-your-file = 你的這次對話，一字不差，誰都能拿它核對。誰拿到這個檔案，誰就看得到你的原話。
entry-no-files = { $name } 還沒有你的成績檔，比賽結束後才有。
entry-button-share = 把成績檔交給主辦人
entry-button-share-not = 收回
entry-shared = 群組管理員現在可以連同成績拿到你的對話原文。
entry-shared-not = 好，原話只屬於你。

## 比賽：群組管理員

entry-manage =
    ⚙ { $name }
    { $rows }

    { $count ->
        [0] 還沒有人報名。
       *[other] { $count } 人報名。
    }要移除誰的成績，就點誰的名字。
entry-manage-waiting = 比賽還沒開始：想修改，就在群組裡傳送 /contest，再點「修改」。
entry-manage-open = 比賽已經開始，不能再改：規則對每個人都一樣。可以取消。
entry-ask-reason = 為什麼移除 { $name } 的成績？請寫下理由，{ $name } 會看到。不移除就傳送 /cancel。
entry-removed = { $name } 的成績已移除，理由也告訴了 { $name }。
entry-ask-cancel = 取消 { $name }？不會再排名，群組會收到通知。
entry-button-cancel = 取消比賽
entry-button-cancel-sure = 確定取消
entry-cancelled = { $name } 已取消。
entry-archive = { $name } 裡本人願意交出來的 { $count } 份對話，連同公告，給 xiaoqi verify 用。
entry-nobody-shares = 還沒有人交出對話原文。比賽結束後，參賽者可以自己點按鈕交。
