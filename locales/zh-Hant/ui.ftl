# 消氣說的話。顧客自己的話在 customer.ftl 和 personas/ 裡，回顧的話在 coach.ftl 裡。
# 用手機看：短句、純文字、少用表情符號。

## 開場

menu-greeting =
    嗨，我是消氣，專門陪你練習客服對話。

    我會扮演一位火氣正大的顧客，由你來接待。你怎麼說，他就怎麼反應：說到心坎裡，他會慢慢消氣；說錯話，他也會更火大。聊完我們再一起回顧，看看是哪一句話發揮了作用。

    在這裡說錯沒關係，放心練。
menu-welcome-back =
    歡迎回來！上次你接待的是{ $name }，結果是「{ $ending }」。

    今天想跟誰聊聊？
menu-choose-language = 請選擇語言 · 请选择语言 · Please choose a language
menu-language-name = { $language }
menu-language-set = 好，之後我用繁體中文跟你說話。

## 顧客名單

menu-list =
    { $pages ->
        [1] 選一位顧客：
       *[other] 選一位顧客（第 { $page }/{ $pages } 頁）：
    }
    { $entries }
menu-list-grade = —— { $grade } ——
menu-list-entry = { $title }：{ $summary }
menu-list-empty = 目前還沒有可以練習的顧客，請聯絡你的培訓講師。

## 情境說明

menu-briefing =
    { $title }（{ $grade }）

    你的角色：{ $you }
    顧客：{ $name }

    目前知道的：
    { $happened }

    你可以答應：
    { $may }

    你不能答應：
    { $may_not }

    準備好就按下面的按鈕，顧客會先開口。
menu-speaks-other = 提醒一下：{ $name }說的是{ $language }，請用這個語言接待。
menu-begin-first = 別急，{ $name }還沒上線。先按「開始接待」，再傳訊息給對方。
menu-pick-first = 你現在沒有進行中的對話。先從名單選一位顧客，看完說明再開始。
menu-exam = 測驗和平常一樣接待顧客，只是結束之前沒有提示，也不能重來。選一位顧客，看完說明後點「測驗」。
menu-help =
    怎麼練：選一位顧客 → 看說明 → 開始接待 → 結束後回答三個小問題 → 看回顧。

    /menu 顧客名單
    /exam 測驗：沒有提示，也不能重來
    /progress 進步在哪、下一位練誰
    /journal 回顧日誌
    /plan 改進計畫
    /remind 20:30 每天提醒複習五分鐘
    /language 切換語言
    /library 團隊的經驗卡片；後面加詞就是搜尋，加 mine 看自己的
    /contest 群組裡的比賽
    /care 心裡過不去時：五步，和求助的地方
    /breathe 一起呼吸一分鐘
    /swap 你來當顧客，看示範客服怎麼接
    /gentle 顧客的話可以多難聽
    /checkin off 不要問我的感覺
    /privacy 保存了你的什麼；/export 拿走，/forget 刪除
    /help 這份說明

    對話中還可以用：
    /hint 給點提示（扣分）
    /mood 看看顧客的心情
    /why 顧客為什麼這樣反應（/why 2 看第 2 句）
    /whatif 2 假如沒說第 2 句；後面再寫一句話，就是換成它
    /rewind 2 回到第 2 句之前重來
    /coach on 每句之後點評一句
    /end 結束對話，進入回顧
    /cancel 這次不算，直接捨棄

## 對話中

practice-begun =
    { $name }上線了，直接打字回覆就好。

    卡住了用 /hint，想看心情用 /mood，聊完了用 /end。
practice-begun-exam =
    測驗開始。{ $name }上線了，直接打字回覆就好。

    結束之前沒有提示，也不能重來。聊完了用 /end。
practice-rewound =
    回到第 { $message } 句之前，從這裡重來。{ $name }剛才說的是下面這些，換你接。

    （第 { $count } 次重來：這是練習分支，不算完整的一場）
practice-not-in-exam = 這是測驗：和{ $name }的對話結束之前，不能用提示、原因、假如和重來。聊完了用 /end。
practice-coach-on = 教練已開啟：每句話之後，我會說一句它起了什麼作用。
practice-coach-off = 教練已關閉。
practice-coach-after-exam = 教練已開啟，但測驗裡不說話，等結束之後再開始。
practice-still-open =
    你和{ $name }的對話還沒結束，繼續寫就好。

    想結束並回顧：/end
    這次不算：/cancel
practice-customer-keeps = 和{ $name }的對話照舊，對方還是說{ $language }。
practice-mood =
    { $name }現在：{ $state }

    { $levels }
