window.YTD.community_tweet.part0 = [ { "tweet" : { "id_str" : "1700000000000000010", "created_at" : "Wed Sep 06 11:00:00 +0000 2023", "full_text" : "For the bakers here." } } ]
