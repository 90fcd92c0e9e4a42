# 培訓師的工具說的話：`xiaoqi persona test` 等。

tool-named = { $id }（{ $word }）
tool-none = 無
tool-yes = 是
tool-no = 否
tool-quoted = 「{ $text }」
tool-broken =
    顧客「{ $id }」現在沒辦法對話：
    { $list }
tool-unknown = 沒有叫「{ $id }」的顧客（現有：{ $list }）
tool-unknown-near = 沒有叫「{ $id }」的顧客。你要找的是「{ $near }」嗎？（現有：{ $list }）
tool-content-has = 內容裡有 { $counts }，用 xiaoqi check 查看
tool-no-folder = 沒有可以寫入的內容資料夾。請進入您自己的資料夾，或用 --content DIR 指定。

test-still-here = 顧客還在
test-between = { $least } 到 { $most }
test-one-of = 其中之一：{ $list }
test-not = 不應有：{ $what }
test-passed = ✓ { $plan }，{ $lang }，種子 { $seed }：{ $ending }，得分 { $score }
test-failed = ✗ { $plan }，{ $lang }，種子 { $seed }：{ $ending }，得分 { $score }
test-at-message = 第 { $number } 則訊息
test-at-end = 結束時
test-said = 您寫的：{ $said }
test-expected = 期望的：{ $expected }
test-came = 實際的：{ $came }
test-all-well = 測試計畫 { $plans } 份，對話 { $conversations } 場：全部符合期望。
test-sum =
    測試計畫 { $plans } 份，對話 { $conversations } 場：{ $failed } 場不符合期望{ $broken ->
        [0] 。
       *[other] ；{ $broken } 份計畫無法使用。
    }
test-no-customer = { $file }：沒有顧客「{ $id }」。檔名要以顧客的 id 開頭。
test-no-customer-near = { $file }：沒有顧客「{ $id }」。是不是「{ $near }」？檔名要以顧客的 id 開頭。
test-no-plans =
    { $folder } 裡沒有測試計畫。要開始一份，請把要說的話寫進一個檔案，一行一則，然後執行
    xiaoqi persona test --write { $id } < messages.txt
test-bad-name = 「{ $name }」不能當計畫的名稱：請用 1 到 40 個 a-z、0-9 和 _
test-no-messages = 什麼也沒寫。請從標準輸入給出要說的話，一行一則。
test-there-already = { $file } 已經存在，未作更動。請用 --name 換一個名稱。
test-written = 已寫入：{ $file }。請讀一遍，刪去不必如此的期望，然後執行：xiaoqi persona test { $id }

test-what-said = 還沒說到這則，顧客已經離開了
test-what-state = 情緒狀態
test-what-phase = 對話階段
test-what-heat = 火氣（0 到 3）
test-what-anger = 憤怒
test-what-anxiety = 焦慮
test-what-disappointment = 失望
test-what-trust = 信任
test-what-solved = 訴求滿足了百分之幾
test-what-accepted = 顧客是否已接受
test-what-ending = 結局
test-what-moves = 應該聽出的話術
test-what-no_moves = 不該聽出的話術
test-what-facts = 應該說出的事實
test-what-says = 回答裡的字詞
test-what-never_says = 回答裡不該有的字詞
test-what-score = 得分

pack-done = { $id } 已打包：{ $count } 個檔案，在 { $file }
unpack-done = { $id } 已解開：{ $count } 個檔案
pack-unknown = 沒有可以練習的顧客「{ $id }」。xiaoqi personas 列出全部顧客，xiaoqi check 說明哪裡有錯。
pack-unknown-near = 沒有可以練習的顧客「{ $id }」。是不是「{ $near }」？
pack-unreadable = 無法讀取 { $file }
pack-refused = { $file } 沒有解開：{ $why }。什麼也沒有寫入。
pack-file-there = { $file } 已經存在。要覆蓋它，請加上 --replace。
pack-there-already =
    這些檔案已經存在，什麼也沒有寫入：{ $list }
    要覆蓋它們，請加上 --replace。
pack-unsound =
    這位顧客在這裡無法練習，什麼也沒有寫入：
    { $list }