practice-mood-line = { $bar } { $emotion }：{ $level }
practice-cancelled = 好，和{ $name }的這次對話不算，已經捨棄了。
practice-nothing-written = 你還沒傳過任何訊息給{ $name }，沒有東西可以回顧，這次就不算了。
practice-not-open = 目前沒有進行中的對話，先選一位顧客吧。
practice-help =
    你正在接待{ $name }，直接打字傳送，對方就會回你。

    /hint 給點提示（扣分）
    /mood 看看心情
    /why 顧客為什麼這樣反應（/why 2 看第 2 句）
    /whatif 2 假如沒說第 2 句；後面再寫一句話，就是換成它
    /rewind 2 回到第 2 句之前重來
    /coach on 每句之後點評一句
    /pause 休息一下，時間停住
    /end 結束對話，進入回顧
    /cancel 這次不算，直接捨棄
    /language 切換介面語言（顧客說的語言不變）
practice-help-exam =
    這是測驗，你正在接待{ $name }。直接打字傳送，對方就會回你。

    結束之前沒有提示，也不能重來。

    /mood 看看心情
    /pause 休息一下，時間停住
    /end 結束對話，進入回顧
    /cancel 這次不算，直接捨棄

## 回顧

review-ended =
    —— 對話結束 ——
    { $name }：{ $ending }
    { $meaning }
review-branch = 這是一條練習分支：從第 { $message } 句之前重來的。
review-exam = 測驗結束，現在又可以用 /why 和 /whatif 回頭看了。用 /rewind 會另開一條練習分支。
review-question-1 =
    問題 1/3：這次我哪裡做得好？

    可以這樣開頭：
    · 對方口氣軟下來，是因為我說了……
    · 我忍住沒有……
    · 下次我還會這樣說：……
review-question-2 =
    問題 2/3：哪裡可以做得更好？

    可以這樣開頭：
    · 如果重來，第……句我會改成……
    · 我漏問了……
    · 我太早／太晚……
review-question-3 =
    問題 3/3：我可以分享什麼，讓團隊一起變強？

    可以這樣開頭：
    · 有一句話大家都用得上：……
    · 遇到這類顧客，先……再……
    · 流程上如果能……就好了
review-still-asking = 上一場的回顧還沒做完：寫下你的回答，或按「略過」。想略過剩下的問題，用 /end。
review-already-past = 這一題已經過了，不用理它。
review-report-gone = 完整報告只保留最近一場的，這一場已經看不到了。再練一場，結束後就能點開。
review-report-refused = 完整報告沒能送出，抱歉。過一會兒再點一次「完整報告」；上面的回顧不受影響。
review-report = 完整報告：點開就能看，不用連網，也能列印。裡面有你寫的原話，轉給別人之前想一想。
review-picture = 心情是怎麼走的：越高越強。黑圈裡的數字，是讓對方變化最大的幾句。先不評分。
review-done = 和{ $name }的這一場就到這裡，辛苦了！趁印象還深再練一次，效果最好；只想改一句，就用 /rewind 加序號。
review-help =
    現在是回顧時間：寫下你的回答就好，幾個字也可以。按「略過」換下一題，用 /end 略過剩下的問題，直接看回顧。

## 你自己的情緒

care-warning = 第一次練習之前先說一聲：這裡的顧客都是虛構的，但有的會大聲、不講理、說難聽的話。那些都不是衝著你這個人。隨時可以停：/pause 休息一下，/cancel 離開，心裡過不去就用 /care。
care-ask-before = 你現在感覺怎麼樣？從累壞了到很輕鬆，按一下就好，不想說就直接開始。
care-ask-after = 現在感覺怎麼樣？按一下就好，不按也可以。（不想被問，用 /checkin off）
care-noted-before = 記下了，會和下一場練習放在一起。準備好了就按「開始」。
care-noted-after = 記下了，謝謝你告訴我。
care-gentle =
    顧客的話可以多難聽，由你決定。現在：{ $now }。

    改的只是他嘴裡的話：難聽的那幾句不說，換成下一句合適的。他怎麼想、怎麼變、怎麼評分都不變，所以成績照樣可以比。
care-gentle-set = 好。從下一場開始：{ $now }。想改隨時用 /gentle。
care-gentle-set-next = 好。從下一場開始：{ $now }。這一場照開頭的樣子聊完，要停可以用 /pause 或 /cancel。
care-gentle-kept = 顧客的話：{ $now }
care-gentle-as-is = 原樣，什麼話都可能說
care-gentle-no-insults = 不罵人（還會挖苦、會發火）
care-gentle-no-contempt = 不罵人，也不挖苦（還會發火、會著急）
care-check-in-on = 練習前後我會問問你的感覺，按一下就好，不想說隨時可以略過。不想被問：/checkin off
care-check-in-off = 我不會再問你的感覺。想被問：/checkin on
care-steps =
    這一場不容易。用一分鐘，走五步：

    1. 覺察：我現在是什麼感覺，身體哪裡最緊？
    2. 找原因：是我做錯了、顧客的問題，還是規定卡住了？
    3. 先照顧自己：慢慢呼吸三次（/breathe），喝口水，站起來走走。對方氣的是事，不是我。
    4. 再照顧顧客：可以關心，但不必被帶著走。
    5. 找支持：今天就跟同事或組長說說。

    { $outside }
