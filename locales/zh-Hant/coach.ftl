### What the coach says after a conversation (zh-Hant, as spoken in Taiwan). One phone screen at a time, no HTML.

## Evidence: what happened, without a verdict

debrief-evidence-empty = 這一場你還沒開口，沒有可以回顧的內容。
debrief-timeline =
    先不打分數，看看顧客的心情怎麼走。
    四格依序：憤怒、焦慮、失望、信任（越高越強）
    ↘ 緩和　↗ 升溫　◆ 變化最大的幾句
    { $rows }
debrief-timeline-more =
    （接續）
    { $rows }
debrief-timeline-start = 開場 { $blocks }
debrief-timeline-row = { $number } { $blocks } { $trend } { $state }
debrief-timeline-mark = { $number } { $blocks } { $trend } { $state } ◆
debrief-moments =
    變化最大的幾句，原話在這裡：
    { $items }
debrief-moment-stay =
    ◆ 第 { $turn } 句「{ $quote }」
    　{ $emotion } { $from } → { $to }，狀態：{ $state }
debrief-moment-shift =
    ◆ 第 { $turn } 句「{ $quote }」
    　{ $emotion } { $from } → { $to }，{ $before } → { $after }
debrief-no-words = （沒有文字）

## Score

debrief-score =
    得分 { $score } / 100　結局：{ $ending }
    { $lines }
debrief-score-too-short =
    得分 { $score } / 100
    講得太少，還談不上評價。下次至少多聊幾個來回，我們再一起看。
debrief-score-branch = 練習分支：從第 { $message } 句重來，不和完整的一場比分
debrief-score-exam = 這是一場測驗
debrief-score-part = · { $part } { $earned }/{ $possible }
debrief-score-cost = 失分較多：{ $item }（−{ $lost }）
debrief-score-cost-quoted = 失分較多：{ $item }（−{ $lost }），例如第 { $turn } 句「{ $quote }」
debrief-score-cap = 結局是「{ $ending }」，總分最高只能到 { $limit }。
debrief-score-hints = 用了 { $hints } 次提示，扣 { $lost } 分。

## What worked, what to change

debrief-strengths =
    讓顧客好受一點的話：
    { $items }
debrief-strength =
    · 第 { $turn } 句「{ $quote }」
    　{ $name }：{ $why }
debrief-improvement =
    可以調整的 { $number }：{ $name }
    第 { $turn } 句，你寫的是「{ $quote }」
    { $why }
    換成這樣試試看：「{ $better }」
debrief-improvement-bare =
    可以調整的 { $number }：{ $name }
    第 { $turn } 句，你寫的是「{ $quote }」
    { $why }
debrief-gap =
    可以調整的 { $number }：{ $name }
    { $why }
    可以這樣說：「{ $better }」
debrief-gap-bare =
    可以調整的 { $number }：{ $name }
    { $why }
debrief-facts =
    顧客還有些事沒講出來，因為沒有人問到：
    { $items }
debrief-fact =
    · { $about }
    　可以這樣問：「{ $question }」
debrief-promises =
    你給的承諾：
    { $items }
debrief-promise-timed = · 第 { $turn } 句「{ $quote }」：有時間（{ $by_when }），顧客可以核對
debrief-promise-vague = · 第 { $turn } 句「{ $quote }」：沒有時間，顧客只能乾等
debrief-promise-beyond = · 第 { $turn } 句「{ $quote }」：超出你的權限，做不到
debrief-promise-broken = · 第 { $turn } 句「{ $quote }」：後來自己推翻了
debrief-methods =
    跟方法對照一下：
    { $items }
debrief-method-whole = · { $method }：{ $total } 個步驟都做到了
debrief-method-next = · { $method }：{ $done }/{ $total }，下次補上「{ $step }」

## The three questions

question-1 = 問題 1/3：這次我哪裡做得好？
question-2 = 問題 2/3：哪裡可以做得更好？
question-3 = 問題 3/3：我可以分享什麼，讓團隊一起變強？
debrief-reflection =
    { $question }
    { $answer }
    { $view }
debrief-reflection-unasked =
    { $question }
    { $view }
