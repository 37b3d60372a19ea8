window.YTD.tweetdeck.part0 = { not json