care-help-line = 外部的協助：{ $text }
care-no-help-line = 如果好幾天都放不下，也和工作以外的人聊聊：朋友、醫師，或當地的心理諮詢專線。
care-paused = 已暫停。{ $name }會等你，什麼都察覺不到；離開多久，時間都不走。想放鬆一下：/breathe。繼續：/resume，或直接打字。
care-resumed =
    接著來。{ $name }剛才說：
    { $last }
care-not-paused = 現在沒有暫停，直接繼續就好。
care-nothing-runs = 現在沒有進行中的對話，沒有人在等你，慢慢來。
care-breathe-ready = 坐舒服，肩膀放下來。我們做 4-7-8 呼吸；頭暈就停下。
care-breathe-in = { $round }/{ $rounds } · 用鼻子吸氣……4 秒
care-breathe-hold = { $round }/{ $rounds } · 輕輕憋住……7 秒
care-breathe-out = { $round }/{ $rounds } · 用嘴慢慢吐氣……8 秒
care-breathe-done = 好了。讓呼吸自己來去。
care-breathed = 先到這裡。給自己留一會兒，很好。

## 團隊的經驗庫

team-preview =
    卡片會是這個樣子。用這個機器人練習的人都看得到。請不要寫真實顧客的姓名和單號。隨時可以收回：/library mine

    { $card }
team-card =
    { $customer }

    「{ $quote }」

    { $why }

    { $by } · ♥ { $thanks }
team-card-plain =
    { $customer }

    { $why }

    { $by } · ♥ { $thanks }
team-by = 來自 { $name }
team-anonymous = 匿名
team-ask-name = 卡片上寫什麼名字？直接打字。（改變主意了？/menu）
team-ask-name-again = 卡片上寫什麼名字？上次寫的是{ $last }。直接打字。（改變主意了？/menu）
team-published = 卡片已經放進經驗庫，謝謝分享！想看看或收回：/library mine
team-gone = 只有最近一場、回顧完並且回答了第 3 題的，才能做成卡片。再練一場，結束後就會看到按鈕。
team-page =
    { $pages ->
        [1] 共 { $count } 張卡片：
       *[other] 共 { $count } 張卡片，第 { $page } 頁，一共 { $pages } 頁：
    }
team-empty = 經驗庫還是空的。回顧之後可以分享你對第 3 題的回答，就從這裡開始。
team-nothing-found = 沒有卡片提到「{ $sought }」。少寫幾個字試試，或用 /library 看全部。
team-none-of-yours = 經驗庫裡還沒有你的卡片。回顧之後可以分享你對第 3 題的回答。
team-withdrawn = 卡片已經收回，收到的感謝也一起刪了。
team-not-there = 那張卡片已經不在經驗庫裡，或者不是你的。
team-thanked = 已經送出感謝。別人只看到數目，看不到是誰。
team-thanked-before = 這張你已經謝過了，或者它已經不在了。

## 你的資料

own-privacy =
    這裡保存了你的：
    · 語言、設定，以及進行到哪一步
    · 練習紀錄：你寫的話、顧客的回答、回顧、得分和你的感覺
    · 回顧日誌、改進計畫和提醒時間
    · 你演顧客時寫的話（聊完只留你記下的那句）
    · 你在團隊經驗庫裡的卡片，和你感謝過的卡片
    · 你加入的單位和班級、何時加入、用什麼名字、開始和完成了哪些任務、你在那裡的身分，還有你正準備發布的顧客
    · 群組裡一起練的那局還沒結束時：你在群組裡的名字、你寫的話和投的票
    · 你參加的比賽：你在榜上的名字、你的隊伍、得分和收據，還有一份看不出原話的用詞特徵
    · 你何時、怎樣獲准進來；或是權限被收回這件事（只有這一項 /forget 之後還在）
    · 還在路上的訊息，送到就刪

    存在哪裡：只在執行這個機器人的電腦上。你寫的話不會交給大型語言模型或別的公司；在 Telegram 上，訊息會經過 Telegram。你寫的話不會出現在系統紀錄裡。

    存多久：{ $term }

    /export 把這些全部傳給你
    /forget 全部刪除：這個機器人馬上就讀不到了，一刻鐘內也會從檔案裡徹底抹除；營運者先前做的備份，到期才會清除