debrief-answered = 你寫的是：「{ $answer }」
debrief-answered-blank = 你寫的是：「{ $answer }」。一時想不到沒關係，回到原話裡找找看。
debrief-skipped = 這一題你略過了。
debrief-view-strengths = 從紀錄來看，有 { $count } 句話讓顧客明顯好受一些，請看下一則。
debrief-view-no-strengths = 從紀錄來看，這一場沒有哪句話讓顧客明顯好受。下次從一句具體的同理開始，看看對方有什麼變化。
debrief-view-improvements = 從紀錄來看，先調整這 { $count } 個地方，每個地方只改一句話。
debrief-view-no-improvements = 從紀錄來看，沒有哪句話傷到顧客。想更進一步，就挑一位更難的顧客。
debrief-share-script =
    可以把第 { $turn } 句收進團隊的話術（{ $name }）：
    「{ $quote }」
    分享時補一句：當時顧客是什麼心情，你為什麼這樣說。
debrief-share-case =
    可以把第 { $turn } 句當成五分鐘的小案例（{ $name }）：
    原話「{ $quote }」
    改成「{ $better }」
    請大家先猜顧客會怎麼回，再唸改過的那句。
debrief-share-case-bare =
    可以把第 { $turn } 句當成五分鐘的小案例（{ $name }）：
    「{ $quote }」
    請每個人寫一句替換的話，唸出來比較看看。
debrief-share-nothing = 這一場還沒有可以分享的句子。再練一次，留意哪句話讓顧客鬆口，把那一句帶給團隊。

## The full report and the picture

report-word = { $term }
report-language = zh-Hant
report-kind = 回顧報告
report-customer = 顧客：{ $name }　難度：{ $grade }
report-score = 得分 { $score }，滿分 100
report-ending = 結局：{ $ending }
report-subtitle = { $name } · 結局：{ $ending }
report-start = 開場
report-messages = 第幾句
report-legend = 變化最大的幾句，編號同原話
report-course = 心情是怎麼走的
report-turning = 變化最大的幾句
report-change = { $emotion } { $from } → { $to }
report-rubric = 得分明細
report-points = { $earned } / { $possible }
report-earned = 得分的話
report-lost = 失分的話
report-last = 最後一句
report-strengths = 讓顧客好受的話
report-improvements = 可以改的地方
report-instead = 換成這樣試試
report-say = 可以這樣說
report-facts = 顧客沒說出口的事
report-ask = 可以這樣問
report-promises = 你許下的承諾
report-timed = 有時間（{ $by_when }），顧客能核對
report-vague = 沒有時間，顧客只能乾等
report-beyond = 超出你的權限，兌現不了
report-broken = 後來的話把它推翻了
report-methods = 對照方法看一眼
report-not-called-for = 這一場沒用到
report-done = 做到了
report-missing = 還沒做到
report-questions = 三個問題
report-yours = 你寫的
report-view = 從紀錄看
report-talk = 完整對話
report-you = 你
report-turn = 第 { $turn } 句
report-nothing = 沒有
report-footer = 這個檔案是完整的，打開不需要網路，也不會把內容傳到任何地方。裡面有你寫的原話，轉給別人之前想一想。分數只描述這一場對話，不描述人。

## Names of the rubric's parts and lines

rubric-part_outcome = 結局
rubric-part_emotion = 情緒安撫
rubric-part_problem = 問題處理
rubric-part_promises = 承諾
rubric-part_language = 用語
rubric-part_composure = 自己的情緒
rubric-outcome = 對話的結局
rubric-heard_first = 先聽再處理
rubric-empathy = 說出並同理情緒
rubric-apology = 道歉與承擔
rubric-relief = 負面情緒的降溫
rubric-facts = 問出關鍵資訊
rubric-demands = 訴求獲得解決
rubric-cause = 說明原因
rubric-expectation = 說明接下來會怎樣
rubric-specific = 有時間的承諾
rubric-kept = 不越權、不跳票
rubric-check = 確認與後續追蹤
rubric-fitting_words = 用詞得體、切題
rubric-own_words = 不重複罐頭回覆
rubric-length = 篇幅適中
rubric-composure = 不跟顧客硬碰硬

## Names of what was missing

