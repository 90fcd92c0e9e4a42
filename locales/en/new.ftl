# What `xiaoqi persona new` asks and writes, and what `xiaoqi persona show` says of what was filled in.

ask-title = What is the case called? A few words, such as: The birthday cake that did not come
ask-situation = What happened? Tell it as the trainee would find it in her files.
ask-opening = What does the customer write first?
ask-type = What is he like? A number or a word.
ask-grade = How hard is he? A number or a word.
ask-fact-about = Fact { $number } that a good question brings to light: what is it about?
ask-fact-question = Fact { $number }: how would a trainee ask for it?
ask-fact-tell = Fact { $number }: what does he answer?
title-again = It needs a title: a few words are enough.
no-title = a customer needs a title: give one with --title
no-choice = there is no “{ $written }” (there are: { $valid })
no-answer = the answers ended too early; --yes takes what is suggested for the rest
fact-form = “{ $written }” needs three parts with | between: what it is about | the question | his answer
written = Written: { $path }. Edit it with any text editor. Go on with:

situation = A customer writes about this: { $title }.
opening = I am writing about this: { $title }. I would like to know what you are going to do about it.
fact-1-about = when it began
fact-1-question = When did it happen?
fact-1-tell = The day before yesterday, and nobody has called me since.
fact-2-about = the order number
fact-2-question = Could you give me the order number, please?
fact-2-tell = 4471. It is in the mail you sent me.
fact-3-about = why it matters so much
fact-3-question = Why is it so urgent for you?
fact-3-tell = Because my mother comes out of hospital on Friday, and by then it has to work.

type-emotional = feelings first; wants to be understood before anything is fixed
type-direct = says bluntly what he wants; wants a quick, clear answer
type-rational = wants reasons and facts
type-cautious = afraid of a mistake; wants steps and no pressure
type-supportive = friendly, says too little; wants to be asked
type-dominant = wants control, choices and a time
type-analytical = wants to know exactly how it came about
type-price_sensitive = counts every coin; wants to see what he gets
type-misunderstanding = has understood something wrongly; wants to keep face
type-hard_to_please = finds a new fault in every answer
type-contradictory = wants two things at once and changes his mind
type-competitive = attacks and compares; wants to win
type-vip = expects to be known and to come first
type-unreasonable = demands what nobody can give
type-unruly = loud and rude from the first word

grade-basic = asks, and is only a little upset
grade-intermediate = unhappy with the service
grade-advanced = beside himself, or asks for the impossible

from-grade = by grade
from-types-and-grade = by types and grade
from-type = by the leading type
from-script = by the script of the opening
from-words = from the language's persona.ftl
from-title = from the title
from-issue = what the case is about
from-case = for the whole case

c-head =
    A customer. Lines that begin with # are for you; the program does not read them.
    After each change: xiaoqi check
    Everything that may stand here: docs/personas.md
c-grade = basic, intermediate or advanced. How patient he is and how upset he starts follow from it.
c-types = What he is like, in percent: { "{" } emotional = 60, direct = 40 { "}" } mixes two. They must add up to 100.
c-opening = His first message. \n begins a new bubble; ["one", "another"] gives several to choose from.
c-situation = What the trainee is told before she begins.
c-fact =
    What he knows. ask: words by which a question is recognised (* stands for anything), more of them are better.
    examples: whole questions as trainees type them. tell: his answer; ["one", "another"] makes him vary.
    To make a trap: hidden = true (told only when asked) and trust = 45 (only when he trusts that much).
c-more =
    What he wants and what may be offered, if you want it counted exactly (without it, any sensible help counts):

    { "[[demand]]" }
    id = "what_he_wants"
    weight = 100
    name = "what he wants, in a few words"

    { "[[offer]]" }
    id = "what_helps"
    authority = "free"      # free: she may; ask: only through a supervisor; beyond: never
    kind = "solution"       # solution, remedy (makes up for it) or alternative
    meets = { "{" } what_he_wants = 80 { "}" }
    name = "what helps, in a few words"
    cues = ["words by which it is recognised"]