own-kept-days = 一場對話 { $days } 天沒有新訊息，就會連同它的回顧日誌自動刪除；你 { $days } 天沒來，就全部刪除。
own-kept-until-forgotten = 直到你自己刪除。
own-copy = 關於你保存的全部內容，一式兩份：一份網頁給人看，一份 JSON 給程式用。裡面有你寫的原話，請收好。
own-copy-without = 關於你保存的內容，一式兩份：一份網頁給人看，一份 JSON 給程式用。有 { $count } 筆紀錄損毀了，讀不出來，沒有放進去；其餘的都在。裡面有你寫的原話，請收好。
own-copy-refused = 檔案沒能送出，抱歉。過一會兒再用一次 /export，什麼都不會丟。
own-forget-ask = 要刪除關於你的一切嗎？包括練習紀錄、回顧日誌、計畫、提醒和設定，刪了就找不回來。想先留一份，用 /export
own-forget-not = 什麼都沒有刪。
own-forgotten =
    已經全部刪除：你的設定、計畫和提醒、{ $sessions } 場對話、你寫的 { $messages } 句話、{ $entries } 篇回顧日誌、經驗庫裡的 { $cards } 張卡片，還有沒送到的訊息（{ $waiting } 則）。

    一刻鐘內，檔案裡也不再留下痕跡；先前做的備份到期才會清除。這個聊天視窗裡已有的內容，只有你自己能刪。什麼時候想再練，用 /start
own-page-language = zh-Hant
own-page-title = 關於你保存的全部內容
own-page-about = 截至 { $date }（UTC）。給程式用的同一份內容，在檔案 xiaoqi-copy.json 裡。
own-page-unreadable = 有 { $count } 筆紀錄損毀了，讀不出來，沒有放進這份內容裡；其餘的都在。
own-page-settings-unreadable = 設定讀不出來。
own-page-beginning-unreadable = 開頭讀不出來
own-page-settings = 設定
own-page-setting-language = 語言：{ $language }
own-page-setting-no-language = 語言：還沒選
own-page-setting-counts = 開始過的對話：{ $sessions } 場，其中倒回重來 { $branches } 場
own-page-setting-coach-on = 教練：開啟
own-page-setting-coach-off = 教練：關閉
own-page-setting-reminders-on = 提醒：每天 { $time }（{ $zone }），下一次 { $date }
own-page-setting-reminders-off = 提醒：關閉
own-page-setting-check-in-on = 練習前後問你感覺：是
own-page-setting-check-in-off = 練習前後問你感覺：否
own-page-setting-pen-name = 你上一張卡片的署名：{ $name }
own-page-conversations = 對話
own-page-no-conversation = 沒有。
own-page-you = 你
own-page-ended = 結局：{ $ending }
own-page-cancelled = 你放棄了這一場
own-page-hint = 你要了一次提示
own-page-paused = 暫停
own-page-resumed = 繼續
own-page-feeling = 你的感覺（1 到 5）：{ $feeling }
own-page-answer = 你對第 { $question } 題的回答
own-page-score = 得分：{ $score }／100
own-page-journal = 回顧日誌
own-page-cards = 你在經驗庫裡的卡片
own-page-footer = 消氣只為你一個人產生。想刪除原件，用 /forget。

## 出狀況

notice-internal = 抱歉，我這邊出了點狀況，不是你的問題。請稍後再試一次。
notice-content-changed = 這位顧客的資料在你們對話期間更新了，剛才那場沒辦法繼續，抱歉。請重新選一位。
notice-dead-button = 這個按鈕已經失效了，請用最新訊息裡的按鈕。
notice-too-long = 太長了：一則訊息最多 { $limit } 個字，你寫了 { $length } 個。請分成幾則傳送，顧客也比較好讀。
notice-empty = 這則訊息是空的，寫點什麼吧。
notice-unknown-command = 我不認識 /{ $word }。可以用的指令請看 /help。
notice-text-only = 我只看得懂文字，請用打字的。
notice-in-group = 練習是一對一的：點我的頭像，在私訊裡傳送 /start 就能開始。
notice-no-store = 這裡什麼都沒有保存，所以沒有可以交給你或刪除的東西。
notice-no-such-persona = 找不到這位顧客，可能已經下架了。看看名單裡的其他人吧。

## 按鈕