gap-missed_hearing = 還沒聽完就給方案
gap-missed_apology = 該道歉卻沒道歉
gap-missed_feeling = 沒提到顧客的感受
gap-missed_time = 承諾沒有時間
gap-missed_fact = 有件事沒問到
gap-missed_check = 沒確認就結束

## Methods and their steps

method-emotion_first = 先處理心情，再處理事情
method-empathy_six = 同理六步驟
method-apology_five = 道歉五要素
method-smart_promise = 說到做到的承諾
method-refusal_sandwich = 三明治拒絕法
method-questioning = 提問
method-structured_solving = 有步驟地解決
method-service_flow = 服務流程
method-listening = 傾聽
step-listen = 先聽、先問
step-settle = 接住情緒
step-own = 道歉或承擔下來
step-act = 再給做法
step-observe = 了解發生了什麼事
step-name = 說出對方的情緒
step-understand = 針對這件事表達理解
step-validate = 肯定這樣的反應
step-common = 站在同一邊
step-support = 提供支持
step-admit = 承認哪裡做錯
step-effect = 說出對顧客的影響
step-sorry = 不帶條件地道歉
step-repair = 現在怎麼補救
step-prevent = 以後怎麼避免
step-specific = 講清楚要做什麼
step-time = 講定時間
step-achievable = 在權限之內
step-stand = 前後一致
step-report = 主動回報進度
step-soften = 先同理
step-reason = 說明原因
step-alternative = 提供替代方案
step-close_well = 好好收尾
step-no_interrupt = 不打斷
step-encourage = 請顧客繼續說
step-paraphrase = 用自己的話重述
step-thank = 謝謝顧客告知

## Why it helped or hurt: moves

