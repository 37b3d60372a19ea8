window.YTD.connected_application.part0 = [ { "connectedApplication" : { "name" : "Tool", "approvedAt" : "2022-01-01T00:00:00.000Z", "permissions" : [ "read" ] } } ]
