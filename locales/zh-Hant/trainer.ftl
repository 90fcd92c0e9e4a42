## 講師工作室

trainer-not =
    這裡是講師發布自家顧客的地方，你目前還不是講師。
    請找管理這個機器人的人，把你的編號告訴他：{ $number }
    已經有授權碼？傳 /trainer 再接授權碼就可以了。
trainer-not-allowed = 這件事要負責人才能做，請找負責人幫忙。
trainer-no-office = 講師工作室要在機器人以服務方式執行時才有。在電腦上請用：xiaoqi check、xiaoqi persona test、xiaoqi persona simulate。
trainer-overview =
    🗂 { $organisation }
    你的身分：{ $role }

    { $customers }

    想新增顧客或推出新版本，把檔案直接傳給我就好（.toml，或用 xiaoqi persona pack 包好的 .zip）。
trainer-house = 這個機器人
trainer-name = { $name }
trainer-role-trainer = 講師
trainer-role-owner = 負責人
trainer-line = • { $title }：第 { $version } 版，{ $reach }
trainer-line-off = • { $title }：已下架
trainer-line-draft = ✎ { $title }：你的草稿，還沒發布
trainer-line-none = 還沒發布過任何顧客。
trainer-reach-everyone = 開放給所有人
trainer-reach-cohort = 只開放給「{ $name }」
trainer-help =
    一位顧客要交到學員手上，四個步驟：
    1. 寫檔案。最精簡只要標題、等級、類型、開場白、事情經過，加上三件事實；docs/personas.md 有範例可以照著改。在電腦上跑 xiaoqi persona new，它會一題一題問，幫你寫好。
    2. 把檔案傳到這裡。我會檢查，哪一行有問題、該怎麼改，都會講清楚。
    3. 我會讓九種學員跟他談一輪，看看難度符不符合等級。
    4. 你自己先試談，再發布：開放給所有人，或只給一個班。已經在談的對話不受影響，照原本的版本走完。
    翻譯放在另一個檔案，例如 pump.zh-Hant.toml，等顧客本人的檔案傳完再傳。

    可以直接打的指令：
    /trainer cohort 班名：開一個新班
    /trainer add 編號：請某人當講師（限負責人）
    /trainer owner 編號：請某人當負責人（限負責人）
    /trainer code 20：給二十個人的邀請碼
    /trainer remove 編號：收回某人的使用權限（限管理這個機器人的人）
    /trainer admit 編號：讓某人進來（限管理這個機器人的人）
trainer-checked =
    ✓「{ $title }」可以上場了，不過有 { $warnings } 個地方建議再看看：
    { $files }
trainer-checked-clean =
    ✓「{ $title }」可以上場了，我挑不出毛病。
    { $files }
trainer-checked-broken =
    ✗「{ $title }」還不能上場：有 { $errors } 個錯誤{ $warnings ->
        [0] {""}
       *[other] ，另外 { $warnings } 個地方建議再看看
    }。
    { $files }
    照下面說的改好，再傳一次給我。已經發布的版本不會動到。
trainer-findings = { $text }
trainer-all-findings = 上面沒列完，完整清單在這個檔案裡。
trainer-summary = { $text }
trainer-picture = 九種學員跟「{ $title }」談的結果
trainer-ready = 「{ $title }」現在是你的草稿，只有你見得到他。先試談看看，或直接發布：
trainer-too-large = 這個檔案太大了，一位顧客用不到這麼多。上限 { $most } KB，圖片之類的請先拿掉。
trainer-lost = 我沒能從 Telegram 拿到這個檔案，麻煩再傳一次。
trainer-not-ours = 「{ $name }」不是顧客檔案。我看得懂 .toml，還有 xiaoqi persona pack 包好的 .zip。
trainer-broken = 這個檔案打不開：{ $why }
trainer-alone = 這是「{ $name }」的翻譯，但這裡還沒有這位顧客。請先傳 { $name }.toml。
trainer-no-draft = 你手上沒有草稿。把顧客檔案傳給我，我們就可以開始。
trainer-published = ✓「{ $title }」已發布：第 { $version } 版，{ $reach }。學員在 /menu 就找得到他。
trainer-unplayable =
    以目前的規則和語言，這位顧客沒辦法上場，所以沒有發布：
    { $why }