why-greet = 一句像樣的問候，是在告訴顧客「這裡有人」。顧客越火，問候越要短，趕快進正題。
why-thank = 謝謝顧客花的時間與耐心，他就不再是麻煩，而是被尊重的人。
why-address_by_name = 叫對稱呼，顧客就不是一張案件單。一場一兩次就好，多了像在唸稿。
why-humor = 氣消之後，自嘲一句可以拉近距離；氣頭上任何玩笑聽起來都是「你的事沒什麼」。
why-close = 事情談定之後好好道別，是最後的印象；還沒談完就道別，等於在送客。
why-encourage_to_continue = 讓顧客把話講完，氣才有出口。話還卡著的時候，什麼方案都聽不進去。
why-paraphrase = 用自己的話重述一次，顧客知道沒有白講。就算聽錯，也剛好當場修正。
why-open_question = 開放式的問題讓顧客說出處境，真正著急的原因通常藏在裡面。
why-closed_question = 是非題適合核對細節。顧客還在抒發時連續問，感覺就像在做筆錄。
why-check_satisfaction = 問一句「這樣可以嗎」，把決定權交回顧客手上，沒說完的話也會在這時出來。
why-name_emotion = 情緒被準確說出來，強度就會往下掉：顧客不必再用音量證明自己有多難受。
why-empathize_specific = 同理要落在這件事的細節上，顧客才相信你真的有在聽。細節就是證據。
why-empathize_generic = 單單一句「我理解」誰都會說，聽起來像開場白。加上這件事的一個細節才有重量。
why-validate = 告訴顧客「換成誰都會這樣」，他就不用再替自己的生氣辯護，可以回到事情上。
why-common_ground = 站在同一邊能拉近距離，前提是真心、簡短。講起自己的經驗，主角就換人了。
why-apologize = 不帶條件的道歉先把對錯放下，顧客不必再爭「到底誰的錯」，火氣自然降下來。
why-take_responsibility = 有人說「這件事我負責到底」，顧客就不用再從頭找人。肯承擔，比解釋更能換到信任。
why-apologize_conditional = 「如果造成您的不便」聽起來是：也許根本沒有。錯還沒認，先懷疑顧客的感受。
why-explain_cause = 不知道原因，顧客就會往壞處想。把來龍去脈老實講清楚，勝過一百句保證。
why-give_evidence = 數字、紀錄、截圖，不靠信任也站得住腳。顧客不信你的時候最有用。
why-set_expectation = 人怕的不是等，是不知道要等多久。講清楚下一步和做不到的部分，焦慮就有了範圍。
why-offer_solution = 聽懂之後給做法，是幫忙；顧客還沒講完就給，像在打發人。
why-offer_choices = 給兩個選項，主導權就回到顧客手上。無力感少了，火氣也會少。
why-offer_alternative = 原本那條路走不通，就指另一條路，拒絕也能變成幫忙。
why-remedy = 補償要及時、對應損失、拿捏分寸。它在說：您受的委屈我們放在心上。
why-prevent_recurrence = 顧客最怕再發生一次。說清楚以後怎麼預防，這次的道歉才完整。
why-commit_specific = 誰、做什麼、幾點以前：能核對的才叫承諾。顧客終於可以放下手機去忙別的事。
why-commit_vague = 「盡快」聽在顧客耳裡就是「不知道」。沒有時間的承諾，只會換來追問。
why-reassure = 「請放心」後面要有東西撐著。接上時間和負責的人才有用，單獨一句只是口號。
why-follow_up = 主動說會再聯絡，顧客就不用自己追。主動一次，勝過被催三次。
why-false_promise = 保證自己作不了主的事，只換到一時安靜；跳票的時候火氣加倍，信任也一起賠掉。
why-refuse_with_reason = 拒絕時講原因，再給別的路，顧客也許失望，但不會覺得被看輕。
why-refuse_flat = 只有一句「沒辦法」，顧客聽到的是「你不值得我解釋」。
why-policy_wall = 搬出規定，就像躲到牆後面。顧客想跟人講話，規定背後的道理才有說服力。
why-set_boundary = 被辱罵時，平靜地劃一次界線，保護自己也保護對話；顧客沒罵人時這樣說，就變成教訓。
why-escalate_to_supervisor = 超出權限就適時往上報，是負責；什麼都沒試就轉給主管，像在脫手。
why-blame_customer = 一旦變成追究誰的錯，顧客只會拚命證明不是自己。先把事情處理好，之後再婉轉說明。
why-deflect = 在顧客眼裡只有一家公司。「這不是我們部門」就是叫他自己再跑一輪。
why-dismiss = 叫人冷靜，等於說「你反應過度」。被否定的情緒只會更大聲。
why-argue_defend = 贏了道理，輸了顧客。氣頭上聽到辯解，感覺就是不認帳。
why-but_turn = 「但是」一出口，前面的同理全部歸零，只剩後半句。改成「同時」，或乾脆分成兩句。
why-sarcasm = 酸人的話最容易被記住，也最容易被截圖。原本的事會忘，被取笑不會忘。
why-insult = 一句人身攻擊，整場就輸了。先把手離開鍵盤，喘口氣再回。
why-threaten = 威脅會把對話變成對決，顧客只剩更激烈的手段：客訴、上網爆料。
why-jargon = 內部術語讓顧客覺得自己是外人，也像在敷衍。講到鄰居都聽得懂，才算清楚。
why-command = 命令句讓生氣的人更想唱反調。「方便請您……嗎」，同一件事就變成拜託。
why-pitch = 問題還沒解決就推銷，顧客會覺得你眼裡只有業績。
why-repeat_request = 講過的事再問一次，等於證明沒人在聽。先查紀錄，再把已知的講給顧客聽。
why-minimal = 一兩個字像關門的聲音。就算要請顧客等，也要說等多久、你去做什麼。
why-hurry = 催顧客講快一點，等於告訴他：後面的人比你重要。
why-misplaced = 這種話平常有用，但這位顧客在這個當下沒聽進去：可能太早、說過了，或他要的是別的。

## Why it helped or hurt: circumstances

