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
    /join { $code }
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
button-trainer-cohort-code = 「{ $name }」的加入碼
button-trainer-crew = 夥伴與權限
button-trainer-invite = 邀請講師
button-trainer-invite-owner = 邀請負責人
button-trainer-dismiss = 移除 { $number }

command-trainer = 講師專用：發布顧客、看數據
command-join = 用加入碼進班
