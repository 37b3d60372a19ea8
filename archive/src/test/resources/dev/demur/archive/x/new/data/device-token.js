window.YTD.device_token.part0 = [ { "deviceToken" : { "clientApplicationId" : "1", "token" : "tok-do-not-keep", "createdAt" : "2024-01-01T00:00:00.000Z" } } ]
