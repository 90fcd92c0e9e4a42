# 群里说的话。

command-contest = 和群里的同事比一场

group-help =
    我在群里能做的：
    /contest 办一场比赛，或看正在进行的比赛
    /language 我在群里说什么语言
    一个人练习在私聊里：点我的头像，发 /start。
group-choose-language = 我在这个群里说哪种语言？
group-language-set = 好的，以后我在群里说简体中文。
group-not-admin = 这件事只有群管理员能做。
group-not-member = 这件事只有群成员能做。
group-cannot-ask = 刚才没能向 Telegram 核对你的身份，请过一分钟再试。
group-anonymous = 你现在是以群的名义发言，我认不出是谁。请先关掉匿名，再发一次。
group-somebody-elses = 这个按钮是别人的。