trainer-discarded = 草稿丟掉了，已發布的版本都還在。
trainer-case =
    { $title }
    { $now }

    { $versions }
trainer-case-on = 學員現在遇到的是第 { $version } 版，{ $reach }。
trainer-case-off = 已下架，現在沒有人遇得到他。挑一個版本就能讓他回來。
trainer-case-version = • 第 { $version } 版，{ $at }{ $by ->
        [0] {""}
       *[other] ，由 { $by } 發布
    }
trainer-case-again = • 第 { $version } 版，{ $at }{ $by ->
        [0] {""}
       *[other] ，由 { $by } 發布
    }：換回第 { $again } 版
trainer-no-case = 這位顧客、這個版本或這個班已經不在了。
trainer-withdrawn = 「{ $title }」下架了。談到一半的可以談完；每個版本都留著，隨時可以換回來。
trainer-file = { $name }，學員遇到的就是這一份。改好再傳回來，就是你的草稿。
trainer-figures =
    { $title }（{ $whose }）
    { $trainees } 位學員，{ $sessions } 場對話

    { $lines }
trainer-figures-none = { $title }（{ $whose }）：還沒有人跟他談過。
trainer-figures-endings = 怎麼收場：{ $list }
trainer-figures-share = { $ending } { $count } 場
trainer-figures-left = 中途離開或沒談完：{ $count } 場，大多停在第 { $after } 句之後，顧客當時多半是「{ $state }」
trainer-figures-left-none = 中途離開或沒談完：沒有
trainer-figures-missing = 最常漏掉的：{ $list }
trainer-figures-missed = { $what }（{ $count } 次）
trainer-figures-median = 分數中位數：{ $score }（滿分 100）
trainer-figures-median-none = 分數中位數：還沒有人做完回顧
trainer-others = 想看哪位顧客的數據？這些是機器人內建的，你們自己的在工作室裡。
trainer-cohorts =
    班級：
    { $list }
trainer-cohort-line = • { $name }：{ $members ->
        [0] 還沒有人
       *[other] { $members } 人
    }
trainer-no-cohorts = 還沒有班級。一個班可以是一梯培訓，也可以是一個小組：顧客可以只發布給這個班，也能單獨看這個班練得如何。
trainer-ask-cohort = 這個班要叫什麼？直接把名字傳給我。（不開了就傳 /menu）
trainer-cohort-code =
    「{ $name }」：把下面這行傳給我就能加入。
    還有 { $days } 天有效，還能加入 { $uses } 人。
    /join { $code }
trainer-cohort-code-over = 「{ $name }」的加入碼過期或用完了。打開這個班，點「換一組加入碼」。
trainer-crew =
    這裡的夥伴：
    { $list }

    編號是 Telegram 的。傳 /trainer 給我，就會看到自己的編號。
trainer-crew-line = • { $number }：{ $role }
trainer-crew-none = 還沒有人。
trainer-invitation =
    第一個把下面這行傳給我的人就是{ $role }。只能用一次，{ $days } 天內有效，請私下轉交。
    /trainer { $code }
trainer-appointed = { $number } 現在是{ $role }了，傳 /trainer 就看得到。
trainer-dismissed = { $number } 不再是講師了。他發布過的顧客都還在。
trainer-not-dismissed = 沒辦法對 { $number } 這樣做：他不是你們這裡的人、屬於別的單位，或者就是你自己。
trainer-bad-number = 請給我 Telegram 編號，例如 123456789。請對方傳 /trainer 給我，就會看到自己的編號。
trainer-hired = 歡迎加入！你現在是{ $role }了：{ $organisation }
trainer-joined = 你加入「{ $cohort }」了（{ $organisation }）。給你們的顧客在 /menu 裡。
trainer-how-to-join =
    傳 /join 再接講師給你的加入碼，就能進班。
    傳 /join name 可以改講師對你的稱呼。
    傳 /join leave 會退出所有班級和所屬單位。