button-begin = 開始接待
button-exam = 測驗（沒有提示）
button-coach-on = 開啟教練
button-coach-off = 關閉教練
button-share = 把第 3 題的回答分享給團隊
button-publish-named = 具名發布
button-publish-anonymous = 匿名發布
button-thank = ♥ 謝謝
button-withdraw = 收回
button-resume = 繼續
button-breathed = 夠了
button-feel-1 = 😣
button-feel-2 = 🙁
button-feel-3 = 😐
button-feel-4 = 🙂
button-feel-5 = 😌
button-gentle-as-is = 原樣
button-gentle-no-insults = 不罵人
button-gentle-no-contempt = 不罵人，也不挖苦
button-swap-back = 換我來當客服
button-forget = 全部刪除
button-keep = 先留著
button-list = 顧客名單
button-previous = ‹ 上一頁
button-next = 下一頁 ›
button-skip = 略過
button-again = 同一位再來一次
button-report = 完整報告

## 指令（3 到 256 個字）

command-start = 開始，認識一下消氣
command-menu = 打開顧客名單
command-hint = 卡住了？給點提示
command-mood = 看看顧客現在的心情
command-why = 顧客剛才為什麼這樣反應
command-whatif = 假如沒說某一句，或者換一句
command-rewind = 回到某一句之前重來
command-coach = 每句之後點評一句（on/off）
command-exam = 測驗：沒有提示，也不能重來
command-end = 結束對話，進入回顧
command-cancel = 捨棄這次對話，不列入紀錄
command-language = 切換語言 / Language
command-pause = 休息一下，顧客的時間停住
command-resume = 休息好了，繼續
command-breathe = 一起做 4-7-8 呼吸，一分多鐘
command-care = 難受的一場之後：五步，和求助的地方
command-checkin = 練習前後問問感覺（on/off）
command-gentle = 顧客的話可以多難聽，由你決定
command-swap = 換位：你當顧客，看示範客服怎麼接
command-library = 團隊的經驗卡片：全部、搜尋，或 mine 看自己的
command-privacy = 保存了你的什麼、存多久
command-export = 把關於你的一切傳給你
command-forget = 刪除關於你的一切
command-help = 這裡可以做什麼

## 終端機

terminal-welcome = 輸入「{ $help }」看說明，輸入「{ $quit }」離開。
terminal-not-saved = 注意：這裡的對話不會儲存，關掉就沒有了。
terminal-prompt-trainee = 你
terminal-prompt-customer = { $name }
terminal-prompt-choice = 選擇
terminal-prompt-answer = 回答
terminal-choose-number =
    { $count ->
        [1] 輸入 1 選擇。
       *[other] 輸入數字 1 到 { $count } 選擇。
    }
terminal-no-such-number =
    { $count ->
        [1] 沒有這個選項，只能輸入 1。
       *[other] 沒有這個選項，請輸入 1 到 { $count }。
    }
terminal-typing = { $name }正在輸入……
terminal-help =
    直接打字，就是在對顧客說話。單獨輸入這些詞有特別的作用：
    { $hint }：給點提示
    { $mood }：看看顧客的心情
    { $end }：結束對話，進入回顧
    { $quit }：離開程式
    { $help }：這份說明
terminal-saved = 完整報告寫好了，用瀏覽器打開：{ $path }
terminal-not-written = 完整報告寫不進 { $path }（{ $reason }）。換一個可以寫入的資料夾（--data），再選一次。
terminal-filed = 已寫入：{ $path }
terminal-not-filed = 寫不進 { $path }（{ $reason }）。換一個可以寫入的資料夾（--data），再試一次。
terminal-goodbye = 再見，下次再繼續練。

word-hint = 提示|hint
word-mood = 心情|mood
word-end = 結束|end
word-quit = 離開|退出|quit|exit
word-help = 說明|幫助|help|?|？

## 難度

grade-basic = 初階
grade-intermediate = 中階
grade-advanced = 高階

## 結局和它的意思

ending-satisfied = 滿意離開
ending-accepted = 勉強接受
ending-unresolved = 沒有解決
ending-overpromised = 承諾過頭
ending-demanded_manager = 要求主管出面
ending-hung_up = 中途離線
ending-exposed_publicly = 公開爆料
ending-lost_temper = 客服失控

meaning-satisfied = 走的時候是滿意的，事情也有了著落。
meaning-accepted = 方案顧客收下了，心裡還有點疙瘩。
meaning-unresolved = 聊完了，問題還在原地。
meaning-overpromised = 顧客開心了，可是那是你沒有權限答應的事，之後更難收拾。
meaning-demanded_manager = 顧客不想再跟你談，要找能作主的人。
meaning-hung_up = 顧客不想再談下去，走了。
meaning-exposed_publicly = 顧客決定發到網路上，讓大家評評理。
meaning-lost_temper = 這一次，先失控的是客服人員。

## 心情：憤怒、焦慮、失望各四級

