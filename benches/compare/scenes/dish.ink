// The wrong dish, as one would script it: what the trainee may say is a list, and where she stands is a number or two.
VAR anger = 62
VAR trust = 38
VAR told = false
-> opening
== opening ==
Hi, sorry to bother you at this hour.
I ordered the steamed sea bass and got a box of braised prawns.
-> talk
== talk ==
+ [Greet] -> greet
+ [Empathise] -> empathise
+ [Excuse] -> excuse
+ [Ask] -> ask
+ [Apologise] -> apologise
+ [Offer] -> offer
== greet ==
~ trust = trust + 2
{ anger > 50: You read it, at least. | Yes, good evening. }
-> talk
== empathise ==
~ anger = anger - 12
~ trust = trust + 9
{ anger > 30: That empty plate is rather hard to look at. | You are the first today who listens. }
-> talk
== excuse ==
~ anger = anger + 14
{ trust > 50: To you it is one box out of hundreds, I know. | Is that all you have to say? }
-> talk
== ask ==
{ not told:
    ~ told = true
    My mother's sixtieth. You get one of those.
- else:
    I told you. It is her birthday.
}
-> talk
== apologise ==
~ anger = anger - 9
~ trust = trust + 6
{ anger > 20: Fine. And now? | Thank you, that helps. }
-> talk
== offer ==
{ trust > 55: That is far more than I hoped for. | And how do I know that it comes? }
~ anger = 62
~ trust = 38
~ told = false
-> talk
