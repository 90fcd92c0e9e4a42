# 群組裡說的話。

command-contest = 和群組裡的同事比一場

group-help =
    我在群組裡能做的：
    /contest 辦一場比賽，或看正在進行的比賽
    /relay 大家接力安撫一位顧客，輪流一人一句；/end 結束
    /case 同一句開場，各答一句，一起投票
    /language 我在群組裡說哪種語言
    一個人練習在私訊裡：點我的頭像，傳送 /start。
group-choose-language = 我在這個群組裡說哪種語言？
group-language-set = 好，以後我在群組裡說繁體中文。
group-not-admin = 只有群組管理員能這麼做。
group-not-member = 只有群組成員能這麼做。
group-cannot-ask = 剛才沒辦法向 Telegram 確認你的身分，請過一分鐘再試。
group-anonymous = 你現在用群組的名義發言，我認不出是誰。請先關掉匿名，再傳送一次。
group-somebody-elses = 這個按鈕是別人的。

## 一起練

command-relay = 在群組裡：接力安撫一位顧客
command-case = 在群組裡：同一句開場，各答一句，投票

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
