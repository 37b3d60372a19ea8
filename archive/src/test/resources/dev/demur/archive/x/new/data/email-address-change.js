window.YTD.email_address_change.part0 = [ { "emailAddressChange" : { "accountId" : "1", "emailChange" : { "changedAt" : "2021-01-01T00:00:00.000Z", "changedTo" : "vera@example.com" } } } ]