pack-too-large = 檔案太大，不可能是一位顧客
pack-too-many = 裡面的檔案太多（{ $about }）
pack-broken = 檔案已損壞，或者不是 xiaoqi persona pack 打包的 { $about }
pack-duplicate = 裡面有兩個同名的檔案 { $about }
pack-link = 裡面有連結或資料夾（{ $about }），而那裡只能是檔案
pack-name = 裡面有檔名無法讀取
pack-outside = 裡面有檔案會寫到您的資料夾之外（{ $about }）
pack-bomb = 裡面有檔案展開後太大（{ $about }）
pack-not-utf8 = 裡面有檔案不是文字（{ $about }）
pack-no-manifest = 裡面沒有檔案清單，不是 xiaoqi persona pack 打包的
pack-newer = 打包的 xiaoqi 版本較新（{ $about }）
pack-foreign = 裡面有不屬於這位顧客的檔案（{ $about }）
pack-no-customer = 裡面缺少顧客本人的檔案（{ $about }）
pack-changed = 打包之後被更動過（{ $about }）

simulate-head = { $title }（{ $id }，{ $grade }）：與每類學員各對話 { $runs } 場
simulate-who = 學員「{ $id }」
simulate-plain = • { $who }：100 場裡安撫住 { $won } 場
simulate-right = ✓ { $who }：100 場裡安撫住 { $won } 場，符合「{ $grade }」（{ $least } 到 { $most }）
simulate-easy = ✗ 對「{ $grade }」來說太容易：{ $who }在 100 場裡安撫住 { $won } 場，應為 { $least } 到 { $most }
simulate-hard = ✗ 對「{ $grade }」來說太難：{ $who }在 100 場裡安撫住 { $won } 場，應為 { $least } 到 { $most }
simulate-share = { $ending } { $share }%
simulate-endings = 平均 { $turns } 則訊息；{ $endings }
simulate-fits = 難度與等級相符。
simulate-make-harder = 要讓顧客更難：調高 heard_needed（換算為 { $heard }）或 accept_trust（換算為 { $trust }），調低 step（換算為 { $step }）或 patience（換算為 { $patience }），或者讓方案滿足得少一些（meets）。
simulate-make-easier = 要讓顧客更容易：調低 heard_needed（換算為 { $heard }）或 accept_trust（換算為 { $trust }），調高 step（換算為 { $step }）或 patience（換算為 { $patience }），或者讓方案滿足得多一些（meets）。
simulate-uneven = 對有的學員太容易，對有的太難：調高 heard_needed（換算為 { $heard }）、調低 accept_trust（換算為 { $trust }），或者反過來；step（換算為 { $step }）和 patience（換算為 { $patience }）對所有學員一起起作用。
simulate-states-never = 從未進入的狀態：{ $list }
simulate-endings-never = 從未出現的結局：{ $list }
simulate-lines-never = 從未說過的自有台詞：{ $count } 句，共 { $all } 句
simulate-more = 還有 { $count } 句
simulate-picture = 已畫成圖：{ $file }
picture-title = { $title }（{ $grade }）：每種學員各談 { $runs } 場
picture-endings = 怎麼收場的（百分比）
picture-course = { $feeling }：每說一句之後的平均

schema-written = 已寫入：{ $file }
schema-how =
    檔案第一行放上這句，編輯器就找得到它：
    { $line }
    VS Code 請裝 Even Better TOML，其他編輯器裝 Taplo。新增顧客類型或語言之後，請再執行一次。

graph-title = { $title }（{ $id }）：模擬對話 { $count } 場
graph-title-sessions = { $title }（{ $id }）：實際對話 { $count } 場
graph-messages = { $count } 則
graph-conversations = { $count } 場
graph-rule = { $rule }：{ $count }
graph-no-rule = 學員自己結束，或沒有記下是哪條規則
graph-way = { $from } → { $to }：{ $rules }
graph-dashed = 虛線：走得到，但還沒有人走過。線愈粗，走的次數愈多。
graph-no-trainees = 這份內容的 personas/trainees/ 裡沒有模擬學員。請複製幾個進去，或改用 --sessions。
graph-no-sessions = 那裡沒有存下與「{ $id }」的對話。拿掉 --sessions 就改算模擬對話。
graph-other-version = 其中 { $count } 場用的是這位顧客的另一個版本，也一併計入
graph-unread = 有 { $count } 筆紀錄讀不出來，沒有計入