trainer-bad-code = 這組碼沒有用：可能打錯、用過了，或是過期了。請再要一組。
trainer-elsewhere = 這組碼是別的單位的，而你目前屬於：{ $organisation }。真的要換，請先傳 /join leave。
trainer-left = 你已經退出所有班級和所屬單位。你的對話和日誌都還在。
trainer-founded =
    「{ $organisation }」設好了。它的講師看不到別人的東西，別人也看不到它的。第一個把下面這行傳給我的人就是它的負責人（{ $days } 天內有效）：
    /trainer { $code }
trainer-files-broken =
    內容資料夾裡有檔案壞了。修好之前，學員遇到的還是上一個可以用的版本。
    { $text }
    用 xiaoqi check 看看問題出在哪。

button-trainer-home = 🗂 工作室
button-trainer-help = 怎麼用
button-trainer-try = ▶ 試談草稿
button-trainer-publish = 發布給所有人
button-trainer-publish-cohort = 發布給「{ $name }」
button-trainer-discard = 丟掉草稿
button-trainer-case = 看版本
button-trainer-back = 換回第 { $version } 版
button-trainer-reach-everyone = 改成開放給所有人
button-trainer-reach-cohort = 改成只給「{ $name }」
button-trainer-withdraw = 下架
button-trainer-fetch = 下載檔案
button-trainer-figures = 看數據
button-trainer-figures-of = 數據：{ $name }
button-trainer-figures-all = 數據：所有人
button-trainer-others = 其他顧客的數據
button-trainer-cohorts = 班級
button-trainer-new-cohort = 開新班
button-trainer-crew = 夥伴與權限
button-trainer-invite = 邀請講師
button-trainer-invite-owner = 邀請負責人
button-trainer-dismiss = 移除 { $number }

command-trainer = 講師專用：發布顧客、看數據
command-join = 用加入碼進班

## 班級

cohort-page =
    👥 { $name } · { $members ->
        [0] 還沒有人
       *[other] { $members } 人
    }

    { $list }
cohort-none-given = 目前沒有任務。
cohort-given = 📌 { $title }，{ $until } 前：✓ 完成 { $done } 人，進行中 { $begun } 人，還沒開始 { $not_yet } 人
cohort-given-over = 📌 { $title }，{ $until } 已截止：✓ { $members } 人當中完成 { $done } 人
cohort-members =
    👥 { $name }（{ $count } 人）
    { $list }
cohort-members-none = 「{ $name }」還沒有人加入，把加入碼傳給大家吧。
cohort-mate = • { $who }：完成 { $done }/{ $given }
cohort-mate-alone = • { $who }
cohort-named = { $name }
cohort-tag = 學員 { $tag }
cohort-member =
    { $who } · { $name }
    { $list }
cohort-member-line = 📌 { $title }：{ $stage }
cohort-stage-done = ✓ 完成了
cohort-stage-begun = 進行中
cohort-stage-not-yet = 還沒開始
cohort-ask-remove = 要請這位學員離開這個班嗎？對方會收到訊息，之後也遇不到這個班專屬的顧客。自己的對話仍然是自己的。
cohort-removed = { $who }已經離開「{ $name }」，也收到訊息了。原本的加入碼還進得來，不希望這樣就換一組。
cohort-no-member = 這位學員已經不在這個班了。
cohort-new-code =
    「{ $name }」的新加入碼。舊的不能再用，已經在班上的人不受影響。
    還有 { $days } 天有效，還能加入 { $uses } 人。
    /join { $code }
cohort-ask-customer = 出一個新任務：請大家跟哪位顧客練習？（不出了就傳 /menu）
cohort-ask-day = 「{ $title }」要在哪一天前完成？點一個，或直接打日期，例如 2026-03-20、3月20日。
cohort-bad-day = 請給我今天以後、一年以內的日期，例如 2026-03-20、3月20日。
cohort-ask-line = 「{ $title }」，{ $until } 前完成。要補充一句嗎？寫一行，200 字以內，班上每個人都看得到。
cohort-lapsed = 這個任務沒有出完。打開班級，再來一次。
cohort-no-customer = 這位顧客不能派給這個班：已經下架，或只開放給別的班。
cohort-full = 這個班有 { $most } 個任務還沒到期，已經是上限了。請先收回一個。
cohort-assigned = ✓ 已經把「{ $title }」派給「{ $name }」，{ $until } 前完成。{ $members ->
        [0] 班上還沒有人，之後加入的人會收到。
       *[other] 已通知 { $members } 人。
    }還沒做的人，前一天會收到一次提醒。