why-canned = 同一句話說第二次，顧客就知道是複製貼上。換個說法，加上剛剛聽到的新內容。
why-too_early = 顧客還沒覺得被聽見，再好的方案也像在打發。先用一句話說出你聽懂了什麼。
why-unrecognised = 這句話沒有碰到顧客的事，他只覺得你沒在聽。每一句至少回應一件他說過的事。
why-foreign = 用顧客不說的語言回覆，等於把門關上。用他的語言回答。
why-robot = 對面是一位著急的顧客。用跟機器講話的口氣，會讓他覺得被當成測試。
why-off_topic = 閒聊等正事有著落再說。現在聊，像在轉移話題。
why-question_ignored = 問題被跳過，顧客會再問一次，而且更大聲。就算答案是「我去查」，也要先接住。
why-promise_broken = 改口一次，前面累積的信任差不多歸零。真的要變，就提早說、講原因、給新的時間。
why-promise_late = 說「兩分鐘」也是承諾。來不及，就在時間到之前先回一句。
why-promise_forgotten = 說了「我查一下」，就欠著一個回音，哪怕是「還沒查到」。
why-slow_reply = 沒有回音，他只會想「又把我忘了」。幾分鐘回一句就夠。
why-style_clash = 有人要乾脆，有人要細節；有人先要被理解，有人只看事實。聽他怎麼講話，就怎麼回他。
why-unheeded = 情緒沒人接，不會自己消失：著急會變成火，火沒人理就變成心冷。
why-overwhelmed = 著急的人看不完一大段字。一則訊息講一件事，最重要的放第一句。
why-empty = 只有標點或貼圖，顧客感受到的是敷衍。寫一句話，短也沒關係。
why-stalling = 來回好幾句，事情沒有往前。每一句都應該讓顧客離結果近一點。
why-warm = 整段話聽起來就是願意幫忙，不是靠某一個詞。客人先聽口氣，才聽內容。
why-cold = 整段話聽起來冷冷的，就算沒有一個難聽的字。先講一句他的處境，再說你要怎麼做。
why-solved = 顧客真正要的有了著落。情緒有人接，事情也處理了，兩個都有，氣才真的會消。
why-found_out = 這一問讓顧客說出了還沒說的事。願意問，對方就覺得有人在聽，後面的方案也才對得上。
why-own_time = 時間過去，情緒自己慢慢回到平常的樣子，跟你寫的話沒有關係。

## Why it matters: what was missing

why-missed_hearing = 方案來得比傾聽早。先用一句話說出顧客遇到什麼、有多難熬，再談怎麼處理。
why-missed_apology = 顧客是帶著委屈來的，從頭到尾沒等到一句不帶條件的道歉，事情辦好了心裡也還有疙瘩。
why-missed_feeling = 整場只談事，沒談人。一句點出感受的話，可以省下後面好幾輪的爭執。
why-missed_time = 你答應了，但沒說什麼時候。一個保守而確定的時間，勝過十個「盡快」。
why-missed_fact = 顧客有一件要緊的事沒講，因為沒被問到。問到了，方案會更貼切，他也更信任你。
why-missed_check = 最後問一句「這樣可以嗎？還有其他需要嗎？」，顧客才算真的點頭。

## Model sentences where a persona has none of its own