play-begin = 正在和「{ $id }」對話。可以邊練邊改他的檔案：一存檔，前面說過的話就會馬上重播一遍。輸入 :help 看看能做什麼。
play-begin-built-in = 正在和程式內建的「{ $id }」對話，內建的內容不會變。輸入 :help 看看能做什麼。
play-help =
    :back N      回到第 N 則訊息之後（0：回到開場白）
    :again       重新讀檔，把所有訊息重播一遍，全部顯示出來
    :seed N      換一個種子，把所有訊息重播一遍
    :write 名稱  把這些訊息存成測試計畫 personas/tests/ID.名稱.toml，名稱用 a-z、0-9 和 _
    :quit        離開
    其他都是對顧客說的話。訊息裡寫 \n 代表換行。
play-unknown = 沒有「{ $line }」這個指令。輸入 :help 看看有哪些。
play-understood = 聽懂：{ $moves }
play-asked = 問到：{ $list }
play-unprepared = 沒有準備過的事
play-told = 說出：{ $list }
play-offered = 提出的方案：{ $list }
play-counts = 火氣 { $heat }/3 · { $phase } · 感覺被傾聽 { $heard }% · 訴求滿足 { $solved }% · 耐心還剩 { $left } 則
play-ended = 對話結束：{ $ending }。得分 { $score }。
play-gone = 顧客已經離開了（{ $ending }）。輸入 :back { $number } 可以回到離開之前。
play-back = 回到第 { $number } 則訊息之後。
play-no-such-message = 到目前只有 { $count } 則訊息。
play-seed = 種子 { $seed }：所有訊息重播一遍。
play-changed = 檔案改過了，已重播 { $count } 則訊息。
play-broken = 照現在的檔案，「{ $id }」沒辦法對話，先維持修改前的樣子：
play-differs = 第 { $number } 則：{ $said }
play-opening-differs = 開場白：
play-before = 原本：{ $what }
play-now = 現在：{ $what }
play-not-said = 沒機會說了
play-no-difference = 結果沒有任何不同。
play-unsaid = 顧客提早離開，還有 { $count } 則沒機會說。

diff-two = 請給兩位顧客，或給一位顧客再加上 --against 資料夾。
diff-head = 原本：{ $old }。現在：{ $new }。
diff-nothing = 這位顧客沒有任何不同。
diff-group-numbers = 人物設定
diff-group-facts = 事實
diff-group-demands = 訴求
diff-group-offers = 方案
diff-group-states = 情緒狀態與結局
diff-group-texts = 文字
diff-key = { $key }（{ $lang }）
diff-changed = { $key }：{ $old } → { $new }
diff-one = { $key }：{ $value }
diff-outcomes = 和每類學員各對話 { $runs } 場，每 100 場安撫住幾場：
diff-same = = { $who }：{ $new }，和原本一樣；平均則數 { $old-turns } → { $new-turns }
diff-by-chance = ≈ { $who }：{ $old } → { $new }，可能只是湊巧；平均則數 { $old-turns } → { $new-turns }
diff-easier = ↑ { $who }：{ $old } → { $new }，變容易了；平均則數 { $old-turns } → { $new-turns }
diff-harder = ↓ { $who }：{ $old } → { $new }，變難了；平均則數 { $old-turns } → { $new-turns }
diff-ending = { $ending } { $old }% → { $new }%

