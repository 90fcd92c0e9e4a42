# 群組裡說的話。

command-contest = 和群組裡的同事比一場

group-help =
    我在群組裡能做的：
    /contest 辦一場比賽，或看正在進行的比賽
    /language 我在群組裡說哪種語言
    一個人練習在私訊裡：點我的頭像，傳送 /start。
group-choose-language = 我在這個群組裡說哪種語言？
group-language-set = 好，以後我在群組裡說繁體中文。
group-not-admin = 只有群組管理員能這麼做。
group-not-member = 只有群組成員能這麼做。
group-cannot-ask = 剛才沒辦法向 Telegram 確認你的身分，請過一分鐘再試。
group-anonymous = 你現在用群組的名義發言，我認不出是誰。請先關掉匿名，再傳送一次。
group-somebody-elses = 這個按鈕是別人的。
