window.YTD.ip_audit.part0 = [ { "ipAudit" : { "accountId" : "1300000000000000001", "createdAt" : "2025-10-01T10:00:00.000Z", "loginIp" : "203.0.113.9" } } ]