doctor-well = 一切正常，`xiaoqi serve` 可以在這裡執行。
doctor-ill = 有 { $count } 個地方要先處理，`xiaoqi serve` 才能在這裡執行。
doctor-content = 內容：{ $customers } 位顧客，沒有壞掉的。
doctor-content-broken = 內容：{ $counts }。用 `xiaoqi check` 看哪裡壞了、怎麼改。
doctor-data = 資料夾：{ $path } 打得開，裡面的資料完好。
doctor-data-new = 資料夾：{ $path } 裡還沒有資料，可以寫入。
doctor-data-locked = 資料夾：{ $path } 正在使用中，看來服務已經在跑了。要另外啟動，請先停掉它。
doctor-data-readonly = 資料夾：{ $path } 無法寫入。請檢查擁有者、權限，以及磁碟是否掛載成唯讀。
doctor-data-full = 資料夾：{ $path } 所在的磁碟滿了，請先清出空間。
doctor-data-newer = 資料夾：{ $path } 是較新版本的程式寫的，請更新這支程式。
doctor-data-damaged = 資料夾：{ $path } 打不開，可能損毀了，也可能不是這支程式的資料夾。請把它移開，換回最近一次的備份。
doctor-space = 可用空間：{ $megabytes } MB。
doctor-space-little = 可用空間：{ $path } 那裡只剩 { $megabytes } MB，請盡快清出一些。
doctor-space-none = 可用空間：{ $path } 那裡只有 { $megabytes } MB，不夠用，請先清出空間。
doctor-space-unknown = 可用空間：系統沒有提供 { $path } 的數字。
doctor-token = 權杖：有，格式也對。
doctor-token-none = 權杖：沒有。請設定 { $variable }，或用 --token-file 指定檔案；權杖向 @BotFather 索取。
doctor-token-bad = 權杖：{ $place } 裡沒有權杖。格式像 123456:ABC-…：數字、冒號、約三十五個字母。
doctor-token-file = 權杖：檔案 { $path } 無法讀取，請檢查檔名和權限。
doctor-api = Bot API：{ $url } 有回應，機器人是 @{ $bot }。
doctor-api-url = Bot API：{ $url } 不是網址，應該像 https://api.telegram.org 這樣。
doctor-api-token = Bot API：{ $url } 不認得這個權杖，可能已經失效。請向 @BotFather 索取目前的權杖。
doctor-api-unreachable = Bot API：連不上 { $url }。請檢查網路、防火牆和 Proxy。
doctor-api-busy = Bot API：{ $url } 有回應，但現在無法使用，請過一分鐘再試。
doctor-clock = 時鐘：和 Telegram 一致。
doctor-clock-off = 時鐘：和 Telegram 相差 { $seconds } 秒。請開啟系統的時間同步，否則提醒和比賽會出錯。
doctor-clock-unknown = 時鐘：沒有可以比對的對象。

doctor-data-encrypted = 資料夾：{ $path } 用金鑰打得開，每一筆都原樣未動。
key-made = 已寫入 { $file }（金鑰 { $id }）。請另存一份，別和資料、備份放在一起：金鑰弄丟了，誰也讀不出這些資料。
key-no-data = { $folder } 裡沒有服務的資料。
key-no-file = 請用 --key-file 指定金鑰檔。`xiaoqi key new 檔案` 可以產生一個。
key-rotated = { $entries } 筆資料都已用金鑰 { $id } 加密。這裡不再需要其他金鑰；先前的備份還是要用當時的金鑰。
key-encrypted = 原本沒有加密，現在 { $entries } 筆資料都已用金鑰 { $id } 加密。先前的備份仍是明文：做好新備份後請刪掉。
key-removed = 加密已移除，{ $entries } 筆資料都是明文，這裡不再需要金鑰。
key-plain = 資料沒有加密（{ $entries } 筆）。
key-show = 用金鑰 { $id } 加密：{ $entries } 筆。
compact-done = 完成：刪掉的內容在檔案裡不再留下痕跡。檔案原本占 { $before } kB，現在占 { $after } kB。先前的備份裡仍然有。
settings-broken =
    { $file } 裡的設定無法使用：
    { $list }
    所有設定請見 docs/operating.md。
settings-unreadable = 設定檔 { $file } 無法讀取（{ $why }）。請檢查檔名和權限，或用 --config 另外指定。
settings-token =
    { $file }:{ $line }：設定檔會被複製、查看、備份，機器人的權杖不能寫在裡面。請把權杖單獨放進一個只有服務能讀取的檔案，再在這裡寫上檔名：token_file = "…"
    如果其他人也看得到這個檔案，請向 @BotFather 換一個新的權杖。

backup-taken = 備份完成：{ $file }，{ $entries } 筆紀錄，{ $kilobytes } KB，已讀回核對，完好。
backup-taken-running = 執行中的服務備份完成：{ $file }，{ $entries } 筆紀錄，{ $kilobytes } KB，已讀回核對，完好。
backup-removed = 已刪除舊備份：{ $file }
backup-keep-folder = { $to } 不是資料夾。--keep 用來清理備份資料夾，請指定一個資料夾。
backup-there-already = { $file } 已經存在，未作更動。請換一個名稱。
backup-unwritable = { $file } 無法寫入（{ $why }）。請檢查資料夾、權限和剩餘空間。
backup-locked = { $path } 正在使用中，但控制介面沒有回應。請用服務的帳號或 root 執行；如果是本程式的其他工具在使用，請等它做完。
backup-refused = { $file } 無法使用：{ $why }。
backup-foreign = 不是消氣的備份
backup-newer = 是較新版本的程式做的，請先更新這支程式
backup-short = 檔案不完整，斷在第 { $at } 位元組、第 { $entry } 筆紀錄。請重新複製一次，或改用更早的一份
backup-damaged = 檔案損毀，在第 { $at } 位元組、第 { $entry } 筆紀錄。請重新複製一次，或改用更早的一份

