window.YTD.tweet_headers.part0 = [ { "tweet" : { "tweet_id" : "1700000000000000001", "user_id" : "1300000000000000001", "created_at" : "Tue Sep 05 10:00:00 +0000 2023" } } ]
