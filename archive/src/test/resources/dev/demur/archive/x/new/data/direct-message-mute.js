window.YTD.direct_message_mute.part0 = [ { "dmMute" : { "conversationId" : "888" } } ]
