var payload_details =  {
  "tweets" : 2,
  "created_at" : "2012-03-01 00:00:00 +0000",
  "lang" : "en"
}