state-calm = 平靜
state-annoyed = 不高興
state-angry = 生氣
state-furious = 暴怒
state-settled = 安心
state-uneasy = 不安
state-anxious = 焦慮
state-panicked = 慌了
state-content = 還算滿意
state-let_down = 失望
state-cold = 心寒
state-resigned = 心灰意冷

emotion-anger = 憤怒
emotion-anxiety = 焦慮
emotion-disappointment = 失望
emotion-trust = 信任

level-low = 低
level-some = 有一些
level-high = 高
level-extreme = 非常高

## 對話階段

phase-opening = 開場
phase-venting = 宣洩
phase-exploring = 了解狀況
phase-solving = 找解法
phase-agreeing = 達成共識
phase-closing = 收尾

## 話術

move-greet = 問候
move-thank = 感謝
move-address_by_name = 稱呼姓名
move-humor = 適度幽默
move-close = 禮貌收尾
move-encourage_to_continue = 鼓勵對方說下去
move-paraphrase = 換句話確認
move-open_question = 開放式提問
move-closed_question = 封閉式提問
move-check_satisfaction = 確認是否滿意
move-name_emotion = 說出對方的情緒
move-empathize_specific = 具體的同理
move-empathize_generic = 空泛的同理
move-validate = 肯定對方的感受
move-common_ground = 站在同一陣線
move-apologize = 真誠道歉
move-take_responsibility = 承擔責任
move-apologize_conditional = 有條件的道歉
move-explain_cause = 說明原因
move-give_evidence = 提出依據
move-set_expectation = 說清楚接下來的進度
move-offer_solution = 提出方案
move-offer_choices = 提供選項
move-offer_alternative = 提供替代方案
move-remedy = 補償
move-prevent_recurrence = 避免再次發生
move-commit_specific = 具體承諾
move-commit_vague = 含糊承諾
move-reassure = 安撫
move-follow_up = 主動追蹤
move-false_promise = 空頭支票
move-refuse_with_reason = 說明理由的拒絕
move-refuse_flat = 直接拒絕
move-policy_wall = 拿規定擋人
move-set_boundary = 禮貌設下界線
move-escalate_to_supervisor = 轉交主管
move-blame_customer = 怪罪顧客
move-deflect = 推給別人
move-dismiss = 輕描淡寫
move-argue_defend = 爭辯
move-but_turn = 「但是」轉折
move-sarcasm = 酸言酸語
move-insult = 羞辱
move-threaten = 威脅
move-jargon = 專業術語
move-command = 命令口氣
move-pitch = 不合時宜的推銷
move-repeat_request = 重複要資料
move-minimal = 敷衍的短答
move-hurry = 催促打斷

## 對話中的情況

circumstance-canned = 同一句話又貼一次
circumstance-too_early = 還沒聽完就給方案
circumstance-unrecognised = 看不出在說什麼
circumstance-foreign = 用了顧客看不懂的語言
circumstance-robot = 把顧客當成機器
circumstance-off_topic = 離題
circumstance-question_ignored = 沒有回答顧客的問題
circumstance-promise_broken = 承諾前後不一
circumstance-promise_late = 比說好的時間晚回
circumstance-promise_forgotten = 說去查，卻沒了下文
circumstance-slow_reply = 讓人乾等
circumstance-style_clash = 講法不合他的個性
circumstance-unheeded = 情緒沒人接
circumstance-overwhelmed = 一次說太多
circumstance-empty = 沒有內容的訊息
circumstance-stalling = 遲遲沒有進展
circumstance-warm = 整體口氣溫暖
circumstance-cold = 整體口氣冷淡
circumstance-solved = 需求真的獲得滿足
circumstance-found_out = 問到了重點
circumstance-own_time = 情緒隨時間自己變化

## Journal

journal-list =
    { $pages ->
        [1] 你的日誌，最新的在前：
       *[other] 你的日誌，最新的在前（第 { $page }/{ $pages } 頁）：
    }
    { $entries }

    看某一篇：點編號，或傳 /journal 3。搜尋：/journal 加一個詞。
journal-found =
    「{ $word }」：{ $count } 篇（第 { $page }/{ $pages } 頁）
    { $entries }
journal-line = #{ $number } · { $date } · { $name }：{ $score } 分，{ $ending }
journal-line-exam = #{ $number } · { $date } · { $name }（測驗）：{ $score } 分，{ $ending }
journal-line-branch = #{ $number } · { $date } · { $name }（從第 { $message } 句重來）：{ $score } 分，{ $ending }
journal-empty = 日誌還是空的。每聊完一位顧客、答完三個問題，就會記下一篇。
journal-nothing-found = 日誌裡沒有「{ $word }」。換個短一點的詞，或看全部：/journal
journal-no-such = 沒有第 { $number } 篇：現在有第 1 到 { $count } 篇。
journal-entry =
    { $head }
    { $title }（{ $grade }）

    我做得好的
    { $right }

    我可以改進的
    { $improve }

    我能分享給團隊的
    { $team }

    消氣看到的優點
    { $strengths }

    消氣建議改的
    { $improvements }