restore-sound = { $file } 完好：{ $entries } 筆紀錄，{ $at } 由 xiaoqi { $program } 備份。
restore-done = 已還原到 { $path }：{ $entries } 筆紀錄，與 { $file } 逐筆核對一致（{ $at } 由 xiaoqi { $program } 備份）。可以啟動服務了。
restore-not-empty = { $path } 裡已經有資料，未作任何更動。請用 --data 指定空的資料夾，或加上 --replace 先把現有資料移開。
restore-aside = 原有資料已移到 { $path }，確認沒問題後再刪除。
restore-differs = 寫進 { $path } 的內容和備份不一致。先別用它啟動服務：請檢查磁碟，再加上 --replace 還原一次。

migrate-locked = { $path } 正在使用中。請先停掉服務，備份一次，再繼續。
migrate-kind = { $kind }：舊版本 { $count } 筆
migrate-would = 有 { $count } 筆要升級，{ $current } 筆已是最新。沒有寫入任何東西。
migrate-done = 升級了 { $count } 筆，另外 { $current } 筆本來就是最新。
migrate-unreadable = 有 { $unreadable } 筆無法讀取，所以沒有寫入任何東西。請從備份還原，或用當初寫入的程式處理。

stats-trainees = 學員：{ $count } 人；7 天內來過 { $week } 人，30 天內 { $month } 人
stats-conversations = 對話：{ $count } 場，進行中 { $open } 場，放棄 { $cancelled } 場；學員訊息 { $messages } 則
stats-ending = { "    " }{ $ending }：{ $count }
stats-inbox = 待處理的更新：{ $count } 則，最久的等了 { $seconds } 秒
stats-outbox = 尚未傳送的訊息：{ $count } 則，涉及 { $chats } 個聊天室
stats-unreadable = 無法讀取的紀錄：{ $count } 筆，用 xiaoqi migrate --dry-run 查看是哪些。
stats-kept = 總共：{ $entries } 筆紀錄，{ $kilobytes } KB

