window.YTD.account_timezone.part0 = [ { "accountTimezone" : { "accountId" : "1", "timeZone" : "Brussels" } } ]
