window.YTD.contact.part0 = [ { "contact" : { "id" : "5", "emails" : [ "someone@example.com" ], "phoneNumbers" : [ "+15550100" ] } } ]