journal-answer = { $answer }
journal-skipped = （略過了）
journal-noted = · { $name }：「{ $quote }」
journal-noted-bare = · { $name }
journal-noted-nothing = –


## Swapped roles

swap-choose =
    換個位子坐坐：你來當顧客，想怎麼說就怎麼說，由一位示範客服來接。聊完會告訴你客服在哪一句用了什麼方法，再問你一句：是什麼讓你消了氣？不評分。

    選一個案子，你就演那位顧客：
swap-begun =
    你現在是{ $name }（{ $title }）：{ $summary }。

    你手上的事，可以照著說，也可以自由發揮：
    { $facts }

    接待你的是{ $agent }。發火、追問、刁難都可以。覺得解決了就說一聲，或用 /end 結束。
swap-no-agent = 這個語言還沒有示範客服。換一種語言（/language）再試。
swap-help =
    你在演顧客，直接打字就好，示範客服會回你。

    /end 結束，看用了哪些方法
    /cancel 丟掉這一場
swap-still-open = 你還在演顧客，繼續說就好。結束用 /end，丟掉用 /cancel。
swap-still-asking = 還差一句話沒回答。
swap-cancelled = 好，這一場不留。
swap-review =
    示範客服這樣做的：

    { $methods }
swap-method =
    { $method }
    { $places }
    { "" }
swap-place = · 客服第 { $message } 句 · { $name }：「{ $quote }」
swap-ask = 輪到你說了：剛才是哪一句、哪一刻讓你消了點氣？要是沒有，還缺了什麼？寫一兩句，會記進你的日誌。
swap-done = 記下了，/journal 裡隨時可以看。現在換回來，用你自己的話接這位顧客？
swap-notes =
    演顧客時記下的：
    { $items }
swap-note = · { $date } { $title }：「{ $calmed }」
swap-note-skipped = · { $date } { $title }：（跳過了）
swap-kept =
    正在演顧客，你寫過：
    { $said }

## Progress

progress-nothing = 還沒有可以看的。先聊完一位顧客（至少兩句話），答完三個問題，就從那裡算起。
progress-overview =
    你的進步：{ $runs } 場對話，練了 { $days } 天

    { $lines }
progress-lately = 最近 { $count } 場：平均 { $score } 分
progress-lately-before = 最近 { $count } 場：平均 { $score } 分，之前 { $before } 分
progress-offences = 傷人的話：{ $messages } 句裡 { $count } 次
progress-offences-before = 傷人的話：{ $messages } 句裡 { $count } 次，之前 { $messages_before } 句裡 { $before } 次
progress-grown =
    { "" }
    進步最大
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
    步驟做全的方法
    { $items }
progress-method = · { $method }：{ $total } 次裡 { $done } 次
progress-grades =
    { "" }
    按難度
    { $items }
progress-types =
    { "" }
    按顧客類型
    { $items }
progress-group = · { $name }：平均 { $score } 分，{ $runs } 場裡 { $well } 場結局好
progress-branches =
    { "" }
    重來後的練習：{ $count } 次（不算在上面）
progress-streak =
    { "" }
    連續 { $days } 天都在練，真好！
progress-weeks = 每週進步 · 最近 { $count } 週，{ $runs } 場；週平均分從 { $from } 到 { $to }
progress-weeks-title = 每週進步
progress-weeks-scores = 平均分
progress-weeks-runs = 練了幾場
progress-week-name = { $month }月{ $day }日
progress-week-line = · { $name }起：平均 { $score } 分，{ $runs } 場
progress-week-line-quiet = · { $name }起：沒有練
progress-weeks-later = 再換一個星期練一場，這裡會有一張每週進步圖。
progress-wheel = 本領 · 最穩的是{ $best }（{ $best_percent }%），最有空間的是{ $least }（{ $least_percent }%）
progress-wheel-title = 六項本領（拿到百分之幾的分）
progress-wheel-now = 最近幾場
progress-wheel-before = 之前幾場
progress-skill-before = · { $skill }：{ $percent }%（之前 { $before }%）
progress-wheel-later = 再練 { $left } 場，這裡會有一張六項本領的圖。
progress-next =
    下一位：{ $title }（{ $name }，{ $grade }）

    為什麼是這位
    { $reasons }