health-well = { $path } 上的服務一切正常。
health-none = { $path } 上沒有服務在執行。
health-stuck = { $path } 上有服務在執行，但儲存區沒有回應。請查看記錄檔，再重新啟動它。
doctor-settings = 設定：{ $path }
doctor-settings-none = 設定：沒有設定檔，只看參數和環境變數。
doctor-metrics = 指標：{ $address } 可以使用。
doctor-metrics-running = 指標：{ $address } 正在使用中，看來是執行中的服務。
doctor-metrics-taken = 指標：{ $address } 無法使用，可能被其他程式占用。請用 --metrics 換一個。
store-copied = 複製完成：{ $entries } 筆紀錄，從 { $from } 到 { $to }，複製後已逐一核對，兩邊相同（SHA-256 { $sum }…）。請把服務改指向新的位置；開始複製之後收到的內容只在舊的那一邊。
store-not-empty = { $to } 裡面已經有資料，未作任何更動。請改用空的資料夾。
store-differs = 寫進 { $to } 的內容跟讀出來的不一樣。請不要用它啟動服務：先確認有沒有其他程式同時寫入，清空後再複製一次。
compact-done-database = 完成：{ $store } 的資料表裡，已刪除的內容都不在了。資料庫本身的交易記錄、備援主機和先前的備份還會保留一陣子。
key-database = 加密、換金鑰和解密都要在資料夾裡進行：請先停止服務，執行 `xiaoqi store copy { $store } 資料夾`，在那裡執行金鑰指令，再複製回空的空間。
doctor-database = 資料庫：{ $store } 可以連線，裡面的資料完整無缺。
doctor-database-new = 資料庫：{ $store } 可以連線，裡面還沒有資料。
doctor-database-encrypted = 資料庫：{ $store } 可以連線，每筆紀錄都能用金鑰打開。
bots-name = [bots.{ $name }]：機器人不能取這個名字。資料夾和資料庫 schema 都用它命名：1 到 32 個字元，只能用 a-z、0-9 和 _，以字母開頭，而且不能以 pg_ 開頭。
bots-none = 沒有叫 { $name } 的機器人：設定裡沒有 [bots.{ $name }] 這個表。請拿掉 --bot（XIAOQI_BOT），或用 --config 指定有它的設定檔。
bots-unknown = 設定裡沒有叫 { $name } 的機器人。現有：{ $list }。請用 --bot 指定其中一個。
bots-unknown-near = 設定裡沒有叫 { $name } 的機器人。是不是要寫 { $near }？現有：{ $list }。
bots-which = 設定裡有好幾個機器人：{ $list }。請用 --bot 名字 指定一個。
bots-token-for-all = 設定裡有 [bots.名字] 表，寫給全體的權杖就不知道是誰的了。請拿掉最上層的 token_file、XIAOQI_TOKEN_FILE 和 TELOXIDE_TOKEN，在所屬機器人的表裡寫 token_file = "…"。
bots-no-token = [bots.{ $name }] 沒有寫權杖。請把權杖單獨放進一個檔案，再到這個表裡寫上檔名：token_file = "…"
bots-store = [bots.{ $name }] 的 store：{ $why }
bots-same-token = [bots.{ $one }] 和 [bots.{ $other }] 的權杖屬於同一個機器人。請各用各的：@BotFather 會給每個機器人一個。要共用的東西不必靠共用權杖。
bots-same-folder = [bots.{ $one }] 和 [bots.{ $other }] 的資料夾相同：{ $what }。請用 data = "…" 分開，或者不寫：預設是資料夾裡的 bots/名字。
bots-same-store = [bots.{ $one }] 和 [bots.{ $other }] 的空間相同：{ $what }。請用 space=名字 分開，或者不寫 store：預設就是機器人的名字。
bots-same-webhook = [bots.{ $one }] 和 [bots.{ $other }] 的推送路徑相同：{ $what }。請用 webhook = "…" 分開，或者不寫：預設是共用網址後面加上機器人的名字。

bench-head = 在這台機器上（{ $cores } 個處理器核心），以現有的內容與模型測了 { $seconds } 秒。
bench-load = 開始前的負載：{ $load }。若有其他程式同時在跑，下列各項都會慢一些。
bench-col-what = 項目
bench-col-rate = 每秒
bench-col-half = 半數不超過
bench-col-most = 百分之九十九不超過
bench-reading = 讀懂一則訊息，{ $lang }
bench-turn = 一個回合，只在記憶體裡
bench-debrief = 一次復盤
bench-commit = 提交一小筆到磁碟
bench-durable = { $clients ->
    [1] 一個回合，寫入磁碟，逐一進行
   *[other] 一個回合，寫入磁碟，{ $clients } 個同時
}
bench-start = 啟動：讀入並檢查內容 { $content } 毫秒，再過 { $models } 毫秒模型就緒。
bench-memory = 記憶體：啟動後 { $start } MB，最多時 { $peak } MB。
bench-machine = 每秒 { $turns } 個寫入磁碟的回合，以每人每 { $pause } 秒傳一則訊息計算，可讓 { $trainees } 位學員同時練習。
bench-telegram = Telegram 每秒大約接受一個機器人的 { $most } 則訊息。一個回合平均回 { $letters } 則，也就是每秒 { $turns } 個回合，{ $trainees } 位學員。
bench-limit-telegram = 所以瓶頸是 Telegram：這台機器能做到它的 { $times } 倍。
bench-limit-machine = 所以瓶頸是這台機器，多半是磁碟：比較一下寫入磁碟的回合與只在記憶體裡的回合。
bench-in-memory = 資料夾在記憶體裡，不在磁碟上：斷電之後，裡面的資料就沒了；上面的磁碟數字也不能代表真正的磁碟。
bench-note = 寫入磁碟的回合從程式拿到訊息起算，網路與 Telegram 花的時間另計。保存的資料沒有動過，也沒有留下任何東西。
bench-unwritable = { $path } 無法寫入（{ $why }）。請用 --data 指定一個您可以寫入的資料夾。
bench-nobody = 沒有任何顧客能以備有訊息的語言（zh-Hans、zh-Hant、en）演出。請用 `xiaoqi check` 查看內容哪裡有問題。
