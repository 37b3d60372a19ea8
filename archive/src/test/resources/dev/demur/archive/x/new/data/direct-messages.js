window.YTD.direct_messages.part0 = [ { "dmConversation" : { "conversationId" : "222-1300000000000000001", "messages" : [
 { "messageCreate" : { "recipientId" : "222", "senderId" : "1300000000000000001", "text" : "Private words", "id" : "901", "createdAt" : "2024-03-01T10:00:00.000Z", "mediaUrls" : [ ] } },
 { "messageCreate" : { "recipientId" : "1300000000000000001", "senderId" : "222", "text" : "Private answer", "id" : "902", "createdAt" : "2024-03-01T10:01:00.000Z" } },
 { "welcomeMessageCreate" : { "senderId" : "555", "text" : "Welcome", "id" : "903", "createdAt" : "2024-03-01T10:02:00.000Z" } } ] } } ]
