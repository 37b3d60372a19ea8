Grailbird.data.tweets_2012_02 = 
 [ {"id_str":"170000000000000000","created_at":"2012-02-17 00:00:00 +0000","text":"Old &amp; dated","entities":{"user_mentions":[]}},
 {"id_str":"170000000000000001","created_at":"2012-02-18 00:00:00 +0000","text":"RT @other: theirs","retweeted_status":{"id_str":"9","text":"theirs"}} ]