cohort-assignment =
    📌 { $title }
    「{ $name }」，{ $until } 前

    { $list }
cohort-line = 「{ $line }」
cohort-not-met = ⚠ 班上已經沒有人遇得到這位顧客了。
cohort-done-by = ✓ 完成了（{ $count }）{ $count ->
        [0] {""}
       *[other] ：{ $names }
    }
cohort-begun-by = … 進行中（{ $count }）{ $count ->
        [0] {""}
       *[other] ：{ $names }
    }
cohort-not-yet-by = 還沒開始（{ $count }）{ $count ->
        [0] {""}
       *[other] ：{ $names }
    }
cohort-no-assignment = 這個任務已經不在了。
cohort-taken-back = 「{ $title }」收回了，還沒做的人都通知到了。
cohort-weekly-on = 每週一 9:00 會把「{ $name }」的週報傳給你。
cohort-weekly-off = 不會再自動傳「{ $name }」的週報。想看的時候點按鈕就有。
cohort-new-duty = 📌 { $cohort }：講師請你在 { $until } 前練習「{ $title }」。
cohort-new-duty-line =
    📌 { $cohort }：講師請你在 { $until } 前練習「{ $title }」。
    「{ $line }」
cohort-still-open = ⏰ { $cohort }：「{ $title }」還沒做，期限是 { $until }。談一場、做完回顧就完成了。
cohort-duty-gone = 講師收回了「{ $title }」這個任務，不用做了。
cohort-duty-done = 📌 ✓ 任務完成：「{ $title }」。講師只看得到你做完了，看不到你寫的內容。
cohort-duty = 📌 { $title }，{ $until } 前
cohort-duty-line = 📌 { $title }，{ $until } 前：「{ $line }」
cohort-waiting =
    有任務在等你：
    { $list }
cohort-you-are-out = 講師已請你離開「{ $cohort }」。你的對話和日誌都還在。
cohort-seen = 在「{ $cohort }」裡，講師看得到你完成了哪些任務，以及全班整體練得如何。你寫的內容，誰都看不到。
cohort-seen-as = 在「{ $cohort }」裡，講師看到的你是{ $who }：完成了哪些任務，以及全班整體練得如何。你寫的內容，誰都看不到。想換名字：/join name
cohort-ask-name = 希望講師怎麼稱呼你？直接打名字，或點一個：
cohort-known = 講師看到的你是：{ $who }。要改就傳 /join name
cohort-known-nowhere = 你還沒有加入班級，名單上沒有你。請先傳 /join 再接加入碼。
cohort-week =
    📈 { $name }：最近七天
    { $parts }
cohort-week-quiet = 沒有人談完一場（班上 { $members } 人）。
cohort-week-practised = { $members } 人當中有 { $practised } 人練習，做完回顧的對話 { $runs } 場。
cohort-week-before = 前一週：{ $practised } 人，{ $runs } 場。
cohort-week-few = 一週內有 { $fewest } 人以上練習，才會顯示練得如何。人太少，就等於點名了。
cohort-week-score = 平均分數：{ $score }（滿分 100）
cohort-week-score-before = 平均分數：{ $score }（滿分 100，前一週 { $before }）
cohort-week-strongest = 最拿手：{ $list }
cohort-week-weakest = 還要加強：{ $list }
cohort-week-moved = 變化：{ $list }
cohort-week-helped = 有幫助的做法（幾個人用了）：{ $list }
cohort-week-hurt = 幫倒忙的做法（幾個人用了）：{ $list }
cohort-week-missing = 漏掉的（幾個人漏了）：{ $list }
cohort-week-methods = 檢核表全部做到：{ $list }
cohort-week-assignments =
    任務：
    { $list }
