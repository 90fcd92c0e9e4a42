# 關於成績檔的話：`xiaoqi verify` 和 `xiaoqi export --run`。

verify-confirmed = ✓ { $file }：屬實。重新對話一遍，結果和檔案寫的完全一樣。
verify-refuted = ✗ { $file }：不成立，原因如下：
verify-not-here = ? { $file }：在這裡無法查證。這不代表成績有錯。
verify-run = { $persona }，{ $lang }，{ $messages } 則訊息：{ $ending }，得分 { $score }
verify-round = 第 { $round } 回合，第 { $attempt } 次
verify-token = 驗證碼 { $token }
verify-sum = 屬實 { $confirmed } 份，不成立 { $refuted } 份，在這裡無法查證 { $nothere } 份。
verify-in-contest = 屬於這場比賽，符合比賽規則，種子出自已公開的密鑰。
verify-in-contest-no-secret = 屬於這場比賽，符合比賽規則。種子是不是這場比賽的，要等密鑰公開：到時請用 --secret 給出。
verify-seed-fits = 種子出自已公開的密鑰。還想核對回合、時間和規則，請用 --contest 給出比賽公告。
verify-contest-not-checked = 檔案自稱屬於一場比賽，還沒有核對。請用 --contest 給出比賽公告，或用 --secret 給出已公開的密鑰。
verify-difference = { $at }：{ $what }
verify-recorded = 檔案裡：{ $text }
verify-expected = 應該是：{ $text }

verify-at-file = 檔案
verify-at-opening = 開頭
verify-at-message = 第 { $number } 則訊息
verify-at-end = 結束時
verify-at-contest = 比賽

verify-what-token = 驗證碼對不上，檔案裡有內容被改過
verify-what-posted = 驗證碼不在您給出的已公布清單裡
verify-what-opening = 顧客一開始說的不是這些話
verify-what-order = 時間比可能的還早
verify-what-words = 說的話、時間或前面的內容被改過
verify-what-gone = 顧客這時已經離開了
verify-what-reply = 顧客的回答不一樣
verify-what-levels = 顧客的情緒數值不一樣
verify-what-state = 顧客的情緒狀態不一樣
verify-what-farewell = 顧客最後說的話不一樣
verify-what-ending = 結局不一樣
verify-what-hints = 提示的先後順序不可能是這樣
verify-what-score = 得分不一樣
verify-what-offences = 傷人話術的次數不一樣
verify-what-chain = 對話本身的檢查碼不一樣
verify-what-practice = 這次對話不屬於任何比賽
verify-what-definition = 屬於另一場比賽
verify-what-commitment = 承諾值和密鑰兜不起來
verify-what-round = 沒有這一回合
verify-what-attempt = 沒有這麼多次機會
verify-what-customer = 這一回合是另一位顧客，或這位顧客的另一個版本
verify-what-language = 這一回合用的是另一種語言
verify-what-seed = 不是這一回合的種子
verify-what-hinted = 用了提示，但這場比賽不能用
verify-what-rewound = 是從另一場對話的中途重來的
verify-what-early = 開始時比賽還沒開始（1970 年起算的毫秒數）
verify-what-late = 結束時比賽已經截止（1970 年起算的毫秒數）
verify-what-long = 花的時間超過這一回合的限制（毫秒）

verify-missing-form = 檔案格式是第 { $recorded } 版，這個程式不認得。請改用較新的 xiaoqi。
verify-missing-engine = 成績出自引擎 { $recorded }，這裡是引擎 { $here }。請用當時的 xiaoqi 版本查證。
verify-missing-persona = 這裡沒有顧客「{ $persona }」，或者顧客在這裡不會說 { $lang }。請用 --content 指定有這位顧客的資料夾。
verify-missing-persona-version = 顧客「{ $persona }」在這裡是另一個版本（{ $here }，對話時是 { $recorded }）。請用 --content 指定有正確版本的資料夾。
verify-missing-locale-version = 語言 { $lang } 在這裡是另一個版本（{ $here }，對話時是 { $recorded }）。請用當時的 xiaoqi 版本，或用 --content 指定當時的資料夾。
verify-missing-limit = { $lang } 的粗話清單在這裡是另一個版本，而這次對話有限制粗話。請用當時的 xiaoqi 版本，或用 --content 指定當時的資料夾。

verify-closed = 打不開檔案：{ $why }。請檢查檔名再試一次。
verify-foreign = 這不是成績檔，或者檔案壞了。成績檔是 xiaoqi export --run 寫出來的。
verify-shape = 檔案在第 { $line } 行第 { $column } 欄壞了或被改過。請再要一份。
verify-shape-somewhere = 檔案裡有不屬於成績檔的內容，或者寫法不一樣。請再要一份。
verify-contest-closed = 打不開比賽公告 { $file }
verify-contest-unreadable = { $file } 不是比賽公告。請向比賽主辦人要這個檔案

export-run-none = 這裡沒有編號 { $number } 的對話。xiaoqi export 會列出保存的內容
export-run-several = 有好幾位都有編號 { $number } 的對話。請用 --trainee 說明是誰的
export-run-no-customer = 對話 { $number } 的顧客已經不在這裡。請用 --content 指定有這位顧客的資料夾
export-run-open = 對話 { $number } 還沒結束。請先結束，再匯出
export-run-cancelled = 對話 { $number } 已經作廢，沒有成績
export-run-changed = 對話 { $number } 在這裡無法重新進行（{ $why }）。請用當時的版本匯出
