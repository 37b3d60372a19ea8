window.YTD.user_link_clicks.part0 = [ { "userInteractionsData" : { "linkClick" : { "tweetId" : "1", "finalUrl" : "https://example.org", "timeStampOfInteraction" : "2025-01-01T00:00:00.000Z" } } } ]