progress-why-weakest = · 你最近最弱的是：{ $skill }（{ $percent }%）
progress-why-type = · 對這類顧客（{ $kind }），這一項你只拿到 { $percent }%
progress-why-asks = · 這個案子正好繞不開這一項
progress-why-new = · 你們還沒見過
progress-why-due = · 上次是{ $days ->
        [0] 今天
       *[other]  { $days } 天前
    }（{ $score } 分）：看看還記得多少
progress-why-step = · 你可以試更難的一檔了：{ $grade }
progress-why-early = · 今天沒有到期的顧客，這位最快輪到（上次：{ $days ->
        [0] 今天
       *[other] { $days } 天前
    }）


## Plan

plan-page =
    { $parts }

    做到了就點 ✓，要加進計畫點 +。想寫自己的：/plan 加上要做的事。
plan-best =
    有用的做法（你自己的回答）
    { $items }
plan-answer = · { $words }（#{ $number }）
plan-mine =
    { "" }
    我的計畫
    { $items }
plan-mine-nothing =
    { "" }
    我的計畫：還是空的。一兩件就夠了。
plan-open = ☐ { $number }  { $goal }
plan-done = ☑ { $goal }
plan-candidates =
    { "" }
    還可以改的：你的回答，和消氣看到的
    { $items }
plan-candidate-answer = { $letter }  { $words }（#{ $number }）
plan-candidate-noted = { $letter }  不再出現：{ $name }（×{ $count }）
plan-goal-own = { $words }
plan-goal-avoid = 不再出現：{ $name }
plan-added = 已加進計畫。
plan-full = 計畫裡已有 { $most } 件沒做完，夠多了。先完成一件。
plan-ticked = 完成：{ $goal }。真棒！
plan-gone = 這一條已經處理過了。現在是這樣：


## Reminders

remind-off =
    現在沒有提醒。

    想每天複習五分鐘、星期日回顧一週，就傳一個時間：/remind 20:30
remind-on =
    好了：每天 { $time }（{ $zone }）複習五分鐘，星期日回顧一週。第一次在 { $date }。

    換時間：/remind 8:00 · 不要了：/remind off
remind-zone = { $time } 是哪裡的時間？選一個地方，或傳時差：/remind UTC+8
remind-unclear = 「{ $words }」看不出是幾點。請這樣寫：/remind 20:30，或帶時差：/remind 20:30 UTC+8。關掉：/remind off
remind-zone-named = { $zone }
remind-zone-offset = UTC{ $offset }
review-daily =
    留給自己的五分鐘：

    { $steps }
review-weekly =
    這一週：

    { $lines }
review-daily-first = 你的五分鐘到了。今天先聊一場：
review-step-read = 1 分鐘 · 重讀上一場：{ $name }，{ $date }，{ $score } 分（/journal { $number }）
review-step-keep = 1 分鐘 · 這樣有用，再說一遍：「{ $words }」
review-step-better = 2 分鐘 · 別再「{ $name }」，用自己的話說一遍：「{ $better }」
review-step-plan = 1 分鐘 · 你的計畫：{ $goal }（/plan）
review-week = { $runs } 場對話，練了 { $days } 天，平均 { $score } 分
review-week-quiet = 看看你現在的水準。
review-week-ticked = 計畫裡完成了 { $count } 件


## Their buttons, commands and words

button-progress = 我的進步
button-journal = 我的日誌
button-plan = 我的計畫
button-tick = ✓ { $number }
button-add = + { $letter }
button-remind-off = 不要提醒
button-remind-zone = 換時區
command-journal = 回顧日誌（加編號看一篇，加詞搜尋）
command-progress = 進步在哪、哪裡最弱、下一位練誰
command-plan = 改進計畫，做到一件勾一件
command-remind = 每天提醒複習五分鐘，例如 20:30
zone-beijing = 台北、北京、新加坡
zone-tokyo = 東京、首爾
zone-bangkok = 曼谷、河內、雅加達
zone-delhi = 德里
zone-berlin = 柏林、巴黎、馬德里
zone-london = 倫敦
zone-new_york = 紐約、多倫多
zone-chicago = 芝加哥
zone-los_angeles = 洛杉磯、溫哥華
zone-sydney = 雪梨、墨爾本
type-rational = 理性型
type-emotional = 情感型
type-dominant = 主導型
type-cautious = 謹慎型
type-direct = 直接型
type-analytical = 分析型
type-supportive = 支持型
type-competitive = 競爭型
type-price_sensitive = 價格敏感
type-unreasonable = 無理要求
type-misunderstanding = 誤解
type-vip = 重要客戶
type-contradictory = 矛盾型
type-hard_to_please = 難伺候
type-unruly = 刁蠻
