window.YTD.deleted_tweets.part0 = [ { "tweet" : { "id_str" : "1700000000000000011", "full_text" : "Taken back." } } ]