better-greet = 您好，我是客服專員小林，您的案件由我負責。
better-thank = 謝謝您把經過說得這麼清楚，我馬上往下查。
better-address_by_name = 王小姐，您的紀錄我看到了，我們一件一件來處理。
better-humor = 我打字的速度比不上您的耐心，請給我一點時間，馬上核對好。
better-close = 那就照剛剛說定的處理。有任何變動請直接找我，祝您今天順心。
better-encourage_to_continue = 您慢慢說，我在聽，說完我們再一起想辦法。
better-paraphrase = 我重述一次，您看對不對：您遇到的是……，現在最要緊的是……，是這樣嗎？
better-open_question = 方便跟我說，這件事現在影響您最大的是哪個部分嗎？
better-closed_question = 跟您核對一下：是從……開始的，對嗎？
better-check_satisfaction = 這樣安排您覺得可以嗎？還有沒有其他要我一起處理的？
better-name_emotion = 等了這麼久還沒有結果，您現在一定又急又氣，我聽得出來。
better-empathize_specific = ……已經夠煩了，還要您一次次來問、每次從頭講起，真的很折騰。
better-validate = 換成誰遇到都會生氣，您來問是應該的。
better-common_ground = 我們想的是同一件事：今天把它處理好。
better-apologize = 對不起，這件事是我們沒做好，讓您白白等了這麼久。
better-take_responsibility = 這是我們的疏失。從現在開始由我負責到底，您不用再找別人。
better-explain_cause = 原因我查到了：是我們這邊……這個環節出了差錯，才變成現在這樣，不是您的問題。
better-give_evidence = 系統紀錄上，您……點聯絡過我們，當時的答覆是……，我截圖傳給您核對。
better-set_expectation = 接下來分兩步：我先確認，大約二十分鐘；再安排處理，最快今天下午。
better-offer_solution = 我現在就幫您重新安排，優先處理，完成後第一時間通知您。
better-offer_choices = 有兩個做法：今天下午先應急處理，或明天上午一次處理完整。您比較方便哪一個？
better-offer_alternative = 這個部分我真的沒辦法。我能做的是另一個方式，您聽聽看是不是也能解決問題。
better-remedy = 這次耽誤您的時間，我幫您申請了相應的補償，等一下把明細傳給您。
better-prevent_recurrence = 為了避免再發生，這類案件轉交時現在都要有人確認才算完成。
better-commit_specific = 今天下午四點以前，我本人打電話給您，不管有沒有結果都跟您報告進度。
better-reassure = 您的案件在我手上，編號我記著，今天下班前一定給您答覆。
better-follow_up = 明天早上十點我再跟您聯絡，確認問題是不是真的解決了。
better-refuse_with_reason = 我明白您為什麼這樣要求。這一項我沒辦法答應，因為……；我能做的是……，您看這樣可以嗎？
better-set_boundary = 我很想幫您把事情處理好。請讓我們好好說，我馬上繼續處理。
better-escalate_to_supervisor = 這一步需要主管核准，我現在就去說明，您不用再重講一次。三點以前回覆您結果。

## Why he reacted as he did

insight-separator = {"、"}
insight-why =
    第 { $turn } 句「{ $quote }」

    { $causes }

    { $outcome }
insight-cause = { $mark } { $name }：{ $changes }
insight-cause-quoted = { $mark }「{ $quote }」{ $name }：{ $changes }
insight-cause-none = 這句話沒有打動顧客。
insight-more = 另有 { $count } 處影響較小。
insight-change = { $emotion } { $points }
insight-change-heard = 被聽見 { $points }
insight-factors = 　因為：{ $factors }
insight-factor = { $factor }（×{ $percent }%）
insight-factor-phase = 正在「{ $phase }」（×{ $percent }%）
insight-sum = 合計：{ $levels }
insight-steady = 合計：四項都沒什麼變化
insight-level = { $emotion } { $from }→{ $to }
insight-up = ▲ { $emotion }升了一級：{ $from } → { $to }
insight-down = ▼ { $emotion }降了一級：{ $from } → { $to }
insight-stayed = 沒有跨級，還是「{ $state }」
insight-did = 於是顧客：{ $acts }
insight-act = { $act }
insight-accepted = 到這一句，顧客接受了。
insight-ended = 對話到此結束：{ $ending }（{ $rule }）

factor-type_more = 這類顧客更在意
factor-type_less = 這類顧客沒那麼在意
factor-grade = 按這個難度
factor-repeat_more = 又來一次
factor-repeat_less = 說過了
factor-tainted = 同一句裡有傷人的話
factor-canned = 原話又傳一次
factor-boiling = 顧客正在爆發
factor-order = 還沒聽完就給
factor-clarity = 語氣不算強烈
factor-step = 一句話的影響有上限
factor-gain = 訴求推進了一部分
factor-other = 其他

act-react = 回應了你的話
act-shift_up = 情緒往上衝
act-shift_down = 口氣緩和下來
act-tell = 說了情況
act-refuse = 不肯回答
act-answer = 回答了你
act-take = 接下你的方案
act-done = 知道事情在處理了
act-listen = 等你往下說
act-push = 再提一次訴求
act-probe_time = 追問時間
act-doubt = 不太相信
act-nudge = 催你
act-warn = 最後警告
act-soften = 覺得終於被聽見
act-confirm_plan = 複述安排
act-accept = 接受
act-farewell = 告別

