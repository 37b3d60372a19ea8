window.YTD.tweets.part1 = [ { "tweet" : { "id_str" : "1700000000000000009", "created_at" : "Wed Sep 06 10:00:00 +0000 2023", "full_text" : "Second part." } } ];