cohort-week-cards =
    團隊經驗庫新增：
    { $list }
cohort-skill = { $skill } { $percent }%
cohort-change = { $skill } { $from }% → { $to }%
cohort-shared = { $what }（{ $count }）
cohort-method = { $method } { $called } 場中 { $done } 場
cohort-card = • { $name }談「{ $customer }」：{ $why }
cohort-other-cards = • 另外還有 { $count } 張：/library

button-cohort-code = 加入碼
button-cohort-new-code = 換一組加入碼
button-cohort-members = 學員
button-cohort-remove = 請他離開這個班
button-cohort-remove-yes = 確定
button-cohort-remove-no = 先不要
button-cohort-assign = ＋ 出任務
button-cohort-assignment = 📌 { $title }
button-cohort-by = { $days ->
        [1] 明天（{ $date }）
        [7] 一週後（{ $date }）
        [14] 兩週後（{ $date }）
       *[other] { $days } 天後（{ $date }）
    }
button-cohort-no-line = 不寫，直接派
button-cohort-take-back = 收回任務
button-cohort-digest = 📈 週報
button-cohort-weekly-on = 每週一傳週報給我
button-cohort-weekly-off = 不要再傳週報給我
button-cohort-duty = 📌 { $title }
button-cohort-signed = 「{ $name }」，跟卡片上一樣
button-cohort-tag = 不留名，叫我 { $tag } 就好

## 門口

access-ask-code =
    嗨！這個機器人只開放給受邀的人。
    有邀請碼嗎？直接傳給我就可以。還沒有？{ $contact }
access-not-listed =
    嗨！這個機器人只開放給名單上的人，你目前還沒在名單裡。
    { $contact }
    對方會需要你的編號：{ $number }
    有講師給的碼？直接傳給我就可以。
access-contact = 請聯絡：{ $text }
access-contact-unknown = 請問問介紹你來的人。
access-bad-code =
    這組碼進不來：可能打錯、用完了，或是過期了。核對一下再傳一次。
    { $contact }
access-too-many = 剛才試了不少組碼。請等 { $minutes } 分鐘，核對好再傳。
access-removed =
    你在這裡的使用權限已經收回，暫時不能練習。
    { $contact }
    你留下的資料還是你的：/privacy、/export、/forget 照常可以用。
access-welcome = 歡迎，你進來了！
access-already-in = 你已經在裡面了，這組碼沒有用掉，可以留給別人。
access-group-closed = 這個機器人只開放給受邀的人。群組裡哪位已經受邀，傳一次 /help，之後整個群組都能一起玩。
access-group-removed = 你在這裡的使用權限已經收回。
access-code =
    { $uses ->
        [1] 一個人用的邀請碼，{ $days } 天內有效，請私下轉交。請對方把下面這行傳給我：
       *[other] 最多 { $uses } 個人用的邀請碼，{ $days } 天內有效。請每個人把下面這行傳給我：
    }
    /start { $code }
access-code-usage = 這組碼要給幾個人？/trainer code 20 是二十個人，最多 { $most } 個；只傳 /trainer code 是一個人用的。
access-admitted = { $number } 現在可以進來了，之前怎樣都不算。
access-barred = { $number } 的使用權限已收回：離開班級和身分，也不再收到提醒。留下的資料要由本人刪除。傳 /trainer admit { $number } 可以恢復。
access-not-barred = 這個編號是管理這個機器人的人，不能收回。請先改 --operator（XIAOQI_OPERATORS）。
access-only-operator = 這件事只有管理這個機器人的人能做。
access-flood = 一下子傳太多，我看不過來了。上一則回覆之後的幾則沒有算進來；休息半分鐘，再接著傳。
access-group-flood = 一下子太熱鬧，我跟不上了。剛才的幾則沒有算進來；等一下再繼續。
access-kept = 你是獲准進來的；只記下日期和方式。
access-kept-barred = 你的使用權限已經收回；只記下這件事和日期，/forget 之後也會保留。