rule-she_lost_her_temper = 客服一再出口傷人
rule-promised_the_moon = 收下了一張空頭支票
rule-sent_away_content = 氣消了，事情也有著落
rule-took_it_still_sore = 方案收下了，心裡還有疙瘩
rule-took_it_and_has_other_things_to_do = 方案收下了，還有別的事要忙
rule-furious_for_too_long = 暴怒太久，沒人接住
rule-gone_cold_for_good = 心徹底涼了
rule-panicked_and_nobody_helped = 慌了很久，沒人幫上忙
rule-as_upset_as_can_be = 情緒到頂了
rule-one_offence_too_many = 被傷的次數太多
rule-patience_used_up_in_anger = 耐心用完了，火還沒消
rule-patience_used_up = 耐心用完了

## What if

insight-whatif =
    { $change }

    { $course }
insight-without = 假如沒說第 { $turn } 句「{ $quote }」
insight-instead =
    假如第 { $turn } 句「{ $quote }」
    換成「{ $text }」
insight-same = 結果完全一樣：心情、回答和結局都不變。
insight-almost-same = 幾乎一樣：從第 { $turn } 句起，心情只差不到 1 分，回答和結局都不變。
insight-parted = 從第 { $turn } 句起不一樣了：
insight-reply = · { $name }會說：「{ $reply }」
insight-reply-same = · 顧客的回答一樣
insight-finally = 走到最後（共 { $turn } 句）：
insight-versus = · { $levels }
insight-versus-level = { $emotion } { $there }（實際 { $here }）
insight-versus-state = · 狀態：{ $there }（實際：{ $here }）
insight-same-state = · 狀態一樣：{ $state }
insight-versus-ending = · 結局：{ $there }（實際：{ $here }）
insight-same-ending = · 結局一樣：{ $ending }
insight-ending = { $ending }
insight-open = 還沒結束
insight-unheard = · 顧客已經走了，後面 { $count } 句用不上了
insight-pick =
    要看哪一句？在指令後面加上序號，例如 { $command } 1。
    { $items }
insight-pick-item = { $turn }「{ $quote }」
insight-nothing = 還沒有可以回頭看的話，先和顧客聊幾句。

## A line after each message

insight-coach = { $mark } { $name }：{ $took }
insight-coach-shift = { $mark } { $name }：{ $took }，現在是「{ $state }」
insight-coach-none = · { $took }
took-anger_better = 顧客的火氣小了些
took-anger_much_better = 顧客的火氣消了一大截
took-anger_worse = 顧客更火了
took-anger_much_worse = 顧客的火一下子衝上來了
took-anxiety_better = 顧客安心了些
took-anxiety_much_better = 顧客大大鬆了口氣
took-anxiety_worse = 顧客更著急了
took-anxiety_much_worse = 顧客急得坐不住了
took-disappointment_better = 顧客心裡好受了些
took-disappointment_much_better = 顧客的心暖回來不少
took-disappointment_worse = 顧客更失望了
took-disappointment_much_worse = 顧客的心涼了半截
took-trust_better = 顧客多信了你一點
took-trust_much_better = 顧客願意相信你了
took-trust_worse = 顧客更不信你了
took-trust_much_worse = 顧客的信任掉了一大截
took-unmoved = 顧客沒什麼反應
took-again = 說過的話，這次不太管用
took-early = 顧客還沒說夠，方案聽不進去
took-spoilt = 同一句裡的好話也被抵銷了
took-accepted = 顧客點頭了
took-lost = 聽不出這句話想做什麼，說得直接一點試試

## Hints

insight-hint =
    💡 { $reason }。可以試試：{ $technique }

    例如：「{ $example }」

    { $cost }
insight-hint-cost = （提示扣 { $lost } 分，這一場共扣 { $total } 分）
insight-hint-free = （提示已經扣滿 { $total } 分，這次不再扣）
insight-hint-none = 能給的提示都給過了，這次不扣分。回頭看看前面的提示，或者直接問顧客還需要什麼。
need-repair = 剛才那句傷到了顧客，先補回來
need-time = 顧客在等一個確切的時間
need-heard = 顧客還沒覺得被聽見
need-found_out = 顧客還有話沒說，等你來問
need-solved = 該拿出辦法了
need-promised = 還差一個能核對的承諾
need-closed = 可以準備收尾了
